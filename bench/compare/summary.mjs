// From measurements to figures.
import { median, rounded } from "../lib/api.mjs";
import { mebibytes } from "../lib/figures.mjs";
import { STEADY_SHARE } from "./measure.mjs";

/** @typedef {import("./measure.mjs").Series} Series */
/** @typedef {import("./load.mjs").Measurement} Measurement */

/**
 * One server under one load: medians of the rounds.
 *
 * @typedef {object} Figures
 * @property {string} server
 * @property {string} title
 * @property {"project" | "peer" | "limit"} kind
 * @property {number} perSecond good answers.
 * @property {number} lowest of the rounds, as `highest`.
 * @property {number} highest
 * @property {number | null} ofLimit the median of the rounds' ratios to the limit; null if it was not
 *   asked that.
 * @property {number} p50Milliseconds
 * @property {number} p99Milliseconds
 * @property {number} serverMicroseconds of CPU time for an answer.
 * @property {number} databaseMicroseconds of CPU time for an answer.
 * @property {number} loadMicroseconds of CPU time for an answer, of the process that asks.
 * @property {number} failures of all rounds.
 */

/** @typedef {{ name: string, title: string, figures: Figures[], verdict: Verdict | null }} Comparison */
/** @typedef {{ ofLimit: number | null, bestPeer: string | null, timesBestPeer: number | null }} Verdict on this project. */
/** @typedef {{ server: string, title: string, startMilliseconds: number, idleMebibytes: number, peakMebibytes: number }} Footprint */

/** @param {readonly Series[]} series @returns {Comparison[]} */
export function compareAll(series) {
  return [...new Set(series.map(({ workload }) => workload))].map((workload) => {
    const rivals = series.filter((each) => each.workload === workload);
    const limit = rivals.find(({ server }) => server.contestant.kind === "limit");
    const figures = rivals.map((each) => toFigures(each, limit));
    const { name, title } = workload;
    return { name, title, figures, verdict: judge(rivals, figures) };
  });
}

/** @param {Series} series @param {Series | undefined} limit @returns {Figures} */
function toFigures({ server, rounds }, limit) {
  const { name, title, kind } = server.contestant;
  const middle = (/** @type {(measurement: Measurement) => number} */ of) =>
    rounded(median(rounds.map(of)));
  const rates = rounds.map(({ perSecond }) => perSecond);
  return {
    server: name,
    title,
    kind,
    perSecond: middle(({ perSecond }) => perSecond),
    lowest: rounded(Math.min(...rates)),
    highest: rounded(Math.max(...rates)),
    ofLimit: limit ? ratio(rounds, limit.rounds) : null,
    p50Milliseconds: middle(({ p50 }) => p50),
    p99Milliseconds: middle(({ p99 }) => p99),
    serverMicroseconds: middle(({ cpu }) => cpu["server"] ?? NaN),
    databaseMicroseconds: middle(({ cpu }) => cpu["database"] ?? NaN),
    loadMicroseconds: middle(({ cpu }) => cpu["load"] ?? NaN),
    failures: rounds.reduce((sum, { failures }) => sum + failures, 0),
  };
}

/** Round by round, since rounds differ more than servers within one. @param {readonly Measurement[]} one @param {readonly Measurement[]} other */
const ratio = (one, other) =>
  rounded(median(one.map(({ perSecond }, round) => perSecond / (other[round]?.perSecond ?? NaN))));

/** @param {readonly Series[]} rivals @param {readonly Figures[]} figures @returns {Verdict | null} */
function judge(rivals, figures) {
  const index = figures.findIndex(({ kind }) => kind === "project");
  const [project, series] = [figures[index], rivals[index]];
  if (!project || !series) return null;
  const peers = figures.filter(({ kind }) => kind === "peer");
  const best = peers.toSorted((one, other) => other.perSecond - one.perSecond)[0];
  const bestSeries = rivals.find(({ server }) => server.contestant.name === best?.server);
  return {
    ofLimit: project.ofLimit,
    bestPeer: best?.title ?? null,
    timesBestPeer: bestSeries ? ratio(series.rounds, bestSeries.rounds) : null,
  };
}

/** The delays of each server at its own steady load. @param {readonly Series[]} steady */
export const steadyFigures = (steady) => ({
  shareOfCapacity: STEADY_SHARE,
  figures: steady.map((each) => toFigures(each, undefined)),
});

/** @param {readonly import("./server.mjs").Server[]} servers @param {ReadonlyMap<string, import("./start-ups.mjs").StartUp>} startUps @returns {Footprint[]} */
export function footprints(servers, startUps) {
  return servers.map(({ contestant: { name, title }, pid }) => {
    const { startMilliseconds = [], idleMebibytes = [] } = startUps.get(name) ?? {};
    return {
      server: name,
      title,
      startMilliseconds: rounded(median(startMilliseconds)),
      idleMebibytes: rounded(median(idleMebibytes)),
      peakMebibytes: rounded(mebibytes(pid, "VmHWM")),
    };
  });
}
