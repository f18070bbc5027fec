import { Prisma, type SqlValue } from "../db/database.js";

/** The columns of some fields. */
type Names<Row> = Readonly<Record<keyof Row & string, string>>;

/** A value that may be written. */
type Written = SqlValue | null;

/** An INSERT of rows that all have the same fields. */
export function insertInto<Row extends Record<string, Written>>(
  table: string,
  names: Names<Row>,
  rows: readonly Row[],
): Prisma.Sql {
  const fields = Object.keys(rows[0] ?? {}) as (keyof Row & string)[];
  const columns = fields.map((field) => names[field]).join(", ");
  const values = rows.flatMap((row) => fields.map((field) => row[field]));
  const between = values.map((_, index) => (index % fields.length === 0 ? "), (" : ", ")).slice(1);
  return new Prisma.Sql([`INSERT INTO ${table} (${columns}) VALUES (`, ...between, ")"], values);
}

/** What stands behind SET in an UPDATE that gives these fields their values. */
export const assignments = <Changes extends Record<string, Written | undefined>>(
  names: Names<Changes>,
  changes: Changes,
): Prisma.Sql =>
  Prisma.join(
    Object.entries(changes)
      .filter(([, value]) => value !== undefined)
      .map(([field, value]) => Prisma.sql`${Prisma.raw(names[field] as string)} = ${value}`),
  );
