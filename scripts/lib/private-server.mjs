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
import { Failure } from "./failure.mjs";
import { withLock } from "./lock.mjs";
import {
  identityOf,
  isAlive,
  isSameProcess,
  onInterrupt,
  projectRoot,
  terminate,
} from "./processes.mjs";
import { findOrInstallServer, serverAccount } from "./server-program.mjs";
import { greets, startServer } from "./server-process.mjs";
import { usersIn } from "./users.mjs";

/**
 * A private database server: on loopback, on a free port, without privileges on the machine, with its data in a folder of
 * its own.
 *
 * @typedef {object} PrivateServer
 * @property {string} url of its database.
 * @property {string} description
 * @property {() => Promise<void>} stop stops it.
 */

/**
 * A private server that commands share; the last of its users stops it.
 *
 * @typedef {object} SharedServer
 * @property {string} url of its database.
 * @property {string} description
 * @property {(pid: number) => Promise<void>} lend registers another process, the leader of its group, as a user until it and
 *   its group have ended.
 * @property {() => Promise<void>} release stops it, unless other processes use it.
 */

/** @typedef {import("./server-process.mjs").RunningServer & { owner: string }} State `owner`: the process that started it. */

/** Options for throwaway data, which need not survive a crash. */
const THROWAWAY_OPTIONS = ["--innodb-flush-log-at-trx-commit=0", "--innodb-doublewrite=0"];

/** The folder of the data that `npm start` uses. */
const KEPT = "database";

/** How long a running server may take to respond. */
const GREETING_SECONDS = 10;

/** After this time, the remains of an interrupted run are deleted. */
const ABANDONED_MILLISECONDS = 60_000;

/**
 * Provides the server with persistent data in `.local/database/`. If it is already running, it is shared.
 *
 * @param {(doing: string) => void} say
 * @param {string} [name] the name of the folder; `database` by default.
 * @returns {Promise<SharedServer>}
 * @throws {Failure} if no server is available, or it does not start.
 */
export async function keptServer(say, name = KEPT) {
  const { folder, exclusively, users } = kept(name);
  const release = () =>
    exclusively(async () => {
      users.remove(process.pid);
      if (users.living().length === 0) await endServerIn(folder);
    });
  onInterrupt.add(release);
  const server = await exclusively(async () => {
    const running = findProcess(folder);
    if (running) await waitForGreeting(running);
    const server = running ?? (await startIn(folder, say, []));
    users.add(process.pid);
    return server;
  });
  return {
    ...server,
    lend: (pid) =>
      exclusively(async () => {
        users.add(pid);
      }),
    async release() {
      onInterrupt.delete(release);
      await release();
    },
  };
}

/** The folder of a persistent server, its users, and the lock under which it is started and stopped. @param {string} name */
function kept(name) {
  const folder = serverFolder(name);
  mkdirSync(folder, { recursive: true });
  return {
    folder,
    users: usersIn(join(folder, "users")),
    /** @type {<Result>(work: () => Promise<Result>) => Promise<Result>} */
    exclusively: (work) => withLock(join(folder, "starting"), work),
  };
}

/** @param {string} folder */
async function endServerIn(folder) {
  const state = findProcess(folder);
  if (state) await terminate(state.pid);
}

/**
 * Starts a server with empty data, which is deleted when the server is stopped.
 *
 * @param {(doing: string) => void} say
 * @param {readonly string[]} [options] additional options of the server.
 * @returns {Promise<PrivateServer & { pid: number, folder: string }>}
 * @throws {Failure} if no server is available, or it does not start.
 */
export async function throwawayServer(say, options = THROWAWAY_OPTIONS) {
  const parent = serverFolder("test");
  mkdirSync(parent, { recursive: true });
  await removeAbandoned(parent);
  const folder = mkdtempSync(join(parent, "run-"));
  const stop = async () => {
    onInterrupt.delete(stop);
    await endServerIn(folder);
    rmSync(folder, { recursive: true, force: true });
  };
  onInterrupt.add(stop);
  try {
    return { ...(await startIn(folder, say, options)), folder, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * A server that can be killed and paused.
 *
 * @typedef {PrivateServer & {
 *   kill: () => Promise<void>,
 *   start: () => Promise<void>,
 *   pause: () => Promise<void>,
 *   resume: () => Promise<void>,
 * }} CrashableServer `kill` ends it with SIGKILL; `start` restarts it at the same URL with the data on disk; `pause` suspends
 *   it until `resume`.
 */

/**
 * Starts a throwaway server that keeps acknowledged data in a crash, as in production.
 *
 * @param {(doing: string) => void} say
 * @returns {Promise<CrashableServer>}
 * @throws {Failure} if no server is available, or it does not start.
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
      const started = await startServer(program, folder, [], () => {}, url);
      ({ pid } = started);
      writeState(folder, { ...started, owner: identityOf(process.pid) });
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

/** Stops and deletes the servers of test runs that were killed. @param {string} parent */
async function removeAbandoned(parent) {
  for (const name of readdirSync(parent)) {
    const folder = join(parent, name);
    const state = findProcess(folder);
    if (state && isSameProcess(state.owner)) continue;
    if (state) await terminate(state.pid);
    const isOld = Date.now() - statSync(folder).mtimeMs > ABANDONED_MILLISECONDS;
    if (state || isOld) rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Stops the persistent server and deletes its data.
 *
 * @param {string} [name] the name of the folder; `database` by default.
 * @throws {Failure} if other processes use it.
 */
export async function dropKeptServer(name = KEPT) {
  const { folder, exclusively, users } = kept(name);
  await exclusively(async () => {
    const others = users.others();
    if (others.length > 0) {
      throw new Failure(
        `The private database is in use by process ${others.join(", ")}: a server, or another command. ` +
          "Nothing was deleted. Stop it first, or run `npm run db:reset`, which empties the tables.",
      );
    }
    await endServerIn(folder);
    for (const name of readdirSync(folder).filter((entry) => !entry.startsWith("starting"))) {
      rmSync(join(folder, name), { recursive: true, force: true });
    }
  });
}

/**
 * The folder of a server's data: under `.local/`, or under /var/tmp if the account of the server cannot access the checkout
 * (for example in /root).
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
 * @returns {Promise<State>}
 */
async function startIn(folder, say, options) {
  const program = await findOrInstallServer(say);
  const started = await startServer(program, folder, options, say);
  const state = { ...started, owner: identityOf(process.pid) };
  writeState(folder, state);
  return state;
}

/** The server in the state file, if its process is alive. @param {string} folder @returns {State | null} */
function findProcess(folder) {
  try {
    /** @type {unknown} */
    const content = JSON.parse(readFileSync(join(folder, "server.json"), "utf8"));
    const state = /** @type {State} */ (content);
    return isAlive(state.pid) && isServerOf(state.pid, folder) ? state : null;
  } catch {
    return null;
  }
}

/** @param {State} state @throws {Failure} if the server does not respond within some seconds. */
async function waitForGreeting({ pid, url }) {
  const port = Number(new URL(url).port);
  for (let wait = 0; wait < GREETING_SECONDS * 10; wait += 1) {
    if (await greets(port)) return;
    await delay(100);
  }
  throw new Failure(
    `The private database server (process ${pid}) is running, but does not respond. End it, and start again.`,
  );
}

/** Whether a process is the server of that folder; true if this cannot be determined. @param {number} pid @param {string} folder */
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
