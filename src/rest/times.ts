import { fault, type Reading } from "./reading.js";

/**
 * Times and days as pydantic 2 reads them: ISO 8601, or a number since 1970. A number of more than
 * 20,000,000,000, either way, counts milliseconds (so does JavaScript's `Date.now()`), any other seconds.
 */
const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;
const TIME =
  /^(\d{4}-\d\d-\d\d)[Tt _](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?([Zz]|[+\-\u2212]\d\d:?\d\d)?$/;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)$/;

const MAX_SECONDS = 20_000_000_000;
const START_OF_YEAR_0 = Date.parse("0000-01-01T00:00:00Z");
const START_OF_YEAR_1 = Date.parse("0001-01-01T00:00:00Z");
const START_OF_YEAR_10000 = Date.parse("+010000-01-01T00:00:00Z");
/** Texts of larger numbers are not taken for numbers. */
const TOO_LARGE = 2 ** 63;

/** An instant, as a Date. A time without an offset, or a day alone, is a `value_error`. */
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

/** A day like `2030-01-07`, as the moment with which it begins in UTC. */
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

/** pydantic's words for a text that is neither a time nor a day. */
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

/** The offset as `Date` reads it; undefined if none was given, null if there is no such offset. */
function zoneOf(offset: string | undefined): string | null | undefined {
  if (offset === undefined) return undefined;
  if (/^z$/i.test(offset)) return "Z";
  const [sign, hours, minutes] = [offset[0], offset.slice(1, 3), offset.slice(-2)];
  if (Number(hours) > 23 || Number(minutes) > 59) return null;
  return `${sign === "+" ? "+" : "-"}${hours}:${minutes}`;
}

/** What is wrong with a text that should be a day; null if it is one. */
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

/** How many days the month (1 to 12) has. */
function daysIn(year: number, month: number): number {
  // Date.UTC takes the years 0 to 99 for 1900 to 1999; 400 years later the calendar is the same.
  return new Date(Date.UTC(year + 400, month, 0)).getUTCDate();
}
