import mariadb, { type Connection, type SqlError } from "mariadb";
import { connectionOptions } from "./connection-options.js";
import { databaseErrorKind, MAY_PASS } from "./faults.js";
import { applyMigrations } from "./migrations.js";
import { DatabaseSetupError } from "./setup-error.js";

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
export async function prepareDatabase(url: string, migrationsFolder?: string): Promise<string[]> {
  const connection = await connect(url);
  try {
    await checkServer(connection);
    return await applyMigrations(connection, migrationsFolder);
  } catch (error) {
    if (!MAY_PASS.has(databaseErrorKind(error))) throw error;
    const { errno } = error as SqlError;
    throw new DatabaseSetupError(
      `The database answers, but is not ready (error ${errno}): it may be starting, or catching up ` +
        "with its cluster. Start again in a moment.",
      { cause: error },
    );
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
    const { host, port, database } = options;
    throw new DatabaseSetupError(
      `The database ${database} on ${host}:${port} can't be used: ${advice(error as SqlError)}`,
      { cause: error },
    );
  }
}

function advice({ errno, code }: SqlError): string {
  switch (errno) {
    case 1044:
    case 1045:
      return "it refuses the user or password of DATABASE_URL.";
    case 1049:
      return "it does not exist on that server. Create it, or correct DATABASE_URL.";
    default:
      return `nothing answers there (${code ?? errno}). Start it, or correct DATABASE_URL.`;
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
