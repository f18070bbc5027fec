import type { Answer, Appointment, Doctor, Interval, Reasons } from "../apis/answers.js";
import type { Model } from "./linearizability.js";

/**
 * A doctor with their appointments, as one object that does one thing at a time: what the API must
 * look like from outside. Written anew from the rules, without the API's own decisions.
 */

export type Asked =
  | { verb: "book"; startsAt: number; durationMinutes: number }
  | { verb: "reschedule"; id: number; startsAt: number; durationMinutes: number }
  | { verb: "cancel" | "remove appointment"; id: number }
  | { verb: "activate" | "deactivate" | "toggle" | "remove doctor" | "read doctor" }
  /** Everything there is, read from the tables when all is over. */
  | { verb: "look at all" };

/** The response, in the terms of its API. */
export type Answered = Answer<Appointment | Doctor | number | null | string>;

interface ModelAppointment extends Interval {
  status: "BOOKED" | "CANCELLED";
  version: number;
}

interface LivingDoctor {
  isActive: boolean;
  version: number;
  /** By id; those whose id nobody knows, because the answer was lost, have one below zero. */
  appointments: ReadonlyMap<number, ModelAppointment>;
}

export type DoctorState = LivingDoctor | "deleted";

const MINUTE = 60_000;

export const doctorModel: Model<DoctorState, Asked, Answered> = {
  initial: { isActive: true, version: 1, appointments: new Map() },

  step(state, asked, answered) {
    const expected = answerOf(state, asked, idOf(state, asked, answered));
    if (answered === null) return expected.state;
    return isAnswer(answered, expected) ? expected.state : null;
  },

  key: (state) =>
    [...appointmentsOf(state)]
      .map(([id, appointment]) => `${id}@${appointment.startsAt}`)
      .sort()
      .join() + describe(state),
};

interface Expected {
  state: DoctorState;
  answer:
    | { value: Appointment | Doctor | number | null | string }
    | { reasons: Omit<Reasons, "isComplete"> };
}

/** What must be answered in a state, and the state that follows. `id` is that of a new appointment. */
function answerOf(state: DoctorState, asked: Asked, id: number): Expected {
  if (asked.verb === "look at all") return { state, answer: { value: describe(state) } };
  if (state === "deleted") return withoutDoctor(asked);
  switch (asked.verb) {
    case "book": {
      const interval = intervalOf(asked);
      const reasons = [...againstDoctor(state), ...againstTime(state, interval)];
      if (reasons.length > 0) return refuse(state, reasons);
      return withAppointment(state, id, { ...interval, status: "BOOKED", version: 1 });
    }
    case "reschedule": {
      const appointment = state.appointments.get(asked.id);
      if (!appointment) return refuse(state, [{ code: "APPOINTMENT_NOT_FOUND" }]);
      const interval = intervalOf(asked);
      const reasons = [
        ...(appointment.status === "BOOKED" ? [] : [{ code: "APPOINTMENT_NOT_BOOKED" }]),
        ...againstDoctor(state),
        ...againstTime(state, interval, asked.id),
      ];
      if (reasons.length > 0) return refuse(state, reasons);
      return withAppointment(state, asked.id, {
        ...appointment,
        ...interval,
        version: appointment.version + 1,
      });
    }
    case "cancel": {
      const appointment = state.appointments.get(asked.id);
      if (!appointment) return refuse(state, [{ code: "APPOINTMENT_NOT_FOUND" }]);
      if (appointment.status === "CANCELLED") return withAppointment(state, asked.id, appointment);
      const cancelled = {
        ...appointment,
        status: "CANCELLED" as const,
        version: appointment.version + 1,
      };
      return withAppointment(state, asked.id, cancelled);
    }
    case "remove appointment": {
      if (!state.appointments.has(asked.id))
        return refuse(state, [{ code: "APPOINTMENT_NOT_FOUND" }]);
      const appointments = new Map(state.appointments);
      appointments.delete(asked.id);
      return { state: { ...state, appointments }, answer: { value: asked.id } };
    }
    case "remove doctor": {
      const appointmentCount = state.appointments.size;
      if (appointmentCount === 0) return { state: "deleted", answer: { value: null } };
      return refuse(state, [{ code: "HAS_APPOINTMENTS", appointmentCount }]);
    }
    case "read doctor":
      return withActive(state, state.isActive);
    case "activate":
      return withActive(state, true);
    case "deactivate":
      return withActive(state, false);
    case "toggle":
      return withActive(state, !state.isActive);
  }
}

interface Reason {
  code: string;
  blocking?: Interval;
  appointmentCount?: number;
}

function refuse(state: DoctorState, reasons: Reason[]): Expected {
  const codes = reasons.map(({ code }) => code);
  return { state, answer: { reasons: Object.assign({}, ...reasons, { codes }) as Reasons } };
}

function withoutDoctor({ verb }: Asked): Expected {
  if (verb === "read doctor") return { state: "deleted", answer: { value: null } };
  const isOfAppointment =
    verb === "reschedule" || verb === "cancel" || verb === "remove appointment";
  return refuse("deleted", [
    { code: isOfAppointment ? "APPOINTMENT_NOT_FOUND" : "DOCTOR_NOT_FOUND" },
  ]);
}

function withAppointment(state: LivingDoctor, id: number, appointment: ModelAppointment): Expected {
  const { startsAt, endsAt, ...rest } = appointment;
  const value = { id, startsAt, durationMinutes: (endsAt - startsAt) / MINUTE, ...rest };
  return {
    state: { ...state, appointments: new Map(state.appointments).set(id, appointment) },
    answer: { value },
  };
}

function withActive(state: LivingDoctor, isActive: boolean): Expected {
  const version = state.version + (isActive === state.isActive ? 0 : 1);
  return {
    state: { ...state, isActive, version },
    answer: { value: { id: 0, isActive, version } },
  };
}

const intervalOf = ({
  startsAt,
  durationMinutes,
}: {
  startsAt: number;
  durationMinutes: number;
}) => ({
  startsAt,
  endsAt: startsAt + durationMinutes * MINUTE,
});

const againstDoctor = ({ isActive }: LivingDoctor): Reason[] =>
  isActive ? [] : [{ code: "DOCTOR_INACTIVE" }];

/** The earliest other appointment that holds any of the time. */
function againstTime(
  { appointments }: LivingDoctor,
  { startsAt, endsAt }: Interval,
  exceptId?: number,
): Reason[] {
  const [blocking] = [...appointments]
    .filter(([id, appointment]) => id !== exceptId && appointment.status !== "CANCELLED")
    .map(([, appointment]) => appointment)
    .filter((appointment) => appointment.startsAt < endsAt && startsAt < appointment.endsAt)
    .sort((one, other) => one.startsAt - other.startsAt);
  return blocking
    ? [{ code: "SLOT_TAKEN", blocking: { startsAt: blocking.startsAt, endsAt: blocking.endsAt } }]
    : [];
}

/** The id that a booking was answered with, or one that no other has. */
function idOf(state: DoctorState, { verb }: Asked, answered: Answered | null): number {
  if (verb !== "book") return 0;
  if (answered?.outcome === "done") return (answered.value as Appointment).id;
  return -1 - appointmentsOf(state).size;
}

/** Whether a response is the expected one, as far as its API reports it. */
function isAnswer(answered: Answered, { answer }: Expected): boolean {
  if (answered.outcome === "done") {
    return "value" in answer && isPart(answered.value, answer.value);
  }
  if (answered.outcome !== "refused" || "value" in answer) return false;
  const { codes, isComplete, ...details } = answered.reasons;
  const expected = answer.reasons.codes;
  if (!codes.every((code) => expected.includes(code))) return false;
  if (!isComplete) return true;
  return codes.length === expected.length && isPart(details, answer.reasons);
}

/** Whether everything in `told` is also in `whole`; ids of doctors are ignored. */
function isPart(told: unknown, whole: unknown): boolean {
  if (typeof told !== "object" || told === null) return told === whole;
  if (typeof whole !== "object" || whole === null) return false;
  const values = whole as Record<string, unknown>;
  return Object.entries(told).every(
    ([name, value]) =>
      value === undefined || (name === "id" && values["id"] === 0) || isPart(value, values[name]),
  );
}

const appointmentsOf = (state: DoctorState): ReadonlyMap<number, ModelAppointment> =>
  state === "deleted" ? new Map() : state.appointments;

/** A state as text, but for the ids, which not every caller has come to know. */
export function describe(state: DoctorState): string {
  if (state === "deleted") return state;
  const lines = [...state.appointments.values()].map(
    ({ startsAt, endsAt, status, version }) => `${startsAt}-${endsAt} ${status} ${version}`,
  );
  return [`${state.isActive ? "active" : "inactive"} ${state.version}`, ...lines.sort()].join("\n");
}
