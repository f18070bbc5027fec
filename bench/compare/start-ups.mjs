import { setTimeout as delay } from "node:timers/promises";
import { step } from "../../scripts/lib/terminal.mjs";
import { mebibytes } from "../lib/figures.mjs";
import { startServer } from "./server.mjs";

/** @typedef {import("./server.mjs").Server} Server */
/** @typedef {{ startMilliseconds: number[], idleMebibytes: number[] }} StartUp */

/** What a server still does after it has said that it is up. */
const SETTLING_MILLISECONDS = 500;

/**
 * Starts all servers, several times in turns, and leaves them running.
 *
 * @param {readonly import("./contestants.mjs").Contestant[]} contestants
 * @param {string} url
 * @param {readonly number[] | undefined} cores
 * @param {number} times
 * @param {Server[]} servers those that run are put in here.
 * @returns {Promise<Map<string, StartUp>>} by the contestants' names.
 */
export function startAll(contestants, url, cores, times, servers) {
  return step("servers", async (say) => {
    /** @type {Map<string, StartUp>} */
    const startUps = new Map();
    for (let time = 1; time <= times; time += 1) {
      for (const server of servers.splice(0)) await server.stop();
      for (const contestant of contestants) {
        say(`starting ${contestant.title}`);
        const server = await startServer(contestant, url, cores);
        servers.push(server);
        await delay(SETTLING_MILLISECONDS);
        const startUp = startUps.get(contestant.name) ?? {
          startMilliseconds: [],
          idleMebibytes: [],
        };
        startUp.startMilliseconds.push(server.startMilliseconds);
        startUp.idleMebibytes.push(mebibytes(server.pid, "VmRSS"));
        startUps.set(contestant.name, startUp);
      }
    }
    return { result: startUps, summary: `${servers.length} are up` };
  });
}
