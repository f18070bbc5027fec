import { randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Connection, SqlError } from "mariadb";
import { projectRoot } from "../../common/project-root.js";
import { sha256 } from "../../common/sha256.js";
import { DatabaseSetupError } from "./setup-error.js";
import { TABLES } from "../tables.js";

/**
 * Applies the SQL under prisma/migrations/ as `prisma migrate deploy` does, without its engine. Both
 * keep the same table of what was applied and take the same lock, so they can take turns.
 * Table and lock name: prisma-engines, schema-engine/connectors/sql-schema-connector (MySQL flavour).
 */
const MIGRATIONS_TABLE = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum VARCHAR(64) NOT NULL,
    finished_at DATETIME(3),
    migration_name VARCHAR(255) NOT NULL,
    logs TEXT,
    rolled_back_at DATETIME(3),
    started_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    applied_steps_count INTEGER UNSIGNED NOT NULL DEFAULT 0
  ) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`;
const LOCK_NAME = "prisma_migrate";
const LOCK_TIMEOUT_SECONDS = 60;

const MIGRATIONS_FOLDER = join(projectRoot, "prisma", "migrations");

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

interface AppliedMigration {
  name: string;
  checksum: string;
  finished: boolean;
}

/**
 * Brings the database of `connection` (which must allow several statements at once) to the newest
 * version. Servers that start at once wait for each other; the lock ends with the session.
 *
 * @param folder where the migrations are, one folder each, as Prisma lays them out.
 * @returns the names of the migrations that were applied now, oldest first.
 * @throws DatabaseSetupError if an applied migration has been edited, one has failed (now or
 *   before), or the lock could not be had.
 */
export async function applyMigrations(
  connection: Connection,
  folder = MIGRATIONS_FOLDER,
): Promise<string[]> {
  const migrations = await readMigrations(folder);
  await lock(connection);
  // Somebody else's database is left as it is.
  const isNew = (await tablesNamed(connection, ["_prisma_migrations"])).length === 0;
  const applied = isNew ? [] : await readApplied(connection);
  if (!isOurs(applied, migrations)) await refuseForeignTables(connection);
  await connection.query(MIGRATIONS_TABLE);
  const pending = pendingMigrations(migrations, applied);
  for (const migration of pending) await apply(connection, migration);
  return pending.map(({ name }) => name);
}

/**
 * Drops this project's tables from the database of `connection`, and no others; nothing happens where they
 * are not there.
 *
 * @throws DatabaseSetupError if there are tables of these names that this project has not made.
 */
export async function dropOwnTables(connection: Connection): Promise<void> {
  const migrations = await readMigrations(MIGRATIONS_FOLDER);
  const present = await tablesNamed(connection, [...TABLES, "_prisma_migrations"]);
  const applied = present.includes("_prisma_migrations") ? await readApplied(connection) : [];
  if (!isOurs(applied, migrations)) {
    await refuseForeignTables(connection);
    return;
  }
  await connection.query(`DROP TABLE IF EXISTS ${TABLES.join(", ")}`);
  const names = migrations.map(({ name }) => name);
  // Another project of Prisma's may keep its migrations in the same table.
  if (applied.some(({ name }) => !names.includes(name))) {
    await connection.query("DELETE FROM _prisma_migrations WHERE migration_name IN (?)", [names]);
  } else {
    await connection.query("DROP TABLE _prisma_migrations");
  }
}

/** Whether this project has made the tables, or begun to. */
const isOurs = (applied: readonly { name: string }[], migrations: readonly Migration[]): boolean =>
  applied.some(({ name }) => name === migrations[0]?.name);

async function refuseForeignTables(connection: Connection): Promise<void> {
  const present = await tablesNamed(connection, TABLES);
  if (present.length === 0) return;
  throw new DatabaseSetupError(
    `The database has tables that another program made: ${present.join(", ")}. They are left as they are. ` +
      "Name a database of its own for this project in DATABASE_URL.",
  );
}

/** Which of these tables there are. */
async function tablesNamed(connection: Connection, names: readonly string[]): Promise<string[]> {
  const rows = await connection.query<{ name: string }[]>(
    "SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME IN (?)",
    [names],
  );
  return rows.map(({ name }) => name);
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: sha256(sql) };
    }),
  );
}

async function lock(connection: Connection): Promise<void> {
  const [row] = await connection.query<{ locked: number | bigint | null }[]>(
    "SELECT GET_LOCK(?, ?) AS locked",
    [LOCK_NAME, LOCK_TIMEOUT_SECONDS],
  );
  if (Number(row?.locked) !== 1) {
    throw new DatabaseSetupError(
      `Another process has been migrating this database for over ${LOCK_TIMEOUT_SECONDS} s. ` +
        "Wait until it is done, or end it, and start again.",
    );
  }
}

async function readApplied(connection: Connection): Promise<AppliedMigration[]> {
  const rows = await connection.query<
    { migration_name: string; checksum: string; finished_at: Date | null }[]
  >(
    "SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL",
  );
  return rows.map((row) => ({
    name: row.migration_name,
    checksum: row.checksum,
    finished: row.finished_at !== null,
  }));
}

/** Those that are not applied yet; an applied one that this code does not know is a newer version's. */
function pendingMigrations(migrations: Migration[], applied: AppliedMigration[]): Migration[] {
  const failed = applied.find(({ finished }) => !finished);
  if (failed) {
    throw new DatabaseSetupError(
      `Migration ${failed.name} failed half-way earlier. Repair the tables by hand, then either ` +
        "delete its row from the table _prisma_migrations to run it again, or set the row's " +
        "finished_at if all of it is done.",
    );
  }
  const checksums = new Map(applied.map(({ name, checksum }) => [name, checksum]));
  const edited = migrations.find(
    ({ name, checksum }) => checksums.has(name) && checksums.get(name) !== checksum,
  );
  if (edited) {
    throw new DatabaseSetupError(
      `Migration ${edited.name} has been edited since it was applied to this database. ` +
        "Restore its file, and put the change into a new migration.",
    );
  }
  return migrations.filter(({ name }) => !checksums.has(name));
}

async function apply(connection: Connection, { name, sql, checksum }: Migration): Promise<void> {
  const id = randomUUID();
  await connection.query(
    "INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at) VALUES (?, ?, ?, UTC_TIMESTAMP(3))",
    [id, checksum, name],
  );
  try {
    await connection.query(sql);
  } catch (error) {
    const reason = (error as SqlError).sqlMessage ?? (error as Error).message;
    await connection.query("UPDATE _prisma_migrations SET logs = ? WHERE id = ?", [reason, id]);
    throw new DatabaseSetupError(
      `Migration ${name} failed: ${reason}. What it did before that stays done; repair the tables ` +
        "by hand, then delete its row from the table _prisma_migrations and start again.",
      { cause: error },
    );
  }
  await connection.query(
    "UPDATE _prisma_migrations SET finished_at = UTC_TIMESTAMP(3), applied_steps_count = 1 WHERE id = ?",
    [id],
  );
}
