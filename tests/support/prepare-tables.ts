import { ensureSchema } from "../../src/db/setup/ensure-schema.js";
import { databaseUrl } from "./environment.js";

/** Makes the tables, for runs in which changed code may leave rows behind. */
export default async function setup(): Promise<void> {
  await ensureSchema(databaseUrl);
}
