import type { Database } from "../../db/database.js";
import { OutcomeUnknown } from "../../db/errors.js";
import { bookBatch, type BatchItem } from "./book.js";
import { checkIdempotencyKey } from "../idempotency/keys.js";
import type { Appointment } from "../model.js";
import { isDone, type Outcome } from "../outcome.js";
import { intervalOf } from "./interval.js";

export interface BookAppointment {
  patientId: number;
  doctorId: number;
  startsAt: Date;
  durationMinutes: number;
  idempotencyKey?: string | null | undefined;
}

/** A booking that waits for its turn. */
interface QueuedBooking extends BatchItem {
  resolve: (outcome: Outcome<Appointment>) => void;
  reject: (error: unknown) => void;
}

/** So many transactions are open at once, and so many bookings share one. */
const TRANSACTIONS = 4;
const BOOKINGS_IN_ONE = 32;

/**
 * Books visits. Those that come while others are being booked wait, first come, first served, and then
 * share a transaction: its round trips and its COMMIT are paid for once. A doctor is in one of them at a
 * time, so that none waits for the lock of another.
 *
 * Whether a visit can be had is decided under the doctors' locks, from the tables. Nothing that is kept
 * here, in the memory of one process, decides about it.
 */
export function createBookingQueue(db: Database, now: () => Date) {
  const waiting: QueuedBooking[] = [];
  const busyDoctors = new Set<number>();
  let open = 0;

  const serveWaiting = (): void => {
    while (open < TRANSACTIONS) {
      const tickets = takeTickets(waiting, busyDoctors);
      if (tickets.length === 0) return;
      void serve(tickets);
    }
  };

  const serve = async (tickets: readonly QueuedBooking[]): Promise<void> => {
    open += 1;
    for (const { visit } of tickets) busyDoctors.add(visit.doctorId);
    await settle(tickets);
    for (const { visit } of tickets) busyDoctors.delete(visit.doctorId);
    open -= 1;
    serveWaiting();
  };

  /** Whatever happens, each gets an outcome or an error. */
  const settle = async (tickets: readonly QueuedBooking[]): Promise<void> => {
    const isShared = tickets.length > 1;
    try {
      const outcomes = await db.sqlTransaction((tx) => bookBatch(tx, tickets, now), {
        commitIf: (results) => results.some(([, outcome]) => isDone(outcome)),
        idempotent: tickets.every(({ request }) => request !== null),
        retry: !isShared,
      });
      for (const [{ resolve }, outcome] of outcomes) resolve(outcome);
    } catch (error) {
      for (const ticket of tickets) {
        // What may have been committed is not done again, unless a key will tell whether it was.
        const isOver = error instanceof OutcomeUnknown && ticket.request === null;
        if (isShared && !isOver) void settle([ticket]);
        else ticket.reject(error);
      }
    }
  };

  /** Books a visit. @throws ServiceUnavailable or OutcomeUnknown when the database fails. */
  return (input: BookAppointment): Promise<Outcome<Appointment>> => {
    const { patientId, doctorId, durationMinutes } = input;
    const interval = intervalOf(input.startsAt, durationMinutes);
    const visit = { patientId, doctorId, durationMinutes, ...interval };
    const asked = { patientId, doctorId, durationMinutes, startsAt: interval.startsAt };
    const key = checkIdempotencyKey(input.idempotencyKey, "book", asked);
    return new Promise((resolve, reject) => {
      waiting.push({ visit, ...key, resolve, reject });
      serveWaiting();
    });
  };
}

/** Takes the first that may share a transaction out of those that wait; the others keep their order. */
function takeTickets(waiting: QueuedBooking[], busyDoctors: ReadonlySet<number>): QueuedBooking[] {
  const taken: QueuedBooking[] = [];
  const keys = new Set<string>();
  for (const ticket of waiting.splice(0)) {
    const key = ticket.request?.key;
    const isFree = !busyDoctors.has(ticket.visit.doctorId);
    // Of two with one key, the later one is to see what became of the other.
    const isRepeat = key !== undefined && keys.has(key);
    if (taken.length < BOOKINGS_IN_ONE && isFree && !isRepeat) {
      taken.push(ticket);
      if (key !== undefined) keys.add(key);
    } else {
      waiting.push(ticket);
    }
  }
  return taken;
}
