import { MAXIMUM_LENGTH, type UseCases, type Outcome, type Refusal } from "../domain/index.js";
import {
  toAppointmentId,
  toBooking,
  toDoctorFields,
  toDoctorId,
  toFilter,
  toGraphFilter,
  toGraphTime,
  toPatientFields,
  toPatientId,
} from "./inputs.js";
import { array, type Schema } from "./json-schema.js";
import { toProblem } from "./problems.js";
import {
  BOOKING,
  CANCELLED_SINCE,
  DOCTOR,
  HAS_APPOINTMENTS,
  NOT_FOUND,
  PATIENT,
} from "./refusals.js";
import { readRequest, type RequestSchemas, type RestRequest, type Values } from "./request.js";
import * as schemas from "./schemas.js";
import { writeArray } from "./stream.js";
import { idOfRow, linkTo, successorNamed, type NodeId, type RowId } from "./successors.js";
import {
  toAppointmentDetailedRead,
  toAppointmentRead,
  toDoctorRead,
  toPatientRead,
} from "./wire.js";

/** The body of a response: an object or a list; null for none. */
type Answer = object | null;

/** What the OpenAPI document shows of an endpoint. */
interface Shown extends RequestSchemas {
  method: "GET" | "POST" | "PUT" | "DELETE";
  /** In Fastify's syntax: `/patients/:patient_id`. */
  url: string;
  /** The name of the GraphQL operation that returns the same data, in src/rest/successors.graphql. */
  successor: string;
  summary: string;
  tag: "patients" | "doctors" | "appointments";
  status: 200 | 201 | 204;
  /** One example of each possible refusal; the OpenAPI document shows the responses. */
  refusals: readonly Refusal[];
  answer?: Schema;
  /** What a caller who moves to the GraphQL operation needs to know. */
  moving?: string;
}

interface Endpoint<Input> extends Shown {
  /** Converts the values of a request to the input of the domain. */
  toInput: (values: Values) => Input;
  /** The domain's refusals of the valid values, which are returned together with the errors of the others. */
  check?: (domain: UseCases, input: Input) => Refusal[];
  handle: (domain: UseCases, input: Input) => Promise<Outcome<Answer>>;
  /** The variables with which the GraphQL operation returns the same data. */
  toVariables: (input: Input, nodeId: RowId) => object;
}

/** An endpoint of the earlier REST service. */
export interface Route extends Shown {
  /** The GraphQL operation that returns the same data. */
  graphql: string;
  /** The variables of the operation for the values of a request. */
  variablesOf: (values: Values, nodeId: NodeId) => object;
  /** @throws Problem if the request is invalid, or the domain refuses its fields. */
  read: (domain: UseCases, request: RestRequest) => ReadRequest;
}

/** A valid request. */
interface ReadRequest {
  /** The `Link` header to the operation with the variables of this request. */
  link: (nodeId: NodeId) => string;
  /** @throws Problem if the domain refuses. */
  answer: () => Promise<Answer>;
}

function endpoint<Input>({
  toInput,
  check,
  handle,
  toVariables,
  ...shown
}: Endpoint<Input>): Route {
  const graphql = successorNamed(shown.successor);
  const link = linkTo(graphql);
  return {
    ...shown,
    graphql,
    variablesOf: (values, nodeId) => toVariables(toInput(values), idOfRow(nodeId)),
    read(domain, request) {
      const { values, body } = readRequest(shown, request, (fields) =>
        check ? check(domain, toInput(fields)) : [],
      );
      const input = toInput(values);
      return {
        link: (nodeId) => link(toVariables(input, idOfRow(nodeId))),
        async answer() {
          const outcome = await handle(domain, input);
          if (outcome.done) return outcome.value;
          throw toProblem(outcome.refusals, body, shown.body !== undefined);
        },
      };
    },
  };
}

const done = <Value>(value: Value): Outcome<Value> => ({ done: true, value });

const refused = (refusal: Refusal): Outcome<never> => ({ done: false, refusals: [refusal] });

const mapped = <Value>(
  outcome: Outcome<Value>,
  toAnswer: (value: Value) => Answer,
): Outcome<Answer> => (outcome.done ? done(toAnswer(outcome.value)) : outcome);

const found = <Row>(
  row: Row | null,
  toAnswer: (row: Row) => object,
  refusal: Refusal,
): Outcome<Answer> => (row === null ? refused(refusal) : done(toAnswer(row)));

const nothing = () => null;

const LIST_MOVING =
  "The list comes in pages of 100: send `pageInfo.endCursor` as `after`, as long as `hasNextPage` is true.";

/** The endpoints, in the order in which a request is matched with them. */
export const ROUTES: readonly Route[] = [
  endpoint({
    method: "POST",
    url: "/patients",
    successor: "RestRegisterPatient",
    summary: "Register a patient",
    tag: "patients",
    status: 201,
    refusals: PATIENT,
    body: schemas.PatientCreate,
    answer: schemas.PatientRead,
    toInput: toPatientFields,
    check: ({ patients }, fields) => patients.check(fields),
    async handle({ patients }, fields) {
      const limits = { phoneNumber: MAXIMUM_LENGTH.legacyPhoneNumber };
      return mapped(await patients.register(fields, limits), toPatientRead);
    },
    toVariables: (fields) => ({ input: fields }),
  }),
  endpoint({
    method: "GET",
    url: "/patients",
    successor: "RestListPatients",
    summary: "List all patients",
    tag: "patients",
    status: 200,
    refusals: [],
    answer: array(schemas.PatientRead),
    moving: LIST_MOVING,
    toInput: () => null,
    handle: async ({ patients }) => done(await writeArray(patients.stream(), toPatientRead)),
    toVariables: () => ({}),
  }),
  endpoint({
    method: "GET",
    url: "/patients/:patient_id",
    successor: "RestReadPatient",
    summary: "Read a patient",
    tag: "patients",
    status: 200,
    refusals: [NOT_FOUND.patient],
    params: schemas.PatientId,
    answer: schemas.PatientRead,
    toInput: toPatientId,
    handle: async ({ patients }, id) =>
      found(await patients.byId(id), toPatientRead, NOT_FOUND.patient),
    toVariables: (id) => ({ by: { databaseId: id } }),
  }),
  endpoint({
    method: "DELETE",
    url: "/patients/:patient_id",
    successor: "RestDeletePatient",
    summary: "Delete a patient without appointments",
    tag: "patients",
    status: 204,
    refusals: [NOT_FOUND.patient, HAS_APPOINTMENTS.patient],
    params: schemas.PatientId,
    toInput: toPatientId,
    handle: async ({ patients }, patientId) =>
      mapped(await patients.remove({ patientId }), nothing),
    toVariables: (id, nodeId) => ({ input: { patientId: nodeId("Patient", id) } }),
  }),
  endpoint({
    method: "POST",
    url: "/doctors",
    successor: "RestCreateDoctor",
    summary: "Create a doctor",
    tag: "doctors",
    status: 201,
    refusals: DOCTOR,
    body: schemas.DoctorCreate,
    answer: schemas.DoctorRead,
    toInput: toDoctorFields,
    check: ({ doctors }, fields) => doctors.check(fields),
    handle: async ({ doctors }, fields) => mapped(await doctors.create(fields), toDoctorRead),
    toVariables: (fields) => ({ input: fields }),
  }),
  endpoint({
    method: "GET",
    url: "/doctors",
    successor: "RestListDoctors",
    summary: "List all doctors",
    tag: "doctors",
    status: 200,
    refusals: [],
    answer: array(schemas.DoctorRead),
    moving: LIST_MOVING,
    toInput: () => null,
    handle: async ({ doctors }) => done(await writeArray(doctors.stream(), toDoctorRead)),
    toVariables: () => ({}),
  }),
  endpoint({
    method: "GET",
    url: "/doctors/:doctor_id",
    successor: "RestReadDoctor",
    summary: "Read a doctor",
    tag: "doctors",
    status: 200,
    refusals: [NOT_FOUND.doctor],
    params: schemas.DoctorId,
    answer: schemas.DoctorRead,
    toInput: toDoctorId,
    handle: async ({ doctors }, id) =>
      found(await doctors.byId(id), toDoctorRead, NOT_FOUND.doctor),
    toVariables: (id) => ({ by: { databaseId: id } }),
  }),
  endpoint({
    method: "PUT",
    url: "/doctors/:doctor_id/toggle-status",
    successor: "RestToggleDoctor",
    summary: "Activate an inactive doctor, deactivate an active one",
    tag: "doctors",
    status: 200,
    refusals: [NOT_FOUND.doctor],
    params: schemas.DoctorId,
    answer: schemas.DoctorRead,
    moving:
      "A repeated toggle undoes itself: `activateDoctor` and `deactivateDoctor` say what is wanted, and can be repeated.",
    toInput: toDoctorId,
    handle: async ({ doctors }, doctorId) =>
      mapped(await doctors.toggle({ doctorId }), toDoctorRead),
    toVariables: (id, nodeId) => ({ input: { doctorId: nodeId("Doctor", id) } }),
  }),
  endpoint({
    method: "DELETE",
    url: "/doctors/:doctor_id",
    successor: "RestDeleteDoctor",
    summary: "Delete a doctor without appointments",
    tag: "doctors",
    status: 204,
    refusals: [NOT_FOUND.doctor, HAS_APPOINTMENTS.doctor],
    params: schemas.DoctorId,
    toInput: toDoctorId,
    handle: async ({ doctors }, doctorId) => mapped(await doctors.remove({ doctorId }), nothing),
    toVariables: (id, nodeId) => ({ input: { doctorId: nodeId("Doctor", id) } }),
  }),
  endpoint({
    method: "POST",
    url: "/appointments",
    successor: "RestBookAppointment",
    summary: "Book an appointment",
    tag: "appointments",
    status: 201,
    refusals: BOOKING,
    headers: schemas.IdempotencyKey,
    body: schemas.AppointmentCreate,
    answer: schemas.AppointmentRead,
    toInput: toBooking,
    check: ({ appointments }, booking) => appointments.check(booking),
    async handle({ appointments }, booking) {
      const outcome = await appointments.book(booking);
      // A new appointment is always BOOKED, so this request repeats an earlier one with the same key.
      const isCancelled = outcome.done && outcome.value.status === "CANCELLED";
      return isCancelled ? refused(CANCELLED_SINCE) : mapped(outcome, toAppointmentRead);
    },
    toVariables: ({ patientId, doctorId, startsAt, ...others }, nodeId) => ({
      input: {
        patientId: nodeId("Patient", patientId),
        doctorId: nodeId("Doctor", doctorId),
        startsAt: toGraphTime(startsAt),
        ...others,
      },
    }),
  }),
  endpoint({
    method: "GET",
    url: "/appointments",
    successor: "RestListAppointments",
    summary: "List appointments, of a doctor, a patient, a UTC day, or all",
    tag: "appointments",
    status: 200,
    refusals: [],
    query: schemas.AppointmentsQuery,
    answer: array(schemas.AppointmentDetailedRead),
    moving: LIST_MOVING,
    toInput: toFilter,
    handle: async ({ appointments }, filter) =>
      done(await writeArray(appointments.stream(filter), toAppointmentDetailedRead)),
    toVariables: (filter, nodeId) => ({ filter: toGraphFilter(filter, nodeId) }),
  }),
  endpoint({
    method: "GET",
    url: "/appointments/by-date",
    successor: "RestListAppointmentsOfDay",
    summary: "List the appointments of a UTC day",
    tag: "appointments",
    status: 200,
    refusals: [],
    query: schemas.DayQuery,
    answer: array(schemas.AppointmentRead),
    moving: LIST_MOVING,
    toInput: toFilter,
    handle: async ({ appointments }, filter) =>
      done(await writeArray(appointments.stream(filter), toAppointmentRead)),
    toVariables: (filter, nodeId) => ({ filter: toGraphFilter(filter, nodeId) }),
  }),
  endpoint({
    method: "GET",
    url: "/appointments/:appointment_id",
    successor: "RestReadAppointment",
    summary: "Read an appointment",
    tag: "appointments",
    status: 200,
    refusals: [NOT_FOUND.appointment],
    params: schemas.AppointmentId,
    answer: schemas.AppointmentDetailedRead,
    moving:
      "GraphQL also answers with an appointment whose `status` is CANCELLED, which is a 404 here.",
    toInput: toAppointmentId,
    handle: async ({ appointments }, id) =>
      found(await appointments.withPeople(id), toAppointmentDetailedRead, NOT_FOUND.appointment),
    toVariables: (id) => ({ by: { databaseId: id } }),
  }),
  endpoint({
    method: "DELETE",
    url: "/appointments/:appointment_id",
    successor: "RestDeleteAppointment",
    summary: "Delete an appointment",
    tag: "appointments",
    status: 204,
    refusals: [NOT_FOUND.appointment],
    params: schemas.AppointmentId,
    moving: "`cancelAppointment` frees the time, too, and keeps the record.",
    toInput: toAppointmentId,
    handle: async ({ appointments }, appointmentId) =>
      mapped(await appointments.remove({ appointmentId }), nothing),
    toVariables: (id, nodeId) => ({ input: { appointmentId: nodeId("Appointment", id) } }),
  }),
];
