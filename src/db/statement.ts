import type { Connection, Pool } from "mariadb";

/** What a question mark of a statement may stand for. */
export type SqlValue = string | number | boolean | Date;

/** Called with every SQL statement that is sent, and its values. */
export type OnStatement = (sql: string, values: unknown[]) => void;

/**
 * Sends a statement to the driver itself. Rows come as arrays: whole numbers as numbers (BIGINT as
 * bigint), booleans as 0 and 1, times as the database writes them, in UTC.
 */
export function sendStatement<Answer>(
  to: Pick<Connection, "query"> | Pick<Pool, "query">,
  sql: string,
  values: readonly unknown[],
  onStatement?: OnStatement,
): Promise<Answer> {
  const written = values.map((value) => (value instanceof Date ? toText(value) : value));
  onStatement?.(sql, written);
  return to.query<Answer>({ sql, rowsAsArray: true, dateStrings: true }, written);
}

/** How the database is told of a moment: the driver itself would write it in the machine's own time zone. */
const toText = (time: Date): string => time.toISOString().slice(0, -1);
