import type { Refusal } from "../domain/index.js";
import { readBody } from "./body.js";
import type { ObjectSchema } from "./json-schema.js";
import { invalid } from "./problems.js";
import { readFields } from "./readers.js";

/** The parts of an HTTP request that endpoints read. */
export interface RestRequest {
  params: Readonly<Record<string, unknown>>;
  query: Readonly<Record<string, unknown>>;
  headers: Readonly<Record<string, unknown>>;
  body: unknown;
}

/** The schemas of the parts of a request. */
export interface RequestSchemas {
  params?: ObjectSchema;
  query?: ObjectSchema;
  headers?: ObjectSchema;
  body?: ObjectSchema;
}

/** Values by their names in requests; each has the type of its schema. */
export type Values = Readonly<Record<string, unknown>>;

/**
 * Reads the values that the schemas define.
 *
 * @param check returns the domain's refusals of the valid fields of the body.
 * @returns the values, and the body as it was sent.
 * @throws Problem 422 with all errors; 400 if the body is not UTF-8.
 */
export function readRequest(
  schemas: RequestSchemas,
  request: RestRequest,
  check: (values: Values) => Refusal[],
): { values: Values; body: Values } {
  const parts = (["params", "query", "headers"] as const).map((part) => {
    const schema = schemas[part];
    return schema
      ? readFields(schema, namedBy(schema, request[part]), LOCATIONS[part])
      : { values: {}, errors: [] };
  });
  const errors = parts.flatMap((part) => part.errors);
  if (errors.length > 0) throw invalid(errors);
  const body = schemas.body && readBody(schemas.body, request, check);
  const values = Object.assign({}, ...parts.map((part) => part.values), body?.values) as Values;
  return { values, body: body?.input ?? {} };
}

const LOCATIONS = { params: "path", query: "query", headers: "header" } as const;

/** The values that the schema defines; if one was sent several times, the last. */
function namedBy({ properties }: ObjectSchema, sent: Values): Values {
  const values = Object.keys(properties).map((name) => {
    // Node converts the names of headers to lower case.
    const value = sent[name] ?? sent[name.toLowerCase()];
    return [name, Array.isArray(value) ? (value.at(-1) as unknown) : value];
  });
  return Object.fromEntries(values.filter(([, value]) => value !== undefined)) as Values;
}
