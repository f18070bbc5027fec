import { MAXIMUM_LENGTH } from "../domain/index.js";
import { array, object, type Schema } from "./json-schema.js";

/**
 * The bodies of this face: what readers.ts reads requests by, and what the OpenAPI document shows.
 * `format` says how a string is read; unknown fields of a request are ignored.
 */
const EXAMPLE_TIME = "2030-01-07T09:00:00";

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

const boolean = (more: Schema = {}): Schema => ({ type: "boolean", ...more, examples: [true] });

const answeredTime = string(EXAMPLE_TIME, { description: "UTC, without an offset" });

const timestamps = { created_at: answeredTime, updated_at: answeredTime };

/** What can stand in a path or behind a question mark. */
export const Id = integer(1);
export const Day = string("2030-01-07", { format: "date" });

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
    ...PatientCreate.properties,
    // Other callers may write longer ones.
    phone_number: string("5550100", { maxLength: MAXIMUM_LENGTH.phoneNumber }),
    ...timestamps,
  },
  { id: "PatientRead" },
);

export const DoctorCreate = object(
  {
    full_name: string("Dr. Anna Weber", { maxLength: MAXIMUM_LENGTH.name }),
    specialty: string("Cardiology", { maxLength: MAXIMUM_LENGTH.name }),
    active_status: boolean({ default: true, description: "null means true" }),
  },
  { id: "DoctorCreate", optional: ["active_status"] },
);

export const DoctorRead = object(
  {
    id: Id,
    full_name: DoctorCreate.properties.full_name,
    specialty: DoctorCreate.properties.specialty,
    active_status: boolean(),
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
      description: "In the future, with its offset from UTC",
    }),
    appointment_duration_minutes: integer(30, { description: "15 to 180" }),
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
    appointment_end_datetime: answeredTime,
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
    appointment_end_datetime: answeredTime,
  },
  { id: "AppointmentDetailedRead" },
);

export const Detail = object({ detail: { type: "string" } }, { id: "Detail" });

const loc: Schema = {
  ...array({ anyOf: [{ type: "string" }, { type: "integer" }] }),
  examples: [["body", "email"]],
};

export const ValidationErrors = object(
  {
    detail: array(
      object(
        {
          type: string("missing"),
          loc,
          msg: string("Field required"),
          input: {},
          ctx: { type: "object" },
        },
        { optional: ["ctx"] },
      ),
    ),
  },
  { id: "ValidationErrors" },
);
