import { parseArgs } from "node:util";
import { Failure } from "../../scripts/lib/failure.mjs";
import { WORKLOADS } from "./workloads.mjs";

/**
 * How much is measured.
 *
 * @typedef {object} Options
 * @property {boolean} isWhole whether the results may stand for the project: nothing was cut.
 * @property {number} starts how often each server is started.
 * @property {number} rounds
 * @property {number} seconds of each measurement.
 * @property {number} warmUpSeconds before each measurement.
 * @property {number} firstWarmUpSeconds before the first round.
 * @property {readonly import("./workloads.mjs").Workload[]} workloads
 * @property {readonly string[] | null} servers null for all.
 */

const WHOLE = { starts: 3, rounds: 5, seconds: 1.5, warmUpSeconds: 0.2, firstWarmUpSeconds: 1 };
const QUICK = { starts: 1, rounds: 1, seconds: 0.4, warmUpSeconds: 0.1, firstWarmUpSeconds: 0.1 };

/** @param {string[]} args @returns {Options} @throws {Failure} for arguments that make no sense. */
export function readOptions(args) {
  const { quick, only, servers, rounds, seconds } = parse(args);
  const basis = quick ? QUICK : WHOLE;
  const names = only?.split(",") ?? WORKLOADS.map(({ name }) => name);
  const workloads = WORKLOADS.filter(({ name }) => names.includes(name));
  if (workloads.length !== names.length) {
    const known = WORKLOADS.map(({ name }) => name).join(",");
    throw new Failure(`--only takes some of ${known}`);
  }
  return {
    ...basis,
    ...(rounds !== undefined && { rounds: Number(rounds) }),
    ...(seconds !== undefined && { seconds: Number(seconds) }),
    workloads,
    servers: servers?.split(",") ?? null,
    isWhole: [quick, only, servers, rounds, seconds].every((given) => given === undefined),
  };
}

/** @param {string[]} args */
function parse(args) {
  const text = /** @type {const} */ ({ type: "string" });
  try {
    const options = /** @type {const} */ ({ quick: { type: "boolean" } });
    const texts = { only: text, servers: text, rounds: text, seconds: text };
    return parseArgs({ args, options: { ...options, ...texts } }).values;
  } catch (error) {
    throw new Failure(error instanceof Error ? error.message : String(error));
  }
}
