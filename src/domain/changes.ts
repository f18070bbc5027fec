import type { Caller } from "./caller.js";
import type { Context, Transaction } from "./context.js";
import type { Appointment, Doctor, Hold, Patient, Schedule, ScheduleException } from "./model.js";

/**
 * One record that was written: as it was before, null if it is new, and as it is now, null if it was deleted.
 */
export type Change =
  | ChangeOf<"appointment", Appointment>
  | ChangeOf<"doctor", Doctor>
  | ChangeOf<"patient", Patient>
  | ChangeOf<"schedule", Schedule>
  | ChangeOf<"scheduleException", ScheduleException>
  | ChangeOf<"hold", Hold>;

type ChangeOf<Kind extends string, Thing> = { kind: Kind } & (
  { before: null; after: Thing } | { before: Thing; after: Thing } | { before: Thing; after: null }
);

/**
 * Called in the transaction that makes the change, after the statement that wrote it and before the COMMIT. What it
 * writes is kept or rolled back with the change; if it throws, the change is rolled back. A transaction that is run
 * again reports its changes again.
 */
export type OnChange = (tx: Transaction, caller: Caller, change: Change) => Promise<void>;

/** Reports a change. Every function of a store that writes a record calls it. */
export const reportChange = (
  { onChange, caller }: Pick<Context, "onChange" | "caller">,
  tx: Transaction,
  change: Change,
): Promise<void> | undefined => onChange?.(tx, caller, change);
