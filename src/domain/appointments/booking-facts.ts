import type { SqlReader } from "../../db/database.js";
import { readCalendars, type CalendarFacts } from "../availability/facts.js";
import type { Doctor } from "../model.js";
import { findEarlier, type Earlier } from "../idempotency/keys.js";
import type { Refusal } from "../refusals.js";
import type { BatchItem } from "./book-batch.js";
import { overlaps, type Interval } from "./interval.js";
import { checkBooking, checkTimes } from "./rules.js";
import { existingPatients, findBlocking, type NewAppointment } from "./store.js";

/** All that decides about some bookings. */
export interface BatchFacts {
  doctors: ReadonlyMap<number, Doctor>;
  patients: ReadonlySet<number>;
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
  const [known, patients, found, earlier] = await Promise.all([
    doctors(appointments.map(({ doctorId }) => doctorId)),
    existingPatients(
      reader,
      appointments.map(({ patientId }) => patientId),
    ),
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
    earlier,
    blockingOf: (appointment) => blocking.get(appointment) ?? null,
    calendarOf: (appointment) => calendars.get(appointment) ?? null,
  };
}

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
 * The reasons against a booking.
 *
 * @param accepted what is to be booked in the same transaction.
 */
export function reasonsAgainst(
  { appointment, holdKey, refusals }: BatchItem,
  facts: BatchFacts,
  accepted: readonly BatchItem[],
  now: Date,
): Refusal[] {
  const others = accepted
    .map((other) => other.appointment)
    .filter((other) => other.doctorId === appointment.doctorId);
  const conflicts = others.filter((other) => overlaps(other, appointment)).map(timesOf);
  const calendar = facts.calendarOf(appointment);
  const reasons = checkBooking({
    startsAt: appointment.startsAt,
    durationMinutes: appointment.durationMinutes,
    now,
    doctor: facts.doctors.get(appointment.doctorId) ?? null,
    patientExists: facts.patients.has(appointment.patientId),
    blocking: earliest([facts.blockingOf(appointment), ...conflicts]),
    calendar: calendar && withAccepted(calendar, others, accepted),
    holdKey,
  });
  return [...refusals, ...reasons];
}

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
