import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { identityOf, isGroupAlive, isSameProcess } from "./processes.mjs";

/**
 * The users of something that several processes share: one file for each, named by the identity of the process. Processes
 * that have died do not count. Must be called under a lock.
 *
 * @param {string} folder
 */
export function usersIn(folder) {
  mkdirSync(folder, { recursive: true });
  const file = (/** @type {string} */ identity) => join(folder, identity);

  /** @returns {string[]} the users that are alive. */
  const living = () =>
    readdirSync(folder).filter((identity) => {
      const isAlive = isSameProcess(identity) || isGroupAlive(identity);
      if (!isAlive) rmSync(file(identity), { force: true });
      return isAlive;
    });

  return {
    living,

    /** @param {number} pid a process; if it leads a group, the group counts after its end. */
    add(pid) {
      writeFileSync(file(identityOf(pid)), "");
    },

    /** @param {number} pid */
    remove(pid) {
      rmSync(file(identityOf(pid)), { force: true });
    },

    /** The numbers of the processes, except this one. @returns {number[]} */
    others: () =>
      living()
        .map((identity) => Number.parseInt(identity, 10))
        .filter((pid) => pid !== process.pid),
  };
}
