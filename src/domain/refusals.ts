import { MAXIMUM_MINUTES, MINIMUM_MINUTES, type Interval } from "./appointments/interval.js";
import { MAXIMUM_LENGTH } from "./limits.js";
import type { AppointmentStatus } from "./model.js";

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
  | { code: "SLOT_TAKEN"; blocking: Interval }
  | { code: "STARTS_IN_PAST" }
  | { code: "STARTS_TOO_LATE" }
  | { code: "DURATION_OUT_OF_RANGE"; minimumMinutes: number; maximumMinutes: number }
  | { code: "HAS_APPOINTMENTS"; appointmentCount: number }
  | { code: "APPOINTMENT_NOT_BOOKED"; status: AppointmentStatus }
  | { code: "APPOINTMENT_NOT_STARTED"; startsAt: Date }
  | { code: "STALE_VERSION"; currentVersion: number }
  | { code: "IDEMPOTENCY_KEY_REUSED" };

/**
 * One reason to refuse a request.
 *
 * `path` names the part of the use case's input that the reason is about, `["changes", "email"]`.
 */
export type Refusal = Reason & { path: readonly string[] };

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
};
