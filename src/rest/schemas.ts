import { MAXIMUM_LENGTH, MAXIMUM_MINUTES, MINIMUM_MINUTES } from "../domain/index.js";
import { array, object, type Schema } from "./json-schema.js";

/**
 * The schemas of bodies and parameters. readers.ts validates requests with them, and the OpenAPI document shows them.
 * `format` determines how a string is parsed; unknown fields of a request are ignored.
 */
const string = (example: string, more: Schema = {}): Schema => ({
  type: "string",
  ...more,
  examples: [example],
});

const integer = (example: number, more: Schema = {}): Schema => ({
  type: "integer",
  ...more,
  examples: [example],
});

const answeredTime = string("2030-01-07T09:00:00", { description: "UTC, without an offset" });
const answeredEnd = string("2030-01-07T09:30:00", { description: "UTC, without an offset" });

const timestamps = { created_at: answeredTime, updated_at: answeredTime };

const Id = integer(1);

export const PatientId = object({ patient_id: Id });
export const DoctorId = object({ doctor_id: Id });
export const AppointmentId = object({ appointment_id: Id });

const day = string("2030-01-07", { format: "date", description: "A day in UTC" });

export const DayQuery = object({ date: day });
export const AppointmentsQuery = object(
  {
    doctor_id: Id,
    patient_id: Id,
    date: { ...day, description: "A day in UTC; any day if it is empty or left out" },
  },
  { optional: ["doctor_id", "patient_id", "date"], emptyIsAbsent: ["date"] },
);

export const IdempotencyKey = object(
  {
    "Idempotency-Key": string("2f1c8d1e-6f6e-4f0a-9c0e-0d1f5a7b8c9d", {
      maxLength: MAXIMUM_LENGTH.idempotencyKey,
      description:
        "Makes a repeat safe for 24 hours: it is answered with the appointment that was booked",
    }),
  },
  { optional: ["Idempotency-Key"] },
);

export const PatientCreate = object(
  {
    first_name: string("Maria", { maxLength: MAXIMUM_LENGTH.name }),
    last_name: string("Lopez", { maxLength: MAXIMUM_LENGTH.name }),
    email: string("maria@example.com", { format: "email", maxLength: MAXIMUM_LENGTH.email }),
    phone_number: string("5550100", { maxLength: MAXIMUM_LENGTH.legacyPhoneNumber }),
  },
  { id: "PatientCreate" },
);

export const PatientRead = object(
  {
    id: Id,
    first_name: string("Maria"),
    last_name: string("Lopez"),
    email: string("maria@example.com"),
    phone_number: string("5550100"),
    ...timestamps,
  },
  { id: "PatientRead" },
);

export const DoctorCreate = object(
  {
    full_name: string("Dr. Anna Weber", { maxLength: MAXIMUM_LENGTH.name }),
    specialty: string("Cardiology", { maxLength: MAXIMUM_LENGTH.name }),
    active_status: {
      type: ["boolean", "null"],
      // No `default`, because client generators treat a property with a default as required.
      description: "true if it is null or left out",
      examples: [true],
    },
  },
  { id: "DoctorCreate", optional: ["active_status"] },
);

export const DoctorRead = object(
  {
    id: Id,
    full_name: string("Dr. Anna Weber"),
    specialty: string("Cardiology"),
    active_status: { type: "boolean", examples: [true] },
    ...timestamps,
  },
  { id: "DoctorRead" },
);

const newId = integer(1, { exclusiveMinimum: 0 });
const duration = integer(30);

export const AppointmentCreate = object(
  {
    patient_id: newId,
    doctor_id: newId,
    appointment_start_datetime: string("2030-01-07T09:00:00Z", {
      format: "date-time",
      description:
        "In the future, with its offset from UTC. A number counts seconds since 1970, or milliseconds if it is above 20,000,000,000.",
    }),
    appointment_duration_minutes: integer(30, {
      minimum: MINIMUM_MINUTES,
      maximum: MAXIMUM_MINUTES,
    }),
  },
  { id: "AppointmentCreate" },
);

export const AppointmentRead = object(
  {
    id: Id,
    patient_id: Id,
    doctor_id: Id,
    appointment_start_datetime: answeredTime,
    appointment_duration_minutes: duration,
    created_at: answeredTime,
    appointment_end_datetime: answeredEnd,
  },
  { id: "AppointmentRead" },
);

export const AppointmentDetailedRead = object(
  {
    appointment_id: Id,
    appointment_start_datetime: answeredTime,
    appointment_duration_minutes: duration,
    created_at: answeredTime,
    patient_id: Id,
    patient_first_name: string("Maria"),
    patient_last_name: string("Lopez"),
    patient_email: string("maria@example.com"),
    doctor_id: Id,
    doctor_full_name: string("Dr. Anna Weber"),
    doctor_specialty: string("Cardiology"),
    appointment_end_datetime: answeredEnd,
  },
  { id: "AppointmentDetailedRead" },
);

export const Detail = object(
  { detail: string("Patient not found"), code: string("FORBIDDEN") },
  { id: "Detail", optional: ["code"] },
);

export const ValidationError = object(
  {
    type: string("missing"),
    loc: {
      ...array({ anyOf: [{ type: "string" }, { type: "integer" }] }),
      examples: [["body", "email"]],
    },
    msg: string("Field required"),
    input: { description: "What was sent" },
    ctx: { type: "object" },
  },
  { id: "ValidationError", optional: ["ctx"] },
);

export const ValidationErrors = object(
  { detail: array(ValidationError) },
  { id: "ValidationErrors" },
);
