import type { ObjectSchema, Schema } from "./json-schema.js";

/**
 * Reads what callers of the earlier FastAPI service send, as pydantic did: the ordinary coercions,
 * and its errors, all at once and in the order of the fields. Its odder corners are refused.
 * Error types and messages: pydantic-core 2, "Validation Errors".
 */
export interface ValidationError {
  type: string;
  loc: readonly (string | number)[];
  msg: string;
  input: unknown;
  ctx?: Record<string, unknown>;
}

export type Fault = Pick<ValidationError, "type" | "msg" | "ctx">;
type Reading = { value: unknown } | { fault: Fault };

const LARGEST_DATABASE_ID = 2_147_483_647;
const TRUE_WORDS = new Set(["true", "t", "yes", "y", "on", "1"]);
const FALSE_WORDS = new Set(["false", "f", "no", "n", "off", "0"]);

/** Fields of an object by its schema: those that could be read, and what is wrong with the others. */
export function readFields(
  schema: ObjectSchema,
  input: Readonly<Record<string, unknown>>,
  loc: string,
): { values: Record<string, unknown>; errors: ValidationError[] } {
  const required = new Set(schema.required);
  const values: Record<string, unknown> = {};
  const errors: ValidationError[] = [];
  for (const [name, field] of Object.entries(schema.properties)) {
    const given = input[name];
    if (!Object.hasOwn(input, name) || (given === null && !required.has(name))) {
      if (required.has(name)) errors.push(missing([loc, name], loc === "body" ? input : null));
      continue;
    }
    const reading = read(field, given);
    if ("value" in reading) values[name] = reading.value;
    else errors.push(validationError(reading.fault, [loc, name], given));
  }
  return { values, errors };
}

export const missing = (loc: readonly string[], input: unknown): ValidationError => ({
  type: "missing",
  loc,
  msg: "Field required",
  input,
});

/** An id as the database may know it; 0, which is nobody's, for one beyond its column. */
export const toDatabaseId = (id: number): number => (id > LARGEST_DATABASE_ID || id < 0 ? 0 : id);

function read({ type, format, exclusiveMinimum }: Schema, input: unknown): Reading {
  if (type === "integer") return atLeast(readInteger(input), exclusiveMinimum);
  if (type === "boolean") return readBoolean(input);
  if (format === "date-time") return readTime(input);
  if (format === "date") return readDay(input);
  return typeof input === "string"
    ? { value: input }
    : fault("string_type", "Input should be a valid string");
}

function readInteger(input: unknown): Reading {
  const message = "Input should be a valid integer";
  if (typeof input === "boolean") return { value: Number(input) };
  if (typeof input === "number") {
    if (!Number.isInteger(input)) {
      return fault("int_from_float", `${message}, got a number with a fractional part`);
    }
    return Number.isSafeInteger(input)
      ? { value: input }
      : fault(
          "int_parsing_size",
          "Unable to parse input string as an integer, exceeded maximum size",
        );
  }
  if (typeof input !== "string") return fault("int_type", message);
  return /^\s*[+-]?\d+(\.0*)?\s*$/.test(input)
    ? { value: Number(input) }
    : fault("int_parsing", `${message}, unable to parse string as an integer`);
}

function atLeast(reading: Reading, exclusiveMinimum: number | undefined): Reading {
  const isTooSmall =
    "value" in reading &&
    exclusiveMinimum !== undefined &&
    Number(reading.value) <= exclusiveMinimum;
  return isTooSmall
    ? fault("greater_than", `Input should be greater than ${exclusiveMinimum}`, {
        gt: exclusiveMinimum,
      })
    : reading;
}

function readBoolean(input: unknown): Reading {
  const message = "Input should be a valid boolean";
  if (typeof input === "boolean") return { value: input };
  if (typeof input !== "string" && typeof input !== "number") return fault("bool_type", message);
  const word = String(input).toLowerCase();
  if (TRUE_WORDS.has(word)) return { value: true };
  if (FALSE_WORDS.has(word)) return { value: false };
  return fault("bool_parsing", `${message}, unable to interpret input`);
}

const TIME =
  /^(\d{4})-(\d\d)-(\d\d)[Tt _](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?\s*([Zz]|[+-]\d\d:?\d\d)?$/;
const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;

/** ISO 8601 with an offset, or seconds since 1970. */
function readTime(input: unknown): Reading {
  if (typeof input === "number") return { value: new Date(input * 1_000) };
  if (typeof input !== "string") return fault("datetime_type", "Input should be a valid datetime");
  const match = TIME.exec(input);
  if (!match)
    return timeFault(
      input.length < 10 ? "input is too short" : "invalid datetime separator or character",
    );
  const [, year, month, day, hour, minute, second = "00", fraction = "", offset] = match;
  const problem =
    dayProblem(year, month, day) ??
    (Number(hour) > 23 ? "hour value is outside expected range of 0-23" : null) ??
    (Number(minute) > 59 ? "minute value is outside expected range of 0-59" : null) ??
    (Number(second) > 59 ? "second value is outside expected range of 0-59" : null);
  if (problem) return timeFault(problem);
  if (offset === undefined) return valueError("appointment_start_datetime must be timezone-aware");
  const zone = /^z$/i.test(offset) ? "Z" : offset.replace(/^(...):?(..)$/, "$1:$2");
  const milliseconds = fraction.padEnd(3, "0").slice(0, 3);
  const value = new Date(
    `${year}-${month}-${day}T${hour}:${minute}:${second}.${milliseconds}${zone}`,
  );
  return Number.isNaN(value.getTime()) ? timeFault("invalid timezone offset") : { value };
}

const timeFault = (error: string): Reading =>
  fault("datetime_from_date_parsing", `Input should be a valid datetime or date, ${error}`, {
    error,
  });

/** A day, as the moment with which it begins in UTC. */
function readDay(input: unknown): Reading {
  const match = typeof input === "string" ? DAY.exec(input) : null;
  const problem = match
    ? dayProblem(match[1], match[2], match[3])
    : "input is not a date like 2030-01-07";
  return problem === null
    ? { value: new Date(`${String(input)}T00:00:00Z`) }
    : fault("date_from_datetime_parsing", `Input should be a valid date or datetime, ${problem}`, {
        error: problem,
      });
}

function dayProblem(year = "", month = "", day = ""): string | null {
  if (Number(month) < 1 || Number(month) > 12)
    return "month value is outside expected range of 1-12";
  const isDay =
    Number(day) >= 1 &&
    Number(day) <= new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return isDay ? null : "day value is outside expected range";
}

const valueError = (message: string): { fault: Fault } =>
  fault("value_error", `Value error, ${message}`, { error: {} });

function fault(type: string, msg: string, ctx?: Record<string, unknown>): { fault: Fault } {
  return { fault: { type, msg, ...(ctx && { ctx }) } };
}

/** A fault of what stands at `loc`, its keys in the order in which the earlier system wrote them. */
export const validationError = (
  { type, msg, ctx }: Fault,
  loc: readonly (string | number)[],
  input: unknown,
): ValidationError => ({ type, loc, msg, input, ...(ctx && { ctx }) });
