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
  // Relative to the data folder, because the full path may be too long for a socket.
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
 * Starts a server on the data in `folder`, which is created if necessary. It runs until it is stopped.
 *
 * @param {ServerProgram} program
 * @param {string} folder
 * @param {readonly string[]} options additional options of the server.
 * @param {(doing: string) => void} say
 * @param {string} [url] its former URL, to use the same port again.
 * @returns {Promise<RunningServer>}
 * @throws {Failure} with the end of its log, if it does not start.
 */
export async function startServer(program, folder, options, say, url) {
  const data = join(folder, "data");
  const account = serverAccount();
  own(folder, account, 0o711);
  if (!existsSync(data)) {
    say(`creating a ${program.kind} data folder`);
    await initialise(program, folder, data, account);
  }
  say(`starting ${program.kind} ${program.version}`);
  for (let attempt = 1; ; attempt += 1) {
    const place = url === undefined ? await newPlace() : placeOf(url);
    const server = await launch(program, folder, data, account, options, place);
    if (server) return server;
    const log = readLog(folder);
    // Another process may have taken the port between the check and the start.
    if (attempt === 3 || !/address already in use/i.test(log)) {
      throw new Failure(
        `The private database server did not start. If its data is of another version or broken, ` +
          `\`npm run db:drop\` deletes it. Its log ends with:\n\n${lastLines(log)}`,
      );
    }
  }
}

/**
 * Initialises the data in a temporary folder, which is then renamed, so that an interrupted start leaves no incomplete
 * data.
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
 * @returns {Promise<RunningServer | null>} null if it ended immediately.
 */
async function launch({ kind, path, version }, folder, data, account, options, place) {
  const { port, password } = place;
  const initFile = join(folder, "init.sql");
  writeFileSync(initFile, initialStatements(password), { mode: 0o600 });
  own(initFile, account, 0o600);
  // Each server needs its own temporary folder, because a server empties it when it starts.
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
  // In a process group of its own, because Ctrl-C must reach the API before its database.
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
    // Once it is up, the caller is responsible for stopping it.
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

/** @typedef {{ port: number, password: string }} Place the port and the password of a server. */

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

/** SQL that the server runs before it opens its port. Each start sets a new password. @param {string} password */
function initialStatements(password) {
  return [
    `CREATE DATABASE IF NOT EXISTS ${DATABASE};`,
    `CREATE USER IF NOT EXISTS '${USER}'@'127.0.0.1' IDENTIFIED BY '${password}';`,
    `ALTER USER '${USER}'@'127.0.0.1' IDENTIFIED BY '${password}';`,
    `ALTER USER 'root'@'localhost' IDENTIFIED BY '${password}';`,
    // MariaDB creates these without a password.
    "DROP USER IF EXISTS 'root'@'127.0.0.1', 'root'@'::1', ''@'localhost';",
    `GRANT ALL ON ${DATABASE}.* TO '${USER}'@'127.0.0.1';`,
    // For the databases that tests create.
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
 * Whether a MySQL server listens on that port: its first packet has protocol version 10, or is an error, for example because no
 * connection is left.
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
