import { startServerProcess } from "../../scripts/lib/api-process.mjs";
import { pinned } from "../lib/cores.mjs";

/**
 * A contestant's server, up.
 *
 * @typedef {object} Server
 * @property {import("./contestants.mjs").Contestant} contestant
 * @property {string} address
 * @property {number} pid
 * @property {number} startMilliseconds how long it took until it said that it is up.
 * @property {() => Promise<void>} stop
 */

/**
 * Starts a server on any free port and waits until it says that it is up.
 *
 * @param {import("./contestants.mjs").Contestant} contestant
 * @param {string} url of its database.
 * @param {readonly number[] | undefined} cores what it may run on; anything if left out.
 * @returns {Promise<Server>}
 */
export async function startServer(contestant, url, cores) {
  const since = performance.now();
  const { program, args } = pinned(cores, contestant.program ?? process.execPath, contestant.args);
  const settings = { DATABASE_URL: url, PORT: "0", NODE_ENV: "production" };
  const environment = { ...settings, ...contestant.environment };
  const { address, pid, stop } = await startServerProcess(args, environment, program);
  return { contestant, address, pid, startMilliseconds: performance.now() - since, stop };
}
