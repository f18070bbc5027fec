import type { SqlValue } from "../../db/database.js";
import type { Keyset, Position } from "../keyset.js";

/** The columns of the tables under the names that a keyset has for them. */
export type ColumnSql = Readonly<Record<string, string>>;

/**
 * The condition that a row comes after `position`, for keysets of one or two columns; the first
 * comparison is what an index can use.
 *
 * @param values what its question marks stand for is added here.
 */
export function after<Row>(
  { columns, direction }: Keyset<Row>,
  position: Position | null,
  sqlOf: ColumnSql,
  values: SqlValue[],
): string {
  if (position === null) return "TRUE";
  const beyond = direction === "asc" ? ">" : "<";
  const [first, last] = columns.map(({ name }) => sqlOf[name]);
  const [value = "", lastValue = ""] = columns.map(({ kind }, index): SqlValue =>
    kind === "time" ? new Date(Number(position[index])) : (position[index] ?? ""),
  );
  if (last === undefined) {
    values.push(value);
    return `${first} ${beyond} ?`;
  }
  values.push(value, value, lastValue);
  return `${first} ${beyond}= ? AND (${first} ${beyond} ? OR ${last} ${beyond} ?)`;
}

/** The columns that a list is sorted by. */
export function inOrder<Row>({ columns, direction }: Keyset<Row>, sqlOf: ColumnSql): string {
  const way = direction === "asc" ? "ASC" : "DESC";
  return columns.map(({ name }) => `${sqlOf[name]} ${way}`).join(", ");
}
