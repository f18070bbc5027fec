import { checkCalendar } from "../calendar/calendar.js";
import type { CalendarFacts } from "../availability/facts.js";
import type { Appointment, AppointmentStatus, Doctor } from "../model.js";
import type { Refusal } from "../refusals.js";
import { intervalOf, MAXIMUM_MINUTES, MINIMUM_MINUTES, type Interval } from "./interval.js";
import { LAST_MOMENT, wholeSeconds } from "../time.js";
import { canBecome, canChange } from "./lifecycle.js";

/** What must be known to decide whether an appointment can take an interval. */
export interface BookingFacts {
  startsAt: Date;
  durationMinutes: number;
  now: Date;
  doctor: Pick<Doctor, "id" | "isActive"> | null;
  patientExists: boolean;
  /** The doctor's earliest other appointment that holds time in the interval. */
  blocking: Interval | null;
  /** Hours, time off, holds and appointments of the doctor near the interval; null if only `blocking` matters. */
  calendar: CalendarFacts | null;
  /** The hold of the caller. */
  holdKey: string | null;
}

/** The times that a caller asks for, as many of them as are known. */
export interface AskedTimes {
  startsAt?: Date | undefined;
  durationMinutes?: number | undefined;
}

/** Why the times of an appointment can't be had with any doctor. */
export function checkTimes({ startsAt, durationMinutes }: AskedTimes, now: Date): Refusal[] {
  const refusals: Refusal[] = [];
  if (startsAt !== undefined && !(wholeSeconds(startsAt) > now)) {
    refusals.push({ code: "STARTS_IN_PAST", path: ["startsAt"] });
  }
  if (durationMinutes === undefined) return refusals;
  if (!(durationMinutes >= MINIMUM_MINUTES && durationMinutes <= MAXIMUM_MINUTES)) {
    refusals.push({
      code: "DURATION_OUT_OF_RANGE",
      path: ["durationMinutes"],
      minimumMinutes: MINIMUM_MINUTES,
      maximumMinutes: MAXIMUM_MINUTES,
    });
  } else if (startsAt !== undefined && intervalOf(startsAt, durationMinutes).endsAt > LAST_MOMENT) {
    refusals.push({ code: "STARTS_TOO_LATE", path: ["startsAt"] });
  }
  return refusals;
}

/** All the reasons against an appointment: the same for a new one and for one that is moved. */
export function checkBooking(facts: BookingFacts): Refusal[] {
  const refusals: Refusal[] = [];
  if (facts.doctor === null) {
    refusals.push({ code: "DOCTOR_NOT_FOUND", path: ["doctorId"] });
  } else if (!facts.doctor.isActive) {
    refusals.push({ code: "DOCTOR_INACTIVE", path: ["doctorId"] });
  }
  if (!facts.patientExists) {
    refusals.push({ code: "PATIENT_NOT_FOUND", path: ["patientId"] });
  }
  const times = checkTimes(facts, facts.now);
  refusals.push(...times);
  if (!facts.calendar) refusals.push(...checkBlocking(facts.blocking));
  // Times that no appointment may have are not looked at in a calendar.
  else if (times.length === 0) refusals.push(...checkFree(facts, facts.calendar));
  return refusals;
}

const checkBlocking = (blocking: Interval | null): Refusal[] =>
  blocking ? [{ code: "SLOT_TAKEN", path: ["startsAt"], blocking }] : [];

/** The reasons against a time in the doctor's calendar. */
function checkFree(
  { startsAt, durationMinutes, holdKey, now }: BookingFacts,
  { calendar, busy }: CalendarFacts,
): Refusal[] {
  return checkCalendar(calendar, busy, { ...intervalOf(startsAt, durationMinutes), now, holdKey });
}

export const NOT_FOUND: Refusal = { code: "APPOINTMENT_NOT_FOUND", path: ["appointmentId"] };

/** A status in which an appointment stays. */
export type FinalStatus = Exclude<AppointmentStatus, "BOOKED">;

type State = Pick<Appointment, "status" | "startsAt">;

/** Refuses to change an appointment that is not booked (any more). */
export const checkIsBooked = ({ status }: State): Refusal[] =>
  canChange(status) ? [] : [notBooked(status)];

/** Why an appointment can't get a final status now: it has one already, or is said to be over before it has begun. */
export function checkEnd({ status, startsAt }: State, end: FinalStatus, now: Date): Refusal[] {
  if (!canBecome(status, end)) return [notBooked(status)];
  if (end === "CANCELLED" || startsAt <= now) return [];
  return [{ code: "APPOINTMENT_NOT_STARTED", path: ["appointmentId"], startsAt }];
}

const notBooked = (status: AppointmentStatus): Refusal => ({
  code: "APPOINTMENT_NOT_BOOKED",
  path: ["appointmentId"],
  status,
});
