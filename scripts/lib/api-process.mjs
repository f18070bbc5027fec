import { spawn } from "node:child_process";
import { onInterrupt, projectRoot, terminate } from "./processes.mjs";

/**
 * A server in a process of its own.
 *
 * @typedef {object} ServerProcess
 * @property {string} address `http://127.0.0.1:…`
 * @property {number} pid
 * @property {import("node:child_process").ChildProcess} child
 * @property {() => Promise<void>} stop
 */

/**
 * Starts the compiled API on the database that `url` names, on any free port unless `variables` name
 * one, and waits until it is up.
 *
 * @param {string} url
 * @param {Record<string, string>} [variables] more environment.
 * @returns {Promise<ServerProcess>}
 */
export function startApiProcess(url, variables = {}) {
  const environment = { DATABASE_URL: url, PORT: "0", LOG_LEVEL: "warn", ...variables };
  return startServerProcess(["dist/src/main.js"], environment);
}

/**
 * Starts a program of node's that says `is up at ADDRESS` when it is. Its errors go to this process's.
 *
 * @param {readonly string[]} args
 * @param {Record<string, string>} [environment]
 * @returns {Promise<ServerProcess>}
 */
export async function startServerProcess(args, environment = {}) {
  const child = spawn(process.execPath, args, {
    cwd: projectRoot,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const pid = child.pid ?? 0;
  const stop = () => terminate(pid);
  onInterrupt.add(stop);
  child.once("close", () => onInterrupt.delete(stop));
  /** @type {string} */
  const address = await new Promise((resolve, reject) => {
    let output = "";
    child.stdout.on("data", (/** @type {Buffer} */ data) => {
      output += data.toString();
      const match = /is up at (http:\S+)/.exec(output);
      if (match?.[1] !== undefined) resolve(match[1]);
    });
    child.once("close", () => {
      reject(new Error(`${args.join(" ")} ended:\n${output}`));
    });
  });
  return { address, pid, child, stop };
}
