// When the next question is asked.
import { setTimeout as delay } from "node:timers/promises";

/** @typedef {import("./connection.mjs").Connection} Connection */

/**
 * Asks the next question and notes how long its answer took, from `since` on if that is given.
 *
 * @typedef {(connection: Connection, since?: number) => Promise<void>} AskNext
 */

const TICK_MILLISECONDS = 1;

/** Later than this, a question waits because this process has no time, which is no merit of a server. */
const TOLERATED_MILLISECONDS = 2;

/** Each connection asks again as soon as it is answered. @param {Connection[]} connections @param {AskNext} askNext @param {number} end */
export async function closedLoop(connections, askNext, end) {
  const caller = async (/** @type {Connection} */ connection) => {
    while (performance.now() < end) await askNext(connection);
  };
  await Promise.all(connections.map(caller));
}

/**
 * Callers who know nothing of each other: the next question comes after a random time. If all
 * connections are taken it waits, and its wait counts.
 *
 * @param {Connection[]} connections
 * @param {AskNext} askNext
 * @param {number} end
 * @param {number} rate
 */
export async function openLoop(connections, askNext, end, rate) {
  const free = [...connections];
  /** @type {number[]} */
  const due = [];
  const askWhatIsDue = () => {
    while (free.length > 0 && due.length > 0) {
      const connection = /** @type {Connection} */ (free.pop());
      void askNext(connection, due.shift()).then(() => {
        free.push(connection);
        askWhatIsDue();
      });
    }
  };
  let next = performance.now();
  for (let now = next; now < end; now = performance.now()) {
    for (; next <= now; next += randomPause(rate)) {
      due.push(now - next < TOLERATED_MILLISECONDS ? now : next);
    }
    askWhatIsDue();
    await delay(TICK_MILLISECONDS);
  }
  while (free.length < connections.length) await delay(TICK_MILLISECONDS);
}

/** Milliseconds, as they lie between those who come at random. @param {number} rate a second. */
const randomPause = (rate) => (-Math.log(1 - Math.random()) * 1_000) / rate;
