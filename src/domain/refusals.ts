import { MAXIMUM_MINUTES, MINIMUM_MINUTES, type Interval } from "./appointments/interval.js";
import { MAXIMUM_LENGTH, MAXIMUM_SCHEDULES, SCHEDULE_NUMBERS } from "./limits.js";
import type { Appointment, AppointmentStatus } from "./model.js";

/** The rule book: every reason for which the domain says no, with what a caller can act on. */
type Reason =
  | { code: "PATIENT_NOT_FOUND" }
  | { code: "DOCTOR_NOT_FOUND" }
  | { code: "APPOINTMENT_NOT_FOUND" }
  | { code: "REQUIRED" }
  | { code: "TOO_LONG"; maximumLength: number }
  | { code: "INVALID_CHARACTERS" }
  | { code: "EMAIL_INVALID"; because: string }
  | { code: "EMAIL_TAKEN" }
  | { code: "DOCTOR_INACTIVE" }
  | CalendarReason
  | { code: "STARTS_IN_PAST" }
  | { code: "STARTS_TOO_LATE" }
  | { code: "DURATION_OUT_OF_RANGE"; minimumMinutes: number; maximumMinutes: number }
  | { code: "HAS_APPOINTMENTS"; appointmentCount: number }
  | { code: "APPOINTMENT_NOT_BOOKED"; status: AppointmentStatus }
  | { code: "APPOINTMENT_NOT_STARTED"; startsAt: Date }
  | { code: "STALE_VERSION"; currentVersion: number }
  | { code: "IDEMPOTENCY_KEY_REUSED" }
  | { code: "SCHEDULE_NOT_FOUND" }
  | { code: "SCHEDULE_EXCEPTION_NOT_FOUND" }
  | { code: "TIME_ZONE_UNKNOWN" }
  | { code: "HOURS_INVALID" }
  | { code: "VALIDITY_INVALID" }
  | { code: "NUMBER_OUT_OF_RANGE"; minimum: number; maximum: number }
  | { code: "TOO_MANY_SCHEDULES"; maximumCount: number }
  /** With the booked appointments, earliest first. */
  | { code: "APPOINTMENTS_IN_THE_WAY"; appointments: readonly Appointment[] };

/** Why a time can't be had in the calendar of a doctor. */
type CalendarReason =
  /** With the working times of the local days that the time touches. */
  | { code: "OUTSIDE_HOURS"; workingTimes: readonly Interval[] }
  /** With the time off. */
  | { code: "DOCTOR_AWAY"; blocking: Interval }
  /** With the earliest start that would be in time. */
  | { code: "TOO_SHORT_NOTICE"; earliest: Date }
  /** With the latest second at which an appointment may start. */
  | { code: "TOO_FAR_AHEAD"; latest: Date }
  | { code: "SLOT_TAKEN"; blocking: Interval }
  /** With the time that is held, and when the hold ends at the latest. */
  | { code: "SLOT_HELD"; blocking: Interval; until: Date }
  | { code: "TOO_CLOSE"; blocking: Interval; gapMinutes: number };

/**
 * One reason to refuse a request.
 *
 * `path` names the part of the use case's input that the reason is about, `["changes", "email"]`.
 */
export type Refusal = Reason & { path: readonly string[] };

/** One reason against a time in the calendar of a doctor. */
export type CalendarRefusal = CalendarReason & { path: readonly string[] };

export type RefusalCode = Refusal["code"];
export type RefusalOf<Code extends RefusalCode> = Extract<Refusal, { code: Code }>;

const EXAMPLE_INTERVAL: Interval = {
  startsAt: new Date("2030-01-07T09:00:00Z"),
  endsAt: new Date("2030-01-07T09:30:00Z"),
};

/**
 * An example of each refusal, from which the documents of both APIs and tests are made. A new code does not
 * compile until it has one.
 */
export const REFUSAL_EXAMPLES: { readonly [Code in RefusalCode]: RefusalOf<Code> } = {
  PATIENT_NOT_FOUND: { code: "PATIENT_NOT_FOUND", path: ["patientId"] },
  DOCTOR_NOT_FOUND: { code: "DOCTOR_NOT_FOUND", path: ["doctorId"] },
  APPOINTMENT_NOT_FOUND: { code: "APPOINTMENT_NOT_FOUND", path: ["appointmentId"] },
  REQUIRED: { code: "REQUIRED", path: ["firstName"] },
  TOO_LONG: { code: "TOO_LONG", path: ["firstName"], maximumLength: MAXIMUM_LENGTH.name },
  INVALID_CHARACTERS: { code: "INVALID_CHARACTERS", path: ["firstName"] },
  EMAIL_INVALID: { code: "EMAIL_INVALID", path: ["email"], because: "it has no @-sign" },
  EMAIL_TAKEN: { code: "EMAIL_TAKEN", path: ["email"] },
  DOCTOR_INACTIVE: { code: "DOCTOR_INACTIVE", path: ["doctorId"] },
  SLOT_TAKEN: { code: "SLOT_TAKEN", path: ["startsAt"], blocking: EXAMPLE_INTERVAL },
  STARTS_IN_PAST: { code: "STARTS_IN_PAST", path: ["startsAt"] },
  STARTS_TOO_LATE: { code: "STARTS_TOO_LATE", path: ["startsAt"] },
  DURATION_OUT_OF_RANGE: {
    code: "DURATION_OUT_OF_RANGE",
    path: ["durationMinutes"],
    minimumMinutes: MINIMUM_MINUTES,
    maximumMinutes: MAXIMUM_MINUTES,
  },
  HAS_APPOINTMENTS: { code: "HAS_APPOINTMENTS", path: ["patientId"], appointmentCount: 3 },
  APPOINTMENT_NOT_BOOKED: {
    code: "APPOINTMENT_NOT_BOOKED",
    path: ["appointmentId"],
    status: "COMPLETED",
  },
  APPOINTMENT_NOT_STARTED: {
    code: "APPOINTMENT_NOT_STARTED",
    path: ["appointmentId"],
    startsAt: EXAMPLE_INTERVAL.startsAt,
  },
  STALE_VERSION: { code: "STALE_VERSION", path: ["expectedVersion"], currentVersion: 5 },
  IDEMPOTENCY_KEY_REUSED: { code: "IDEMPOTENCY_KEY_REUSED", path: ["idempotencyKey"] },
  OUTSIDE_HOURS: { code: "OUTSIDE_HOURS", path: ["startsAt"], workingTimes: [EXAMPLE_INTERVAL] },
  DOCTOR_AWAY: { code: "DOCTOR_AWAY", path: ["startsAt"], blocking: EXAMPLE_INTERVAL },
  TOO_SHORT_NOTICE: {
    code: "TOO_SHORT_NOTICE",
    path: ["startsAt"],
    earliest: EXAMPLE_INTERVAL.startsAt,
  },
  TOO_FAR_AHEAD: { code: "TOO_FAR_AHEAD", path: ["startsAt"], latest: EXAMPLE_INTERVAL.startsAt },
  SLOT_HELD: {
    code: "SLOT_HELD",
    path: ["startsAt"],
    blocking: EXAMPLE_INTERVAL,
    until: new Date("2030-01-07T08:05:00Z"),
  },
  TOO_CLOSE: {
    code: "TOO_CLOSE",
    path: ["startsAt"],
    blocking: EXAMPLE_INTERVAL,
    gapMinutes: 10,
  },
  SCHEDULE_NOT_FOUND: { code: "SCHEDULE_NOT_FOUND", path: ["scheduleId"] },
  SCHEDULE_EXCEPTION_NOT_FOUND: {
    code: "SCHEDULE_EXCEPTION_NOT_FOUND",
    path: ["scheduleExceptionId"],
  },
  TIME_ZONE_UNKNOWN: { code: "TIME_ZONE_UNKNOWN", path: ["timeZone"] },
  HOURS_INVALID: { code: "HOURS_INVALID", path: ["hours", "0"] },
  VALIDITY_INVALID: { code: "VALIDITY_INVALID", path: ["validUntil"] },
  NUMBER_OUT_OF_RANGE: {
    code: "NUMBER_OUT_OF_RANGE",
    path: ["slotMinutes"],
    ...SCHEDULE_NUMBERS.slotMinutes,
  },
  TOO_MANY_SCHEDULES: {
    code: "TOO_MANY_SCHEDULES",
    path: ["validFrom"],
    maximumCount: MAXIMUM_SCHEDULES,
  },
  APPOINTMENTS_IN_THE_WAY: {
    code: "APPOINTMENTS_IN_THE_WAY",
    path: ["ifBooked"],
    appointments: [],
  },
};
