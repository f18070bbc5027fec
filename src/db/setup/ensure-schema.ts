import mariadb, { type Connection } from "mariadb";
import { connectionOptions } from "../connection-options.js";
import { databaseErrorKind, RETRYABLE } from "../errors.js";
import { applyMigrations } from "./migrations.js";
import { DatabaseSetupError } from "./setup-error.js";
import { TABLES } from "../tables.js";
import { whyUnusable } from "./why-unusable.js";

/** The oldest supported servers: they enforce CHECK constraints, and the migrations were tested on them. */
const OLDEST = { MySQL: [8, 0], MariaDB: [10, 11] } as const;

/**
 * Ensures that the database that `url` names is reachable, of a supported kind and version, and has the current tables.
 *
 * @param migrationsFolder a folder of migrations to use instead of the project's own.
 * @returns the names of the migrations that this call has applied.
 * @throws DatabaseSetupError that says what is wrong and what to do.
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

/** Opens a connection for work on the tables themselves; it allows several statements in one message. */
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
      `The server is ${kind} ${version}. MySQL 8.0 or later, or MariaDB 10.11 or later, is required.`,
    );
  }
}

/** Sends one statement of each kind that affects no row. It fails if the user lacks a right, or the server is read-only. */
async function checkRights(connection: Connection): Promise<void> {
  for (const table of TABLES) {
    // MySQL rejects generated columns in an INSERT, even if it inserts no row.
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
