// Which core does what, so that servers, the load and the database do not take each other's time.
import { existsSync, readFileSync } from "node:fs";
import { run } from "../../scripts/lib/processes.mjs";

/**
 * The cores of each part; null where nothing can be pinned.
 *
 * @typedef {object} Cores
 * @property {number[]} server one for each server process.
 * @property {number[]} load
 * @property {number[]} database
 */

/** Two server processes, the load and the database, each on a core of its own. */
const FOR_TWO_PROCESSES = 4;

/** @returns {Cores | null} */
export function shareCores() {
  const allowed = allowedCores();
  if (allowed.length < 2 || !existsSync("/usr/bin/taskset")) return null;
  // Interrupts are served by the first cores.
  const [last, next, third, ...rest] = allowed.reverse();
  const [server, load] = [[last], [next]].map(defined);
  if (server === undefined || load === undefined) return null;
  if (third === undefined) return { server, load, database: load };
  if (allowed.length < FOR_TWO_PROCESSES) return { server, load, database: [third] };
  return { server: defined([last, third]), load, database: rest };
}

/** @param {(number | undefined)[]} cores */
const defined = (cores) => cores.filter((core) => core !== undefined);

/** @returns {number[]} those that this process may run on. */
function allowedCores() {
  if (process.platform !== "linux") return [];
  const status = readFileSync("/proc/self/status", "utf8");
  const ranges = /Cpus_allowed_list:\s+(\S+)/.exec(status)?.[1]?.split(",") ?? [];
  return ranges.flatMap((range) => {
    const [from = 0, to = from] = range.split("-").map(Number);
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });
}

/** A command that runs on these cores alone. @param {readonly number[] | undefined} cores @param {string} program @param {readonly string[]} args */
export function pinned(cores, program, args) {
  if (cores === undefined) return { program, args };
  return { program: "taskset", args: ["--cpu-list", cores.join(), program, ...args] };
}

/** Moves a process that runs already. @param {number} pid @param {readonly number[]} cores */
export async function pin(pid, cores) {
  await run("taskset", ["--all-tasks", "--pid", "--cpu-list", cores.join(), String(pid)]);
}
