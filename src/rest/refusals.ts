import {
  MAXIMUM_LENGTH,
  REFUSAL_EXAMPLES,
  type Refusal,
  type RefusalCode,
  type RefusalOf,
} from "../domain/index.js";

/**
 * The REST response to a refusal:
 * - `field`: 422, together with all other errors of the body, in pydantic's format of a ValueError;
 * - `detail`: a status and a sentence. If there are several, the first one in DETAILS is returned.
 */
type Answer =
  | { kind: "field"; message: string; ctx?: Record<string, unknown> }
  | { kind: "detail"; status: number; detail: string };

const field = (message: string, ctx?: Record<string, unknown>): Answer => ({
  kind: "field",
  message,
  ...(ctx && { ctx }),
});
const detail = (status: number, text: string): Answer => ({ kind: "detail", status, detail: text });

const invalidEmail = (because: string): Answer =>
  field(`value is not a valid email address: ${because}`, { reason: because });

const OVERLAPPING = "Doctor already has an overlapping appointment";
const DOES_NOT_WORK = "Doctor does not work at that time";

/** A new refusal does not compile until it is listed here. */
const ANSWERS: { [Code in RefusalCode]: (refusal: RefusalOf<Code>) => Answer } = {
  DOCTOR_NOT_FOUND: () => detail(404, "Doctor not found"),
  DOCTOR_INACTIVE: () => detail(409, "Doctor is inactive and cannot accept appointments"),
  SLOT_TAKEN: () => detail(409, OVERLAPPING),
  // To an earlier caller, a time that is held or too near is taken.
  SLOT_HELD: () => detail(409, OVERLAPPING),
  TOO_CLOSE: () => detail(409, OVERLAPPING),
  OUTSIDE_HOURS: () => detail(409, DOES_NOT_WORK),
  DOCTOR_AWAY: () => detail(409, DOES_NOT_WORK),
  TOO_SHORT_NOTICE: () => detail(409, "Appointment is too soon"),
  TOO_FAR_AHEAD: () => detail(409, "Appointment is too far ahead"),
  PATIENT_NOT_FOUND: () => detail(404, "Patient not found"),
  APPOINTMENT_NOT_FOUND: () => detail(404, "Appointment not found"),
  HAS_APPOINTMENTS: ({ path }) => {
    const person = path.includes("doctorId") ? "Doctor" : "Patient";
    return detail(409, `${person} has appointments and cannot be deleted`);
  },
  EMAIL_TAKEN: () => detail(400, "Another patient has this email"),
  TOO_LONG: ({ path, maximumLength }) =>
    detail(400, `${wireName(path)} must have at most ${maximumLength} characters`),
  IDEMPOTENCY_KEY_REUSED: () => detail(409, "This Idempotency-Key was used for another request"),
  APPOINTMENT_NOT_BOOKED: ({ path }) =>
    detail(
      409,
      path.includes("idempotencyKey")
        ? "This booking was made before and has been cancelled since"
        : "Appointment can no longer be changed",
    ),
  APPOINTMENT_NOT_STARTED: () => detail(409, "Appointment has not begun"),
  STALE_VERSION: () => detail(409, "Somebody else has changed this"),
  REQUIRED: ({ path }) =>
    path.at(-1) === "email"
      ? invalidEmail("it is empty")
      : field(`Value error, ${wireName(path)} must not be blank`),
  INVALID_CHARACTERS: ({ path }) =>
    field(`Value error, ${wireName(path)} must not have control characters`),
  EMAIL_INVALID: ({ because }) => invalidEmail(because),
  STARTS_IN_PAST: () => field("Value error, appointment_start_datetime must be in the future"),
  STARTS_TOO_LATE: () =>
    field("Value error, appointment_start_datetime must be before the year 10000"),
  DURATION_OUT_OF_RANGE: ({ minimumMinutes, maximumMinutes }) =>
    field(
      `Value error, appointment_duration_minutes must be between ${minimumMinutes} and ${maximumMinutes}`,
    ),
  SCHEDULE_NOT_FOUND: () => detail(404, "Schedule not found"),
  SCHEDULE_EXCEPTION_NOT_FOUND: () => detail(404, "Schedule exception not found"),
  TIME_ZONE_UNKNOWN: () => detail(409, "Time zone is unknown"),
  HOURS_INVALID: () => detail(409, "Hours are not valid"),
  VALIDITY_INVALID: () => detail(409, "The end must come after the start"),
  NUMBER_OUT_OF_RANGE: ({ path, minimum, maximum }) =>
    detail(409, `${wireName(path)} must be between ${minimum} and ${maximum}`),
  TOO_MANY_SCHEDULES: () => detail(409, "Doctor has too many schedules"),
  APPOINTMENTS_IN_THE_WAY: () => detail(409, "Appointments would lie outside the hours"),
};

/** The order in which the earlier service checked; refusals that it did not have come first. */
const DETAILS: readonly RefusalCode[] = [
  "TOO_LONG",
  "IDEMPOTENCY_KEY_REUSED",
  "DOCTOR_NOT_FOUND",
  "DOCTOR_INACTIVE",
  "OUTSIDE_HOURS",
  "DOCTOR_AWAY",
  "TOO_SHORT_NOTICE",
  "TOO_FAR_AHEAD",
  "SLOT_TAKEN",
  "SLOT_HELD",
  "TOO_CLOSE",
  "PATIENT_NOT_FOUND",
];

const WIRE_NAMES: Record<string, string> = {
  firstName: "first_name",
  lastName: "last_name",
  phoneNumber: "phone_number",
  fullName: "full_name",
  startsAt: "appointment_start_datetime",
  durationMinutes: "appointment_duration_minutes",
  idempotencyKey: "Idempotency-Key",
};

/** The REST name of the field that a refusal concerns. */
export function wireName(path: readonly string[]): string {
  const name = path.at(-1) ?? "";
  return WIRE_NAMES[name] ?? name;
}

export function toAnswer(refusal: Refusal): Answer {
  return (ANSWERS[refusal.code] as (refusal: Refusal) => Answer)(refusal);
}

/** The refusal that is returned if only one can be. */
export function firstByPrecedence(refusals: readonly Refusal[]): Refusal | undefined {
  const rank = ({ code }: Refusal) => (DETAILS.includes(code) ? DETAILS.indexOf(code) : 99);
  return [...refusals].sort((one, other) => rank(one) - rank(other))[0];
}

/** A refusal about this field, with the data of its example. */
const refusal = <Code extends RefusalCode>(code: Code, field: string): RefusalOf<Code> => ({
  ...REFUSAL_EXAMPLES[code],
  path: [field],
});

const text = (field: string, maximumLength: number): Refusal[] => [
  refusal("REQUIRED", field),
  refusal("INVALID_CHARACTERS", field),
  { ...refusal("TOO_LONG", field), maximumLength },
];

export const NOT_FOUND = {
  patient: refusal("PATIENT_NOT_FOUND", "patientId"),
  doctor: refusal("DOCTOR_NOT_FOUND", "doctorId"),
  appointment: refusal("APPOINTMENT_NOT_FOUND", "appointmentId"),
};

export const HAS_APPOINTMENTS = {
  patient: refusal("HAS_APPOINTMENTS", "patientId"),
  doctor: refusal("HAS_APPOINTMENTS", "doctorId"),
};

/** What REST refuses a repeat with whose appointment has been cancelled since; GraphQL answers with that one. */
export const CANCELLED_SINCE: Refusal = {
  code: "APPOINTMENT_NOT_BOOKED",
  path: ["idempotencyKey"],
  status: "CANCELLED",
};

/** The refusals of a registration. */
export const PATIENT: readonly Refusal[] = [
  ...text("firstName", MAXIMUM_LENGTH.name),
  ...text("lastName", MAXIMUM_LENGTH.name),
  ...text("email", MAXIMUM_LENGTH.email),
  ...text("phoneNumber", MAXIMUM_LENGTH.legacyPhoneNumber),
  refusal("EMAIL_INVALID", "email"),
  refusal("EMAIL_TAKEN", "email"),
];

/** The refusals of a new doctor. */
export const DOCTOR: readonly Refusal[] = [
  ...text("fullName", MAXIMUM_LENGTH.name),
  ...text("specialty", MAXIMUM_LENGTH.name),
];

/** The refusals of a booking. */
export const BOOKING: readonly Refusal[] = [
  refusal("DURATION_OUT_OF_RANGE", "durationMinutes"),
  refusal("STARTS_IN_PAST", "startsAt"),
  refusal("STARTS_TOO_LATE", "startsAt"),
  ...text("idempotencyKey", MAXIMUM_LENGTH.idempotencyKey),
  refusal("IDEMPOTENCY_KEY_REUSED", "idempotencyKey"),
  // A repeat whose appointment has been deleted since.
  refusal("APPOINTMENT_NOT_FOUND", "idempotencyKey"),
  CANCELLED_SINCE,
  refusal("DOCTOR_NOT_FOUND", "doctorId"),
  refusal("DOCTOR_INACTIVE", "doctorId"),
  refusal("OUTSIDE_HOURS", "startsAt"),
  refusal("DOCTOR_AWAY", "startsAt"),
  refusal("TOO_SHORT_NOTICE", "startsAt"),
  refusal("TOO_FAR_AHEAD", "startsAt"),
  refusal("SLOT_TAKEN", "startsAt"),
  refusal("SLOT_HELD", "startsAt"),
  refusal("TOO_CLOSE", "startsAt"),
  refusal("PATIENT_NOT_FOUND", "patientId"),
];
