import type { Database } from "../../db/database.js";
import { OutcomeUnknown } from "../../db/errors.js";
import type { Appointment } from "../model.js";
import { isDone, type Outcome } from "../outcome.js";
import { bookBatch, type BatchItem } from "./book-batch.js";

/** A booking that waits for its transaction. */
interface QueuedBooking extends BatchItem {
  resolve: (outcome: Outcome<Appointment>) => void;
  reject: (error: unknown) => void;
}

/** So many transactions are open at once, and so many bookings share one. */
const TRANSACTIONS = 4;
const BOOKINGS_IN_ONE = 32;

/** Bookings of all callers of this process. */
export interface BookingQueue {
  /** @throws ServiceUnavailable or OutcomeUnknown when the database fails. */
  add(item: BatchItem): Promise<Outcome<Appointment>>;
}

/**
 * Books appointments. Those that come while others are being booked wait, first come, first served, and then
 * share a transaction: its round trips and its COMMIT are paid for once. A doctor is in one of them at a
 * time, so that none waits for the lock of another.
 *
 * Whether an appointment can be booked is decided under the doctors' locks, from the tables. Nothing that is kept
 * here, in the memory of one process, decides about it.
 */
export function createBookingQueue(db: Database, now: () => Date): BookingQueue {
  const waiting: QueuedBooking[] = [];
  const busyDoctors = new Set<number>();
  let open = 0;

  const startBatches = (): void => {
    while (open < TRANSACTIONS) {
      const batch = takeBatch(waiting, busyDoctors);
      if (batch.length === 0) return;
      void runBatch(batch);
    }
  };

  const runBatch = async (batch: readonly QueuedBooking[]): Promise<void> => {
    open += 1;
    for (const { appointment } of batch) busyDoctors.add(appointment.doctorId);
    await settle(batch);
    for (const { appointment } of batch) busyDoctors.delete(appointment.doctorId);
    open -= 1;
    startBatches();
  };

  /** Whatever happens, each booking gets an outcome or an error. */
  const settle = async (batch: readonly QueuedBooking[]): Promise<void> => {
    const isShared = batch.length > 1;
    try {
      const outcomes = await db.sqlTransaction((tx) => bookBatch(tx, batch, now), {
        commitIf: (results) => results.some(([, outcome]) => isDone(outcome)),
        idempotent: batch.every(({ request }) => request !== null),
        retry: !isShared,
      });
      for (const [{ resolve }, outcome] of outcomes) resolve(outcome);
    } catch (error) {
      for (const booking of batch) {
        // What may have been committed is not done again, unless a key will tell whether it was.
        const isOver = error instanceof OutcomeUnknown && booking.request === null;
        if (isShared && !isOver) void settle([booking]);
        else booking.reject(error);
      }
    }
  };

  return {
    add: (item) =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject, ...item });
        startBatches();
      }),
  };
}

/** Takes the first bookings that may share a transaction out of those that wait; the others keep their order. */
function takeBatch(waiting: QueuedBooking[], busyDoctors: ReadonlySet<number>): QueuedBooking[] {
  const taken: QueuedBooking[] = [];
  const keys = new Set<string>();
  for (const booking of waiting.splice(0)) {
    const key = booking.request?.key;
    const isFree = !busyDoctors.has(booking.appointment.doctorId);
    // Of two with one key, the later one is to see what became of the other.
    const isRepeat = key !== undefined && keys.has(key);
    if (taken.length < BOOKINGS_IN_ONE && isFree && !isRepeat) {
      taken.push(booking);
      if (key !== undefined) keys.add(key);
    } else {
      waiting.push(booking);
    }
  }
  return taken;
}
