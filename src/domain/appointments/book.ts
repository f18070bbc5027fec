import type { SqlTransaction } from "../../db/database.js";
import {
  answerRepeat,
  findEarlier,
  remember,
  type Earlier,
  type RepeatableRequest,
} from "../idempotency/keys.js";
import {
  existingPatients,
  findBlocking,
  insertAppointments,
  type NewAppointment,
} from "./store.js";
import { lockDoctors } from "../doctors/store.js";
import type { Appointment } from "../model.js";
import { done, refused, type Outcome } from "../outcome.js";
import type { Refusal } from "../refusals.js";
import { checkBooking, checkTimes } from "./rules.js";
import { overlaps, wholeSeconds, type Interval } from "./interval.js";

/** A visit that somebody asks for. */
export interface BatchItem {
  visit: NewAppointment;
  request: RepeatableRequest | null;
  /** What is said against it already. */
  refusals: readonly Refusal[];
}

/**
 * Decides in one transaction about each of the visits, in their order, and writes those that can be had.
 * No two may come with the same key.
 */
export async function bookBatch<Wanted extends BatchItem>(
  tx: SqlTransaction,
  wanted: readonly Wanted[],
  now: () => Date,
): Promise<(readonly [Wanted, Outcome<Appointment>])[]> {
  const facts = await lookUp(tx, wanted, now);
  const time = now();
  const results: (readonly [Wanted, Outcome<Appointment>])[] = [];
  const accepted: Wanted[] = [];
  for (const each of wanted) {
    const { visit, request, refusals } = each;
    const repeat = await answerRepeat(tx, request, facts.earlier, time);
    const blocking = earliest([facts.blockingOf(visit), ...conflictsInBatch(visit, accepted)]);
    const { startsAt, durationMinutes } = visit;
    const doctor = facts.doctors.get(visit.doctorId) ?? null;
    const patientExists = facts.patients.has(visit.patientId);
    const booking = { startsAt, durationMinutes, now: time, doctor, patientExists, blocking };
    const reasons = [...refusals, ...checkBooking(booking)];
    if (repeat) results.push([each, repeat]);
    else if (reasons.length > 0) results.push([each, refused(...reasons)]);
    else accepted.push(each);
  }
  const written = await write(tx, accepted, facts.earlier, wholeSeconds(time));
  return [...results, ...written];
}

/** Locks the doctors and reads, in the same round trip, all that the decisions need. */
async function lookUp(tx: SqlTransaction, wanted: readonly BatchItem[], now: () => Date) {
  const visits = wanted.map(({ visit }) => visit);
  // Only an interval that an appointment may have is looked for among the others.
  const possible = visits.filter((visit) => checkTimes(visit, now()).length === 0);
  const [doctors, patients, found, earlier] = await Promise.all([
    lockDoctors(
      tx,
      visits.map(({ doctorId }) => doctorId),
    ),
    existingPatients(
      tx,
      visits.map(({ patientId }) => patientId),
    ),
    findBlocking(
      tx,
      possible.map((interval) => ({ doctorId: interval.doctorId, interval })),
    ),
    findEarlier(
      tx,
      wanted.map(({ request }) => request),
    ),
  ]);
  const blocking = new Map(possible.map((visit, index) => [visit, found[index] ?? null]));
  const blockingOf = (visit: NewAppointment) => blocking.get(visit) ?? null;
  return { doctors, patients, earlier, blockingOf };
}

/** The times of visits that were accepted just now and overlap this one. */
const conflictsInBatch = (visit: NewAppointment, accepted: readonly BatchItem[]): Interval[] =>
  accepted
    .map((other) => other.visit)
    .filter((other) => other.doctorId === visit.doctorId && overlaps(other, visit))
    .map(({ startsAt, endsAt }) => ({ startsAt, endsAt }));

const earliest = (intervals: readonly (Interval | null)[]): Interval | null =>
  intervals.reduce(
    (first, each) => (first && (!each || first.startsAt <= each.startsAt) ? first : each),
    null,
  );

/** Writes the appointments, and the keys of the requests that have one. */
async function write<Wanted extends BatchItem>(
  tx: SqlTransaction,
  accepted: readonly Wanted[],
  earlier: Earlier,
  now: Date,
): Promise<(readonly [Wanted, Outcome<Appointment>])[]> {
  if (accepted.length === 0) return [];
  const andCommit = accepted.every(({ request }) => request === null);
  const written = await insertAppointments(tx, accepted, now, { andCommit });
  const requests = written.flatMap(([{ request }, { id }]) => {
    return request ? [{ ...request, appointmentId: id }] : [];
  });
  await remember(tx, requests, earlier, now);
  return written.map(([each, appointment]) => [each, done(appointment)] as const);
}
