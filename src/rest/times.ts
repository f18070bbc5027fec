import { fault, type Reading } from "./reading.js";

/**
 * Parses times and days as pydantic 2 does: ISO 8601, or a number since 1970. Numbers beyond ±20,000,000,000 are
 * milliseconds (like `Date.now()`), others are seconds.
 */
const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;
const TIME =
  /^(\d{4}-\d\d-\d\d)[Tt _](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?([Zz]|[+\-\u2212]\d\d:?\d\d)?$/;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)$/;

const MAX_SECONDS = 20_000_000_000;
const START_OF_YEAR_0 = Date.parse("0000-01-01T00:00:00Z");
const START_OF_YEAR_1 = Date.parse("0001-01-01T00:00:00Z");
const START_OF_YEAR_10000 = Date.parse("+010000-01-01T00:00:00Z");
/** Strings with larger numbers are not parsed as numbers. */
const TOO_LARGE = 2 ** 63;

/** Parses an instant. A time without an offset, or a day alone, is a `value_error`. */
export function readTime(input: unknown): Reading {
  if (typeof input === "number") return readNumber(input, timeFault);
  if (typeof input !== "string") return fault("datetime_type", "Input should be a valid datetime");
  if (NUMBER.test(input) && Math.abs(Number(input)) < TOO_LARGE) {
    return readNumber(Number(input), dateFault);
  }
  const [, day = input, hour = "00", minute = "00", second = "00", fraction = "", offset] =
    TIME.exec(input) ?? [];
  const isWithin = Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;
  const zone = zoneOf(offset);
  const problem =
    dayProblem(day) ??
    (isWithin && zone !== null ? null : "unexpected extra characters at the end of the input");
  if (problem !== null) return dateFault(problem);
  if (day.startsWith("0000")) return timeFault(YEAR_0);
  if (zone === undefined) return NO_OFFSET;
  const milliseconds = fraction.padEnd(3, "0").slice(0, 3);
  return { value: new Date(`${day}T${hour}:${minute}:${second}.${milliseconds}${zone ?? ""}`) };
}

/** Parses a day like `2030-01-07`; returns its beginning in UTC. */
export function readDay(input: unknown): Reading {
  const problem = typeof input === "string" ? dayProblem(input) : "input is not a text";
  const isYear0 = typeof input === "string" && input.startsWith("0000");
  if (problem === null && !isYear0) return { value: new Date(`${String(input)}T00:00:00Z`) };
  const error = problem ?? YEAR_0;
  const message = `Input should be a valid date or datetime, ${error}`;
  return fault("date_from_datetime_parsing", message, { error });
}

const YEAR_0 = "year 0 is out of range";

const NO_OFFSET = fault(
  "value_error",
  "Value error, appointment_start_datetime must be timezone-aware",
  { error: {} },
);

const timeFault = (error: string): Reading =>
  fault("datetime_parsing", `Input should be a valid datetime, ${error}`, { error });

/** pydantic's error for a string that is neither a time nor a day. */
const dateFault = (error: string): Reading =>
  fault("datetime_from_date_parsing", `Input should be a valid datetime or date, ${error}`, {
    error,
  });

function readNumber(number: number, toFault: (error: string) => Reading): Reading {
  const milliseconds = Math.abs(number) > MAX_SECONDS ? number : number * 1_000;
  if (milliseconds >= START_OF_YEAR_10000)
    return toFault("dates after 9999 are not supported as unix timestamps");
  if (milliseconds < START_OF_YEAR_0)
    return toFault("dates before 0000 are not supported as unix timestamps");
  if (milliseconds < START_OF_YEAR_1) return timeFault(YEAR_0);
  return { value: new Date(Math.floor(milliseconds)) };
}

/** The offset in the syntax of `Date`; undefined if there is none, null if it is invalid. */
function zoneOf(offset: string | undefined): string | null | undefined {
  if (offset === undefined) return undefined;
  if (/^z$/i.test(offset)) return "Z";
  const [sign, hours, minutes] = [offset[0], offset.slice(1, 3), offset.slice(-2)];
  if (Number(hours) > 23 || Number(minutes) > 59) return null;
  return `${sign === "+" ? "+" : "-"}${hours}:${minutes}`;
}

/** The problem of a string that should be a day; null if it is valid. */
function dayProblem(text: string): string | null {
  if (text.length < 10) return "input is too short";
  if (!isDigits(text.slice(0, 4))) return "invalid character in year";
  if (text[4] !== "-") return "invalid date separator, expected `-`";
  if (!isDigits(text.slice(5, 7))) return "invalid character in month";
  if (text[7] !== "-") return "invalid date separator, expected `-`";
  if (!isDigits(text.slice(8, 10))) return "invalid character in day";
  const [year = 0, month = 0, day = 0] = text.slice(0, 10).split("-").map(Number);
  if (month < 1 || month > 12) return "month value is outside expected range of 1-12";
  if (day < 1 || day > daysIn(year, month)) return "day value is outside expected range";
  return DAY.test(text) ? null : "unexpected extra characters at the end of the input";
}

const isDigits = (text: string): boolean => /^\d+$/.test(text);

/** The number of days of a month (1 to 12). */
function daysIn(year: number, month: number): number {
  // Date.UTC maps the years 0 to 99 to 1900 to 1999; the calendar repeats after 400 years.
  return new Date(Date.UTC(year + 400, month, 0)).getUTCDate();
}
