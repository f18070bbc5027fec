import { spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  closeSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { connect, createServer } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { isAlive, lastLines, onInterrupt, projectRoot, run, terminate } from "./processes.mjs";
import { companion, findOrInstallServer, serverAccount } from "./server-program.mjs";
import { Failure } from "./failure.mjs";

/** @typedef {import("./server-program.mjs").ServerProgram} ServerProgram */

/**
 * A database server of this project's own: on loopback, on a free port, without rights on the
 * machine, with its data in a folder of its own.
 *
 * @typedef {object} PrivateServer
 * @property {string} url of its database.
 * @property {string} description
 * @property {() => Promise<void>} stop ends it, unless another process of ours started it.
 */

/** @typedef {{ pid: number, url: string, description: string, owner: number }} State */

const DATABASE = "patient_encounter_system";
const USER = "pes";
const START_SECONDS = 60;

const COMMON_OPTIONS = [
  "--bind-address=127.0.0.1",
  // In the data folder: the full path may be longer than a socket's may be.
  "--socket=server.sock",
  "--pid-file=server.pid",
  "--character-set-server=utf8mb4",
  "--collation-server=utf8mb4_unicode_ci",
  "--skip-log-bin",
  "--skip-name-resolve",
  "--max-connections=300",
  "--innodb-buffer-pool-size=256M",
];

/** Data that is thrown away need not survive a crash. */
const THROWAWAY_OPTIONS = ["--innodb-flush-log-at-trx-commit=0", "--innodb-doublewrite=0"];

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
 * @returns {Promise<PrivateServer>}
 * @throws {Failure} if there is no server to be had, or it does not start.
 */
export async function throwawayServer(say) {
  const parent = serverFolder("test");
  mkdirSync(parent, { recursive: true });
  await removeAbandoned(parent);
  const folder = mkdtempSync(join(parent, "run-"));
  const remove = async () => {
    rmSync(folder, { recursive: true, force: true });
  };
  onInterrupt.add(remove);
  try {
    const server = await startIn(folder, say, THROWAWAY_OPTIONS);
    const stop = async () => {
      await server.stop();
      await remove();
    };
    return { ...server, stop };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Ends and deletes the servers of test runs that were killed. @param {string} parent */
async function removeAbandoned(parent) {
  for (const name of readdirSync(parent)) {
    const folder = join(parent, name);
    const state = await findRunning(folder);
    if (state && isAlive(state.owner)) continue;
    if (state) await terminate(state.pid);
    const isOld = Date.now() - statSync(folder).mtimeMs > START_SECONDS * 1_000;
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
  return join("/var/tmp", `${DATABASE.replaceAll("_", "-")}-${checkout}`, name);
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
 * @returns {Promise<PrivateServer>}
 */
async function startIn(folder, say, options) {
  const program = await findOrInstallServer(say);
  const data = join(folder, "data");
  const account = serverAccount();
  own(folder, account, 0o711);
  if (!existsSync(data)) {
    say(`making a new ${program.kind} data folder`);
    await initialise(program, folder, data, account);
  }
  say(`starting ${program.kind} ${program.version}`);
  for (let attempt = 1; ; attempt += 1) {
    const state = await launch(program, folder, data, account, options);
    if (state) {
      writeState(folder, state);
      return { ...state, stop: () => terminate(state.pid) };
    }
    const log = readLog(folder);
    // Somebody else may have taken the port between our look and the server's.
    if (attempt === 3 || !/address already in use/i.test(log)) {
      throw new Failure(
        `The private database server did not start. If its data is of another version or broken, ` +
          `\`npm run db:drop\` deletes it. Its log ends with:\n\n${lastLines(log)}`,
      );
    }
  }
}

/**
 * Into a folder beside, which is then renamed: an interrupted start leaves no half-made data.
 *
 * @param {ServerProgram} program
 * @param {string} folder
 * @param {string} data
 * @param {ReturnType<typeof serverAccount>} account
 */
async function initialise(program, folder, data, account) {
  const { kind, path } = program;
  for (const name of readdirSync(folder).filter((entry) => entry.startsWith("unfinished-"))) {
    rmSync(join(folder, name), { recursive: true, force: true });
  }
  const unfinished = mkdtempSync(join(folder, "unfinished-"));
  own(unfinished, account, 0o700);
  const explain = `${kind} could not make its data folder.`;
  try {
    if (kind === "MySQL") {
      const args = ["--no-defaults", "--initialize-insecure", `--datadir=${unfinished}`];
      await run(path, args, { ...account, cwd: unfinished, explain });
    } else {
      const args = [
        "--no-defaults",
        `--datadir=${unfinished}`,
        "--auth-root-authentication-method=normal",
        "--skip-test-db",
      ];
      const installer = companion(program, "mariadb-install-db") ?? "mariadb-install-db";
      await run(installer, args, { ...account, cwd: unfinished, explain });
    }
    renameSync(unfinished, data);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw error;
  }
}

/**
 * @param {ServerProgram} program
 * @param {string} folder
 * @param {string} data
 * @param {ReturnType<typeof serverAccount>} account
 * @param {readonly string[]} options
 * @returns {Promise<State | null>} null if it ended at once.
 */
async function launch({ kind, path, version }, folder, data, account, options) {
  const port = await freePort();
  const password = randomBytes(18).toString("base64url");
  const initFile = join(folder, "init.sql");
  writeFileSync(initFile, initialStatements(password), { mode: 0o600 });
  own(initFile, account, 0o600);
  const log = openSync(join(folder, "server.log"), "w");
  const args = [
    "--no-defaults",
    `--datadir=${data}`,
    `--port=${port}`,
    `--init-file=${initFile}`,
    ...COMMON_OPTIONS,
    ...(kind === "MySQL" ? ["--mysqlx=OFF"] : []),
    ...options,
  ];
  // In a group of its own: Ctrl-C must reach the API before its database.
  const child = spawn(path, args, {
    ...account,
    cwd: data,
    detached: true,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  child.on("error", () => {});
  child.unref();
  try {
    const { pid } = child;
    if (pid === undefined) return null;
    onInterrupt.add(() => terminate(pid));
    if (!(await isReady(pid, port))) return null;
    const query = kind === "MySQL" ? "?allowPublicKeyRetrieval=true" : "";
    const url = `mysql://${USER}:${password}@127.0.0.1:${port}/${DATABASE}${query}`;
    return { pid, url, description: `${kind} ${version} of its own, ${data}`, owner: process.pid };
  } finally {
    rmSync(initFile, { force: true });
  }
}

/** The server runs these before it opens its port; each start has a new password. @param {string} password */
function initialStatements(password) {
  return [
    `CREATE DATABASE IF NOT EXISTS ${DATABASE};`,
    `CREATE USER IF NOT EXISTS '${USER}'@'127.0.0.1' IDENTIFIED BY '${password}';`,
    `ALTER USER '${USER}'@'127.0.0.1' IDENTIFIED BY '${password}';`,
    `ALTER USER 'root'@'localhost' IDENTIFIED BY '${password}';`,
    // MariaDB makes these without a password.
    "DROP USER IF EXISTS 'root'@'127.0.0.1', 'root'@'::1', ''@'localhost';",
    `GRANT ALL ON ${DATABASE}.* TO '${USER}'@'127.0.0.1';`,
    // For the databases that tests make for themselves.
    `GRANT ALL ON \`${DATABASE.replaceAll("_", "\\_")}\\_%\`.* TO '${USER}'@'127.0.0.1';`,
    "",
  ].join("\n");
}

/** @param {number} pid @param {number} port */
async function isReady(pid, port) {
  for (let wait = 0; wait < START_SECONDS * 20; wait += 1) {
    if (await greets(port)) return true;
    if (!isAlive(pid)) return false;
    await delay(50);
  }
  await terminate(pid);
  return false;
}

/** Whether a MySQL server greets on that port: the first packet says protocol version 10. @param {number} port */
function greets(port) {
  return new Promise((/** @type {(answer: boolean) => void} */ resolve) => {
    const socket = connect({ port, host: "127.0.0.1", timeout: 1_000 });
    const answer = (/** @type {boolean} */ value) => {
      socket.destroy();
      resolve(value);
    };
    socket.once("data", (data) => {
      answer(data[4] === 10);
    });
    socket.once("error", () => {
      answer(false);
    });
    socket.once("timeout", () => {
      answer(false);
    });
    socket.once("end", () => {
      answer(false);
    });
  });
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      server.close(() => {
        resolve(port);
      });
    });
  });
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

/** @param {string} folder */
function readLog(folder) {
  const file = join(folder, "server.log");
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

/** @param {string} path @param {ReturnType<typeof serverAccount>} account @param {number} mode */
function own(path, account, mode) {
  chmodSync(path, mode);
  if (account) chownSync(path, account.uid, account.gid);
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
