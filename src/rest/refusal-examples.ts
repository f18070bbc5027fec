import { MAXIMUM_LENGTH, MAXIMUM_MINUTES, MINIMUM_MINUTES, type Refusal } from "../domain/index.js";

/** Which refusals the domain can give at an endpoint: an example of each, for the OpenAPI document. */

export const NOT_FOUND = {
  patient: { code: "PATIENT_NOT_FOUND", path: ["patientId"] },
  doctor: { code: "DOCTOR_NOT_FOUND", path: ["doctorId"] },
  appointment: { code: "APPOINTMENT_NOT_FOUND", path: ["appointmentId"] },
} as const satisfies Record<string, Refusal>;

export const HAS_APPOINTMENTS = {
  patient: { code: "HAS_APPOINTMENTS", path: ["patientId"], appointmentCount: 1 },
  doctor: { code: "HAS_APPOINTMENTS", path: ["doctorId"], appointmentCount: 1 },
} as const satisfies Record<string, Refusal>;

const text = (name: string, maximumLength: number): Refusal[] => [
  { code: "REQUIRED", path: [name] },
  { code: "INVALID_CHARACTERS", path: [name] },
  { code: "TOO_LONG", path: [name], maximumLength },
];

export const PATIENT: readonly Refusal[] = [
  ...text("firstName", MAXIMUM_LENGTH.name),
  ...text("lastName", MAXIMUM_LENGTH.name),
  ...text("email", MAXIMUM_LENGTH.email),
  ...text("phoneNumber", MAXIMUM_LENGTH.legacyPhoneNumber),
  { code: "EMAIL_INVALID", path: ["email"], because: "there is no @ in it" },
  { code: "EMAIL_TAKEN", path: ["email"] },
];

export const DOCTOR: readonly Refusal[] = [
  ...text("fullName", MAXIMUM_LENGTH.name),
  ...text("specialty", MAXIMUM_LENGTH.name),
];

const EXAMPLE_INTERVAL = {
  startsAt: new Date("2030-01-07T09:00:00Z"),
  endsAt: new Date("2030-01-07T09:30:00Z"),
};

/** What this face refuses a repeat for whose appointment has been cancelled meanwhile; the graph shows that one. */
export const CANCELLED_SINCE: Refusal = {
  code: "APPOINTMENT_NOT_BOOKED",
  path: ["idempotencyKey"],
  status: "CANCELLED",
};

export const BOOKING: readonly Refusal[] = [
  {
    code: "DURATION_OUT_OF_RANGE",
    path: ["durationMinutes"],
    minimumMinutes: MINIMUM_MINUTES,
    maximumMinutes: MAXIMUM_MINUTES,
  },
  { code: "STARTS_IN_PAST", path: ["startsAt"] },
  { code: "STARTS_TOO_LATE", path: ["startsAt"] },
  ...text("idempotencyKey", MAXIMUM_LENGTH.idempotencyKey),
  { code: "IDEMPOTENCY_KEY_REUSED", path: ["idempotencyKey"] },
  // A repeat whose appointment has been deleted meanwhile.
  { code: "APPOINTMENT_NOT_FOUND", path: ["idempotencyKey"] },
  CANCELLED_SINCE,
  NOT_FOUND.doctor,
  { code: "DOCTOR_INACTIVE", path: ["doctorId"] },
  { code: "SLOT_TAKEN", path: ["startsAt"], blocking: EXAMPLE_INTERVAL },
  NOT_FOUND.patient,
];
