/** What a question mark of a statement may stand for. */
export type SqlValue = string | number | boolean | Date;

/** Called with every SQL statement that is sent, and its values. */
export type OnStatement = (sql: string, values: unknown[]) => void;

/**
 * How the driver gives rows: as arrays; whole numbers as numbers, booleans as 0 and 1, times as texts, unless
 * they are selected in `seconds`.
 */
export const ROWS = { rowsAsArray: true, bigIntAsNumber: true, dateStrings: true } as const;

/** What a statement can be sent to: the driver's connections and pools, and pipelines. */
export interface Recipient {
  query<Answer>(statement: { sql: string } & typeof ROWS, values: unknown[]): Promise<Answer>;
}

/** Sends a statement to the driver itself. Rows come as ROWS says. */
export function sendStatement<Answer>(
  to: Recipient,
  sql: string,
  values: readonly unknown[],
  onStatement?: OnStatement,
): Promise<Answer> {
  const written = toDriver(values);
  onStatement?.(sql, written);
  return to.query<Answer>({ sql, ...ROWS }, written);
}

/** How the driver is told of values: times it would write in the machine's own time zone. */
const toDriver = (values: readonly unknown[]): unknown[] =>
  values.map((value) => (value instanceof Date ? textOf(value) : value));

/**
 * A time as SQL writes it, in UTC.
 *
 * @throws RangeError outside the years 0 to 9999, which SQL has no text for: MySQL would fail, and MariaDB
 *   would find nothing. Bounds of a search are to be cut before.
 */
function textOf(time: Date): string {
  const text = time.toISOString();
  if (text.length !== SQL_YEARS_LENGTH) {
    throw new RangeError("A time outside the years 0 to 9999 can't be sent to the database");
  }
  return text.slice(0, -1);
}

/** ISO 8601 writes other years with a sign and six digits. */
const SQL_YEARS_LENGTH = "0000-01-01T00:00:00.000Z".length;

/**
 * SQL for a time to select, which `timeOf` reads. Of a prepared statement's times the driver makes texts, piece by
 * piece, or moments in the machine's own time zone.
 */
export const seconds = (column: string): string => `TO_SECONDS(${column})`;

/** The moment that `seconds` has selected. */
export const timeOf = (value: number): Date => new Date((value - SECONDS_BEFORE_1970) * 1_000);

/** TO_SECONDS counts from the year 0. */
const SECONDS_BEFORE_1970 = 62_167_219_200;
