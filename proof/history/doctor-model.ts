import type { Answer, Appointment, Doctor, Interval, Reasons } from "../apis/answers.js";
import type { IfBooked } from "../apis/graphql.js";
import {
  againstHours,
  type ExceptionKind,
  type Hours,
  type Reason,
  type Schedule,
} from "./hours-model.js";
import type { Model } from "./linearizability.js";

/**
 * A doctor with their appointments, hours and holds, as one object that does one thing at a time: what the API must
 * look like from outside. Written anew from the rules, without the API's own decisions.
 */

export type Asked =
  | { verb: "book"; startsAt: number; durationMinutes: number; holdKey?: string }
  | { verb: "reschedule"; id: number; startsAt: number; durationMinutes: number }
  | { verb: "cancel" | "remove appointment"; id: number }
  | { verb: "activate" | "deactivate" | "toggle" | "remove doctor" | "read doctor" }
  | { verb: "hold"; holdKey: string; startsAt: number; durationMinutes: number }
  | { verb: "release"; holdKey: string }
  | ({ verb: "publish"; ifBooked: IfBooked } & Omit<Schedule, "id">)
  | { verb: "add time off"; startsAt: number; endsAt: number; ifBooked: IfBooked }
  | { verb: "add extra hours"; startsAt: number; endsAt: number }
  | { verb: "remove schedule" | "remove exception"; id: number; ifBooked: IfBooked }
  /** Everything there is, read from the tables when all is over. */
  | { verb: "look at all" };

/** The response, in the terms of its API. */
export type Answered = Answer<Value>;

type Value =
  Appointment | Doctor | Interval | { id: number } | { wasHeld: boolean } | number | null | string;

interface ModelAppointment extends Interval {
  status: "BOOKED" | "CANCELLED";
  version: number;
}

/** When a doctor can be booked, but for appointments. */
export interface DoctorHours extends Hours {
  /** By key. They outlast the proof. */
  holds: ReadonlyMap<string, Interval>;
}

interface LivingDoctor extends DoctorHours {
  isActive: boolean;
  version: number;
  /** By id; those whose id nobody knows, because the answer was lost, have one below zero. */
  appointments: ReadonlyMap<number, ModelAppointment>;
}

export type DoctorState = LivingDoctor | "deleted";

const MINUTE = 60_000;

export const doctorModel: Model<DoctorState, Asked, Answered> = {
  initial: {
    isActive: true,
    version: 1,
    appointments: new Map(),
    holds: new Map(),
    schedule: null,
    exceptions: new Map(),
  },

  step(state, asked, answered) {
    const expected = answerOf(state, asked, idOf(state, asked, answered));
    if (answered === null) return expected.state;
    return isAnswer(answered, expected) ? expected.state : null;
  },

  key: (state) => (state === "deleted" ? state : `${idsIn(state)} ${describe(state)}`),
};

interface Expected {
  state: DoctorState;
  answer: { value: Value } | { reasons: Omit<Reasons, "isComplete"> };
}

/** What must be answered in a state, and the state that follows. `id` is that of a new appointment. */
function answerOf(state: DoctorState, asked: Asked, id: number): Expected {
  if (asked.verb === "look at all") return { state, answer: { value: describe(state) } };
  if (state === "deleted") return withoutDoctor(asked);
  switch (asked.verb) {
    case "book": {
      const interval = intervalOf(asked);
      const reasons = [...againstDoctor(state), ...againstTime(state, interval, asked)];
      if (reasons.length > 0) return refuse(state, reasons);
      const holds = without(state.holds, asked.holdKey ?? "");
      const appointment = { ...interval, status: "BOOKED" as const, version: 1 };
      return withAppointment({ ...state, holds }, id, appointment);
    }
    case "reschedule": {
      const appointment = state.appointments.get(asked.id);
      if (!appointment) return refuse(state, [{ code: "APPOINTMENT_NOT_FOUND" }]);
      const interval = intervalOf(asked);
      const reasons = [
        ...(appointment.status === "BOOKED" ? [] : [{ code: "APPOINTMENT_NOT_BOOKED" }]),
        ...againstDoctor(state),
        ...againstTime(state, interval, { exceptId: asked.id }),
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
      const appointments = without(state.appointments, asked.id);
      return { state: { ...state, appointments }, answer: { value: asked.id } };
    }
    case "remove doctor": {
      const appointmentCount = state.appointments.size;
      if (appointmentCount === 0) return { state: "deleted", answer: { value: null } };
      return refuse(state, [{ code: "HAS_APPOINTMENTS", appointmentCount }]);
    }
    case "hold": {
      const interval = intervalOf(asked);
      const reasons = [...againstDoctor(state), ...againstTime(state, interval, asked)];
      if (reasons.length > 0) return refuse(state, reasons);
      const holds = new Map(state.holds).set(asked.holdKey, interval);
      return { state: { ...state, holds }, answer: { value: interval } };
    }
    case "release": {
      const holds = without(state.holds, asked.holdKey);
      const wasHeld = state.holds.has(asked.holdKey);
      return { state: { ...state, holds }, answer: { value: { wasHeld } } };
    }
    case "publish": {
      const { from, until, gapMinutes } = asked;
      const schedule = { id: state.schedule?.id ?? id, from, until, gapMinutes };
      return withHours(state, { ...state, schedule }, asked.ifBooked, { id: schedule.id });
    }
    case "remove schedule": {
      if (state.schedule?.id !== asked.id) return refuse(state, [{ code: "SCHEDULE_NOT_FOUND" }]);
      return withHours(state, { ...state, schedule: null }, asked.ifBooked, asked.id);
    }
    case "add time off":
      return withHours(state, withException(state, id, "TIME_OFF", asked), asked.ifBooked, { id });
    case "add extra hours":
      return withHours(state, withException(state, id, "EXTRA_HOURS", asked), "KEEP", { id });
    case "remove exception": {
      if (!state.exceptions.has(asked.id))
        return refuse(state, [{ code: "SCHEDULE_EXCEPTION_NOT_FOUND" }]);
      const exceptions = without(state.exceptions, asked.id);
      return withHours(state, { ...state, exceptions }, asked.ifBooked, asked.id);
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

function refuse(state: DoctorState, reasons: Reason[]): Expected {
  const blocking = reasons.flatMap((each) =>
    each.blocking ? [[each.code, each.blocking] as const] : [],
  );
  const [appointmentCount] = reasons.flatMap((each) => each.appointmentCount ?? []);
  const details = {
    blocking: Object.fromEntries(blocking),
    ...(appointmentCount !== undefined && { appointmentCount }),
  };
  return { state, answer: { reasons: { codes: reasons.map(({ code }) => code), ...details } } };
}

/** What is not found when the doctor is gone, and with them all that is theirs. */
const MISSING: Partial<Record<Asked["verb"], string>> = {
  reschedule: "APPOINTMENT_NOT_FOUND",
  cancel: "APPOINTMENT_NOT_FOUND",
  "remove appointment": "APPOINTMENT_NOT_FOUND",
  "remove schedule": "SCHEDULE_NOT_FOUND",
  "remove exception": "SCHEDULE_EXCEPTION_NOT_FOUND",
};

function withoutDoctor({ verb }: Asked): Expected {
  if (verb === "read doctor") return { state: "deleted", answer: { value: null } };
  if (verb === "release") return { state: "deleted", answer: { value: { wasHeld: false } } };
  return refuse("deleted", [{ code: MISSING[verb] ?? "DOCTOR_NOT_FOUND" }]);
}

/** A change of hours, which is refused if it puts booked appointments outside of them, unless they are to be kept. */
function withHours(
  before: LivingDoctor,
  after: LivingDoctor,
  ifBooked: IfBooked,
  value: Value,
): Expected {
  const isOutside = (hours: Hours, interval: Interval) => againstHours(hours, interval).length > 0;
  const appointmentCount = [...before.appointments.values()].filter(
    (each) => each.status === "BOOKED" && isOutside(after, each) && !isOutside(before, each),
  ).length;
  if (appointmentCount === 0 || ifBooked === "KEEP") return { state: after, answer: { value } };
  return refuse(before, [{ code: "APPOINTMENTS_IN_THE_WAY", appointmentCount }]);
}

const withException = (
  state: LivingDoctor,
  id: number,
  kind: ExceptionKind,
  { startsAt, endsAt }: Interval,
): LivingDoctor => ({
  ...state,
  exceptions: new Map(state.exceptions).set(id, { kind, startsAt, endsAt }),
});

/** The map without a key. */
function without<Key, Item>(map: ReadonlyMap<Key, Item>, key: Key): ReadonlyMap<Key, Item> {
  return new Map([...map].filter(([each]) => each !== key));
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

/**
 * The reasons against a time: hours, the earliest other appointment and the earliest hold of others that overlap, and the
 * earliest of both that is too close.
 *
 * @param own the appointment that is moved, and the key of the caller's hold.
 */
function againstTime(
  state: LivingDoctor,
  interval: Interval,
  own: { exceptId?: number; holdKey?: string },
): Reason[] {
  const appointments = [...state.appointments]
    .filter(([id, { status }]) => id !== own.exceptId && status !== "CANCELLED")
    .map(([, appointment]) => appointment);
  const holds = [...state.holds].filter(([key]) => key !== own.holdKey).map(([, hold]) => hold);
  const gap = (state.schedule?.gapMinutes ?? 0) * MINUTE;
  const isTooClose = (other: Interval) =>
    overlap(other, interval, gap) && !overlap(other, interval, 0);
  return [
    ...againstHours(state, interval),
    ...earliest("SLOT_TAKEN", appointments, (other) => overlap(other, interval, 0)),
    ...earliest("SLOT_HELD", holds, (other) => overlap(other, interval, 0)),
    ...earliest("TOO_CLOSE", [...appointments, ...holds], isTooClose),
  ];
}

const overlap = (one: Interval, other: Interval, gap: number): boolean =>
  one.startsAt - gap < other.endsAt && other.startsAt < one.endsAt + gap;

function earliest(
  code: string,
  intervals: readonly Interval[],
  isInTheWay: (interval: Interval) => boolean,
): Reason[] {
  const [first] = intervals.filter(isInTheWay).sort((one, other) => one.startsAt - other.startsAt);
  return first ? [{ code, blocking: { startsAt: first.startsAt, endsAt: first.endsAt } }] : [];
}

const MAKES_SOMETHING: readonly Asked["verb"][] = [
  "book",
  "publish",
  "add time off",
  "add extra hours",
];

/** The id with which something new was answered, or one that no other has. */
function idOf(state: DoctorState, { verb }: Asked, answered: Answered | null): number {
  if (!MAKES_SOMETHING.includes(verb)) return 0;
  if (answered?.outcome === "done") return (answered.value as { id: number }).id;
  return state === "deleted" ? 0 : -1 - state.appointments.size - state.exceptions.size;
}

/** Whether a response is the expected one, as far as its API reports it. */
function isAnswer(answered: Answered, { answer }: Expected): boolean {
  if (answered.outcome === "done") {
    return "value" in answer && isPart(answered.value, answer.value);
  }
  if (answered.outcome !== "refused" || "value" in answer) return false;
  const { codes, isComplete, sameWords = [], ...details } = answered.reasons;
  const expected = answer.reasons.codes;
  if (!isComplete) return [...codes, ...sameWords].some((code) => expected.includes(code));
  if (!codes.every((code) => expected.includes(code))) return false;
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

/** The ids of all that a doctor has. */
const idsIn = ({ appointments, exceptions, schedule }: LivingDoctor): string =>
  [...appointments, ...exceptions]
    .map(([id, { startsAt }]) => `${id}@${startsAt}`)
    .sort()
    .join() + ` ${schedule?.id}`;

/** A state as text, but for the ids, which not every caller has come to know. */
export function describe(state: DoctorState): string {
  if (state === "deleted") return state;
  const { isActive, version, schedule, appointments, exceptions, holds } = state;
  const lines = [
    ...[...appointments.values()].map((each) => `${times(each)} ${each.status} ${each.version}`),
    ...[...exceptions.values()].map((each) => `${times(each)} ${each.kind}`),
    ...[...holds].map(([key, hold]) => `${times(hold)} held ${key}`),
    ...(schedule ? [`hours ${schedule.from}-${schedule.until} gap ${schedule.gapMinutes}`] : []),
  ];
  return [`${isActive ? "active" : "inactive"} ${version}`, ...lines.sort()].join("\n");
}

const times = ({ startsAt, endsAt }: Interval): string => `${startsAt}-${endsAt}`;
