import { Prisma } from "../../db/database.js";
import type { Keyset, Position } from "../keyset.js";

/** The columns of the tables under the names that a keyset has for them. */
export type ColumnSql = Readonly<Record<string, Prisma.Sql>>;

/**
 * The rows after `position`, for keysets of one or two columns; the first comparison is what an index
 * can use.
 */
export function after<Row>(
  { columns, direction }: Keyset<Row>,
  position: Position | null,
  sqlOf: ColumnSql,
): Prisma.Sql {
  if (position === null) return Prisma.sql`TRUE`;
  const beyond = direction === "asc" ? Prisma.sql`>` : Prisma.sql`<`;
  const [[first, value] = [], [last, lastValue] = []] = columns.map(
    ({ name, kind }, index) =>
      [sqlOf[name], kind === "time" ? new Date(Number(position[index])) : position[index]] as const,
  );
  if (last === undefined) return Prisma.sql`${first} ${beyond} ${value}`;
  return Prisma.sql`${first} ${beyond}= ${value} AND (${first} ${beyond} ${value} OR ${last} ${beyond} ${lastValue})`;
}

/** The columns that a list is sorted by. */
export function inOrder<Row>({ columns, direction }: Keyset<Row>, sqlOf: ColumnSql): Prisma.Sql {
  const way = direction === "asc" ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  return Prisma.join(
    columns.map(({ name }) => Prisma.sql`${sqlOf[name]} ${way}`),
    ", ",
  );
}
