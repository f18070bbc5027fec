import mariadb, { type Connection } from "mariadb";
import { describe, expect, it } from "vitest";
import { throwawayServer } from "../../scripts/lib/private-server.mjs";
import { connectionOptions } from "../../src/db/connection-options.js";
import { openDatabase } from "../../src/db/database.js";
import { ensureSchema } from "../../src/db/setup/ensure-schema.js";
import { ANYONE, createDomain } from "../../src/domain/index.js";
import { databaseUrl } from "../support/environment.js";

/** Server settings under which a statement would mean, or answer, something else. */
const MODES = "ANSI_QUOTES,PIPES_AS_CONCAT,NO_BACKSLASH_ESCAPES,HIGH_NOT_PRECEDENCE";
const SETTINGS = {
  sql_mode: MODES,
  autocommit: 0,
  foreign_key_checks: 0,
  unique_checks: 0,
  sql_auto_is_null: 1,
  sql_safe_updates: 1,
  sql_select_limit: 1,
  completion_type: 1,
  character_set_client: "latin1",
  collation_connection: "latin1_bin",
};

/** A session that has these settings before ours are made. */
async function sessionAfter(settings: Record<string, string | number>): Promise<Connection> {
  const options = connectionOptions(databaseUrl);
  const foreign = Object.entries(settings).map(
    ([name, value]) => `SET SESSION ${name} = '${value}'`,
  );
  const numbers = foreign.map((sql) => sql.replace(/'(\d+)'$/, "$1"));
  return mariadb.createConnection({
    ...options,
    initSql: [...numbers, ...[options.initSql ?? []].flat()],
  });
}

describe("a session", () => {
  it("has the settings that our statements need, with any settings of the server", async () => {
    const usual = await mariadb.createConnection(connectionOptions(databaseUrl));
    const changed = await sessionAfter(SETTINGS);
    const names = Object.keys(SETTINGS).map((name) => `@@SESSION.${name} AS ${name}`);
    const read = (connection: Connection) =>
      connection.query<unknown[]>(`SELECT ${names.join(", ")}`);
    try {
      expect(await read(changed)).toEqual(await read(usual));
      expect((await read(usual))[0]).toMatchObject({
        sql_mode: expect.stringContaining("STRICT_TRANS_TABLES") as string,
        foreign_key_checks: 1n,
        collation_connection: "utf8mb4_unicode_ci",
      });
    } finally {
      await changed.end();
      await usual.end();
    }
  });

  it("treats values as text, also with NO_BACKSLASH_ESCAPES on the server", async () => {
    const connection = await sessionAfter({ sql_mode: MODES });
    try {
      for (const text of ["\\", "\\' OR 1 = 1 -- ", "' OR ''='", '"', "a\\_b%", "\u0000"]) {
        const [row] = await connection.query<{ same: string; rows_found: bigint }[]>(
          "SELECT ? AS same, (SELECT COUNT(*) FROM doctors WHERE full_name = ?) AS rows_found",
          [text, text],
        );
        expect(row).toEqual({ same: text, rows_found: 0n });
      }
      const [like = {}] = await connection.query<object[]>(
        String.raw`SELECT 'a_b' LIKE 'a\\_b' AS literal, 'axb' LIKE 'a\\_b' AS any_letter`,
      );
      expect(Object.values(like).map(Number)).toEqual([1, 0]);
    } finally {
      await connection.end();
    }
  });
});

describe("a server with unusual modes", () => {
  it("is set up, searched and written to like any other", async () => {
    const server = await throwawayServer(
      () => undefined,
      [`--sql-mode=${MODES}`, "--autocommit=0"],
    );
    const db = openDatabase(server.url, { connectionLimit: 4 });
    try {
      await ensureSchema(server.url);
      const { doctors, patients } = createDomain({ db }).as(ANYONE);
      const fullName = 'Dr. O\'Neil_100% \\ "Ann"';
      const created = await doctors.create({ fullName, specialty: "Cardiology" });
      expect(created).toMatchObject({ done: true, value: { fullName } });
      for (const [name, count] of [
        ["O'Neil_100%", 1],
        ["O'NeilX100%", 0],
        ['\\ "Ann', 1],
        ["' OR 1=1 -- ", 0],
        ["\\' OR 1=1 -- ", 0],
      ] as const) {
        expect([name, await doctors.count({ name })]).toEqual([name, count]);
      }
      expect(await patients.count({ search: "_" })).toBe(0);
    } finally {
      await db.close();
      await server.stop();
    }
  });
});
