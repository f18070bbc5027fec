import { Failure } from "../../scripts/lib/failure.mjs";
import { step } from "../../scripts/lib/terminal.mjs";
import { median } from "../lib/api.mjs";
import { dialectOf } from "./contestants.mjs";

/** @typedef {import("./workloads.mjs").Workload} Workload */
/** @typedef {import("./server.mjs").Server} Server */
/** @typedef {import("./load.mjs").Job} Job */
/** @typedef {import("./load.mjs").Measurement} Measurement */

/**
 * Where it is measured.
 *
 * @typedef {object} Stage
 * @property {readonly Server[]} servers
 * @property {import("./clinic.mjs").Clinic} clinic
 * @property {import("./generator.mjs").Generator} generator
 * @property {number} databasePid
 * @property {import("./options.mjs").Options} options
 * @property {{ next: number }} numbers the first number of a booking that has not been asked for.
 */

/**
 * One workload on one server, in all rounds.
 *
 * @typedef {object} Series
 * @property {Workload} workload
 * @property {Server} server
 * @property {Measurement[]} rounds
 */

export const CONNECTIONS = 32;

/** As many questions may be under way when they come by themselves. */
const OPEN_CONNECTIONS = 128;

/** @typedef {Pick<Job, "warmUpSeconds" | "seconds"> & { rate?: number, processes?: Server[] }} Times */

/**
 * Puts one load on a server, or an equal share of it on each process of one.
 *
 * @param {Stage} stage
 * @param {Workload} workload
 * @param {Server} server
 * @param {Times} times
 * @returns {Promise<Measurement>}
 * @throws {Failure} if there are bad answers where there should be none.
 */
export async function load(stage, workload, server, { rate, processes = [server], ...times }) {
  const { clinic, generator, databasePid, numbers } = stage;
  const measurement = await generator.measure({
    addresses: processes.map(({ address }) => address),
    workload: workload.name,
    dialect: dialectOf(server.contestant, workload) ?? "graphql",
    clinic,
    firstNumber: workload.isBooking ? numbers.next : 0,
    connections: rate === undefined ? CONNECTIONS : OPEN_CONNECTIONS,
    rate: rate ?? null,
    ...times,
    processes: { server: processes.map(({ pid }) => pid), database: [databasePid] },
  });
  if (workload.isBooking) numbers.next += measurement.asked;
  const { failures, firstFailure } = measurement;
  if (failures > 0 && !workload.mayFail) {
    const where = `${workload.title}: ${server.contestant.title}`;
    throw new Failure(`${where} gave ${failures} bad answers, the first\n${firstFailure}`);
  }
  return measurement;
}

/** Each workload on each server, in rounds, so that what else goes on hits all alike. @param {Stage} stage @returns {Promise<Series[]>} */
export async function measureInRounds(stage) {
  const { options, servers } = stage;
  const { rounds, seconds, warmUpSeconds, firstWarmUpSeconds } = options;
  const series = options.workloads.flatMap((workload) =>
    servers
      .filter(({ contestant }) => dialectOf(contestant, workload))
      .map((server) => ({ workload, server, rounds: /** @type {Measurement[]} */ ([]) })),
  );
  await inTurns("warm-up", 0, series, async ({ workload, server }) => {
    await load(stage, workload, server, { warmUpSeconds: 0, seconds: firstWarmUpSeconds });
  });
  for (let round = 1; round <= rounds; round += 1) {
    await inTurns(`round ${round}/${rounds}`, round, series, async (each) => {
      const times = { warmUpSeconds, seconds };
      each.rounds.push(await load(stage, each.workload, each.server, times));
    });
  }
  return series;
}

/** How much of what a server can do at most is asked for when its delays are measured. */
export const STEADY_SHARE = 0.7;

/** The delays at a steady load that each server can bear. @param {Stage} stage @param {readonly Series[]} series @returns {Promise<Series[]>} */
export async function measureSteady(stage, series) {
  const { rounds, seconds, warmUpSeconds } = stage.options;
  const steady = series
    .filter(({ workload }) => workload.name === "mixed")
    .map(({ workload, server, rounds: measured }) => {
      const rate = STEADY_SHARE * median(measured.map(({ perSecond }) => perSecond));
      return { workload, server, rate, rounds: /** @type {Measurement[]} */ ([]) };
    });
  for (let round = 1; round <= rounds && steady.length > 0; round += 1) {
    await inTurns(`steady ${round}/${rounds}`, round, steady, async (each) => {
      const times = { warmUpSeconds, seconds, rate: each.rate };
      each.rounds.push(await load(stage, each.workload, each.server, times));
    });
  }
  return steady;
}

/**
 * Works on workload after workload; on each, server after server, beginning with another one in each
 * round, so that none always comes after the same other.
 *
 * @template {Series} Each
 * @param {string} name
 * @param {number} round
 * @param {readonly Each[]} series
 * @param {(each: Each) => Promise<void>} work
 */
async function inTurns(name, round, series, work) {
  await step(name, async (say) => {
    for (const workload of new Set(series.map((each) => each.workload))) {
      say(workload.title);
      const turns = series.filter((each) => each.workload === workload);
      const first = round % turns.length;
      for (const each of [...turns.slice(first), ...turns.slice(0, first)]) await work(each);
    }
    return { result: undefined, summary: `${series.length} measurements` };
  });
}
