import { existsSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "./processes.mjs";
import { Failure } from "./failure.mjs";

const SCHEMES = ["mysql:", "mysql+pymysql:", "mariadb:"];

/**
 * Reads `.env`, without overriding the environment, and checks the version of Node.
 *
 * @throws {Failure} if the version of Node is not supported.
 */
export function prepareEnvironment() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const fits = major >= 24 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);
  if (!fits) {
    throw new Failure(
      `This is Node ${process.versions.node}. Node 20.19, 22.12, or 24 and later is required.`,
    );
  }
  const file = join(projectRoot, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
}

/**
 * Reads DATABASE_URL.
 *
 * @returns {string | undefined} its value; undefined if it is not set.
 * @throws {Failure} if it is not the URL of a MySQL or MariaDB database.
 */
export function givenDatabaseUrl() {
  const url = process.env["DATABASE_URL"];
  if (url === undefined || url === "") return undefined;
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed === null || !SCHEMES.includes(parsed.protocol) || parsed.pathname.length < 2) {
    throw new Failure("DATABASE_URL must look like mysql://user:password@host:3306/database");
  }
  return url;
}

/** A database URL without its password, for output. @param {string} url */
export function describeUrl(url) {
  const { hostname, port, pathname } = new URL(url);
  return `${pathname.slice(1)} on ${hostname}:${port || 3306}`;
}
