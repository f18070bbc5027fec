import { randomBytes } from "node:crypto";
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { identityOf, isSameProcess } from "./processes.mjs";

/**
 * Does the work while holding a lock between processes. The lock of a process that has died is ignored.
 *
 * @template Result
 * @param {string} file the lock; its folder must exist.
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function withLock(file, work) {
  const holder = identityOf(process.pid);
  const own = `${file}.${process.pid}-${randomBytes(4).toString("hex")}`;
  writeFileSync(own, holder);
  try {
    // A symbolic link is created atomically with its content.
    while (!tryLink(own, file)) {
      if (!removeIfVoid(file, own)) await delay(50);
    }
  } finally {
    rmSync(own, { force: true });
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** @param {string} own @param {string} file @returns {boolean} whether this process holds the lock now. */
function tryLink(own, file) {
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "EEXIST") return false;
    throw error;
  }
}

/** @param {string} file @param {string} own @returns {boolean} whether the lock was removed. */
function removeIfVoid(file, own) {
  const holder = read(file);
  if (holder === null) return true;
  if (isSameProcess(holder)) return false;
  // Another process may have removed the lock meanwhile, and a third one taken it: check again what was moved.
  const moved = `${own}.void`;
  try {
    renameSync(file, moved);
  } catch {
    return true;
  }
  if (read(moved) !== holder) tryLink(moved, file);
  rmSync(moved, { force: true });
  return true;
}

/** @param {string} file @returns {string | null} */
function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}
