import type { Answer, Interval } from "../apis/answers.js";
import type { Counterexample } from "../findings.js";
import { graphql } from "../apis/graphql.js";
import {
  describe,
  doctorModel,
  type Answered,
  type Asked,
  type DoctorHours,
  type DoctorState,
} from "../history/doctor-model.js";
import { fromLocal, TIME_ZONE, toLocal, type ExceptionKind } from "../history/hours-model.js";
import { checkLinearizability, type Operation } from "../history/linearizability.js";
import { withCallers } from "../run.js";
import { randomNumbers, type Random } from "../../src/commands/random.js";
import {
  APIS,
  freeTime,
  makeDoctors,
  makePatients,
  minutes,
  rowsOf,
  words,
  type Stage,
  type Trial,
} from "../stage.js";

const DOCTORS = 16;
/** A day in quarters of an hour: few enough for frequent overlaps. */
const QUARTERS = 96;
const DURATIONS = [15, 30, 45, 60];
/** The hours of all schedules count from here on. */
const VALID_FROM = "2020-01-01";
const GAPS = [0, 0, 15, 30];
/** The number of operations that are shown around the contradiction. */
const SHOWN = 12;

type Event = Operation<Asked, Answered> & { doctorId: number; caller: number };

/** Concurrent operations are linearizable: their results are those of some sequential order. */
export const history: Trial = {
  name: "History",
  promise:
    "Random operations on a doctor (book, reschedule, cancel, delete, hold, publish hours, add time off, " +
    "activate, deactivate, toggle, read), sent at once through all servers, are answered as if they had been done one after the other, " +
    "each at a moment between its request and its answer; and the rows are what that order leaves. " +
    "The order is searched for against a model of the rules (Wing and Gong's search with Lowe's memory).",
  async run(stage) {
    const counts = { operations: 0, histories: 0, "explained by an order": 0, refusals: 0 };
    for (let number = 0; number < stage.extent.histories; number += 1) {
      const seed = stage.seed + number;
      const doctors = await makeDoctors(stage, DOCTORS);
      const events = await perform(stage, doctors, seed);
      counts.operations += events.length;
      counts.histories += doctors.length;
      counts.refusals += events.filter(({ answered }) => answered?.outcome === "refused").length;
      const faults = events.filter(
        ({ answered }) => answered?.outcome === "fault" || answered?.outcome === "unavailable",
      );
      if (faults.length > 0) {
        const violations = faults.map(
          ({ asked, answered }) => `${asked.verb}: ${answered ? words(answered) : ""}`,
        );
        return { counts, violations };
      }
      for (const [index, doctorId] of doctors.entries()) {
        stage.say(`looking for an order, doctor ${index + 1} of ${doctors.length}, seed ${seed}`);
        const own = [
          ...events.filter((event) => event.doctorId === doctorId),
          await lookAtAll(stage, doctorId),
        ];
        const verdict = checkLinearizability(doctorModel, own);
        counts["explained by an order"] += verdict.explained.length;
        if (!verdict.isLinearizable) {
          const violations = [
            `No order explains the operations of doctor ${doctorId} (seed ${seed})`,
          ];
          return { counts, violations, counterexample: showAround(own, verdict.explained) };
        }
      }
    }
    return { counts, violations: [] };
  },
};

/** Runs random operations of all callers on all doctors. */
async function perform(stage: Stage, doctors: readonly number[], seed: number): Promise<Event[]> {
  const { clock, callers, extent, say } = stage;
  const [patientId = 0] = await makePatients(stage, `history${seed}`, 1);
  const events: Event[] = [];
  const knownByDoctor = new Map(doctors.map((id) => [id, nothingKnown(id)]));
  const random = randomNumbers(seed);
  const jobs = Array.from({ length: extent.operations }, () => async (caller: number) => {
    const doctorId = pick(doctors, random);
    const known = knownByDoctor.get(doctorId) ?? nothingKnown(doctorId);
    const asked = choose(known, random);
    const calledAt = clock.now();
    const answer = await clock.observe(send(stage, asked, { doctorId, patientId }, random));
    const isKnown = answer.outcome !== "unknown";
    const answered = isKnown ? answer : null;
    events.push({ asked, answered, calledAt, answeredAt: clock.now(), doctorId, caller });
    if (answer.outcome === "done") learn(known, asked, answer.value);
    if (events.length % 100 === 0)
      say(`${events.length} of ${extent.operations} operations, seed ${seed}`);
  });
  await withCallers(callers, jobs);
  return events;
}

/** The ids of what callers have made, and the keys of holds, of one doctor. */
interface Known {
  appointments: number[];
  exceptions: number[];
  schedules: number[];
  holdKeys: readonly string[];
}

const nothingKnown = (doctorId: number): Known => ({
  appointments: [],
  exceptions: [],
  schedules: [],
  holdKeys: ["a", "b", "c"].map((name) => `history-${doctorId}-${name}`),
});

function learn(known: Known, { verb }: Asked, value: unknown): void {
  const ids = {
    book: known.appointments,
    publish: known.schedules,
    "add time off": known.exceptions,
    "add extra hours": known.exceptions,
  }[verb as string];
  ids?.push((value as { id: number }).id);
}

/** A random operation; changes of appointments concern one of the latest. */
function choose(known: Known, random: Random): Asked {
  const chance = random();
  const id = latest(known.appointments, random);
  if (id === null || chance < 0.34) return chooseBooking(known, random);
  if (chance < 0.45) return { verb: "reschedule", id, ...chooseTime(random) };
  if (chance < 0.54) return { verb: "cancel", id };
  if (chance < 0.63) return { verb: "remove appointment", id };
  if (chance < 0.78) return chooseHours(known, random);
  if (chance < 0.84)
    return { verb: "hold", holdKey: pick(known.holdKeys, random), ...chooseTime(random) };
  if (chance < 0.87) return { verb: "release", holdKey: pick(known.holdKeys, random) };
  if (chance < 0.91) return { verb: "activate" };
  if (chance < 0.93) return { verb: "deactivate" };
  if (chance < 0.95) return { verb: "toggle" };
  if (chance < 0.96) return { verb: "remove doctor" };
  return { verb: "read doctor" };
}

/** A booking, in every third case by the holder of some key. */
function chooseBooking({ holdKeys }: Known, random: Random): Asked {
  const isHolder = random() < 0.33;
  return {
    verb: "book",
    ...chooseTime(random),
    ...(isHolder && { holdKey: pick(holdKeys, random) }),
  };
}

const chooseTime = (random: Random) => ({
  startsAt: freeTime() + minutes(15 * Math.floor(random() * QUARTERS)),
  durationMinutes: pick(DURATIONS, random),
});

/** A change of hours; what is added is removed about as often. */
function chooseHours({ exceptions, schedules }: Known, random: Random): Asked {
  const chance = random();
  const ifBooked = random() < 0.7 ? "REFUSE" : "KEEP";
  const id = latest(chance < 0.45 ? exceptions : schedules, random);
  if (id !== null && chance < 0.45) return { verb: "remove exception", id, ifBooked };
  if (id !== null && chance < 0.6) return { verb: "remove schedule", id, ifBooked };
  if (chance < 0.75) {
    const from = 15 * Math.floor(random() * 40);
    const until = from + 15 * (16 + Math.floor(random() * 40));
    return { verb: "publish", from, until, gapMinutes: pick(GAPS, random), ifBooked };
  }
  const startsAt = freeTime() + minutes(15 * Math.floor(random() * QUARTERS));
  const endsAt = startsAt + minutes(15 * (1 + Math.floor(random() * 8)));
  return chance < 0.9
    ? { verb: "add time off", startsAt, endsAt, ifBooked }
    : { verb: "add extra hours", startsAt, endsAt };
}

/** One of the latest ids; null if there is none. */
const latest = (ids: readonly number[], random: Random): number | null =>
  ids.length > 0 ? pick(ids.slice(-20), random) : null;

/** Sends the operation to the next server, through one of the APIs that support it. */
function send(
  { balancer }: Stage,
  asked: Asked,
  { doctorId, patientId }: { doctorId: number; patientId: number },
  random: Random,
): Promise<Answered> {
  const address = balancer.next();
  const api = pick(APIS, random);
  switch (asked.verb) {
    case "book": {
      const { startsAt, durationMinutes, holdKey } = asked;
      const booking = { patientId, doctorId, startsAt, durationMinutes };
      return holdKey === undefined
        ? api.book(address, booking)
        : graphql.book(address, { ...booking, holdKey });
    }
    case "reschedule": {
      const { id, startsAt, durationMinutes } = asked;
      return graphql.reschedule(address, { id, startsAt, durationMinutes });
    }
    case "cancel":
      return graphql.cancel(address, asked.id);
    case "remove appointment":
      return api.removeAppointment(address, asked.id);
    case "remove doctor":
      return withoutValue(api.removeDoctor(address, doctorId));
    case "hold": {
      const { holdKey, startsAt, durationMinutes } = asked;
      return graphql.hold(address, { holdKey, doctorId, startsAt, durationMinutes });
    }
    case "release":
      return graphql.release(address, asked.holdKey);
    case "publish": {
      const { from, until, gapMinutes, ifBooked } = asked;
      const hours = { from, until, gapMinutes, ifBooked };
      return graphql.publish(address, {
        doctorId,
        timeZone: TIME_ZONE,
        validFrom: VALID_FROM,
        ...hours,
      });
    }
    case "remove schedule":
      return graphql.unpublish(address, asked.id, asked.ifBooked);
    case "add time off": {
      const { ifBooked } = asked;
      return graphql.addTimeOff(address, { doctorId, ...localTimes(asked), ifBooked });
    }
    case "add extra hours":
      return graphql.addExtraHours(address, { doctorId, ...localTimes(asked) });
    case "remove exception":
      return graphql.removeException(address, asked.id, asked.ifBooked);
    case "activate":
    case "deactivate":
      return graphql[asked.verb](address, doctorId);
    case "toggle":
      return api.toggle(address, doctorId);
    case "read doctor":
      return api.readDoctor(address, doctorId);
    case "look at all":
      throw new Error("Only the tables can be looked at");
  }
}

const localTimes = ({ startsAt, endsAt }: Interval) => ({
  from: toLocal(startsAt),
  until: toLocal(endsAt),
});

async function withoutValue(answer: Promise<Answer<unknown>>): Promise<Answer<null>> {
  const given = await answer;
  return given.outcome === "done" ? { outcome: "done", value: null } : given;
}

/** The rows of a doctor, as the result of a last read. */
async function lookAtAll(stage: Stage, doctorId: number): Promise<Event> {
  const [doctor] = await stage.databases.sql<{ isActive: number; version: number }>(
    "SELECT is_active AS isActive, version FROM doctors WHERE id = ?",
    [doctorId],
  );
  const rows = await rowsOf(stage, [doctorId]);
  const appointments = rows.map(({ id, startsAt, durationMinutes, status, version }) => {
    const endsAt = startsAt + minutes(durationMinutes);
    return [id, { startsAt, endsAt, status, version }] as const;
  });
  const state = doctor
    ? ({
        isActive: doctor.isActive === 1,
        version: doctor.version,
        appointments: new Map(appointments),
        ...(await lookAtHours(stage, doctorId)),
      } as DoctorState)
    : "deleted";
  const at = stage.clock.now();
  return {
    asked: { verb: "look at all" },
    answered: { outcome: "done", value: describe(state) },
    calledAt: at,
    answeredAt: at + 1,
    doctorId,
    caller: -1,
  };
}

/** The schedule, the exceptions and the holds of a doctor, as their tables have them. */
async function lookAtHours({ databases }: Stage, doctorId: number): Promise<DoctorHours> {
  const schedules = await databases.sql<{ id: number; hours: string; gapMinutes: number }>(
    "SELECT id, hours, gap_minutes AS gapMinutes FROM schedules WHERE doctor_id = ?",
    [doctorId],
  );
  const exceptions = await databases.sql<{
    id: number;
    kind: ExceptionKind;
    from: Date;
    until: Date;
  }>(
    "SELECT id, kind, local_from AS `from`, local_until AS until FROM schedule_exceptions WHERE doctor_id = ?",
    [doctorId],
  );
  const holds = await databases.sql<{ holdKey: string; startsAt: Date; endsAt: Date }>(
    "SELECT hold_key AS holdKey, starts_at AS startsAt, ends_at AS endsAt FROM slot_holds WHERE doctor_id = ?",
    [doctorId],
  );
  const [schedule = null] = schedules.map(({ hours, ...rest }) => {
    const [[, from, until]] = JSON.parse(hours) as [[number, number, number]];
    return { ...rest, from, until };
  });
  return {
    schedule,
    exceptions: new Map(
      exceptions.map(({ id, kind, from, until }) => {
        return [id, { kind, startsAt: fromLocal(from), endsAt: fromLocal(until) }];
      }),
    ),
    holds: new Map(
      holds.map(({ holdKey, startsAt, endsAt }) => {
        return [holdKey, { startsAt: startsAt.getTime(), endsAt: endsAt.getTime() }];
      }),
    ),
  };
}

/** The operations around the end of the longest valid order. */
function showAround(events: readonly Event[], explained: readonly number[]): Counterexample {
  const known = new Set(explained);
  const inTime = events
    .map((event, place) => ({ event, isExplained: known.has(place) }))
    .sort((one, other) => one.event.calledAt - other.event.calledAt);
  const first = inTime.findIndex(({ isExplained }) => !isExplained);
  const from = Math.max(0, first - SHOWN / 2);
  return {
    title: `After ${explained.length} of ${events.length} operations, no order goes on`,
    operations: inTime.slice(from, from + SHOWN).map(({ event, isExplained }) => ({
      caller: event.caller,
      asked: sayAsked(event.asked),
      answered: event.answered ? sayAnswered(event.answered) : "unknown",
      from: event.calledAt,
      to: event.answeredAt,
      isExplained,
    })),
  };
}

const clockTime = (time: number): string =>
  new Date(time).toISOString().slice(5, 16).replace("T", " ");

function sayAsked(asked: Asked): string {
  const { verb, ...details } = asked;
  const words = Object.entries(details).map(([name, value]: [string, unknown]) =>
    typeof value === "number" && name.endsWith("sAt")
      ? `${name} ${clockTime(value)}`
      : `${name} ${String(value)}`,
  );
  return [verb, ...words].join(", ");
}

function sayAnswered(answer: Answered): string {
  if (answer.outcome !== "done") return words(answer);
  const { value } = answer;
  if (typeof value !== "object" || value === null) return "done";
  const said = Object.entries(value).map(
    ([name, each]: [string, unknown]) => `${name} ${String(each)}`,
  );
  return `done: ${said.join(", ")}`;
}

const pick = <Item>(items: readonly Item[], random: Random): Item =>
  items[Math.floor(random() * items.length)] as Item;
