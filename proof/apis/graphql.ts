import {
  toIso,
  type Answer,
  type Appointment,
  type Doctor,
  type ApiClient,
  type Interval,
} from "./answers.js";
import { NoAnswer, send } from "./http.js";

const WEEKDAYS = [
  "MONDAY",
  "TUESDAY",
  "WEDNESDAY",
  "THURSDAY",
  "FRIDAY",
  "SATURDAY",
  "SUNDAY",
] as const;

/** A time of day, `09:00`. */
const toLocalTime = (minute: number): string =>
  [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, "0")).join(":");

/** The payloads of the mutations of one type. */
const ERRORS = `userErrors {
  code
  ... on SlotTakenError { blocking { startsAt endsAt } }
  ... on SlotHeldError { blocking { startsAt endsAt } }
  ... on TooCloseError { blocking { startsAt endsAt } }
  ... on DoctorAwayError { blocking { startsAt endsAt } }
  ... on HasAppointmentsError { appointmentCount }
  ... on AppointmentsInTheWayError { appointmentCount }
}`;
const APPOINTMENT = `appointment { databaseId startsAt durationMinutes status version } ${ERRORS}`;
const DOCTOR = `doctor { databaseId isActive version } ${ERRORS}`;

interface Payload {
  appointment?: {
    databaseId: number;
    startsAt: string;
    durationMinutes: number;
    status: string;
    version: number;
  } | null;
  doctor?: { databaseId: number; isActive: boolean; version: number } | null;
  patient?: { version: number } | null;
  deletedAppointmentId?: string | null;
  deletedDoctorId?: string | null;
  schedule?: { id: string } | null;
  scheduleExceptions?: { id: string }[] | null;
  hold?: { startsAt: string; endsAt: string } | null;
  wasHeld?: boolean | null;
  userErrors: {
    code: string;
    blocking?: { startsAt: string; endsAt: string };
    appointmentCount?: number;
  }[];
}

interface Body {
  data?: Record<string, Payload | null> | null;
  errors?: { message: string; extensions?: { code?: string } }[];
}

/** Sends an operation, and returns the data of its only field. */
export async function ask(
  address: string,
  query: string,
  variables: object,
): Promise<Answer<unknown>> {
  try {
    const { status, body } = await send(address, "POST", "/graphql", { query, variables });
    const { data, errors } = body as Body;
    const code = errors?.[0]?.extensions?.code;
    if (code === "SERVICE_UNAVAILABLE") return { outcome: "unavailable" };
    if (code === "OUTCOME_UNKNOWN") return { outcome: "unknown" };
    if (errors || status !== 200) return { outcome: "fault", what: `${status} ${code ?? ""}` };
    return { outcome: "done", value: Object.values(data ?? {})[0] };
  } catch (error) {
    return toAnswer(error);
  }
}

/** The outcome for a caller without a response. */
export function toAnswer(error: unknown): Answer<never> {
  if (!(error instanceof NoAnswer)) throw error;
  if (error.reason === "late") return { outcome: "fault", what: "no answer: it hangs" };
  return { outcome: error.reason === "refused" ? "unavailable" : "unknown" };
}

async function mutate<Value>(
  address: string,
  name: string,
  selection: string,
  input: object,
  toValue: (payload: Payload) => Value,
): Promise<Answer<Value>> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} } }`;
  const answer = await ask(address, query, { input });
  if (answer.outcome !== "done") return answer;
  const payload = answer.value as Payload;
  const { userErrors } = payload;
  if (userErrors.length === 0) return { outcome: "done", value: toValue(payload) };
  const blocking = userErrors.flatMap((error) =>
    error.blocking ? [[error.code, toInterval(error.blocking)] as const] : [],
  );
  const count = userErrors.find((error) => error.appointmentCount !== undefined)?.appointmentCount;
  const reasons = {
    codes: userErrors.map(({ code }) => code),
    isComplete: true,
    ...(blocking.length > 0 && { blocking: Object.fromEntries(blocking) }),
    ...(count !== undefined && { appointmentCount: count }),
  };
  return { outcome: "refused", reasons };
}

const toInterval = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }): Interval => ({
  startsAt: Date.parse(startsAt),
  endsAt: Date.parse(endsAt),
});

function toAppointment({ appointment }: Payload): Appointment {
  if (!appointment) throw new Error("A payload has neither an appointment nor errors");
  const { databaseId: id, startsAt, ...rest } = appointment;
  return { id, startsAt: Date.parse(startsAt), ...rest };
}

function toDoctor({ doctor }: Payload): Doctor {
  if (!doctor) throw new Error("A payload has neither a doctor nor errors");
  const { databaseId: id, ...rest } = doctor;
  return { id, ...rest };
}

/** The number in an opaque id, `sch_7`. */
const numberIn = (id: string | undefined): number => Number(id?.split("_")[1]);

const addException =
  (name: string) =>
  (address: string, { doctorId, ...input }: ExceptionInput): Promise<Answer<{ id: number }>> =>
    mutate(
      address,
      name,
      `scheduleExceptions { id } ${ERRORS}`,
      { doctorIds: [`doc_${doctorId}`], ...input },
      ({ scheduleExceptions }) => ({ id: numberIn(scheduleExceptions?.[0]?.id) }),
    );

const changeDoctor = (name: string) => (address: string, id: number) =>
  mutate(address, name, DOCTOR, { doctorId: `doc_${id}` }, toDoctor);

/** The operations that only GraphQL has, besides those of both APIs. */
export const graphql = {
  name: "GraphQL" as const,

  book(address, { patientId, doctorId, startsAt, ...rest }) {
    const input = {
      ...rest,
      patientId: `pat_${patientId}`,
      doctorId: `doc_${doctorId}`,
      startsAt: toIso(startsAt),
    };
    return mutate(address, "bookAppointment", APPOINTMENT, input, toAppointment);
  },

  removeAppointment(address, id) {
    const input = { appointmentId: `apt_${id}` };
    return mutate(address, "deleteAppointment", `deletedAppointmentId ${ERRORS}`, input, () => id);
  },

  removeDoctor(address, id) {
    const input = { doctorId: `doc_${id}` };
    return mutate(address, "deleteDoctor", `deletedDoctorId ${ERRORS}`, input, () => id);
  },

  toggle: changeDoctor("toggleDoctorStatus"),

  async readDoctor(address, id) {
    const query = "query ($id: Int!) { doctor(by: { databaseId: $id }) { isActive version } }";
    const answer = await ask(address, query, { id });
    if (answer.outcome !== "done") return answer;
    const doctor = answer.value as { isActive: boolean; version: number } | null;
    return { outcome: "done", value: doctor && { id, ...doctor } };
  },

  activate: changeDoctor("activateDoctor"),
  deactivate: changeDoctor("deactivateDoctor"),

  reschedule(address: string, { id, startsAt, ...rest }: Reschedule): Promise<Answer<Appointment>> {
    const input = { ...rest, appointmentId: `apt_${id}`, startsAt: toIso(startsAt) };
    return mutate(address, "rescheduleAppointment", APPOINTMENT, input, toAppointment);
  },

  cancel(address: string, id: number): Promise<Answer<Appointment>> {
    const input = { appointmentId: `apt_${id}` };
    return mutate(address, "cancelAppointment", APPOINTMENT, input, toAppointment);
  },

  hold(address: string, { doctorId, startsAt, ...rest }: HoldInput): Promise<Answer<Interval>> {
    const input = { ...rest, doctorId: `doc_${doctorId}`, startsAt: toIso(startsAt), minutes: 30 };
    const selection = `hold { startsAt endsAt } ${ERRORS}`;
    return mutate(address, "holdTime", selection, input, ({ hold }) => {
      if (!hold) throw new Error("A payload has neither a hold nor errors");
      return toInterval(hold);
    });
  },

  release(address: string, holdKey: string): Promise<Answer<{ wasHeld: boolean }>> {
    const selection = `wasHeld ${ERRORS}`;
    return mutate(address, "releaseHold", selection, { holdKey }, ({ wasHeld }) => ({
      wasHeld: wasHeld === true,
    }));
  },

  /** Publishes the same hours for every day. */
  publish(
    address: string,
    { doctorId, from, until, ...rest }: PublishInput,
  ): Promise<Answer<{ id: number }>> {
    const input = {
      doctorId: `doc_${doctorId}`,
      hours: WEEKDAYS.map((weekday) => ({
        weekday,
        from: toLocalTime(from),
        until: toLocalTime(until),
      })),
      ...rest,
    };
    const selection = `schedule { id } ${ERRORS}`;
    return mutate(address, "publishSchedule", selection, input, ({ schedule }) => ({
      id: numberIn(schedule?.id),
    }));
  },

  unpublish(address: string, id: number, ifBooked: IfBooked): Promise<Answer<number>> {
    const input = { scheduleId: `sch_${id}`, ifBooked };
    return mutate(address, "removeSchedule", `deletedScheduleId ${ERRORS}`, input, () => id);
  },

  addTimeOff: addException("addTimeOff"),
  addExtraHours: addException("addExtraHours"),

  removeException(address: string, id: number, ifBooked: IfBooked): Promise<Answer<number>> {
    const input = { scheduleExceptionId: `exc_${id}`, ifBooked };
    const selection = `deletedScheduleExceptionId ${ERRORS}`;
    return mutate(address, "removeScheduleException", selection, input, () => id);
  },

  /** Changes a patient's fields; the response contains the new version. */
  updatePatient(
    address: string,
    id: number,
    changes: object,
    expectedVersion?: number,
  ): Promise<Answer<number>> {
    const input = { patientId: `pat_${id}`, changes, expectedVersion };
    const selection = `patient { version } ${ERRORS}`;
    return mutate(
      address,
      "updatePatient",
      selection,
      input,
      ({ patient }) => patient?.version ?? 0,
    );
  },
} satisfies ApiClient & Record<string, unknown>;

export type IfBooked = "REFUSE" | "KEEP";

export interface HoldInput {
  holdKey: string;
  doctorId: number;
  startsAt: number;
  durationMinutes: number;
}

export interface PublishInput {
  doctorId: number;
  timeZone: string;
  validFrom: string;
  validUntil?: string;
  /** In minutes of the day. */
  from: number;
  until: number;
  gapMinutes: number;
  ifBooked: IfBooked;
}

export interface ExceptionInput {
  doctorId: number;
  /** Local times, `2030-01-31T09:00`. */
  from: string;
  until: string;
  /** Only for time off. */
  ifBooked?: IfBooked;
}

export interface Reschedule {
  id: number;
  startsAt: number;
  durationMinutes?: number;
  expectedVersion?: number;
  idempotencyKey?: string;
}
