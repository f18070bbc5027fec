// The process that puts load on a server, and measures. Its parent sends a Job and gets a Measurement.
import { openConnection, toRequest } from "./connection.mjs";
import { closedLoop, openLoop } from "./loops.mjs";
import { figuresOf, makeRecorder } from "./recorder.mjs";
import { workloadOf } from "./workloads.mjs";

/**
 * @typedef {object} Job
 * @property {string[]} addresses of the servers that share the load.
 * @property {string} workload
 * @property {import("./questions.mjs").Dialect} dialect
 * @property {import("./clinic.mjs").Clinic} clinic
 * @property {number} firstNumber of the questions, which are numbered on from there.
 * @property {number} connections that each ask again as soon as they are answered, or, with a rate, as
 *   many questions as can be under way at most.
 * @property {number | null} rate questions per second that come whether or not others are answered.
 * @property {number} warmUpSeconds
 * @property {number} seconds
 * @property {Record<string, number[]>} processes whose CPU time is measured, in groups.
 */

/**
 * @typedef {object} Measurement
 * @property {number} asked all questions, those of the warm-up, too.
 * @property {number} perSecond good answers.
 * @property {number} failures bad answers, those of the warm-up, too.
 * @property {string | null} firstFailure
 * @property {number} p50 milliseconds, as p99.
 * @property {number} p99
 * @property {Record<string, number>} cpu microseconds per answer of each group of processes; of this
 *   one under `load`.
 */

/** @param {Job} job @returns {Promise<Measurement>} */
async function measure(job) {
  const { addresses, connections: count, rate, warmUpSeconds, seconds } = job;
  const connections = await Promise.all(
    Array.from({ length: count }, (_, index) => {
      return openConnection(/** @type {string} */ (addresses[index % addresses.length]));
    }),
  );
  const recorder = makeRecorder(job.processes);
  const askNext = makeAsker(job, recorder);
  const end = performance.now() + (warmUpSeconds + seconds) * 1_000;
  const [figures] = await Promise.all([
    figuresOf(recorder, warmUpSeconds * 1_000, seconds * 1_000),
    rate === null
      ? closedLoop(connections, askNext, end)
      : openLoop(connections, askNext, end, rate),
  ]);
  for (const connection of connections) connection.close();
  const { asked, failures } = recorder;
  return { asked, failures: failures.length, firstFailure: failures[0] ?? null, ...figures };
}

/** @param {Job} job @param {import("./recorder.mjs").Recorder} recorder @returns {import("./loops.mjs").AskNext} */
function makeAsker({ workload: name, dialect, clinic, firstNumber, addresses }, recorder) {
  const { ask, success } = workloadOf(name);
  const question = /** @type {import("./questions.mjs").Ask} */ (ask[dialect]);
  const { host } = new URL(addresses[0] ?? "");
  let number = firstNumber;
  return async (connection, since) => {
    recorder.asked += 1;
    const request = toRequest(host, question(clinic, number++));
    const start = since ?? performance.now();
    const { status, start: text } = await connection.ask(request);
    const isGood = (status === 200 || status === 201) && success.test(text);
    if (isGood) recorder.times.push(performance.now() - start);
    else recorder.failures.push(`${status} ${text}`);
  };
}

process.on("message", (/** @type {Job} */ job) => {
  measure(job).then(
    (measurement) => process.send?.({ measurement }),
    (/** @type {unknown} */ error) =>
      process.send?.({ error: error instanceof Error ? error.message : String(error) }),
  );
});
// The parent is gone.
process.on("disconnect", () => {
  process.exit();
});
