import { spawn } from "node:child_process";
import { Failure } from "../../scripts/lib/failure.mjs";
import { onInterrupt, projectRoot, terminate } from "../../scripts/lib/processes.mjs";
import { pinned } from "../lib/cores.mjs";

/** @typedef {import("./load.mjs").Job} Job */
/** @typedef {import("./load.mjs").Measurement} Measurement */

/**
 * The process that puts load on servers.
 *
 * @typedef {object} Generator
 * @property {(job: Job) => Promise<Measurement>} measure
 * @property {() => Promise<void>} stop
 */

/** @param {readonly number[] | undefined} cores @returns {Generator} */
export function startGenerator(cores) {
  const { program, args } = pinned(cores, process.execPath, ["bench/compare/load.mjs"]);
  const child = spawn(program, args, {
    cwd: projectRoot,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const stop = () => terminate(child.pid ?? 0);
  onInterrupt.add(stop);
  /** @type {{ resolve: (measurement: Measurement) => void, reject: (error: Error) => void } | null} */
  let waiting = null;
  child.on("message", (/** @type {{ measurement?: Measurement, error?: string }} */ answer) => {
    const { measurement, error } = answer;
    if (measurement) waiting?.resolve(measurement);
    else waiting?.reject(new Failure(error));
  });
  const ended = new Failure("The load generator has ended.");
  child.once("close", () => {
    onInterrupt.delete(stop);
    waiting?.reject(ended);
  });
  return {
    measure: (job) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        if (child.connected) child.send(job);
        else reject(ended);
      }),
    stop,
  };
}
