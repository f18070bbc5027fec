import type { Database } from "../db/database.js";

/** What every use case works with. */
export interface Dependencies {
  db: Database;
  /** The current time. */
  now: () => Date;
}
