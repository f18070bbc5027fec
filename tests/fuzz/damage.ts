import type { Choices } from "./choices.js";

/** A request as it goes to the server. */
export interface RandomRequest {
  method: string;
  /** With its query string, as it is sent. */
  url: string;
  headers: Record<string, string>;
  body?: Buffer;
}

/** Texts that have made trouble somewhere. */
export const ODD_TEXTS = [
  "",
  " ",
  "\u0000",
  "\ud800",
  "\u202Eabc",
  "\u200B",
  "e\u0301".repeat(60),
  "👩‍👩‍👧‍👦".repeat(20),
  "ß İ ı ø ł",
  "%",
  "%_\\'\"`;--",
  "O'Neil’s",
  "0000-00-00T00:00:00Z",
  "9999-12-31T23:59:59-14:00",
  "0000-01-01T00:00:00+14:00",
  "2030-02-30T25:61:61Z",
  "-1",
  "1e400",
  "null",
  "undefined",
  "NaN",
  "[object Object]",
  "__proto__",
  "a@b",
  "a@" + "b".repeat(300) + ".c",
  "用户@例子.广告",
  "x".repeat(300),
  "字".repeat(3_000),
  "word ".repeat(500),
];

/** Values of every kind of JSON. */
export const ODD_VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  2 ** 31,
  1e300,
  [],
  [null],
  [[[]]],
  {},
  { id: null },
  { __typename: "Patient" },
  Array.from({ length: 2_000 }, () => "BOOKED"),
  ...ODD_TEXTS,
];

const TOKEN = /[_A-Za-z]\w*|"(?:[^"\\]|\\.)*"|\.\.\.|-?\d+(?:\.\d+)?|\S/g;

const OTHER_TOKENS = [
  "null",
  "true",
  "0",
  "-1",
  "2147483648",
  "1e400",
  '""',
  '"x"',
  '"""',
  '"\\u{110000}"',
  "$v0",
  "$missing",
  "{",
  "}",
  "(",
  ")",
  "[]",
  "{}",
  ":",
  "...",
  "on",
  "fragment",
  "query",
  "mutation",
  "subscription",
  "@include(if: null)",
  "@skip",
  "@unknown(x: 1)",
  "__typename",
  "__schema { types { name } }",
  "input: null",
  "first: null",
  "ENUM",
  "\\",
  "\u0000",
  "“",
  "n".repeat(500),
];

/** A document with up to three of its tokens missing, doubled, moved, or replaced. */
export function damageTokens(choices: Choices, text: string): string {
  const tokens = text.match(TOKEN) ?? [];
  for (let count = choices.upTo(2); count >= 0 && tokens.length > 0; count -= 1) {
    const place = choices.upTo(tokens.length - 1);
    const token = tokens[place] ?? "";
    const changed = [[], [token, token], [choices.pick(OTHER_TOKENS)], [choices.pick(tokens)]];
    tokens.splice(place, 1, ...choices.pick(changed));
  }
  return tokens.join(" ");
}

/** JSON with some of its values replaced, left out, or doubled. */
export function damageValue(choices: Choices, value: unknown): unknown {
  if (choices.chance(15)) return choices.pick(ODD_VALUES);
  if (Array.isArray(value)) {
    const items = value.map((item) => damageValue(choices, item));
    return choices.chance(10) ? [...items, ...items] : items;
  }
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value)
    .filter(() => !choices.chance(8))
    .map(([name, item]) => [name, damageValue(choices, item)] as const);
  if (choices.chance(5)) entries.push([choices.pick(ODD_TEXTS), choices.pick(ODD_VALUES)]);
  return Object.fromEntries(entries);
}

/** A text as bytes, now and then not those of the text, or of any. */
export function damageBytes(choices: Choices, text: string): Buffer {
  const bytes = Buffer.from(text);
  if (!choices.chance(6)) return bytes;
  const place = choices.upTo(bytes.length);
  const [start, end] = [bytes.subarray(0, place), bytes.subarray(place)];
  return choices.pick([
    start,
    Buffer.concat([start, Buffer.from([0xff, 0xc0, 0x80]), end]),
    Buffer.concat([Buffer.from("\uFEFF"), bytes]),
    Buffer.from(text, "utf16le"),
    Buffer.concat([start, Buffer.from("[".repeat(5_000)), end]),
    Buffer.concat([start, Buffer.from("1e999"), end]),
    Buffer.concat([start, end, end]),
    Buffer.alloc(0),
  ]);
}

/** A content type that is JSON in most cases. */
export function contentType(choices: Choices): Record<string, string> {
  if (choices.chance(92)) return { "content-type": "application/json" };
  const type = choices.pick(CONTENT_TYPES);
  return type === null ? {} : { "content-type": type };
}

const CONTENT_TYPES = [
  null,
  "",
  "application/json; charset=utf-8",
  "APPLICATION/JSON",
  "application/json; charset=latin1",
  "application/graphql",
  "application/graphql-response+json",
  "application/problem+json",
  "application/x-www-form-urlencoded",
  "multipart/form-data; boundary=x",
  "multipart/form-data",
  "text/plain",
  "text/html; charset=",
  "application/json, text/plain",
  "json",
  ";",
];
