import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { Failure } from "./failure.mjs";
import { isAlive, lastLines, onInterrupt, run, terminate } from "./processes.mjs";
import { companion, serverAccount } from "./server-program.mjs";

/** @typedef {import("./server-program.mjs").ServerProgram} ServerProgram */
/** @typedef {{ pid: number, url: string, description: string }} RunningServer */

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

/**
 * Runs a server on the data in `folder`, which is made if there is none, until somebody ends it.
 *
 * @param {ServerProgram} program
 * @param {string} folder
 * @param {readonly string[]} options more options of the server.
 * @param {(doing: string) => void} say
 * @param {string} [url] where it ran before, to run there again.
 * @returns {Promise<RunningServer>}
 * @throws {Failure} with the end of its log if it does not start.
 */
export async function startServer(program, folder, options, say, url) {
  const data = join(folder, "data");
  const account = serverAccount();
  own(folder, account, 0o711);
  if (!existsSync(data)) {
    say(`making a new ${program.kind} data folder`);
    await initialise(program, folder, data, account);
  }
  say(`starting ${program.kind} ${program.version}`);
  for (let attempt = 1; ; attempt += 1) {
    const place = url === undefined ? await newPlace() : placeOf(url);
    const server = await launch(program, folder, data, account, options, place);
    if (server) return server;
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
 * @param {Place} place
 * @returns {Promise<RunningServer | null>} null if it ended at once.
 */
async function launch({ kind, path, version }, folder, data, account, options, place) {
  const { port, password } = place;
  const initFile = join(folder, "init.sql");
  writeFileSync(initFile, initialStatements(password), { mode: 0o600 });
  own(initFile, account, 0o600);
  // A server that starts empties its folder for temporary tables, of whichever server they are.
  const temporary = join(folder, "tmp");
  mkdirSync(temporary, { recursive: true });
  own(temporary, account, 0o700);
  const log = openSync(join(folder, "server.log"), "w");
  const args = [
    "--no-defaults",
    `--datadir=${data}`,
    `--tmpdir=${temporary}`,
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
    // Once it is up, it is ended by whoever has asked for it.
    const end = () => terminate(pid);
    onInterrupt.add(end);
    const isUp = await isReady(pid, port);
    onInterrupt.delete(end);
    if (!isUp) return null;
    const query = kind === "MySQL" ? "?allowPublicKeyRetrieval=true" : "";
    const url = `mysql://${USER}:${password}@127.0.0.1:${port}/${DATABASE}${query}`;
    return { pid, url, description: `${kind} ${version} of its own, ${data}` };
  } finally {
    rmSync(initFile, { force: true });
  }
}

/** @typedef {{ port: number, password: string }} Place where a server is to be found. */

/** @returns {Promise<Place>} */
const newPlace = async () => ({
  port: await freePort(),
  password: randomBytes(18).toString("base64url"),
});

/** @param {string} url @returns {Place} */
function placeOf(url) {
  const { port, password } = new URL(url);
  return { port: Number(port), password };
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

/**
 * Whether a MySQL server greets on that port: its first packet says protocol version 10, or is an error, as of
 * one that has no connection left.
 *
 * @param {number} port
 */
export function greets(port) {
  return new Promise((/** @type {(answer: boolean) => void} */ resolve) => {
    const socket = connect({ port, host: "127.0.0.1", timeout: 1_000 });
    const answer = (/** @type {boolean} */ value) => {
      socket.destroy();
      resolve(value);
    };
    socket.once("data", (data) => {
      answer(data[4] === 10 || data[4] === 255);
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
