import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { identityOf, isGroupAlive, isSameProcess } from "./processes.mjs";

/**
 * Who uses something that several processes share: each a file named by what the process is known by. Processes
 * that have died, however they died, are no users any more. To be called under a lock.
 *
 * @param {string} folder
 */
export function usersIn(folder) {
  mkdirSync(folder, { recursive: true });
  const file = (/** @type {string} */ identity) => join(folder, identity);

  /** @returns {string[]} those who are alive. */
  const living = () =>
    readdirSync(folder).filter((identity) => {
      const isAlive = isSameProcess(identity) || isGroupAlive(identity);
      if (!isAlive) rmSync(file(identity), { force: true });
      return isAlive;
    });

  return {
    living,

    /** @param {number} pid of a process; if it leads a group, the group counts after its end. */
    add(pid) {
      writeFileSync(file(identityOf(pid)), "");
    },

    /** @param {number} pid */
    remove(pid) {
      rmSync(file(identityOf(pid)), { force: true });
    },

    /** The processes' numbers, but for one's own. @returns {number[]} */
    others: () =>
      living()
        .map((identity) => Number.parseInt(identity, 10))
        .filter((pid) => pid !== process.pid),
  };
}
