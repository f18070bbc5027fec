import type { Database } from "../db/database.js";
import type { readsById } from "./reading/by-id.js";

/** What every use case works with. */
export interface Dependencies {
  db: Database;
  /** Single things by their ids. */
  reads: ReturnType<typeof readsById>;
  /** The current time. */
  now: () => Date;
}
