/** A value of a question mark in a statement. */
export type SqlValue = string | number | boolean | Date;

/** Called with every SQL statement that is sent, and its values. */
export type OnStatement = (sql: string, values: unknown[]) => void;

/**
 * The row format of the driver: rows are arrays; integers are numbers, booleans are 0 and 1, and times are text, unless
 * they are selected with `seconds`.
 */
export const ROWS = { rowsAsArray: true, bigIntAsNumber: true, dateStrings: true } as const;

/** Anything that takes statements: the driver's connections and pools, and pipelines. */
export interface Recipient {
  query<Answer>(statement: { sql: string } & typeof ROWS, values: unknown[]): Promise<Answer>;
}

/** Sends a statement through the driver, without Prisma. ROWS describes the format of the rows. */
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

/** Converts times to text, because the driver would write them in the local time zone. */
const toDriver = (values: readonly unknown[]): unknown[] =>
  values.map((value) => (value instanceof Date ? textOf(value) : value));

/**
 * A time as SQL text, in UTC.
 *
 * @throws RangeError outside the years 0 to 9999, for which SQL has no text: MySQL would fail, and MariaDB would find
 *   nothing. Callers must clamp the bounds of a search before.
 */
function textOf(time: Date): string {
  const text = time.toISOString();
  if (text.length !== SQL_YEARS_LENGTH) {
    throw new RangeError("Times outside the years 0 to 9999 cannot be sent to the database");
  }
  return text.slice(0, -1);
}

/** ISO 8601 text of other years is longer: a sign and six digits. */
const SQL_YEARS_LENGTH = "0000-01-01T00:00:00.000Z".length;

/**
 * SQL that selects a time as a number, which `timeOf` converts to a Date. The driver would convert the times of prepared
 * statements slowly to text, or to dates in the local time zone.
 */
export const seconds = (column: string): string => `TO_SECONDS(${column})`;

/** Converts a value that was selected with `seconds`. */
export const timeOf = (value: number): Date => new Date((value - SECONDS_BEFORE_1970) * 1_000);

/** TO_SECONDS counts from the year 0. */
const SECONDS_BEFORE_1970 = 62_167_219_200;

/** The same for a DATE: SQL that selects it as a number of days, which `dayOf` converts. */
export const days = (column: string): string => `TO_DAYS(${column})`;

/** Converts a value that was selected with `days` to the number of days since 1970-01-01. */
export const dayOf = (value: number): number => value - DAYS_BEFORE_1970;

/** The other way round, for comparisons with what `days` selects. */
export const daysTo = (day: number): number => day + DAYS_BEFORE_1970;

/** TO_DAYS counts from the year 0. */
const DAYS_BEFORE_1970 = 719_528;

/**
 * Converts a time on a clock without a zone, which was selected with `seconds`, to the number of minutes since 1970 on that
 * clock.
 */
export const minuteOf = (value: number): number => timeOf(value).getTime() / 60_000;
