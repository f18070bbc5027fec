import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { object, type Schema } from "../../src/rest/json-schema.js";
import { read, readFields } from "../../src/rest/readers.js";
import recorded from "./pydantic.json" with { type: "json" };

/** What pydantic said of a value of JSON, recorded from the version that the file names. */
interface Recorded {
  json: string;
  value?: unknown;
  /** Of a time with an offset: whole seconds since 1970. */
  seconds?: number;
  /** Of a time without one. */
  naive?: string;
  type?: string;
  msg?: string;
}

const integer: Schema = { type: "integer" };
const boolean: Schema = { type: "boolean" };
const time: Schema = { type: "string", format: "date-time" };
const day: Schema = { type: "string", format: "date" };

const NO_OFFSET = {
  type: "value_error",
  msg: "Value error, appointment_start_datetime must be timezone-aware",
  ctx: { error: {} },
};

/** The reading in the form of the recording. */
function readingOf(schema: Schema, input: unknown): Omit<Recorded, "json"> {
  const reading = read(schema, input);
  if ("value" in reading) {
    const { value } = reading;
    if (value instanceof Date) return { seconds: Math.floor(value.getTime() / 1_000) };
    return { value: typeof value === "number" ? String(value) : value };
  }
  const { type, msg } = reading.fault;
  return { type, msg };
}

describe("a value is read as pydantic reads it:", () => {
  const cases = (rows: Recorded[]) => rows.map((row) => [row.json, row] as const);

  it.for(cases(recorded.integer))("the integer %s", ([json, { value, type, msg }]) => {
    const expected = type === undefined ? { value: String(Number(value)) } : { type, msg };
    expect(readingOf(integer, JSON.parse(json))).toEqual(expected);
  });

  it.for(cases(recorded.boolean))("the boolean %s", ([json, { value, type, msg }]) => {
    expect(readingOf(boolean, JSON.parse(json))).toEqual(
      type === undefined ? { value } : { type, msg },
    );
  });

  it.for(cases(recorded["date-time"]))("the time %s", ([json, { seconds, naive, type, msg }]) => {
    const { type: error, msg: message } = NO_OFFSET;
    const expected =
      naive === undefined
        ? type === undefined
          ? { seconds }
          : { type, msg }
        : { type: error, msg: message };
    expect(readingOf(time, JSON.parse(json))).toEqual(expected);
  });
});

/** Fields of each kind, as they stand in bodies. */
const EVERYTHING = object(
  {
    integer,
    boolean,
    time,
    day,
    text: { type: "string" },
    id: { ...integer, exclusiveMinimum: 0 },
  },
  { optional: ["boolean"] },
);

/** What stands in JSON, with all that is odd about numbers, texts and keys. */
const oddNumber = fc.constantFrom(
  "1e400",
  "-1e400",
  "1e-400",
  "-0",
  "0.1",
  "9007199254740993",
  "9223372036854775807",
  "9223372036854775808",
  "1e19",
  "2147483648",
  "1E5",
  "20000000001",
  "253402300800000",
);
const oddText = fc.constantFrom(
  "\\u0000",
  "\\ud83d",
  "\\u202e",
  "9".repeat(101),
  "x".repeat(5_000),
  "\\ufeff1",
);
const oddJson = fc.oneof(
  fc.json({ maxDepth: 3 }),
  oddNumber,
  oddText.map((text) => `"${text}"`),
  fc
    .tuple(fc.string(), fc.constantFrom("T", " ", "+", "Z", ".", "-"))
    .map((parts) => JSON.stringify(parts.join(""))),
);

const typeOf = (reading: ReturnType<typeof read>) =>
  "fault" in reading ? reading.fault.type : null;

describe("any input", () => {
  it("is read or refused field by field, in order", () => {
    const names = Object.keys(EVERYTHING.properties);
    const body = fc.array(fc.tuple(fc.constantFrom(...names, "__proto__", "constructor"), oddJson));
    fc.assert(
      fc.property(body, (fields) => {
        const json = `{${fields.map(([name, value]) => `"${name}":${value}`).join(",")}}`;
        const input = JSON.parse(json) as Record<string, unknown>;
        const { values, errors } = readFields(EVERYTHING, input, "body");
        const refused = errors.map(({ loc }) => String(loc[1]));
        expect(refused).toEqual(names.filter((name) => refused.includes(name)));
        for (const [name, schema] of Object.entries(EVERYTHING.properties)) {
          const isSent = Object.hasOwn(input, name);
          const isAbsent = !isSent || (name === "boolean" && input[name] === null);
          if (isAbsent)
            expect([name in values, refused.includes(name)]).toEqual([false, name !== "boolean"]);
          else expect([name in values, refused.includes(name)].sort()).toEqual([false, true]);
          if (isSent && !isAbsent && name in values)
            expect(values[name]).toEqual((read(schema, input[name]) as { value: unknown }).value);
        }
        for (const error of errors) expect(JSON.stringify(error)).not.toBe("");
      }),
      { numRuns: 3_000 },
    );
  });

  it("is an integer exactly if it is one for a reader of digits", () => {
    const sign = fc.constantFrom("", "+", "-");
    const space = fc.constantFrom("", " ", "\t\n");
    const digits = fc.stringMatching(/^[0-9_]{1,30}$/);
    const rest = fc.constantFrom("", "", ".0", ".00", ".", ".5", "e1", "x", "\u0000");
    fc.assert(
      fc.property(space, sign, digits, rest, (before, minus, text, after) => {
        const isOne = !/^_|__|_$/.test(text) && /^(\.0+)?$/.test(after);
        const reading = read(integer, `${before}${minus}${text}${after}${before}`);
        const number = () => Number(BigInt(text.replaceAll("_", "")) * (minus === "-" ? -1n : 1n));
        const expected = isOne ? { value: number() } : { fault: { type: "int_parsing" } };
        expect(reading).toMatchObject(expected);
      }),
      { numRuns: 3_000 },
    );
  });

  it("is a time exactly if it is one on the calendar, and then the instant that it names", () => {
    const two = (most: number) => fc.integer({ min: 0, max: most });
    const zone = fc.oneof(
      fc.constantFrom("", "Z", "z"),
      fc.tuple(fc.constantFrom("+", "-"), two(26), fc.constantFrom(":", ""), two(62)),
    );
    const parts = fc.tuple(
      fc.integer({ min: 0, max: 10_001 }),
      two(14),
      two(33),
      two(25),
      two(61),
      two(61),
    );
    const between = fc.constantFrom("T", "t", " ", "_");
    const part = fc.option(fc.stringMatching(/^\d{1,12}$/), { nil: undefined });
    fc.assert(
      fc.property(parts, between, part, zone, (numbers, separator, fraction, offset) => {
        const [year, month, day, hour, minute, second] = numbers;
        const pad = (number: number) => String(number).padStart(2, "0");
        const date = `${String(year).padStart(4, "0")}-${pad(month)}-${pad(day)}`;
        const clock = `${pad(hour)}:${pad(minute)}:${pad(second)}${fraction === undefined ? "" : `.${fraction}`}`;
        const suffix =
          typeof offset === "string"
            ? offset
            : `${offset[0]}${pad(offset[1])}${offset[2]}${pad(offset[3])}`;
        const [sign, hours, , minutes] = typeof offset === "string" ? ["+", 0, "", 0] : offset;
        // The calendar that Date has, in a cycle of 400 years in which it knows all years by four digits.
        const moment = new Date(
          Date.UTC(2_000 + (year % 400), month - 1, day, hour, minute, second),
        );
        const isOnCalendar =
          year >= 1 &&
          year <= 9_999 &&
          hour < 24 &&
          minute < 60 &&
          second < 60 &&
          moment.getUTCMonth() === month - 1 &&
          moment.getUTCDate() === day &&
          hours < 24 &&
          minutes < 60;
        const reading = read(time, `${date}${separator}${clock}${suffix}`);
        const cycles = Math.floor(year / 400) - 5;
        const local = moment.getTime() + cycles * 146_097 * 86_400_000;
        const shift = (sign === "-" ? -1 : 1) * (hours * 60 + minutes) * 60_000;
        const milliseconds = Number((fraction ?? "0").padEnd(3, "0").slice(0, 3));
        if (!isOnCalendar) expect(typeOf(reading)).toMatch(/^datetime_(from_date_)?parsing$/);
        else if (suffix === "") expect(reading).toMatchObject({ fault: NO_OFFSET });
        else expect(reading).toEqual({ value: new Date(local - shift + milliseconds) });
      }),
      { numRuns: 5_000 },
    );
  });

  it("is a day exactly if it is one on the calendar", () => {
    const number = (most: number) => fc.integer({ min: 0, max: most });
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_001 }),
        number(14),
        number(33),
        (year, month, date) => {
          const pad = (value: number) => String(value).padStart(2, "0");
          const text = `${String(year).padStart(4, "0")}-${pad(month)}-${pad(date)}`;
          const moment = new Date(`${text}T00:00:00Z`);
          const isDay =
            year >= 1 &&
            year <= 9_999 &&
            !Number.isNaN(moment.getTime()) &&
            moment.getUTCDate() === date;
          const reading = read(day, text);
          if (isDay) expect(reading).toEqual({ value: moment });
          else expect(reading).toMatchObject({ fault: { type: "date_from_datetime_parsing" } });
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it("is a number of milliseconds or seconds, or out of the years 1 to 9999", () => {
    fc.assert(
      fc.property(fc.oneof(fc.double(), fc.integer(), fc.maxSafeInteger()), (number) => {
        const milliseconds = Math.abs(number) > 20_000_000_000 ? number : number * 1_000;
        const year = new Date(Math.floor(milliseconds)).getUTCFullYear();
        const reading = Number.isNaN(number) ? null : read(time, number);
        if (year >= 1 && year <= 9_999)
          expect(reading).toEqual({ value: new Date(Math.floor(milliseconds)) });
        else if (reading) expect(reading).toMatchObject({ fault: { type: "datetime_parsing" } });
      }),
      { numRuns: 3_000 },
    );
  });
});
