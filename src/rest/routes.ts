import { MAXIMUM_LENGTH, type Domain, type Outcome, type Refusal } from "../domain/index.js";
import { readBody } from "./body.js";
import { array, object, type ObjectSchema, type Schema } from "./json-schema.js";
import { invalid, toProblem } from "./problems.js";
import { readFields, toDatabaseId } from "./readers.js";
import {
  BOOKING,
  CANCELLED_SINCE,
  DOCTOR,
  HAS_APPOINTMENTS,
  NOT_FOUND,
  PATIENT,
} from "./refusals.js";
import * as schemas from "./schemas.js";
import { writeArray } from "./stream.js";
import {
  toAppointmentDetailedRead,
  toAppointmentRead,
  toDoctorRead,
  toPatientRead,
} from "./wire.js";

/** What a handler needs of a request. */
export interface RestRequest {
  params: Readonly<Record<string, string>>;
  query: Readonly<Record<string, unknown>>;
  body: unknown;
  contentType: string | undefined;
  idempotencyKey: string | undefined;
}

/** One endpoint of the earlier system. */
export interface Route {
  method: "GET" | "POST" | "PUT" | "DELETE";
  /** As Fastify writes it, `/patients/:patient_id`. */
  url: string;
  summary: string;
  tag: "patients" | "doctors" | "appointments";
  status: 200 | 201 | 204;
  /** Each refusal that the domain can give here, once: the document shows how it is answered. */
  refusals: readonly Refusal[];
  params?: ObjectSchema;
  query?: ObjectSchema;
  body?: ObjectSchema;
  headers?: ObjectSchema;
  answer?: Schema;
  /** The GraphQL operation that gives the same data. */
  graphql: string;
  /** Answers with what is to be JSON, with JSON, as text or as a stream, or with nothing. */
  handle: (domain: Domain, request: RestRequest) => Promise<object | string | null>;
}

const patientId = object({ patient_id: schemas.Id });
const doctorId = object({ doctor_id: schemas.Id });
const appointmentId = object({ appointment_id: schemas.Id });

const appointmentsQuery = object(
  { doctor_id: schemas.Id, patient_id: schemas.Id, date: schemas.Day },
  { optional: ["doctor_id", "patient_id", "date"] },
);

const dayQuery = object({ date: schemas.Day });

const MILLISECONDS_PER_DAY = 24 * 60 * 60 * 1_000;

/** The endpoints, in the order in which a request is matched with them. */
export const ROUTES: readonly Route[] = [
  {
    method: "POST",
    url: "/patients",
    summary: "Register a patient",
    tag: "patients",
    status: 201,
    refusals: PATIENT,
    body: schemas.PatientCreate,
    answer: schemas.PatientRead,
    graphql:
      "mutation ($input: RegisterPatientInput!) { registerPatient(input: $input) { patient { id } userErrors { code message path } } }",
    async handle({ patients }, request) {
      const { values, input } = readBody(schemas.PatientCreate, request, (fields) =>
        patients.check(toPatientFields(fields)),
      );
      const limits = { phoneNumber: MAXIMUM_LENGTH.legacyPhoneNumber };
      const outcome = await patients.register(toPatientFields(values), limits);
      return toPatientRead(done(outcome, input));
    },
  },
  {
    method: "GET",
    url: "/patients",
    summary: "List all patients",
    tag: "patients",
    status: 200,
    refusals: [],
    answer: array(schemas.PatientRead),
    graphql:
      "query ($after: String) { patients(first: 100, after: $after) { nodes { id fullName email } pageInfo { hasNextPage endCursor } } }",
    handle: ({ patients }) => writeArray(patients.stream(), toPatientRead),
  },
  {
    method: "GET",
    url: "/patients/:patient_id",
    summary: "Read a patient",
    tag: "patients",
    status: 200,
    refusals: [NOT_FOUND.patient],
    params: patientId,
    answer: schemas.PatientRead,
    graphql: "query ($by: PatientBy!) { patient(by: $by) { id fullName email phoneNumber } }",
    async handle({ patients }, request) {
      const patient = await patients.byId(pathId(patientId, request));
      if (!patient) throw toProblem([NOT_FOUND.patient], {}, false);
      return toPatientRead(patient);
    },
  },
  {
    method: "DELETE",
    url: "/patients/:patient_id",
    summary: "Delete a patient without appointments",
    tag: "patients",
    status: 204,
    refusals: [NOT_FOUND.patient, HAS_APPOINTMENTS.patient],
    params: patientId,
    graphql:
      "mutation ($input: DeletePatientInput!) { deletePatient(input: $input) { deletedPatientId userErrors { code message } } }",
    async handle({ patients }, request) {
      done(await patients.remove({ patientId: pathId(patientId, request) }));
      return null;
    },
  },
  {
    method: "POST",
    url: "/doctors",
    summary: "Create a doctor",
    tag: "doctors",
    status: 201,
    refusals: DOCTOR,
    body: schemas.DoctorCreate,
    answer: schemas.DoctorRead,
    graphql:
      "mutation ($input: CreateDoctorInput!) { createDoctor(input: $input) { doctor { id } userErrors { code message path } } }",
    async handle({ doctors }, request) {
      const { values, input } = readBody(schemas.DoctorCreate, request, (fields) =>
        doctors.check(toDoctorFields(fields)),
      );
      return toDoctorRead(done(await doctors.create(toDoctorFields(values)), input));
    },
  },
  {
    method: "GET",
    url: "/doctors",
    summary: "List all doctors",
    tag: "doctors",
    status: 200,
    refusals: [],
    answer: array(schemas.DoctorRead),
    graphql:
      "query ($after: String) { doctors(first: 100, after: $after) { nodes { id fullName specialty isActive } pageInfo { hasNextPage endCursor } } }",
    handle: ({ doctors }) => writeArray(doctors.stream(), toDoctorRead),
  },
  {
    method: "GET",
    url: "/doctors/:doctor_id",
    summary: "Read a doctor",
    tag: "doctors",
    status: 200,
    refusals: [NOT_FOUND.doctor],
    params: doctorId,
    answer: schemas.DoctorRead,
    graphql: "query ($by: DoctorBy!) { doctor(by: $by) { id fullName specialty isActive } }",
    async handle({ doctors }, request) {
      const doctor = await doctors.byId(pathId(doctorId, request));
      if (!doctor) throw toProblem([NOT_FOUND.doctor], {}, false);
      return toDoctorRead(doctor);
    },
  },
  {
    method: "PUT",
    url: "/doctors/:doctor_id/toggle-status",
    summary: "Activate an inactive doctor, deactivate an active one",
    tag: "doctors",
    status: 200,
    refusals: [NOT_FOUND.doctor],
    params: doctorId,
    answer: schemas.DoctorRead,
    graphql:
      "mutation ($input: DeactivateDoctorInput!) { deactivateDoctor(input: $input) { doctor { id isActive } userErrors { code message } } }",
    async handle({ doctors }, request) {
      return toDoctorRead(done(await doctors.toggle({ doctorId: pathId(doctorId, request) })));
    },
  },
  {
    method: "DELETE",
    url: "/doctors/:doctor_id",
    summary: "Delete a doctor without appointments",
    tag: "doctors",
    status: 204,
    refusals: [NOT_FOUND.doctor, HAS_APPOINTMENTS.doctor],
    params: doctorId,
    graphql:
      "mutation ($input: DeleteDoctorInput!) { deleteDoctor(input: $input) { deletedDoctorId userErrors { code message } } }",
    async handle({ doctors }, request) {
      done(await doctors.remove({ doctorId: pathId(doctorId, request) }));
      return null;
    },
  },
  {
    method: "POST",
    url: "/appointments",
    summary: "Book an appointment",
    tag: "appointments",
    status: 201,
    refusals: BOOKING,
    body: schemas.AppointmentCreate,
    headers: object(
      { "Idempotency-Key": { type: "string", maxLength: MAXIMUM_LENGTH.idempotencyKey } },
      { optional: ["Idempotency-Key"] },
    ),
    answer: schemas.AppointmentRead,
    graphql:
      "mutation ($input: BookAppointmentInput!) { bookAppointment(input: $input) { appointment { id startsAt endsAt } userErrors { code message path } } }",
    async handle({ appointments }, request) {
      const { values, input } = readBody(schemas.AppointmentCreate, request, (fields) =>
        appointments.check(toTimes(fields)),
      );
      const booking = { ...toBooking(values), idempotencyKey: request.idempotencyKey };
      const booked = done(await appointments.book(booking), input, true);
      // A new appointment is booked: this one answers a repeat by its key.
      if (booked.status === "CANCELLED") throw toProblem([CANCELLED_SINCE], input, true);
      return toAppointmentRead(booked);
    },
  },
  {
    method: "GET",
    url: "/appointments",
    summary: "List appointments, of a doctor, a patient, a UTC day, or all",
    tag: "appointments",
    status: 200,
    refusals: [],
    query: appointmentsQuery,
    answer: array(schemas.AppointmentDetailedRead),
    graphql:
      "query ($filter: AppointmentFilter, $after: String) { appointments(filter: $filter, first: 100, after: $after) { nodes { id startsAt endsAt patient { fullName } doctor { fullName } } pageInfo { hasNextPage endCursor } } }",
    handle({ appointments }, request) {
      const filter = toFilter(readQuery(appointmentsQuery, request));
      return writeArray(appointments.stream(filter), toAppointmentDetailedRead);
    },
  },
  {
    method: "GET",
    url: "/appointments/by-date",
    summary: "List the appointments of a UTC day",
    tag: "appointments",
    status: 200,
    refusals: [],
    query: dayQuery,
    answer: array(schemas.AppointmentRead),
    graphql:
      "query ($filter: AppointmentFilter) { appointments(filter: $filter, first: 100) { nodes { id startsAt endsAt } pageInfo { hasNextPage endCursor } } }",
    handle({ appointments }, request) {
      const filter = toFilter(readQuery(dayQuery, request));
      return writeArray(appointments.stream(filter), toAppointmentRead);
    },
  },
  {
    method: "GET",
    url: "/appointments/:appointment_id",
    summary: "Read an appointment",
    tag: "appointments",
    status: 200,
    refusals: [NOT_FOUND.appointment],
    params: appointmentId,
    answer: schemas.AppointmentDetailedRead,
    graphql:
      "query ($by: AppointmentBy!) { appointment(by: $by) { id startsAt endsAt status patient { fullName } doctor { fullName } } }",
    async handle({ appointments }, request) {
      const found = await appointments.withPeople(pathId(appointmentId, request));
      if (!found) throw toProblem([NOT_FOUND.appointment], {}, false);
      return toAppointmentDetailedRead(found);
    },
  },
  {
    method: "DELETE",
    url: "/appointments/:appointment_id",
    summary: "Delete an appointment",
    tag: "appointments",
    status: 204,
    refusals: [NOT_FOUND.appointment],
    params: appointmentId,
    graphql:
      "mutation ($input: CancelAppointmentInput!) { cancelAppointment(input: $input) { appointment { id status } userErrors { code message } } }",
    async handle({ appointments }, request) {
      done(await appointments.remove({ appointmentId: pathId(appointmentId, request) }));
      return null;
    },
  },
];

/** What a use case did; its refusal is thrown as what this face answers. */
function done<Value>(
  outcome: Outcome<Value>,
  input: Record<string, unknown> = {},
  isReference = false,
): Value {
  if (outcome.done) return outcome.value;
  throw toProblem(outcome.refusals, input, isReference);
}

function pathId(schema: ObjectSchema, { params }: RestRequest): number {
  const { values, errors } = readFields(schema, params, "path");
  if (errors.length > 0) throw invalid(errors);
  return toDatabaseId(Number(Object.values(values)[0]));
}

function readQuery(schema: ObjectSchema, { query }: RestRequest): Record<string, unknown> {
  const last = Object.entries(query).map(([name, value]) => [
    name,
    Array.isArray(value) ? (value.at(-1) as unknown) : value,
  ]);
  const given = Object.fromEntries(last) as Record<string, unknown>;
  const { values, errors } = readFields(schema, given, "query");
  if (errors.length > 0) throw invalid(errors);
  return values;
}

interface PatientFieldsOnWire {
  first_name: string;
  last_name: string;
  email: string;
  phone_number: string;
}

// What readers.ts has read by the schema has the schema's types.
const toPatientFields = (values: Record<string, unknown>) => {
  const { first_name, last_name, email, phone_number } = values as unknown as PatientFieldsOnWire;
  return {
    firstName: first_name,
    lastName: last_name,
    // "Maria Lopez <maria@example.com>" names its address too.
    email: typeof email === "string" ? (/^[^<>]*<([^<>]*)>\s*$/.exec(email)?.[1] ?? email) : email,
    phoneNumber: phone_number,
  };
};

const toDoctorFields = (values: Record<string, unknown>) => {
  const { full_name, specialty, active_status } = values as {
    full_name: string;
    specialty: string;
    active_status?: boolean;
  };
  return { fullName: full_name, specialty, isActive: active_status };
};

const toTimes = (values: Record<string, unknown>) => ({
  startsAt: values["appointment_start_datetime"] as Date | undefined,
  durationMinutes: values["appointment_duration_minutes"] as number | undefined,
});

const toBooking = (values: Record<string, unknown>) => ({
  patientId: toDatabaseId(values["patient_id"] as number),
  doctorId: toDatabaseId(values["doctor_id"] as number),
  startsAt: values["appointment_start_datetime"] as Date,
  durationMinutes: values["appointment_duration_minutes"] as number,
});

const toFilter = (values: Record<string, unknown>) => {
  const day = values["date"] as Date | undefined;
  const [doctor, patient] = [values["doctor_id"], values["patient_id"]];
  return {
    doctorId: doctor === undefined ? null : toDatabaseId(doctor as number),
    patientId: patient === undefined ? null : toDatabaseId(patient as number),
    startsFrom: day ?? null,
    startsBefore: day ? new Date(day.getTime() + MILLISECONDS_PER_DAY) : null,
  };
};
