import { isOfType, type ObjectSchema, type Schema } from "./json-schema.js";
import { fault, missing, validationError, type Reading, type ValidationError } from "./reading.js";
import { readDay, readTime } from "./times.js";

const LARGEST_DATABASE_ID = 2_147_483_647;

/** JSON numbers from here on cannot be distinguished from floats, and pydantic rejects floats that large. */
const TOO_LARGE = 2 ** 63;
/** Python's limit for the conversion of strings to integers. */
const MAX_DIGITS = 4_300;

const TRUE_WORDS = new Set(["true", "t", "yes", "y", "on", "1"]);
const FALSE_WORDS = new Set(["false", "f", "no", "n", "off", "0"]);

/**
 * Validates the fields of an object by its schema, as pydantic did for the earlier service: with the same coercions, and
 * all errors at once, in the order of the fields.
 *
 * @param input the object; unknown fields are ignored.
 * @param loc where it was sent: `path`, `query`, `header` or `body`.
 * @returns the values of the valid fields, and the errors of the others.
 */
export function readFields(
  schema: ObjectSchema,
  input: Readonly<Record<string, unknown>>,
  loc: string,
): { values: Record<string, unknown>; errors: ValidationError[] } {
  const values: Record<string, unknown> = {};
  const errors: ValidationError[] = [];
  for (const [name, field] of Object.entries(schema.properties)) {
    const isRequired = schema.required.includes(name);
    const sent = Object.hasOwn(input, name) ? input[name] : undefined;
    const isEmpty = sent === "" && schema.emptyIsAbsent?.includes(name) === true;
    if (sent === undefined || (!isRequired && (sent === null || isEmpty))) {
      if (isRequired) errors.push(missing([loc, name], loc === "body" ? input : null));
      continue;
    }
    const reading = read(field, sent);
    if ("value" in reading) values[name] = reading.value;
    else errors.push(validationError(reading.fault, [loc, name], sent));
  }
  return { values, errors };
}

/** Stands for all ids that no row can have. */
export const NO_ROW = 0;

/** An id that fits the column of the database; NO_ROW for ids that do not. */
export const toDatabaseId = (id: number): number =>
  id > LARGEST_DATABASE_ID || id < 0 ? NO_ROW : id;

/** Validates and coerces a value by the schema of its field. */
export function read(field: Schema, input: unknown): Reading {
  if (isOfType(field, "integer")) return atLeast(readInteger(input), field.exclusiveMinimum);
  if (isOfType(field, "boolean")) return readBoolean(input);
  if (field.format === "date-time") return readTime(input);
  if (field.format === "date") return readDay(input);
  return typeof input === "string"
    ? { value: input }
    : fault("string_type", "Input should be a valid string");
}

const NOT_AN_INTEGER = "Input should be a valid integer";
const TOO_MANY_DIGITS = fault(
  "int_parsing_size",
  "Unable to parse input string as an integer, exceeded maximum size",
);

function readInteger(input: unknown): Reading {
  if (typeof input === "boolean") return { value: Number(input) };
  if (typeof input === "number") return readIntegerNumber(input);
  if (typeof input === "string") return readIntegerText(input.trim());
  return fault("int_type", NOT_AN_INTEGER);
}

function readIntegerNumber(input: number): Reading {
  if (!Number.isFinite(input)) return fault("finite_number", "Input should be a finite number");
  if (!Number.isInteger(input)) {
    return fault("int_from_float", `${NOT_AN_INTEGER}, got a number with a fractional part`);
  }
  return Math.abs(input) < TOO_LARGE ? { value: input + 0 } : TOO_MANY_DIGITS;
}

function readIntegerText(text: string): Reading {
  const [, sign = "", digits] = /^([+-]?)(\d+(?:_\d+)*)(?:\.0+)?$/.exec(text) ?? [];
  if (digits === undefined) {
    return fault("int_parsing", `${NOT_AN_INTEGER}, unable to parse string as an integer`);
  }
  const number = digits.replaceAll("_", "").replace(/^0+(?=\d)/, "");
  return number.length > MAX_DIGITS ? TOO_MANY_DIGITS : { value: Number(`${sign}${number}`) + 0 };
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
  const isWord = typeof input === "string" || Number.isSafeInteger(input);
  if (!isWord) return fault("bool_type", message);
  const word = String(input).toLowerCase();
  if (TRUE_WORDS.has(word)) return { value: true };
  if (FALSE_WORDS.has(word)) return { value: false };
  return fault("bool_parsing", `${message}, unable to interpret input`);
}
