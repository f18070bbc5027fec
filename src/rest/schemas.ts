import { Type } from "typebox";

/**
 * The bodies of this face: what readers.ts reads requests by, and what the OpenAPI document shows.
 * `format` says how a string is read; unknown fields of a request are ignored.
 */
const EXAMPLE_TIME = "2030-01-07T09:00:00";

const answeredTime = Type.String({
  description: "UTC, without an offset",
  examples: [EXAMPLE_TIME],
});

const timestamps = { created_at: answeredTime, updated_at: answeredTime };

export const PatientCreate = Type.Object(
  {
    first_name: Type.String({ maxLength: 100, examples: ["Maria"] }),
    last_name: Type.String({ maxLength: 100, examples: ["Lopez"] }),
    email: Type.String({ format: "email", maxLength: 100, examples: ["maria@example.com"] }),
    phone_number: Type.String({ maxLength: 10, examples: ["5550100"] }),
  },
  { $id: "PatientCreate" },
);

export const PatientRead = Type.Object(
  { id: Type.Integer({ examples: [1] }), ...PatientCreate.properties, ...timestamps },
  { $id: "PatientRead" },
);

export const DoctorCreate = Type.Object(
  {
    full_name: Type.String({ maxLength: 100, examples: ["Dr. Anna Weber"] }),
    specialty: Type.String({ maxLength: 100, examples: ["Cardiology"] }),
    active_status: Type.Optional(
      Type.Boolean({ default: true, description: "null means true", examples: [true] }),
    ),
  },
  { $id: "DoctorCreate" },
);

export const DoctorRead = Type.Object(
  {
    id: Type.Integer({ examples: [1] }),
    full_name: DoctorCreate.properties.full_name,
    specialty: DoctorCreate.properties.specialty,
    active_status: Type.Boolean({ examples: [true] }),
    ...timestamps,
  },
  { $id: "DoctorRead" },
);

const times = {
  appointment_start_datetime: Type.String({
    format: "date-time",
    description: "In the future, with its offset from UTC",
    examples: ["2030-01-07T09:00:00Z"],
  }),
  appointment_duration_minutes: Type.Integer({
    description: "15 to 180",
    examples: [30],
  }),
};

export const AppointmentCreate = Type.Object(
  {
    patient_id: Type.Integer({ exclusiveMinimum: 0, examples: [1] }),
    doctor_id: Type.Integer({ exclusiveMinimum: 0, examples: [1] }),
    ...times,
  },
  { $id: "AppointmentCreate" },
);

export const AppointmentRead = Type.Object(
  {
    id: Type.Integer({ examples: [1] }),
    patient_id: Type.Integer({ examples: [1] }),
    doctor_id: Type.Integer({ examples: [1] }),
    appointment_start_datetime: answeredTime,
    appointment_duration_minutes: Type.Integer({ examples: [30] }),
    created_at: answeredTime,
    appointment_end_datetime: answeredTime,
  },
  { $id: "AppointmentRead" },
);

export const AppointmentDetailedRead = Type.Object(
  {
    appointment_id: Type.Integer({ examples: [1] }),
    appointment_start_datetime: answeredTime,
    appointment_duration_minutes: Type.Integer({ examples: [30] }),
    created_at: answeredTime,
    patient_id: Type.Integer({ examples: [1] }),
    patient_first_name: Type.String({ examples: ["Maria"] }),
    patient_last_name: Type.String({ examples: ["Lopez"] }),
    patient_email: Type.String({ examples: ["maria@example.com"] }),
    doctor_id: Type.Integer({ examples: [1] }),
    doctor_full_name: Type.String({ examples: ["Dr. Anna Weber"] }),
    doctor_specialty: Type.String({ examples: ["Cardiology"] }),
    appointment_end_datetime: answeredTime,
  },
  { $id: "AppointmentDetailedRead" },
);

export const Detail = Type.Object({ detail: Type.String() }, { $id: "Detail" });

export const ValidationErrors = Type.Object(
  {
    detail: Type.Array(
      Type.Object({
        type: Type.String({ examples: ["missing"] }),
        loc: Type.Array(Type.Union([Type.String(), Type.Integer()]), {
          examples: [["body", "email"]],
        }),
        msg: Type.String({ examples: ["Field required"] }),
        input: Type.Unknown(),
        ctx: Type.Optional(Type.Object({})),
      }),
    ),
  },
  { $id: "ValidationErrors" },
);

/** What can stand in a path or behind a question mark. */
export const Id = Type.Integer({ examples: [1] });
export const Day = Type.String({ format: "date", examples: ["2030-01-07"] });
