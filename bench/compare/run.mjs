import { pin, shareCores } from "../lib/cores.mjs";
import { makeClinic } from "./clinic.mjs";
import { availableContestants } from "./contestants.mjs";
import { startGenerator } from "./generator.mjs";
import { CONNECTIONS, measureInRounds, measureSteady } from "./measure.mjs";
import { checkAnswers } from "./same-answers.mjs";
import { startAll } from "./start-ups.mjs";
import { compareAll, footprints, steadyFigures } from "./summary.mjs";
import { measureTwoProcesses } from "./two-processes.mjs";
import { WORKLOADS } from "./workloads.mjs";

/** @typedef {import("./options.mjs").Options} Options */
/** @typedef {Awaited<ReturnType<typeof compare>>} Report */

/**
 * Measures all that `options` say.
 *
 * @param {string} url of an empty database.
 * @param {number} databasePid
 * @param {Options} options
 */
export async function compare(url, databasePid, options) {
  const cores = shareCores();
  if (cores) await pin(databasePid, cores.database);
  const clinic = await makeClinic(url);
  const contestants = await availableContestants(options.servers);
  /** @type {import("./server.mjs").Server[]} */
  const servers = [];
  const generator = startGenerator(cores?.load);
  try {
    const serverCores = cores?.server.slice(0, 1);
    const startUps = await startAll(contestants, url, serverCores, options.starts, servers);
    await checkAnswers(servers, clinic, 0);
    const numbers = { next: WORKLOADS.length };
    const stage = { servers, clinic, generator, databasePid, options, numbers };
    const series = await measureInRounds(stage);
    const steady = await measureSteady(stage, series);
    const twoProcesses = await measureTwoProcesses(stage, url, cores);
    return {
      cores,
      connections: CONNECTIONS,
      rounds: options.rounds,
      secondsOfEach: options.seconds,
      appointments: clinic.appointments,
      // The throwaway database does not wait for its disk, so that CPU time is what counts.
      commitsReachTheDisk: false,
      workloads: compareAll(series),
      steady: steadyFigures(steady),
      processes: footprints(servers, startUps),
      twoProcesses,
    };
  } finally {
    for (const { stop } of [generator, ...servers]) await stop();
  }
}
