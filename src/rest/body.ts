import type { Refusal } from "../domain/index.js";
import type { ObjectSchema } from "./json-schema.js";
import { detailed, invalid, notAnObject, toProblem, toValidationErrors } from "./problems.js";
import { readFields } from "./readers.js";
import { missing, type ValidationError } from "./reading.js";

const JSON_TYPE = "application/json";

/**
 * The maximum length (in UTF-16 code units) of a string that is processed at all, as in schema.graphql for the same fields.
 * Longer strings are refused even if trimming would make them valid.
 */
export const MAX_CHARACTERS = 1_000;

const utf8 = new TextDecoder("utf-8", { fatal: true });

/**
 * Reads the fields of a request body by its schema.
 *
 * @param check returns the domain's refusals of the valid fields.
 * @throws Problem 400 if the body is not UTF-8 or a string in it is far too long; 422 with the errors of all fields, in the
 *   order of the fields.
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
    // The decoder removes a byte order mark.
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
