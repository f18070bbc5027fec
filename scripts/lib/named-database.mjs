// node --import tsx named-database.mjs check URL    fails if the database of URL cannot be used
// node --import tsx named-database.mjs create URL   creates a database on the server of URL and prints its URL, or
//                                                   "denied" if the user may only use the database of URL
// node --import tsx named-database.mjs drop URL     drops the database of URL
// Runs after `npm ci`, because it is the only script here that uses packages and the code of the project.
import { randomBytes } from "node:crypto";
import mariadb from "mariadb";
import { connectionOptions } from "../../src/db/connection-options.js";
import { databaseErrorCode } from "../../src/db/errors.js";
import { TABLES } from "../../src/db/tables.js";
import { whyUnusable } from "../../src/db/setup/why-unusable.js";

const ACCESS_DENIED = [1044, 1227];

/** @type {Record<string, (url: string) => Promise<string>>} */
const VERBS = {
  check: (url) => onServer(url, true, async () => ""),

  create: async (url) => {
    const name = `${connectionOptions(url).database}_test_${randomBytes(4).toString("hex")}`;
    try {
      await onServer(url, false, (connection) => connection.query(`CREATE DATABASE \`${name}\``));
    } catch (error) {
      if (!ACCESS_DENIED.includes(databaseErrorCode(error) ?? 0)) throw error;
      await refuseUnlessEmpty(url);
      return "denied";
    }
    return Object.assign(new URL(url), { pathname: `/${name}` }).href;
  },

  drop: async (url) => {
    const { database } = connectionOptions(url);
    await onServer(url, false, (connection) =>
      connection.query(`DROP DATABASE IF EXISTS \`${database}\``),
    );
    return "";
  },
};

/** @param {string} url @throws {Failure} if the database has tables: tests must not write to existing data. */
async function refuseUnlessEmpty(url) {
  const found = await onServer(url, true, async (connection) => {
    /** @type {{ name: string }[]} */
    const tables = await connection.query(
      "SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()",
    );
    const names = tables.map(({ name }) => name).filter((name) => name !== "_prisma_migrations");
    const isOurs = names.every((name) => TABLES.some((own) => own === name));
    if (!isOurs) return names.length;
    let rows = 0;
    for (const name of names) {
      /** @type {unknown[]} */
      const some = await connection.query(`SELECT 1 FROM \`${name}\` LIMIT 1`);
      rows += some.length;
    }
    return rows;
  });
  if (found > 0) {
    throw new Error(
      "The user of DATABASE_URL may not create databases, and the one it names is not empty. Tests write " +
        "to the database: allow the user to create databases, or set DATABASE_URL to an empty one.",
    );
  }
}

/**
 * @template Result
 * @param {string} url
 * @param {boolean} isInside whether to connect to the database of the URL, not only to the server.
 * @param {(connection: import("mariadb").Connection) => Promise<Result>} work
 * @returns {Promise<Result>}
 */
async function onServer(url, isInside, work) {
  const { database, ...server } = connectionOptions(url);
  const connection = await mariadb.createConnection({ ...server, ...(isInside && { database }) });
  try {
    return await work(connection);
  } finally {
    await connection.end();
  }
}

const [verb = "", url = ""] = process.argv.slice(2);
try {
  console.log((await VERBS[verb]?.(url)) ?? `Usage: ${Object.keys(VERBS).join(" | ")}`);
} catch (error) {
  const isKnown = databaseErrorCode(error) !== undefined || "code" in Object(error);
  const message = error instanceof Error ? error.message : String(error);
  console.error(isKnown ? whyUnusable(error, url) : message);
  process.exitCode = 1;
}
