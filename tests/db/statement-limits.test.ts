import { setTimeout as delay } from "node:timers/promises";
import mariadb from "mariadb";
import { afterAll, describe, expect, it } from "vitest";
import { connectionOptions, limitsFor } from "../../src/db/connection-options.js";
import { openDatabase, Prisma, type Database } from "../../src/db/database.js";
import { StatementTimeout } from "../../src/db/errors.js";
import { connect, ensureSchema } from "../../src/db/setup/ensure-schema.js";
import { faultProblem } from "../../src/rest/problems.js";
import { future, test } from "../support/clinic.js";
import { databaseUrl } from "../support/environment.js";
import { execute, makeScratchDatabase } from "../support/scratch-database.js";

const READ_SECONDS = 0.5;
/** With a pipeline. */
const db = openDatabase(databaseUrl, { connectionLimit: 4, readSeconds: READ_SECONDS });
afterAll(() => db.close());

/** Would take hours, and can't be answered by an index. */
const table = "information_schema.COLUMNS";
const ENDLESS = `SELECT COUNT(*) FROM ${table} a, ${table} b, ${table} c, ${table} d`;
const ENDLESS_SORT = `SELECT a.COLUMN_NAME FROM ${table} a, ${table} b, ${table} c, ${table} d
  ORDER BY CONCAT(a.COLUMN_NAME, b.COLUMN_NAME, c.COLUMN_NAME, d.COLUMN_NAME)`;

const SHAPES = [
  ["a count", ENDLESS],
  ["a union", `(${ENDLESS}) UNION ALL (${ENDLESS})`],
  ["a sort", ENDLESS_SORT],
] as const;

const timeout = { name: "StatementTimeout" };

const reads: Record<string, (sql: string) => Promise<unknown>> = {
  "of a list": (sql) => db.select(sql, []),
  "of single things": (sql) => db.selectPipelined(sql, []),
  "by Prisma": (sql) => db.read((tables) => tables.$queryRaw(Prisma.raw(sql))),
};

const running = async (text: string) =>
  execute(
    databaseUrl,
    `SELECT ID FROM information_schema.PROCESSLIST
      WHERE INFO LIKE ? AND ID <> CONNECTION_ID()`,
    [`%${text}%`],
  );

describe.each(Object.entries(reads))("a read %s that takes too long", (name, read) => {
  it.each(SHAPES)("is ended on the server: %s", async (_shape, sql) => {
    const marked = sql.replace("COLUMNS a", `COLUMNS /* ${name} */ a`);
    await expect(read(marked)).rejects.toMatchObject(timeout);
    await expect.poll(() => running(name)).toEqual([]);
  });

  it("leaves its connection usable", async () => {
    await expect(read(ENDLESS)).rejects.toMatchObject(timeout);
    const answers = await Promise.all(Array.from({ length: 8 }, () => read("SELECT 7")));
    expect(answers).toHaveLength(8);
  });
});

describe("a transaction", () => {
  const rename = (database: Database, id: number): Record<string, () => Promise<unknown>> => ({
    "by Prisma": () =>
      database.transaction(({ doctor }) =>
        doctor.updateMany({ where: { id }, data: { fullName: "Dr. Patient" } }),
      ),
    directly: () =>
      database.sqlTransaction((session) =>
        session.execute(Prisma.sql`UPDATE doctors SET full_name = 'Dr. Patient' WHERE id = ${id}`),
      ),
  });

  test.for(["by Prisma", "directly"])(
    "waits for a lock longer than a read may take: %s",
    async (way, { clinic }) => {
      const { id } = await clinic.doctor();
      const holding = db.sqlTransaction(async (session) => {
        await session.execute(
          Prisma.sql`UPDATE doctors SET booking_lock = booking_lock + 1 WHERE id = ${id}`,
        );
        await delay(4 * READ_SECONDS * 1_000);
      });
      await delay(100);
      await rename(db, id)[way]?.();
      await holding;
      const doctors = await db.read(({ doctor }) => doctor.findMany({ where: { id } }));
      expect(doctors).toMatchObject([{ fullName: "Dr. Patient" }]);
    },
  );

  test("is rolled back and not run again if one of its statements is ended", async ({ clinic }) => {
    const doctor = await clinic.doctor();
    let attempts = 0;
    const work = db.sqlTransaction(async (session) => {
      attempts += 1;
      await session.execute(
        Prisma.sql`UPDATE doctors SET full_name = 'Dr. Late' WHERE id = ${doctor.id}`,
      );
      const [[id] = []] = await session.select(Prisma.sql`SELECT CONNECTION_ID()`);
      const killing = delay(200).then(() => execute(databaseUrl, `KILL QUERY ${String(id)}`));
      await Promise.all([session.select(Prisma.raw(ENDLESS)), killing]);
    });
    await expect(work).rejects.toMatchObject(timeout);
    expect(attempts).toBe(1);
    const doctors = await db.read(({ doctor: all }) => all.findMany({ where: { id: doctor.id } }));
    expect(doctors).toEqual([doctor]);
  });
});

describe("a table that another session has locked", () => {
  it("blocks neither reads nor writes for long, and leaves no statement on the server", async () => {
    const scratch = await makeScratchDatabase();
    const locker = await connect(scratch.url);
    const own = openDatabase(scratch.url, { connectionLimit: 4, readSeconds: READ_SECONDS });
    const count = "SELECT COUNT(*) FROM doctors";
    try {
      await ensureSchema(scratch.url);
      await locker.query("LOCK TABLES doctors WRITE, patients WRITE");
      const outcomes = await Promise.allSettled([
        own.select(count, []),
        own.selectPipelined(count, []),
        own.transaction(({ doctor }) => doctor.updateMany({ data: { fullName: "Dr. Late" } })),
      ]);
      expect(outcomes.map(({ status }) => status)).toEqual(Array(3).fill("rejected"));
      // It is asked over and over whether the tables are back, but one question at a time.
      await delay(3_000);
      expect((await running("FROM doctors")).length).toBeLessThanOrEqual(2);
      await locker.query("UNLOCK TABLES");
      await expect.poll(() => own.select(count, []), { timeout: 5_000 }).toEqual([[0]]);
    } finally {
      await own.close();
      await locker.end();
      await scratch.drop();
    }
  });
});

describe("a statement that took too long", () => {
  it("is answered by REST with 503 and Retry-After", () => {
    const problem = faultProblem(new StatementTimeout("ended"));
    expect(problem).toMatchObject({ status: 503, headers: { "retry-after": "1" } });
  });
});

describe("the session's limits", () => {
  const limits = async (readSeconds: number | null) => {
    const options = connectionOptions(
      databaseUrl,
      readSeconds === null ? undefined : limitsFor(readSeconds),
    );
    const connection = await mariadb.createConnection(options);
    try {
      const rows = await connection.query<{ Variable_name: string; Value: string }[]>(
        "SHOW VARIABLES WHERE Variable_name IN ('max_statement_time', 'max_execution_time')",
      );
      return rows.map(({ Variable_name: name, Value: value }) => [name, Number(value)]);
    } finally {
      await connection.end();
    }
  };

  it("do not apply to the maintenance of the tables", async () => {
    for (const limit of [...(await limits(null)), ...(await limits(0))]) expect(limit[1]).toBe(0);
  });

  it("are those of a read for SELECTs on MySQL, and those of a write on MariaDB", async () => {
    expect([[["max_statement_time", 10]], [["max_execution_time", 2_000]]]).toContainEqual(
      await limits(2),
    );
  });
});

describe("a time that SQL has no text for", () => {
  it.each(["+010000-01-01T00:00:00Z", "-000001-12-31T23:59:59Z"])(
    "is refused before it is sent: %s",
    async (time) => {
      const asked = db.select("SELECT ?", [new Date(time)]);
      await expect(asked).rejects.toThrow("outside the years 0 to 9999");
    },
  );

  it("ends with the years 0 and 9999", async () => {
    const bounds = ["0000-01-01T00:00:00.000Z", "9999-12-31T23:59:59.999Z"].map(
      (text) => new Date(text),
    );
    const sql = "SELECT COUNT(*) FROM appointments WHERE starts_at BETWEEN ? AND ?";
    const [[lower] = []] = await db.select(`${sql} AND 1 = 0`, bounds);
    expect(lower).toBe(0);
    expect(future(1).getTime()).toBeLessThan(bounds[1]?.getTime() ?? 0);
  });
});
