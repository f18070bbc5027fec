import type { SqlTransaction } from "../../db/database.js";
import type { Context } from "../context.js";
import { lockDoctors } from "./locks.js";
import {
  answerRepeat,
  findEarlier,
  remember,
  type Earlier,
  type RepeatableRequest,
} from "../idempotency/keys.js";
import type { Appointment } from "../model.js";
import { done, refused, type Outcome } from "../outcome.js";
import type { Refusal } from "../refusals.js";
import { overlaps, type Interval } from "./interval.js";
import { wholeSeconds } from "../time.js";
import { checkBooking, checkTimes } from "./rules.js";
import {
  existingPatients,
  findBlocking,
  insertAppointments,
  type NewAppointment,
} from "./store.js";

/** An appointment that a caller asks for. */
export interface BatchItem {
  /** The caller's. */
  context: Pick<Context, "caller" | "onChange">;
  appointment: NewAppointment;
  request: RepeatableRequest | null;
  /** What is known to be wrong with the request already. */
  refusals: readonly Refusal[];
}

type Results<Item> = (readonly [Item, Outcome<Appointment>])[];

/**
 * Decides in one transaction about each of the appointments, in their order, and writes those that can be booked.
 * No two may come with the same key.
 */
export async function bookBatch<Item extends BatchItem>(
  tx: SqlTransaction,
  items: readonly Item[],
  now: () => Date,
): Promise<Results<Item>> {
  const facts = await readFacts(tx, items, now);
  const time = now();
  const results: Results<Item> = [];
  const accepted: Item[] = [];
  for (const item of items) {
    const { appointment, request, refusals } = item;
    const repeat = await answerRepeat(tx, request, facts.earlier, time);
    const conflicts = conflictsInBatch(appointment, accepted);
    const booking = {
      startsAt: appointment.startsAt,
      durationMinutes: appointment.durationMinutes,
      now: time,
      doctor: facts.doctors.get(appointment.doctorId) ?? null,
      patientExists: facts.patients.has(appointment.patientId),
      blocking: earliest([facts.blockingOf(appointment), ...conflicts]),
    };
    const reasons = [...refusals, ...checkBooking(booking)];
    if (repeat) results.push([item, repeat]);
    else if (reasons.length > 0) results.push([item, refused(...reasons)]);
    else accepted.push(item);
  }
  const written = await write(tx, accepted, facts.earlier, wholeSeconds(time));
  return [...results, ...written];
}

/** Locks the doctors and reads, in the same round trip, all that the decisions need. */
async function readFacts(tx: SqlTransaction, items: readonly BatchItem[], now: () => Date) {
  const appointments = items.map(({ appointment }) => appointment);
  // Only an interval that an appointment may have is looked for among the others.
  const possible = appointments.filter((each) => checkTimes(each, now()).length === 0);
  const searches = possible.map((interval) => ({ doctorId: interval.doctorId, interval }));
  const [doctors, patients, found, earlier] = await Promise.all([
    lockDoctors(
      tx,
      appointments.map(({ doctorId }) => doctorId),
    ),
    existingPatients(
      tx,
      appointments.map(({ patientId }) => patientId),
    ),
    findBlocking(tx, searches),
    findEarlier(
      tx,
      items.map(({ request }) => request),
    ),
  ]);
  const blocking = new Map(possible.map((each, index) => [each, found[index] ?? null]));
  const blockingOf = (appointment: NewAppointment) => blocking.get(appointment) ?? null;
  return { doctors, patients, earlier, blockingOf };
}

/** The times of appointments that were accepted before it in this batch and overlap with it. */
const conflictsInBatch = (
  appointment: NewAppointment,
  accepted: readonly BatchItem[],
): Interval[] =>
  accepted
    .map((other) => other.appointment)
    .filter((other) => other.doctorId === appointment.doctorId && overlaps(other, appointment))
    .map(({ startsAt, endsAt }) => ({ startsAt, endsAt }));

const earliest = (intervals: readonly (Interval | null)[]): Interval | null =>
  intervals.reduce(
    (first, each) => (first && (!each || first.startsAt <= each.startsAt) ? first : each),
    null,
  );

/** Writes the appointments, and the keys of the requests that have one. */
async function write<Item extends BatchItem>(
  tx: SqlTransaction,
  accepted: readonly Item[],
  earlier: Earlier,
  now: Date,
): Promise<Results<Item>> {
  if (accepted.length === 0) return [];
  const written = await insertAppointments(tx, accepted, now, {
    // Nothing else is written in this transaction then.
    andCommit: accepted.every(({ request, context }) => request === null && !context.onChange),
  });
  const requests = written.flatMap(([{ request }, { id }]) => {
    return request ? [{ ...request, appointmentId: id }] : [];
  });
  await remember(tx, requests, earlier, now);
  return written.map(([item, appointment]) => [item, done(appointment)] as const);
}
