import type { Database, SqlValue } from "../../db/database.js";
import type { Columns } from "./columns.js";
import { after, inOrder } from "./keyset-sql.js";
import { toPage, type Keyset, type Page, type PageRequest } from "./keyset.js";

/** Writes the condition of a filter. @param values what its question marks stand for is added here. */
export type Condition = (values: SqlValue[]) => string;

/** One page of the records that match. */
export async function readPage<Thing extends { id: number }>(
  db: Database,
  columns: Columns<Thing>,
  keyset: Keyset<Thing>,
  condition: Condition,
  request: Pick<PageRequest<string>, "first" | "after">,
): Promise<Page<Thing>> {
  const values: SqlValue[] = [];
  const rows = await db.select(
    `SELECT ${columns.whole.sql} FROM ${columns.table}
    WHERE ${condition(values)} AND ${after(keyset, request.after, columns, values)}
    ORDER BY ${inOrder(keyset, columns)} LIMIT ?`,
    [...values, request.first + 1],
  );
  return toPage(rows.map(columns.whole.read), request.first, keyset);
}

/** How many records match. */
export async function countRows<Thing extends { id: number }>(
  db: Database,
  { table }: Columns<Thing>,
  condition: Condition,
): Promise<number> {
  const values: SqlValue[] = [];
  const where = condition(values);
  const [row] = await db.select(`SELECT COUNT(*) FROM ${table} WHERE ${where}`, values);
  return row?.[0] as number;
}
