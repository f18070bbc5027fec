import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { projectRoot } from "../../src/common/project-root.js";
import { databaseUrl } from "../support/environment.js";
import { execute } from "../support/scratch-database.js";

const prismaSchema = readFileSync(join(projectRoot, "prisma", "schema.prisma"), "utf8");

/** How the columns of Prisma's types are written in SQL. */
const SQL_TYPES: Record<string, string> = {
  Int: "int",
  Boolean: "tinyint(1)",
  "@db.DateTime(0)": "datetime",
  "@db.Date": "date",
  "@db.UnsignedSmallInt": "smallint unsigned",
  "@db.UnsignedBigInt": "bigint unsigned",
};

interface Table {
  columns: Record<string, { type: string; nullable: boolean }>;
  indexes: Record<string, { columns: string[]; unique: boolean }>;
}

const names = (list: string) => list.split(",").map((name) => name.trim());

/** The tables that schema.prisma describes. */
function prismaTables(): Record<string, Table> {
  const enums = new Map(blocks("enum").map(([name, body]) => [name, enumType(body)]));
  return Object.fromEntries(
    blocks("model").map(([, body]) => {
      const table = /@@map\("(\w+)"\)/.exec(body)?.[1] ?? "";
      return [table, prismaTable(table, body, enums)];
    }),
  );
}

const blocks = (kind: string): [name: string, body: string][] =>
  [...prismaSchema.matchAll(new RegExp(`^${kind} (\\w+) \\{\\n(.*?)^\\}`, "gms"))].map((match) => [
    match[1] ?? "",
    match[2] ?? "",
  ]);

const enumType = (body: string): string =>
  `enum(${[...body.matchAll(/^ {2}([A-Z_]+)$/gm)].map(([, name]) => `'${name}'`).join(",")})`;

function prismaTable(table: string, body: string, enums: Map<string, string>): Table {
  const columnOf = new Map<string, string>();
  const columns: Table["columns"] = {};
  const indexes: Table["indexes"] = {};
  for (const [, field = "", type = "", unsupported, optional, attributes = ""] of body.matchAll(
    /^ {2}(\w+) +(\w+)(?:\("(.*?)"\))?(\?)?((?: +@.*)?)$/gm,
  )) {
    const native = /@db\.\w+(\(\d+\))?/.exec(attributes)?.[0] ?? "";
    const length = /@db\.((?:Var)?Char|Binary)\((\d+)\)/.exec(native);
    const sqlType = length
      ? `${length[1]?.toLowerCase()}(${length[2]})`
      : (unsupported ?? SQL_TYPES[native] ?? SQL_TYPES[type] ?? enums.get(type));
    if (sqlType === undefined) continue; // A relation.
    const column = /@map\("(\w+)"\)/.exec(attributes)?.[1] ?? field;
    columnOf.set(field, column);
    columns[column] = { type: sqlType, nullable: optional === "?" };
    if (/ @id/.test(attributes)) indexes["PRIMARY"] = { columns: [column], unique: true };
    const unique = /@unique\(map: "(\w+)"\)/.exec(attributes)?.[1];
    if (unique) indexes[unique] = { columns: [column], unique: true };
  }
  for (const [, fields = "", name] of body.matchAll(/@@index\(\[(.*?)\](?:, map: "(\w+)")?\)/g)) {
    const indexed = names(fields).map((field) => columnOf.get(field) ?? field);
    indexes[name ?? `${table}_${indexed.join("_")}_idx`] = { columns: indexed, unique: false };
  }
  for (const [, fields = ""] of body.matchAll(/@@id\(\[(.*?)\]\)/g)) {
    const columns = names(fields).map((field) => columnOf.get(field) ?? field);
    indexes["PRIMARY"] = { columns, unique: true };
  }
  for (const [, fields = ""] of body.matchAll(/@@unique\(\[(.*?)\]\)/g)) {
    const indexed = names(fields).map((field) => columnOf.get(field) ?? field);
    indexes[`${table}_${indexed.join("_")}_key`] = { columns: indexed, unique: true };
  }
  return { columns, indexes };
}

/** The tables that the migrations made. */
async function databaseTables(): Promise<Record<string, Table>> {
  const tables: Record<string, Table> = {};
  const of = (name: string) => (tables[name] ??= { columns: {}, indexes: {} });
  const columns = await execute<Record<string, string>>(
    databaseUrl,
    `SELECT table_name AS name, column_name AS col, column_type AS type, is_nullable AS nullable
     FROM information_schema.columns
     WHERE table_schema = DATABASE() AND table_name <> '_prisma_migrations'`,
  );
  for (const { name = "", col = "", type = "", nullable } of columns) {
    // MariaDB writes a width behind integers that MySQL has given up.
    const plain = type.replace(/^(int|smallint|bigint)\(\d+\)/, "$1");
    of(name).columns[col] = { type: plain, nullable: nullable === "YES" };
  }
  const indexes = await execute<{ name: string; idx: string; col: string; shared: unknown }>(
    databaseUrl,
    `SELECT table_name AS name, index_name AS idx, column_name AS col, non_unique AS shared
     FROM information_schema.statistics
     WHERE table_schema = DATABASE() AND table_name <> '_prisma_migrations'
     ORDER BY table_name, index_name, seq_in_index`,
  );
  for (const { name, idx, col, shared } of indexes) {
    const index = (of(name).indexes[idx] ??= { columns: [], unique: Number(shared) === 0 });
    index.columns.push(col);
  }
  return tables;
}

const insert = (columns: string, values: string) =>
  execute(databaseUrl, `INSERT INTO appointments (${columns}) VALUES (${values})`);

describe("the tables", () => {
  it("are those of schema.prisma, with their columns and indexes", async () => {
    const expected = prismaTables();
    expect(Object.keys(expected)).toHaveLength(9);
    expect(await databaseTables()).toEqual(expected);
  });

  it("have foreign keys that restrict, but for what belongs to a doctor or a patient", async () => {
    const keys = await execute<Record<string, string>>(
      databaseUrl,
      `SELECT constraint_name AS name, delete_rule AS deletes, update_rule AS updates
       FROM information_schema.referential_constraints
       WHERE constraint_schema = DATABASE() ORDER BY BINARY constraint_name`,
    );
    expect(keys.map(({ name }) => name)).toEqual([
      "accounts_doctor_id_fkey",
      "accounts_patient_id_fkey",
      "api_keys_doctor_id_fkey",
      "api_keys_patient_id_fkey",
      "appointments_doctor_id_fkey",
      "appointments_patient_id_fkey",
      "schedule_exceptions_doctor_id_fkey",
      "schedules_doctor_id_fkey",
      "slot_holds_doctor_id_fkey",
    ]);
    // MariaDB says RESTRICT, MySQL as well; both treat NO ACTION the same.
    const restricting = keys.filter(({ deletes }) => deletes === "RESTRICT");
    expect(restricting.map(({ name }) => name)).toEqual([
      "appointments_doctor_id_fkey",
      "appointments_patient_id_fkey",
    ]);
    const others = keys.filter(({ deletes }) => deletes !== "RESTRICT");
    expect(new Set(others.map(({ deletes }) => deletes))).toEqual(new Set(["CASCADE"]));
    expect(new Set(keys.map(({ updates }) => updates))).toEqual(new Set(["RESTRICT"]));
  });

  it.each([
    ["appointments_duration_check", "'2030-01-07 09:00', '2030-01-07 09:14', 14, 'BOOKED', NULL"],
    ["appointments_duration_check", "'2030-01-07 09:00', '2030-01-07 12:01', 181, 'BOOKED', NULL"],
    ["appointments_end_check", "'2030-01-07 09:00', '2030-01-07 09:31', 30, 'BOOKED', NULL"],
    ["appointments_start_check", "'1999-12-31 09:00', '1999-12-31 09:30', 30, 'BOOKED', NULL"],
    [
      "appointments_cancellation_check",
      "'2030-01-07 09:00', '2030-01-07 09:30', 30, 'BOOKED', 'x'",
    ],
  ])("refuse by %s what no rule would let in: %s", async (constraint, values) => {
    const columns =
      "starts_at, ends_at, duration_minutes, status, cancellation_reason, patient_id, doctor_id, created_at, updated_at";
    const people = "2147483647, 2147483647, UTC_TIMESTAMP(), UTC_TIMESTAMP()";
    await expect(insert(columns, `${values}, ${people}`)).rejects.toThrow(constraint);
  });
});
