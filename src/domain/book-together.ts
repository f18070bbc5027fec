import type { Session } from "../db/database.js";
import {
  answerRepeat,
  findEarlier,
  remember,
  type Earlier,
  type RepeatableRequest,
} from "./idempotency.js";
import {
  existingPatients,
  findBlocking,
  insertAppointments,
  type NewAppointment,
} from "./locked-writes/bookings.js";
import { lockDoctors } from "./locked-writes/doctors.js";
import type { Appointment } from "./model.js";
import { done, refused, type Outcome } from "./outcome.js";
import type { Refusal } from "./refusals.js";
import { checkBooking, checkTimes } from "./rules/booking.js";
import { overlaps, wholeSeconds, type Interval } from "./rules/interval.js";

/** A visit that somebody asks for. */
export interface WantedVisit {
  visit: NewAppointment;
  request: RepeatableRequest | null;
  /** What is said against it already. */
  refusals: readonly Refusal[];
}

/**
 * Decides in one transaction about each of the visits, in their order, and writes those that can be had.
 * No two may come with the same key.
 */
export async function bookTogether<Wanted extends WantedVisit>(
  session: Session,
  wanted: readonly Wanted[],
  now: () => Date,
): Promise<(readonly [Wanted, Outcome<Appointment>])[]> {
  const facts = await lookUp(session, wanted, now);
  const time = now();
  const results: (readonly [Wanted, Outcome<Appointment>])[] = [];
  const accepted: Wanted[] = [];
  for (const each of wanted) {
    const { visit, request, refusals } = each;
    const repeat = await answerRepeat(session, request, facts.earlier, time);
    const blocking = earliest([facts.blockingOf(visit), ...rivals(visit, accepted)]);
    const { startsAt, durationMinutes } = visit;
    const doctor = facts.doctors.get(visit.doctorId) ?? null;
    const patientExists = facts.patients.has(visit.patientId);
    const booking = { startsAt, durationMinutes, now: time, doctor, patientExists, blocking };
    const reasons = [...refusals, ...checkBooking(booking)];
    if (repeat) results.push([each, repeat]);
    else if (reasons.length > 0) results.push([each, refused(...reasons)]);
    else accepted.push(each);
  }
  const written = await write(session, accepted, facts.earlier, wholeSeconds(time));
  return [...results, ...written];
}

/** Locks the doctors and reads, in the same round trip, all that the decisions need. */
async function lookUp(session: Session, wanted: readonly WantedVisit[], now: () => Date) {
  const visits = wanted.map(({ visit }) => visit);
  // Only an interval that an appointment may have is looked for among the others.
  const possible = visits.filter((visit) => checkTimes(visit, now()).length === 0);
  const [doctors, patients, found, earlier] = await Promise.all([
    lockDoctors(
      session,
      visits.map(({ doctorId }) => doctorId),
    ),
    existingPatients(
      session,
      visits.map(({ patientId }) => patientId),
    ),
    findBlocking(
      session,
      possible.map((interval) => ({ doctorId: interval.doctorId, interval })),
    ),
    findEarlier(
      session,
      wanted.map(({ request }) => request),
    ),
  ]);
  const blocking = new Map(possible.map((visit, index) => [visit, found[index] ?? null]));
  const blockingOf = (visit: NewAppointment) => blocking.get(visit) ?? null;
  return { doctors, patients, earlier, blockingOf };
}

/** The times of visits that were accepted just now and overlap this one. */
const rivals = (visit: NewAppointment, accepted: readonly WantedVisit[]): Interval[] =>
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
async function write<Wanted extends WantedVisit>(
  session: Session,
  accepted: readonly Wanted[],
  earlier: Earlier,
  now: Date,
): Promise<(readonly [Wanted, Outcome<Appointment>])[]> {
  if (accepted.length === 0) return [];
  const andCommit = accepted.every(({ request }) => request === null);
  const written = await insertAppointments(session, accepted, now, { andCommit });
  const requests = written.flatMap(([{ request }, { id }]) => {
    return request ? [{ ...request, appointmentId: id }] : [];
  });
  await remember(session, requests, earlier, now);
  return written.map(([each, appointment]) => [each, done(appointment)] as const);
}
