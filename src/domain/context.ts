import type { Database, PrismaTransaction, SqlTransaction } from "../db/database.js";
import type { BookingQueue } from "./appointments/booking-queue.js";
import type { Caller } from "./caller.js";
import type { OnChange } from "./changes.js";
import type { readsById } from "./reading/by-id.js";

/** What every use case works with. */
export interface Context {
  /** On whose behalf it works. */
  caller: Caller;
  db: Database;
  /** The current time. */
  now: () => Date;
  /** The IANA zone of doctors' hours who have none of their own yet. */
  timeZone: string;
  /** Reads of single records by their ids, which all callers share. */
  reads: ReturnType<typeof readsById>;
  /** The queue of bookings, which callers share. */
  bookings: BookingQueue;
  /** Called with every change, in its transaction. */
  onChange: OnChange | undefined;
}

/** Either kind of transaction. */
export type Transaction = SqlTransaction | PrismaTransaction;
