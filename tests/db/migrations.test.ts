import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { appendFile, cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ensureSchema } from "../../src/db/setup/ensure-schema.js";
import { projectRoot } from "../../src/common/project-root.js";
import { databaseUrl } from "../support/environment.js";
import { execute, withScratchDatabase } from "../support/scratch-database.js";

const INITIAL = "20261124000000_initial";
const folder = join(projectRoot, "prisma", "migrations");
const names = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

/** A copy of the project's migrations that a test may change. */
async function withMigrations(work: (copy: string) => Promise<void>): Promise<void> {
  const copy = await mkdtemp(join(tmpdir(), "migrations-"));
  try {
    await cp(folder, copy, { recursive: true });
    await work(copy);
  } finally {
    await rm(copy, { recursive: true });
  }
}

async function addMigration(copy: string, name: string, sql: string): Promise<void> {
  await mkdir(join(copy, name));
  await writeFile(join(copy, name, "migration.sql"), sql);
}

const rows = (url: string) =>
  execute<Record<string, unknown>>(url, "SELECT * FROM _prisma_migrations ORDER BY migration_name");

describe("the migrations", () => {
  it("are applied once, and recorded as Prisma records them", async () => {
    await withScratchDatabase(async (url) => {
      expect(await ensureSchema(url)).toEqual(names);
      expect(await ensureSchema(url)).toEqual([]);
      const sql = await readFile(join(folder, INITIAL, "migration.sql"), "utf8");
      const [row, ...others] = await rows(url);
      expect(others.map((other) => other["migration_name"])).toEqual(names.slice(1));
      expect(row).toMatchObject({
        checksum: createHash("sha256").update(sql).digest("hex"),
        migration_name: INITIAL,
        logs: null,
        rolled_back_at: null,
        applied_steps_count: 1,
      });
      expect(row?.["id"]).toMatch(/^[0-9a-f-]{36}$/);
      expect(row?.["finished_at"]).toBeInstanceOf(Date);
    });
  });

  it("are applied by one of several servers that start at once", async () => {
    await withScratchDatabase(async (url) => {
      const applied = await Promise.all([1, 2, 3, 4].map(() => ensureSchema(url)));
      expect(applied.filter(({ length }) => length > 0)).toEqual([names]);
      expect(await rows(url)).toHaveLength(names.length);
    });
  });

  it("continue from the state of another version, in order", async () => {
    await withScratchDatabase(async (url) => {
      await ensureSchema(url);
      await withMigrations(async (copy) => {
        await addMigration(copy, "20990102000000_b", "DROP TABLE extra");
        await addMigration(copy, "20990101000000_a", "CREATE TABLE extra (id INT); SELECT 1;");
        expect(await ensureSchema(url, copy)).toEqual(["20990101000000_a", "20990102000000_b"]);
      });
      // And this, older code still starts on the newer tables.
      expect(await ensureSchema(url)).toEqual([]);
    });
  });

  it("prevent the start if an applied one has been edited", async () => {
    await withScratchDatabase(async (url) => {
      await ensureSchema(url);
      await withMigrations(async (copy) => {
        await appendFile(join(copy, INITIAL, "migration.sql"), "\n-- edited");
        await expect(ensureSchema(url, copy)).rejects.toThrow(
          `Migration ${INITIAL} has been edited since it was applied`,
        );
      });
    });
  });

  it("prevent this start and the next if one fails, and report the reason", async () => {
    await withScratchDatabase(async (url) => {
      await withMigrations(async (copy) => {
        await addMigration(copy, "20990101000000_bad", "CREATE TABLE patients (id INT)");
        const name = "Migration 20990101000000_bad failed";
        await expect(ensureSchema(url, copy)).rejects.toThrow(/failed: Table 'patients' already/);
        await expect(ensureSchema(url, copy)).rejects.toThrow(`${name} earlier and is incomplete`);
        const bad = (await rows(url)).at(-1);
        expect(bad?.["logs"]).toMatch(/already exists/);
        expect(bad?.["finished_at"]).toBeNull();
        await execute(url, "DELETE FROM _prisma_migrations WHERE finished_at IS NULL");
      });
      expect(await ensureSchema(url)).toEqual([]);
    });
  });
});

describe("a database that cannot be used", () => {
  const with_ = (changes: Partial<Pick<URL, "port" | "username" | "password" | "pathname">>) =>
    Object.assign(new URL(databaseUrl), changes).href;

  it.each([
    ["the connection was refused", with_({ port: "1" })],
    ["the server rejects the user or password", with_({ password: "wrong" })],
    [
      "the server rejects the user or password|it does not exist",
      with_({ pathname: "/no_such_database" }),
    ],
    ["must look like mysql://", "postgres://user@localhost/clinic"],
    ["must look like mysql://", "mysql://user@localhost"],
    ["must look like mysql://", "not a url"],
  ])("is explained: %s", async (message, url) => {
    const error = await ensureSchema(url).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: "DatabaseSetupError" });
    expect((error as Error).message).toMatch(new RegExp(message));
    expect((error as Error).message).not.toContain(new URL(databaseUrl).password);
  });
});
