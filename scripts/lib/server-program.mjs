import { execFile } from "node:child_process";
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";
import { run } from "./processes.mjs";
import { canInstall, install } from "./apt.mjs";
import { Failure } from "./failure.mjs";

/**
 * A database server that is installed on this machine.
 *
 * @typedef {object} ServerProgram
 * @property {string} path
 * @property {"MySQL" | "MariaDB"} kind
 * @property {string} version
 */

const OLDEST = { MySQL: [8, 0], MariaDB: [10, 11] };

const FOLDERS = [
  ...(process.env["PATH"] ?? "").split(delimiter),
  "/usr/sbin",
  "/usr/local/sbin",
  "/usr/libexec",
  "/usr/local/bin",
  "/usr/local/mysql/bin",
  "/opt/homebrew/bin",
  "/opt/homebrew/opt/mysql/bin",
  "/opt/homebrew/opt/mariadb/bin",
  "/usr/local/opt/mysql/bin",
  "/usr/local/opt/mariadb/bin",
];

/**
 * Debian and Ubuntu packages with a server and little else, the smallest first.
 *
 * @type {readonly { kind: ServerProgram["kind"], packages: [string, ...string[]] }[]}
 */
const PACKAGES = [
  // The client package has a program that mariadb-install-db calls.
  { kind: "MariaDB", packages: ["mariadb-server-core", "mariadb-client-core"] },
  { kind: "MySQL", packages: ["mysql-server-core"] },
  { kind: "MySQL", packages: ["mysql-server-core-8.0"] },
];

/**
 * Finds the first supported server on this machine, or installs one with apt.
 *
 * @param {(doing: string) => void} say
 * @returns {Promise<ServerProgram>}
 * @throws {Failure} that lists the alternatives.
 */
export async function findOrInstallServer(say) {
  const found = await findServers();
  const program = found.find(isUsable);
  if (program) return program;
  if (canInstall()) {
    await install("a database server", newEnoughPackages, say);
    const installed = (await findServers()).find(isUsable);
    if (installed) return installed;
  }
  const unfit = found.map(({ kind, version }) => `${kind} ${version} is too old or not whole. `);
  throw new Failure(
    [
      `No database server was found. ${unfit.join("")}Choose one of these, then start again:`,
      "  Docker    docker compose up -d --wait   and   export SEED=true DATABASE_URL=mysql://root:clinic@127.0.0.1:3306/clinic",
      "  Package   brew install mariadb   or   sudo apt-get install mariadb-server-core   (for a private server)",
      "  A URL     export DATABASE_URL=mysql://user:password@host:3306/database   (MySQL 8.0+, MariaDB 10.11+)",
    ].join("\n"),
  );
}

/** @returns {Promise<ServerProgram[]>} */
async function findServers() {
  const candidates = FOLDERS.flatMap((folder) => [
    join(folder, "mariadbd"),
    join(folder, "mysqld"),
  ]).filter((path) => existsSync(path));
  const paths = [...new Set(candidates.map((path) => realpathSync(path)))];
  const programs = await Promise.all(paths.map(describe));
  return programs.filter((program) => program !== null);
}

/** @param {string} path @returns {Promise<ServerProgram | null>} */
async function describe(path) {
  try {
    const { stdout } = await promisify(execFile)(path, ["--no-defaults", "--version"]);
    const version = /Ver (\d+\.\d+\.\d+)/.exec(stdout)?.[1];
    if (version === undefined) return null;
    return { path, version, kind: stdout.includes("MariaDB") ? "MariaDB" : "MySQL" };
  } catch {
    return null;
  }
}

/** Whether it is supported, and can create a data folder. @param {ServerProgram} program */
function isUsable(program) {
  const isWhole =
    program.kind === "MySQL" ||
    ["mariadb-install-db", "my_print_defaults"].every((name) => companion(program, name) !== null);
  return isWhole && isNewEnough(program);
}

/**
 * The path of a program that comes with the server: in the same folder, or in the `bin` next to its `sbin`.
 *
 * @param {ServerProgram} program
 * @param {string} name
 * @returns {string | null}
 */
export function companion({ path }, name) {
  const folder = dirname(path);
  const places = [join(folder, name), join(folder, "..", "bin", name)];
  return places.find((place) => existsSync(place)) ?? null;
}

/** @param {Pick<ServerProgram, "kind" | "version">} program */
function isNewEnough({ kind, version }) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST[kind];
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}

async function newEnoughPackages() {
  for (const { kind, packages } of PACKAGES) {
    const policy = await run("apt-cache", ["policy", packages[0]]);
    const version = /Candidate: (?:\d+:)?(\d+\.\d+\.\d+)/.exec(policy)?.[1];
    if (version !== undefined && isNewEnough({ kind, version })) return packages;
  }
  return [];
}

/**
 * The account that the server runs as: the current one, or, if that is root, one without privileges.
 *
 * @returns {{ uid: number, gid: number } | null} null for the current account.
 */
export function serverAccount() {
  if (process.getuid?.() !== 0) return null;
  const accounts = readFileSync("/etc/passwd", "utf8").split("\n");
  const entry =
    accounts.find((account) => account.startsWith("mysql:")) ??
    accounts.find((account) => account.startsWith("nobody:"));
  const [, , uid, gid] = entry?.split(":") ?? [];
  if (uid === undefined)
    throw new Failure("There is no account `nobody` to run the database server.");
  return { uid: Number(uid), gid: Number(gid) };
}
