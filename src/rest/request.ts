import type { Refusal } from "../domain/index.js";
import { readBody } from "./body.js";
import type { ObjectSchema } from "./json-schema.js";
import { invalid } from "./problems.js";
import { readFields } from "./readers.js";

/** What is read of an HTTP request. */
export interface RestRequest {
  params: Readonly<Record<string, unknown>>;
  query: Readonly<Record<string, unknown>>;
  headers: Readonly<Record<string, unknown>>;
  body: unknown;
}

/** Where a request has values, and by which schemas they are read. */
export interface RequestSchemas {
  params?: ObjectSchema;
  query?: ObjectSchema;
  headers?: ObjectSchema;
  body?: ObjectSchema;
}

/** Values by the names that they have in requests; each is of the type that its schema says. */
export type Values = Readonly<Record<string, unknown>>;

/**
 * Reads all that the schemas name.
 *
 * @param check what the domain says against the fields of the body that could be read.
 * @returns the values, and the body as it was sent.
 * @throws Problem 422 with all the faults, 400 if the body is no text.
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

/** The values that the schema names; of one that was sent several times, the last. */
function namedBy({ properties }: ObjectSchema, given: Values): Values {
  const values = Object.keys(properties).map((name) => {
    // Node writes the names of headers in lower case.
    const value = given[name] ?? given[name.toLowerCase()];
    return [name, Array.isArray(value) ? (value.at(-1) as unknown) : value];
  });
  return Object.fromEntries(values.filter(([, value]) => value !== undefined)) as Values;
}
