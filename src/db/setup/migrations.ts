import { randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Connection, SqlError } from "mariadb";
import { projectRoot } from "../../common/project-root.js";
import { sha256 } from "../../common/sha256.js";
import { DatabaseSetupError } from "./setup-error.js";
import { TABLES } from "../tables.js";

/**
 * Applies the SQL under prisma/migrations/ as `prisma migrate deploy` does, without Prisma's engine. Both use the same
 * table of applied migrations and the same lock, so either can be used at any time.
 * Source of the table and the name of the lock: prisma-engines, schema-engine/connectors/sql-schema-connector (MySQL flavour).
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
 * Applies all pending migrations over `connection`, which must allow several statements in one message. Servers that
 * start at the same time wait for each other; the lock ends with the session.
 *
 * @param folder the folder of the migrations, each in a folder of its own, in Prisma's layout.
 * @returns the names of the migrations that this call has applied, oldest first.
 * @throws DatabaseSetupError if an applied migration has been edited, a migration fails or has failed before, or the lock
 *   is not available in time.
 */
export async function applyMigrations(
  connection: Connection,
  folder = MIGRATIONS_FOLDER,
): Promise<string[]> {
  const migrations = await readMigrations(folder);
  await lock(connection);
  // The database of another program is not changed.
  const isNew = (await tablesNamed(connection, ["_prisma_migrations"])).length === 0;
  const applied = isNew ? [] : await readApplied(connection);
  if (!isOurs(applied, migrations)) await refuseForeignTables(connection);
  await connection.query(MIGRATIONS_TABLE);
  const pending = pendingMigrations(migrations, applied);
  for (const migration of pending) await apply(connection, migration);
  return pending.map(({ name }) => name);
}

/**
 * Drops the tables of this project, and no others. Does nothing if they do not exist.
 *
 * @throws DatabaseSetupError if there are tables with these names that this project did not create.
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
  // Another project that uses Prisma may keep its migrations in the same table.
  if (applied.some(({ name }) => !names.includes(name))) {
    await connection.query("DELETE FROM _prisma_migrations WHERE migration_name IN (?)", [names]);
  } else {
    await connection.query("DROP TABLE _prisma_migrations");
  }
}

/** Whether this project has created the tables, or has begun to. */
const isOurs = (applied: readonly { name: string }[], migrations: readonly Migration[]): boolean =>
  applied.some(({ name }) => name === migrations[0]?.name);

async function refuseForeignTables(connection: Connection): Promise<void> {
  const present = await tablesNamed(connection, TABLES);
  if (present.length === 0) return;
  throw new DatabaseSetupError(
    `The database contains tables of another program: ${present.join(", ")}. They were not changed. ` +
      "Set DATABASE_URL to a separate database for this project.",
  );
}

/** The names of those of the tables that exist. */
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
        "Wait until it has finished, or end it, and start again.",
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

/** The migrations that are not applied yet. An applied migration that this code does not know belongs to a newer version. */
function pendingMigrations(migrations: Migration[], applied: AppliedMigration[]): Migration[] {
  const failed = applied.find(({ finished }) => !finished);
  if (failed) {
    throw new DatabaseSetupError(
      `Migration ${failed.name} failed earlier and is incomplete. Repair the tables by hand, then either ` +
        "delete its row from the table _prisma_migrations to run it again, or set finished_at in " +
        "this row if the migration is complete.",
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
      `Migration ${name} failed: ${reason}. Its earlier statements remain in effect. Repair the tables ` +
        "by hand, then delete its row from the table _prisma_migrations and start again.",
      { cause: error },
    );
  }
  await connection.query(
    "UPDATE _prisma_migrations SET finished_at = UTC_TIMESTAMP(3), applied_steps_count = 1 WHERE id = ?",
    [id],
  );
}
