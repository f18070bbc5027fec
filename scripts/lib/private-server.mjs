import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { isAlive, onInterrupt, projectRoot, terminate } from "./processes.mjs";
import { findOrInstallServer, serverAccount } from "./server-program.mjs";
import { greets, startServer } from "./server-process.mjs";

/**
 * A database server of this project's own: on loopback, on a free port, without rights on the
 * machine, with its data in a folder of its own.
 *
 * @typedef {object} PrivateServer
 * @property {string} url of its database.
 * @property {string} description
 * @property {() => Promise<void>} stop ends it, unless another process of ours started it.
 */

/** @typedef {import("./server-process.mjs").RunningServer & { owner: number }} State `owner`: who will stop it. */

/** Data that is thrown away need not survive a crash. */
const THROWAWAY_OPTIONS = ["--innodb-flush-log-at-trx-commit=0", "--innodb-doublewrite=0"];

/** After so long, what an interrupted run has left is nobody's. */
const ABANDONED_MILLISECONDS = 60_000;

/**
 * The server whose data stays in `.local/database/`. One that is running already is used; if the
 * process that started it has died, it becomes ours.
 *
 * @param {(doing: string) => void} say
 * @returns {Promise<PrivateServer>}
 * @throws {Failure} if there is no server to be had, or it does not start.
 */
export async function keptServer(say) {
  const folder = serverFolder("database");
  mkdirSync(folder, { recursive: true });
  const unlock = await lock(join(folder, "starting"));
  try {
    const running = await findRunning(folder);
    if (running && isAlive(running.owner)) {
      return { ...running, stop: async () => {} };
    }
    if (running) {
      writeState(folder, { ...running, owner: process.pid });
      return { ...running, stop: () => terminate(running.pid) };
    }
    return await startIn(folder, say, []);
  } finally {
    unlock();
  }
}

/**
 * A server with empty data, of which nothing is left when it is stopped.
 *
 * @param {(doing: string) => void} say
 * @param {readonly string[]} [options] more options of the server.
 * @returns {Promise<PrivateServer & { pid: number, folder: string }>}
 * @throws {Failure} if there is no server to be had, or it does not start.
 */
export async function throwawayServer(say, options = THROWAWAY_OPTIONS) {
  const parent = serverFolder("test");
  mkdirSync(parent, { recursive: true });
  await removeAbandoned(parent);
  const folder = mkdtempSync(join(parent, "run-"));
  const remove = async () => {
    rmSync(folder, { recursive: true, force: true });
  };
  onInterrupt.add(remove);
  try {
    const server = await startIn(folder, say, options);
    const stop = async () => {
      await server.stop();
      await remove();
    };
    return { ...server, folder, stop };
  } catch (error) {
    await remove();
    throw error;
  }
}

/**
 * A server that accidents can happen to.
 *
 * @typedef {PrivateServer & {
 *   kill: () => Promise<void>,
 *   start: () => Promise<void>,
 *   pause: () => Promise<void>,
 *   resume: () => Promise<void>,
 * }} CrashableServer `kill` ends it at once, without a word; `start` runs it again in the same place on
 *   what its disk has kept; `pause` lets it hang until `resume`.
 */

/**
 * A throwaway server that keeps what it has acknowledged through a crash, as one in production does.
 *
 * @param {(doing: string) => void} say
 * @returns {Promise<CrashableServer>}
 * @throws {Failure} if there is no server to be had, or it does not start.
 */
export async function crashableServer(say) {
  const server = await throwawayServer(say, []);
  const { folder, url } = server;
  let { pid } = server;
  const signal = async (/** @type {NodeJS.Signals} */ name) => {
    process.kill(pid, name);
  };
  return {
    ...server,
    async kill() {
      process.kill(pid, "SIGKILL");
      while (isAlive(pid)) await delay(5);
    },
    async start() {
      const program = await findOrInstallServer(() => {});
      ({ pid } = await startServer(program, folder, [], () => {}, url));
    },
    pause: () => signal("SIGSTOP"),
    resume: () => signal("SIGCONT"),
    async stop() {
      if (isAlive(pid)) process.kill(pid, "SIGCONT");
      await terminate(pid);
      await server.stop();
    },
  };
}

/** Ends and deletes the servers of test runs that were killed. @param {string} parent */
async function removeAbandoned(parent) {
  for (const name of readdirSync(parent)) {
    const folder = join(parent, name);
    const state = await findRunning(folder);
    if (state && isAlive(state.owner)) continue;
    if (state) await terminate(state.pid);
    const isOld = Date.now() - statSync(folder).mtimeMs > ABANDONED_MILLISECONDS;
    if (state || isOld) rmSync(folder, { recursive: true, force: true });
  }
}

/** Stops the kept server, whoever started it, and deletes its data. @returns {Promise<void>} */
export async function dropKeptServer() {
  const folder = serverFolder("database");
  const running = await findRunning(folder);
  if (running) await terminate(running.pid);
  rmSync(folder, { recursive: true, force: true });
}

/**
 * Where a server's data goes: under `.local/`, or, if the account that the server runs as can't get
 * there (a checkout in /root), under /var/tmp.
 *
 * @param {string} name
 */
function serverFolder(name) {
  const local = join(projectRoot, ".local");
  if (serverAccount() === null || isOpenToAll(projectRoot)) return join(local, name);
  const checkout = createHash("sha256").update(projectRoot).digest("hex").slice(0, 12);
  return join("/var/tmp", `patient-encounter-system-${checkout}`, name);
}

/** @param {string} folder @returns {boolean} */
function isOpenToAll(folder) {
  const parent = dirname(folder);
  const isPassable = (statSync(folder).mode & 0o001) !== 0;
  return isPassable && (parent === folder || isOpenToAll(parent));
}

/**
 * @param {string} folder
 * @param {(doing: string) => void} say
 * @param {readonly string[]} options
 * @returns {Promise<PrivateServer & { pid: number }>}
 */
async function startIn(folder, say, options) {
  const program = await findOrInstallServer(say);
  const started = await startServer(program, folder, options, say);
  const state = { ...started, owner: process.pid };
  writeState(folder, state);
  return { ...state, stop: () => terminate(state.pid) };
}

/** The server that the state file names, if it is alive and is ours. @param {string} folder @returns {Promise<State | null>} */
async function findRunning(folder) {
  try {
    /** @type {unknown} */
    const content = JSON.parse(readFileSync(join(folder, "server.json"), "utf8"));
    const state = /** @type {State} */ (content);
    const isOurs = isAlive(state.pid) && isServerOf(state.pid, folder);
    return isOurs && (await greets(Number(new URL(state.url).port))) ? state : null;
  } catch {
    return null;
  }
}

/** Whether a process is the server of that folder; where that can't be seen, it is believed. @param {number} pid @param {string} folder */
function isServerOf(pid, folder) {
  const file = `/proc/${pid}/cmdline`;
  return (
    !existsSync("/proc/self/cmdline") || readFileSync(file, "utf8").includes(join(folder, "data"))
  );
}

/** @param {string} folder @param {State} state */
function writeState(folder, state) {
  const file = join(folder, "server.json");
  const { pid, url, description, owner } = state;
  writeFileSync(file, JSON.stringify({ pid, url, description, owner }), { mode: 0o600 });
}

/**
 * Waits until no other process of ours is starting the server. A lock whose holder has died is void.
 *
 * @param {string} file
 * @returns {Promise<() => void>} gives the lock back.
 */
async function lock(file) {
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: "wx" });
      return () => {
        rmSync(file, { force: true });
      };
    } catch {
      if (isVoid(file)) rmSync(file, { force: true });
      else await delay(100);
    }
  }
}

/** @param {string} file */
function isVoid(file) {
  try {
    const holder = Number(readFileSync(file, "utf8"));
    // One that was cut off before it had written its number has none.
    return holder > 0 ? !isAlive(holder) : Date.now() - statSync(file).mtimeMs > 2_000;
  } catch {
    return false;
  }
}
