import { setTimeout as delay } from "node:timers/promises";
import { randomNumbers, type Random } from "../../src/commands/random.js";
import type { Answer, Appointment } from "../apis/answers.js";
import type { Accident } from "../databases.js";
import { graphql } from "../apis/graphql.js";
import { harmDatabase, insist, killServer, PATIENCE_MILLISECONDS } from "./accidents.js";
import { tally, withCallers } from "../run.js";
import {
  apiOf,
  freeTime,
  makeDoctors,
  makePatients,
  minutes,
  overlappingPairs,
  rowsOf,
  words,
  type Row,
  type Stage,
  type Trial,
} from "../stage.js";
import { watchRecovery } from "./recovery.js";

const DOCTORS = 10;
const RIVALS_PER_SLOT = 3;
/** One of this number of callers has no idempotency key, and never repeats a request. */
const PLAIN_ONE_IN = 4;
const MOVED_TO = minutes(60 * 24 * 365);

/** An appointment that a caller requested, and the responses to it. */
interface Wish {
  doctorId: number;
  startsAt: number;
  /** Whether it was repeated until its outcome was known. */
  isKeyed: boolean;
  answer: Answer<Appointment>;
  /** Whether a response was lost before its outcome was known. */
  wasUnknown: boolean;
  /** The change that was made after the booking. */
  after: "kept" | "cancelled" | "moved" | "deleted";
}

/** Crashes under load lose responses, never data. */
export const crashes: Trial = {
  name: "Crashes",
  promise:
    "While servers and database are killed (kill -9) and the database hangs (SIGSTOP), in the midst of load: " +
    "every write that was acknowledged is there, none that was refused is, and what a caller lost the answer " +
    "to is settled by its idempotency key. Callers are never left to hang, and are served again within a " +
    "second of the database's return.",
  async run(stage) {
    const { servers, databases } = stage;
    const doctors = await makeDoctors(stage, DOCTORS);
    const watches = servers.map((server, index) => {
      const databaseUrl = databases.urls[index % databases.urls.length] ?? "";
      return watchRecovery(stage, server, { databaseUrl, doctorId: doctors[0] ?? 0 });
    });
    const recovering = () => Promise.all(watches.map((watch) => watch.stop()));
    const wishes = await wishWhileCrashing(stage, doctors).finally(recovering);
    const rows = await rowsOf(stage, doctors);
    const overlaps = await overlappingPairs(stage, doctors);
    const recovery = await recovering();
    const violations = [
      ...wishes.flatMap((wish) => judge(wish, rows)),
      ...judgeStrangers(wishes, rows),
      ...(overlaps > 0 ? [`${overlaps} pairs of rows overlap`] : []),
      ...recovery.flatMap(({ violations }) => violations),
    ];
    const settled = wishes.filter(({ isKeyed, wasUnknown }) => isKeyed && wasUnknown);
    return {
      counts: {
        ...countAccidents(stage),
        wishes: wishes.length,
        acknowledged: wishes.filter(({ answer }) => answer.outcome === "done").length,
        refused: wishes.filter(({ answer }) => answer.outcome === "refused").length,
        "answered that nothing was written": wishes.filter(
          ({ answer }) => answer.outcome === "unavailable",
        ).length,
        "left in doubt, without a key": wishes.filter(({ answer }) => answer.outcome === "unknown")
          .length,
        "settled by their key": settled.length,
        rows: rows.length,
        "slowest answer in an outage, ms": Math.max(0, ...recovery.map(({ slowest }) => slowest)),
        "slowest recovery, ms": Math.max(
          0,
          ...recovery.map(({ slowestRecovery }) => slowestRecovery),
        ),
      },
      violations,
    };
  },
};

function countAccidents({ clock, databases }: Stage): Record<string, number | string> {
  const happened = clock.timeline().faults.filter(({ what }) => !what.endsWith("restarted"));
  const counts = tally(happened.map(({ what }) => what));
  return databases.accidents.length > 0
    ? counts
    : { ...counts, database: "left alone: nothing was given that could kill it" };
}

/** Runs bookings and changes of all callers until all faults have been caused. */
async function wishWhileCrashing(stage: Stage, doctors: readonly number[]): Promise<Wish[]> {
  const [patientId = 0] = await makePatients(stage, "crash", 1);
  const wishes: Wish[] = [];
  let isCrashing = true;
  function* jobs() {
    for (let number = 0; isCrashing; number += 1) {
      yield async () => {
        wishes.push(await wish(stage, { doctors, patientId, number }));
      };
    }
  }
  const crash = async () => {
    try {
      await haveAccidents(stage);
    } finally {
      isCrashing = false;
    }
  };
  await Promise.all([withCallers(stage.callers, jobs()), crash()]);
  return wishes;
}

/** Kills and pauses in an order that depends on the seed, each after a second without a fault. */
async function haveAccidents(stage: Stage): Promise<void> {
  const { databases, extent, say } = stage;
  const random = randomNumbers(stage.seed);
  const { pause, kill, partition } = Object.fromEntries(
    databases.accidents.map((accident) => [accident.name, accident]),
  ) as Partial<Record<Accident["name"], Accident>>;
  let turn = 0;
  const ofDatabase = (accident: Accident, milliseconds: number) => async () => {
    const node = turn % databases.urls.length;
    turn += 1;
    await harmDatabase(stage, accident, node, milliseconds);
  };
  const kills = Array.from({ length: extent.kills }, (_, index) =>
    kill && index % 3 === 0
      ? ofDatabase(kill, 300 + 700 * random())
      : () => killServer(stage, index),
  );
  const pauses = Array.from({ length: extent.pauses }, () =>
    pause ? [ofDatabase(pause, 1_000 + 4_000 * random())] : [],
  ).flat();
  const splits = partition ? pauses.map(() => ofDatabase(partition, 8_000)) : [];
  const all = shuffled([...kills, ...pauses, ...splits], random);
  for (const [index, accident] of all.entries()) {
    say(`accident ${index + 1} of ${all.length}`);
    await delay(1_000);
    await accident();
  }
  await delay(1_000);
}

/** Books an appointment, and then moves, cancels or deletes some of them. */
async function wish(
  stage: Stage,
  { doctors, patientId, number }: { doctors: readonly number[]; patientId: number; number: number },
): Promise<Wish> {
  const slot = Math.floor(number / RIVALS_PER_SLOT);
  const doctorId = doctors[slot % doctors.length] ?? 0;
  const hour = Math.floor(slot / doctors.length);
  // The competing bookings of a slot start a minute apart: all of them overlap, and each has its own row.
  const startsAt = freeTime() + minutes(60 * hour + (number % RIVALS_PER_SLOT));
  const isKeyed = number % PLAIN_ONE_IN !== 0;
  const booking = {
    patientId,
    doctorId,
    startsAt,
    durationMinutes: 30,
    ...(isKeyed && { idempotencyKey: `crash-${doctorId}-${startsAt}` }),
  };
  const api = apiOf(number);
  const book = () => api.book(stage.balancer.next(), booking);
  const { answer, wasUnknown } = isKeyed
    ? await insist(stage, book)
    : { answer: await stage.clock.observe(book()), wasUnknown: false };
  const after = answer.outcome === "done" ? await followUp(stage, answer.value, number) : "kept";
  return { doctorId, startsAt, isKeyed, answer, wasUnknown, after };
}

/** A change that can be repeated safely: a move with a key, a cancellation, or a deletion. */
async function followUp(
  stage: Stage,
  { id, startsAt }: Appointment,
  number: number,
): Promise<Wish["after"]> {
  const { balancer } = stage;
  if (number % 5 === 1) {
    const { answer } = await insist(stage, () => graphql.cancel(balancer.next(), id));
    return answer.outcome === "done" ? "cancelled" : fail(id, answer);
  }
  if (number % 5 === 2) {
    const move = { id, startsAt: startsAt + MOVED_TO, idempotencyKey: `move-${id}` };
    const { answer } = await insist(stage, () => graphql.reschedule(balancer.next(), move));
    // A competing booking may have been made first, in the slot that this one has left.
    if (words(answer) === "SLOT_TAKEN") return "kept";
    return answer.outcome === "done" ? "moved" : fail(id, answer);
  }
  if (number % 5 === 3) {
    const { answer } = await insist(stage, () =>
      apiOf(number).removeAppointment(balancer.next(), id),
    );
    // When a deletion is repeated because its response was lost, there may be nothing left to delete.
    const isGone = answer.outcome === "done" || words(answer) === "APPOINTMENT_NOT_FOUND";
    return isGone ? "deleted" : fail(id, answer);
  }
  return "kept";
}

function fail(id: number, answer: Answer<unknown>): never {
  throw new Error(`Appointment ${id} could not be changed: ${words(answer)}`);
}

/** The contradictions between the tables and the responses to the caller. */
function judge(
  { doctorId, startsAt, isKeyed, answer, after }: Wish,
  rows: readonly Row[],
): string[] {
  const about = `The appointment of doctor ${doctorId} at ${new Date(startsAt).toISOString()}`;
  const at = (time: number) =>
    rows.find((row) => row.doctorId === doctorId && row.startsAt === time);
  const row = at(startsAt);
  switch (answer.outcome) {
    case "fault":
      return [`${about} was answered: ${answer.what}`];
    case "refused":
      if (words(answer) !== "SLOT_TAKEN") return [`${about} was refused: ${words(answer)}`];
      return row ? [`${about} was refused, and is there`] : [];
    case "unavailable":
      if (isKeyed) return [`${about} was not settled in ${PATIENCE_MILLISECONDS} ms`];
      return row
        ? [`${about} exists, although its caller was answered that nothing was written`]
        : [];
    case "unknown":
      return isKeyed ? [`${about} was not settled in ${PATIENCE_MILLISECONDS} ms`] : [];
    case "done": {
      const found = after === "moved" ? at(startsAt + MOVED_TO) : row;
      if (after === "deleted") return found ? [`${about} was deleted, and is there`] : [];
      if (found?.id !== answer.value.id) return [`${about} was acknowledged, and is not there`];
      const status = after === "cancelled" ? "CANCELLED" : "BOOKED";
      return found.status === status
        ? []
        : [`${about} is ${found.status}, and should be ${status}`];
    }
  }
}

/** The rows that no request explains. */
function judgeStrangers(wishes: readonly Wish[], rows: readonly Row[]): string[] {
  const known = new Set(
    wishes.flatMap(({ doctorId, startsAt }) => [
      `${doctorId} ${startsAt}`,
      `${doctorId} ${startsAt + MOVED_TO}`,
    ]),
  );
  return rows
    .filter(({ doctorId, startsAt }) => !known.has(`${doctorId} ${startsAt}`))
    .map(({ id }) => `Nobody has asked for appointment ${id}`);
}

function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  return items
    .map((item) => ({ item, place: random() }))
    .sort((one, other) => one.place - other.place)
    .map(({ item }) => item);
}
