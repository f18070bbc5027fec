import { setTimeout as delay } from "node:timers/promises";
import { cpuSeconds } from "../lib/figures.mjs";

/** @typedef {ReturnType<typeof makeRecorder>} Recorder */

/** @param {Record<string, number[]>} processes whose CPU time is measured, in groups. */
export const makeRecorder = (processes) => ({
  asked: 0,
  /** The milliseconds that good answers took. @type {number[]} */
  times: [],
  /** @type {string[]} */
  failures: [],
  /** The seconds of CPU time of each group of processes up to now. @returns {Record<string, number>} */
  cpuNow() {
    const { user, system } = process.cpuUsage();
    const groups = Object.entries(processes).map(([name, pids]) => {
      return /** @type {const} */ ([name, pids.reduce((sum, pid) => sum + cpuSeconds(pid), 0)]);
    });
    return Object.fromEntries([...groups, ["load", (user + system) / 1e6]]);
  },
});

/** Forgets the warm-up, then measures. @param {Recorder} recorder @param {number} warmUp @param {number} duration */
export async function figuresOf(recorder, warmUp, duration) {
  await delay(warmUp);
  recorder.times = [];
  const [since, cpuBefore] = [performance.now(), recorder.cpuNow()];
  await delay(duration);
  const [milliseconds, cpuAfter] = [performance.now() - since, recorder.cpuNow()];
  const times = recorder.times.toSorted((one, other) => one - other);
  const cpu = Object.entries(cpuAfter).map(([name, after]) => {
    const seconds = after - (cpuBefore[name] ?? NaN);
    return /** @type {const} */ ([name, (seconds * 1e6) / times.length]);
  });
  return {
    perSecond: (times.length * 1_000) / milliseconds,
    p50: percentile(times, 50),
    p99: percentile(times, 99),
    cpu: Object.fromEntries(cpu),
  };
}

/** @param {readonly number[]} sorted @param {number} percent */
const percentile = (sorted, percent) =>
  sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? NaN;
