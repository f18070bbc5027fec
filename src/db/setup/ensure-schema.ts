import mariadb, { type Connection } from "mariadb";
import { connectionOptions } from "../connection-options.js";
import { databaseErrorKind, RETRYABLE } from "../errors.js";
import { applyMigrations } from "./migrations.js";
import { DatabaseSetupError } from "./setup-error.js";
import { TABLES } from "../tables.js";
import { whyUnusable } from "./why-unusable.js";

/** The oldest servers on which CHECK constraints hold and the migrations were tried. */
const OLDEST = { MySQL: [8, 0], MariaDB: [10, 11] } as const;

/**
 * Makes sure that the database that `url` names can be reached, is of a kind and version that this
 * project works with, and has the newest tables.
 *
 * @param migrationsFolder another folder of migrations than the project's own.
 * @returns the names of the migrations that were applied now.
 * @throws DatabaseSetupError with what is wrong and what to do.
 */
export async function ensureSchema(url: string, migrationsFolder?: string): Promise<string[]> {
  const connection = await connect(url);
  try {
    await checkServer(connection);
    const applied = await applyMigrations(connection, migrationsFolder);
    await checkRights(connection);
    return applied;
  } catch (error) {
    if (!RETRYABLE.has(databaseErrorKind(error))) throw error;
    throw new DatabaseSetupError(whyUnusable(error, url), { cause: error });
  } finally {
    await connection.end();
  }
}

/** One connection for work on the tables themselves; it allows several statements at once. */
export async function connect(url: string): Promise<Connection> {
  const options = connectionOptions(url);
  try {
    return await mariadb.createConnection({
      ...options,
      multipleStatements: true,
      // Indexing a large table may take longer than any statement of the API.
      socketTimeout: 0,
    });
  } catch (error) {
    throw new DatabaseSetupError(whyUnusable(error, url), { cause: error });
  }
}

async function checkServer(connection: Connection): Promise<void> {
  const [row] = await connection.query<{ version: string }[]>("SELECT VERSION() AS version");
  const { version = "" } = row ?? {};
  const kind = version.includes("MariaDB") ? "MariaDB" : "MySQL";
  const [major = 0, minor = 0] = version.split(".").map((part) => Number.parseInt(part, 10));
  const [oldestMajor, oldestMinor] = OLDEST[kind];
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
    throw new DatabaseSetupError(
      `The server is ${kind} ${version}. MySQL 8.0 or later, or MariaDB 10.11 or later, is needed.`,
    );
  }
}

/** Sends one statement of each kind that concerns no row: it fails where this user, or the server, may not write. */
async function checkRights(connection: Connection): Promise<void> {
  for (const table of TABLES) {
    // MySQL takes no value for a generated column, not even that of none.
    const [row] = await connection.query<{ names: string }[]>(
      `SELECT GROUP_CONCAT(column_name) AS names FROM information_schema.columns
       WHERE table_schema = DATABASE() AND table_name = ? AND COALESCE(generation_expression, '') = ''`,
      [table],
    );
    const columns = row?.names ?? "id";
    await connection.query(
      `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM ${table} WHERE 1 = 0`,
    );
    await connection.query(`DELETE FROM ${table} WHERE 1 = 0`);
  }
  await connection.query("UPDATE doctors SET booking_lock = booking_lock WHERE 1 = 0");
}
