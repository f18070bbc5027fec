/** Days since 1970-01-01 on a calendar without a zone. */
export type LocalDay = number;

/** Minutes since 1970-01-01T00:00 on a clock without a zone. */
export type LocalMinute = number;

export const MINUTES_PER_DAY = 1_440;

const MILLISECONDS_PER_DAY = 86_400_000;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
/** The end of a day, which no clock shows. */
const MIDNIGHT_AT_THE_END = "24:00";

/**
 * The day of `2027-01-31`, years 1000 to 9999, which are those that a DATETIME of MySQL can hold; null for any other text,
 * and for dates that no calendar has.
 */
export function parseLocalDate(text: string): LocalDay | null {
  if (!DATE.test(text) || text.startsWith("0")) return null;
  const time = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(time)) return null;
  const day = time / MILLISECONDS_PER_DAY;
  // The engine may read February 30 as March 2.
  return formatLocalDate(day) === text ? day : null;
}

/** `2027-01-31`, for days of the years 1000 to 9999. */
export function formatLocalDate(day: LocalDay): string {
  return new Date(day * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
}

/** The minutes of the day at `09:00`: 0 to 1440, which is `24:00`; null for any other text. */
export function parseLocalTime(text: string): number | null {
  if (text === MIDNIGHT_AT_THE_END) return MINUTES_PER_DAY;
  return TIME.test(text) ? Number(text.slice(0, 2)) * 60 + Number(text.slice(3)) : null;
}

/** `09:00`, for minutes of the day from 0 to 1440. */
export function formatLocalTime(minutes: number): string {
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

/**
 * The minute of `2027-01-31T09:00`; null for any other text. A day ends where the next one begins, so `24:00` is not
 * taken here.
 */
export function parseLocalDateTime(text: string): LocalMinute | null {
  const [date = "", time = "", ...rest] = text.split("T");
  const day = parseLocalDate(date);
  const minutes = parseLocalTime(time);
  if (day === null || minutes === null || minutes === MINUTES_PER_DAY || rest.length > 0) {
    return null;
  }
  return startOfDay(day) + minutes;
}

/** `2027-01-31T09:00`, for the years 1000 to 9999. */
export function formatLocalDateTime(minute: LocalMinute): string {
  const day = dayOf(minute);
  return `${formatLocalDate(day)}T${formatLocalTime(minute - startOfDay(day))}`;
}

/** The weekday by ISO 8601: 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: LocalDay): number {
  // 1970-01-01 was a Thursday. The remainder of a negative number is negative.
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

export const startOfDay = (day: LocalDay): LocalMinute => day * MINUTES_PER_DAY;

export const dayOf = (minute: LocalMinute): LocalDay => Math.floor(minute / MINUTES_PER_DAY);

const twoDigits = (value: number): string => String(value).padStart(2, "0");
