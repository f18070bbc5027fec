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
 * What node is started with. Nearly all that a request needs is garbage right after it, and is cheaper to collect if
 * there is more room for it to die young. With a limit of the old generation, V8 collects it as soon as it has grown
 * by half instead of fourfold; a server at its limits needs less than 200 MB of it.
 */
export const NODE_FLAGS = ["--max-semi-space-size=32", "--max-old-space-size=768"];

/** The API, built. */
export const MAIN = "dist/server/main.js";

/** The arguments of node for it. */
export const API = [...NODE_FLAGS, MAIN];

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
  return startServerProcess(API, environment);
}

/**
 * Starts a program that says `is up at ADDRESS` when it is. Its errors go to this process's.
 *
 * @param {readonly string[]} args
 * @param {Record<string, string>} [environment]
 * @param {string} [program] another one than node.
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
