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
 * The options of Node. Nearly all objects of a request are garbage after it; a larger young generation makes their collection
 * cheaper. With a limit of the old generation, V8 collects it before it has grown fourfold: after 10,000 different
 * documents a server has 256 MiB, not 407. With a limit of 768 or 1,024 MiB, a booking took up to a quarter more CPU; with
 * this one it takes what it takes without a limit.
 */
export const NODE_FLAGS = ["--max-semi-space-size=32", "--max-old-space-size=1536"];

/** The compiled API. */
export const MAIN = "dist/server/main.js";

/** The arguments of Node that run it. */
export const API = [...NODE_FLAGS, MAIN];

/**
 * Starts the compiled API on the database that `url` names, on a free port of loopback unless `variables` set one, and waits
 * until it is up. Nobody signs in.
 *
 * @param {string} url
 * @param {Record<string, string>} [variables] additional environment variables.
 * @returns {Promise<ServerProcess>}
 */
export function startApiProcess(url, variables = {}) {
  const open = { NODE_ENV: "development", HOST: "127.0.0.1", AUTH: "open" };
  const environment = { ...open, DATABASE_URL: url, PORT: "0", LOG_LEVEL: "warn", ...variables };
  return startServerProcess(API, environment);
}

/**
 * Starts a program that prints `is up at ADDRESS` when it is ready. It shares the standard error of this process.
 *
 * @param {readonly string[]} args
 * @param {Record<string, string>} [environment]
 * @param {string} [program] Node by default.
 * @returns {Promise<ServerProcess>}
 */
export async function startServerProcess(args, environment = {}, program = process.execPath) {
  const child = spawn(program, args, {
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
      const match = /is up at (http:[^\s"]+)/.exec(output);
      if (match?.[1] !== undefined) resolve(match[1]);
    });
    child.once("error", reject);
    child.once("close", () => {
      reject(new Error(`${args.join(" ")} ended:\n${output}`));
    });
  });
  return { address, pid, child, stop };
}
