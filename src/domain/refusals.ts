import type { AppointmentStatus } from "./model.js";
import type { Interval } from "./appointments/interval.js";

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
