import type { Refusal } from "../domain/index.js";
import type { ObjectSchema } from "./json-schema.js";
import { detailed, invalid, notAnObject, toProblem, toValidationErrors } from "./problems.js";
import { readFields } from "./readers.js";
import { missing, type ValidationError } from "./reading.js";

const JSON_TYPE = "application/json";

/**
 * The most characters (UTF-16 code units) of a text that anything looks at, as schema.graphql has it for the
 * same fields: what is longer can't be trimmed to what the domain takes.
 */
export const MAX_CHARACTERS = 1_000;

const utf8 = new TextDecoder("utf-8", { fatal: true });

/**
 * The fields of a request's body, by the schema of that body.
 *
 * @param check what the domain says against the fields that could be read.
 * @throws Problem 400 if it is no text, or one of its texts is far too long, 422 with all the faults of all its fields, in their order.
 */
export function readBody(
  schema: ObjectSchema,
  { body, headers }: { body: unknown; headers: Readonly<Record<string, unknown>> },
  check: (values: Record<string, unknown>) => Refusal[],
): { values: Record<string, unknown>; input: Record<string, unknown> } {
  const input = readObject(body, headers["content-type"]);
  refuseFarTooLong(schema, input);
  const { values, errors } = readFields(schema, input, "body");
  const refused = toValidationErrors(check(values), input);
  const all = [...errors, ...refused];
  if (all.length > 0) throw invalid(inFieldOrder(all, Object.keys(schema.properties)));
  return { values, input };
}

function refuseFarTooLong(schema: ObjectSchema, input: Record<string, unknown>): void {
  for (const [name, { maxLength }] of Object.entries(schema.properties)) {
    const text = input[name];
    if (maxLength === undefined || typeof text !== "string") continue;
    if (text.length <= MAX_CHARACTERS) continue;
    throw toProblem([{ code: "TOO_LONG", path: [name], maximumLength: maxLength }], {}, false);
  }
}

function readObject(body: unknown, contentType: unknown): Record<string, unknown> {
  if (!(body instanceof Buffer) || body.length === 0) throw invalid([missing(["body"], null)]);
  const text = decode(body);
  const type = typeof contentType === "string" ? contentType : JSON_TYPE;
  const isJson = /^application\/([\w.+-]*\+)?json\s*(;|$)/i.test(type);
  const content: unknown = isJson ? parse(text) : text;
  if (typeof content === "object" && content !== null && !Array.isArray(content)) {
    return content as Record<string, unknown>;
  }
  if (content === null) throw invalid([missing(["body"], null)]);
  throw notAnObject(content);
}

function decode(body: Buffer): string {
  try {
    // A byte order mark is not part of it.
    return utf8.decode(body);
  } catch {
    throw detailed(400, "There was an error parsing the body");
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const position = Number(/position (\d+)/.exec(String(error))?.[1] ?? 0);
    throw invalid([
      {
        type: "json_invalid",
        loc: ["body", position],
        msg: "JSON decode error",
        input: {},
        ctx: { error: "Expecting value" },
      },
    ]);
  }
}

function inFieldOrder(errors: ValidationError[], fields: string[]): ValidationError[] {
  const place = ({ loc }: ValidationError) => fields.indexOf(String(loc[1]));
  return errors.sort((one, other) => place(one) - place(other));
}
