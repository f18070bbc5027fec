import type { SqlReader } from "../../db/database.js";
import { toldTo } from "../permissions/disclosure.js";
import { decidesAboutTimeOf, hasPatient, patientScope } from "../permissions/scopes.js";
import { readCalendars, type CalendarFacts } from "../availability/facts.js";
import type { Caller } from "../caller.js";
import type { Doctor } from "../model.js";
import { findEarlier, type Earlier } from "../idempotency/keys.js";
import type { Refusal } from "../refusals.js";
import type { BatchItem } from "./book-batch.js";
import { overlaps, type Interval } from "./interval.js";
import { patientsOfDoctors, type Pair } from "./relation.js";
import { checkBooking, checkTimes } from "./rules.js";
import { waive } from "./waiving.js";
import { existingPatients, findBlocking, type NewAppointment } from "./store.js";

/** All that decides about some bookings. */
export interface BatchFacts {
  doctors: ReadonlyMap<number, Doctor>;
  patients: ReadonlySet<number>;
  /** Those of the patients who have an appointment with a doctor who books, by the doctors. */
  patientsOfDoctors: ReadonlyMap<number, ReadonlySet<number>>;
  earlier: Earlier;
  blockingOf: (appointment: NewAppointment) => Interval | null;
  /** Null for a doctor without hours, time off and holds. */
  calendarOf: (appointment: NewAppointment) => CalendarFacts | null;
}

/**
 * Reads all that the decisions need: in one round trip, and in another one for doctors who have a calendar.
 *
 * @param doctors sends the statements that lock or only read the doctors, before anything else is sent.
 */
export async function readFacts(
  reader: SqlReader,
  items: readonly BatchItem[],
  now: () => Date,
  doctors: (ids: readonly number[]) => Promise<ReadonlyMap<number, Doctor>>,
): Promise<BatchFacts> {
  const appointments = items.map(({ appointment }) => appointment);
  // Only an interval that an appointment may have is looked for among the others.
  const possible = appointments.filter((each) => checkTimes(each, now()).length === 0);
  const searches = possible.map((interval) => ({ doctorId: interval.doctorId, interval }));
  const [known, patients, ofDoctors, found, earlier] = await Promise.all([
    doctors(appointments.map(({ doctorId }) => doctorId)),
    existingPatients(
      reader,
      appointments.map(({ patientId }) => patientId),
    ),
    patientsOfDoctors(reader, bookingDoctors(items)),
    findBlocking(reader, searches),
    findEarlier(
      reader,
      items.map(({ request }) => request),
    ),
  ]);
  const blocking = new Map(possible.map((each, index) => [each, found[index] ?? null]));
  const calendars = await readCalendarsOf(reader, possible, known);
  return {
    doctors: known,
    patients,
    patientsOfDoctors: ofDoctors,
    earlier,
    blockingOf: (appointment) => blocking.get(appointment) ?? null,
    calendarOf: (appointment) => calendars.get(appointment) ?? null,
  };
}

/** The doctors who book, each with the patient for whom. */
const bookingDoctors = (items: readonly BatchItem[]): Pair[] =>
  items.flatMap(({ context: { caller }, appointment: { patientId } }) =>
    caller.role === "DOCTOR" ? [{ doctorId: caller.doctorId, patientId }] : [],
  );

async function readCalendarsOf(
  reader: SqlReader,
  appointments: readonly NewAppointment[],
  doctors: ReadonlyMap<number, Doctor>,
): Promise<ReadonlyMap<NewAppointment, CalendarFacts>> {
  const searches = appointments.flatMap((interval) => {
    const doctor = doctors.get(interval.doctorId);
    return doctor?.hasCalendar ? [{ doctor, interval }] : [];
  });
  const found = await readCalendars(reader, searches);
  return new Map(
    searches.map(({ interval }, index) => [interval, found[index] as CalendarFacts] as const),
  );
}

/**
 * The reasons against a booking, and which rules must be waived for it, as they are kept.
 *
 * @param accepted what is to be booked in the same transaction.
 */
export function reasonsAgainst(
  { context: { caller }, appointment, despite, holdKey, refusals }: BatchItem,
  facts: BatchFacts,
  accepted: readonly BatchItem[],
  now: Date,
): { reasons: Refusal[]; waived: string | null } {
  const others = accepted
    .map((other) => other.appointment)
    .filter((other) => other.doctorId === appointment.doctorId);
  const conflicts = others.filter((other) => overlaps(other, appointment)).map(timesOf);
  // Of the calendar of a doctor who is not the caller's, nothing is told.
  const doctor = decidesAboutTimeOf(caller, appointment.doctorId)
    ? (facts.doctors.get(appointment.doctorId) ?? null)
    : null;
  const calendar = doctor && facts.calendarOf(appointment);
  const found = checkBooking({
    startsAt: appointment.startsAt,
    durationMinutes: appointment.durationMinutes,
    now,
    doctor,
    patientExists:
      facts.patients.has(appointment.patientId) && isTheirs(caller, appointment, facts),
    blocking: doctor && earliest([facts.blockingOf(appointment), ...conflicts]),
    calendar: calendar && withAccepted(calendar, others, accepted),
    holdKey,
  });
  const { refusals: reasons, waived } = waive(found, despite);
  return { reasons: [...refusals, ...toldTo(caller, reasons, appointment)], waived };
}

/** Whether the patient is one for whom the caller may book. */
const isTheirs = (
  caller: Caller,
  { patientId }: NewAppointment,
  { patientsOfDoctors }: BatchFacts,
): boolean =>
  hasPatient(patientScope(caller), patientId, (doctorId) => {
    return patientsOfDoctors.get(doctorId)?.has(patientId) ?? false;
  });

/** The calendar as it is once these appointments are booked, and the holds that they were booked with have ended. */
const withAccepted = (
  { calendar, busy }: CalendarFacts,
  appointments: readonly Interval[],
  accepted: readonly BatchItem[],
): CalendarFacts => ({
  calendar,
  busy: [
    ...busy.filter(
      (each) => each.kind !== "HOLD" || !accepted.some(({ holdKey }) => holdKey === each.key),
    ),
    ...appointments.map((each) => ({ kind: "APPOINTMENT" as const, ...timesOf(each) })),
  ],
});

const timesOf = ({ startsAt, endsAt }: Interval): Interval => ({ startsAt, endsAt });

const earliest = (intervals: readonly (Interval | null)[]): Interval | null =>
  intervals.reduce(
    (first, each) => (first && (!each || first.startsAt <= each.startsAt) ? first : each),
    null,
  );
