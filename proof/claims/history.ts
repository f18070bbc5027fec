import type { Answer } from "../apis/answers.js";
import type { Counterexample } from "../findings.js";
import { graphql } from "../apis/graphql.js";
import {
  describe,
  doctorModel,
  type Answered,
  type Asked,
  type DoctorState,
} from "../history/doctor-model.js";
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
/** Two days in quarters of an hour: few enough for frequent overlaps. */
const QUARTERS = 96;
const DURATIONS = [15, 30, 45, 60];
/** The number of operations that are shown around the contradiction. */
const SHOWN = 12;

type Event = Operation<Asked, Answered> & { doctorId: number; caller: number };

/** Concurrent operations are linearizable: their results are those of some sequential order. */
export const history: Trial = {
  name: "History",
  promise:
    "Random operations on a doctor (book, reschedule, cancel, delete, activate, deactivate, toggle, " +
    "read), sent at once through all servers, are answered as if they had been done one after the other, " +
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
  const idsByDoctor = new Map(doctors.map((id) => [id, [] as number[]]));
  const random = randomNumbers(seed);
  const jobs = Array.from({ length: extent.operations }, () => async (caller: number) => {
    const doctorId = pick(doctors, random);
    const ids = idsByDoctor.get(doctorId) ?? [];
    const asked = choose(ids, random);
    const calledAt = clock.now();
    const answer = await clock.observe(send(stage, asked, { doctorId, patientId }, random));
    const isKnown = answer.outcome !== "unknown";
    const answered = isKnown ? answer : null;
    events.push({ asked, answered, calledAt, answeredAt: clock.now(), doctorId, caller });
    if (asked.verb === "book" && answer.outcome === "done")
      ids.push((answer.value as { id: number }).id);
    if (events.length % 100 === 0)
      say(`${events.length} of ${extent.operations} operations, seed ${seed}`);
  });
  await withCallers(callers, jobs);
  return events;
}

/** A random operation; changes of appointments concern one of the latest. */
function choose(ids: readonly number[], random: Random): Asked {
  const chance = random();
  const time = {
    startsAt: freeTime() + minutes(15 * Math.floor(random() * QUARTERS)),
    durationMinutes: pick(DURATIONS, random),
  };
  const id = ids.length > 0 ? pick(ids.slice(-20), random) : null;
  if (id === null || chance < 0.4) return { verb: "book", ...time };
  if (chance < 0.55) return { verb: "reschedule", id, ...time };
  if (chance < 0.68) return { verb: "cancel", id };
  if (chance < 0.78) return { verb: "remove appointment", id };
  if (chance < 0.84) return { verb: "activate" };
  if (chance < 0.87) return { verb: "deactivate" };
  if (chance < 0.9) return { verb: "toggle" };
  if (chance < 0.92) return { verb: "remove doctor" };
  return { verb: "read doctor" };
}

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
      const { startsAt, durationMinutes } = asked;
      return api.book(address, { patientId, doctorId, startsAt, durationMinutes });
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
  const id = "id" in asked ? ` ${asked.id}` : "";
  const time =
    "startsAt" in asked ? ` ${clockTime(asked.startsAt)}, ${asked.durationMinutes} min` : "";
  return `${asked.verb}${id}${time}`;
}

function sayAnswered(answer: Answered): string {
  if (answer.outcome !== "done") return words(answer);
  const { value } = answer;
  if (typeof value !== "object" || value === null) return "done";
  const version = value.version === undefined ? "" : `, version ${value.version}`;
  const what =
    "isActive" in value ? (value.isActive ? "active" : "inactive") : `appointment ${value.id}`;
  return `done: ${what}${version}`;
}

const pick = <Item>(items: readonly Item[], random: Random): Item =>
  items[Math.floor(random() * items.length)] as Item;
