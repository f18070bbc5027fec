import type { SqlValue } from "../../db/database.js";
import type { Keyset, Position } from "./keyset.js";

/** Where the columns of a keyset stand. */
interface Table {
  /** The column of a field, with the alias of its table. */
  columnOf: Readonly<Record<string, string>>;
}

/**
 * The condition that a row comes after `position`; the first comparison is what an index can use.
 *
 * @param values what its question marks stand for is added here.
 */
export function after<Row>(
  { columns, direction }: Keyset<Row>,
  position: Position | null,
  { columnOf }: Table,
  values: SqlValue[],
): string {
  if (position === null) return "TRUE";
  const beyond = direction === "asc" ? ">" : "<";
  const afterFrom = (index: number): string => {
    const { name, kind } = columns[index] ?? { name: "", kind: "integer" };
    const given = position[index] ?? "";
    const value = kind === "time" ? new Date(Number(given)) : given;
    const column = columnOf[name];
    values.push(value);
    if (index === columns.length - 1) return `${column} ${beyond} ?`;
    values.push(value);
    return `${column} ${beyond}= ? AND (${column} ${beyond} ? OR ${afterFrom(index + 1)})`;
  };
  return afterFrom(0);
}

/** The columns that a list is sorted by. */
export function inOrder<Row>({ columns, direction }: Keyset<Row>, { columnOf }: Table): string {
  const way = direction === "asc" ? "ASC" : "DESC";
  return columns.map(({ name }) => `${columnOf[name]} ${way}`).join(", ");
}
