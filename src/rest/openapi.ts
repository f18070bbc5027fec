import { ServiceUnavailable, type Refusal } from "../domain/index.js";
import type { HttpProblem } from "../common/http-problem.js";
import * as policyProblems from "../common/policy-problems.js";
import { projectVersion } from "../common/project-root.js";
import type { ObjectSchema, Schema } from "./json-schema.js";
import { faultProblem, invalid, Problem, toProblem } from "./problems.js";
import { readFields } from "./readers.js";
import type { ValidationError } from "./reading.js";
import { ROUTES, type Route } from "./routes.js";
import * as schemas from "./schemas.js";
import type { NodeId } from "./successors.js";

const DESCRIPTION = `The endpoints of the earlier REST service, for callers who move to GraphQL one
call at a time.

**Moving to GraphQL.** Each response to a valid request has a \`Link\` header (\`rel="successor-version"\`)
with the GraphQL operation that returns the same data, and the variables of this request. This document
shows the operation of each endpoint, too. To run it,

* send its \`query\` and \`variables\` to \`/graphql\` by POST, as the members of a JSON object, or
* if it is a query, follow the link on this server (here \`$SERVER\`) with GET and the header \`Apollo-Require-Preflight: true\`, which
  browsers send to no other origin unasked:
  \`curl -g -H 'Apollo-Require-Preflight: true' "$SERVER/graphql?query=…&variables=…"\`

If this server exposes its explorer, \`/graphiql?query=…&variables=…\` opens the operation there. A link
omits variables that would be longer than 2 KiB; they have the values of the request. It also omits an id that no row
can have, such as 0, because GraphQL has no id for it.

\`databaseId\` in GraphQL is the \`id\` of these endpoints. GraphQL returns lists in pages: while \`hasNextPage\` is
true, send \`pageInfo.endCursor\` as the variable \`after\`.

**Times** are UTC without an offset in responses, and must have an offset in requests. A number means
seconds since 1970, or milliseconds (\`Date.now()\`) if it is above 20,000,000,000.

**Safe retries.** \`POST /appointments\` takes an \`Idempotency-Key\` header: for 24 hours, a repeat with the same
key returns the same appointment.

**Cancelled appointments** are not returned.

**Differences from the earlier service**, on purpose:

* blank names, specialties and phone numbers are refused (422), as are control characters and broken
  Unicode in any text;
* leading and trailing spaces of strings are removed;
* names and specialties of more than 100 characters, and phone numbers of more than 10, are refused (400);
* a string of more than 1,000 characters is refused (400) before any other error of the body is reported;
* a body of more than 64 KiB (65,536 bytes) is refused (413);
* a \`date\` that is not a day like \`2030-01-07\` is refused (422), except that an empty \`date\` of
  \`GET /appointments\` means any day; an empty \`doctor_id\` or \`patient_id\` is refused, as before.`;

export interface OpenApiOptions {
  /** Makes the GraphQL ids of the examples. */
  nodeId: NodeId;
  /** Whether requests without credentials are refused. */
  requiresCredentials: boolean;
}

/** The OpenAPI document of all endpoints. */
export function makeOpenApi({ nodeId, requiresCredentials }: OpenApiOptions): object {
  return {
    openapi: "3.1.0",
    info: {
      title: "Patient Encounter System",
      version: projectVersion,
      description: DESCRIPTION,
      license: { name: "MIT", identifier: "MIT" },
    },
    security: requiresCredentials ? SECURITY : [],
    servers: [{ url: "/", description: "The server that serves this document" }],
    tags: [
      { name: "patients", description: "The patients of the clinic" },
      { name: "doctors", description: "The doctors of the clinic" },
      { name: "appointments", description: "The appointments of patients with doctors" },
    ],
    paths: pathsOf(nodeId, requiresCredentials ? [UNAUTHENTICATED] : []),
    components: {
      schemas: componentsOf(),
      headers: HEADERS,
      ...(requiresCredentials && { securitySchemes: SECURITY_SCHEMES }),
    },
  };
}

/** How a request says who sends it. */
const SECURITY_SCHEMES = {
  bearer: {
    type: "http",
    scheme: "bearer",
    description: "An access token of the issuer, or an API key (pes_…)",
  },
  apiKey: { type: "apiKey", in: "header", name: "X-API-Key", description: "An API key (pes_…)" },
};

const SECURITY = Object.keys(SECURITY_SCHEMES).map((name) => ({ [name]: [] }));

/** @param more problems that each endpoint can answer with. */
function pathsOf(nodeId: NodeId, more: readonly NamedProblem[]): Record<string, object> {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of ROUTES) {
    const path = route.url.replaceAll(/:(\w+)/g, "{$1}");
    paths[path] = {
      ...paths[path],
      [route.method.toLowerCase()]: operationOf(route, nodeId, more),
    };
  }
  return paths;
}

/** A route with its parameters, its body, and examples of all its responses. */
function operationOf(route: Route, nodeId: NodeId, more: readonly NamedProblem[]): object {
  const { summary, tag, body } = route;
  return {
    operationId: operationIdOf(route),
    summary,
    description: describe(route, nodeId),
    tags: [tag],
    ...(parametersOf(route).length > 0 && { parameters: parametersOf(route) }),
    ...(body && { requestBody: { required: true, content: contentOf(body) } }),
    responses: { [route.status]: successOf(route), ...problemsOf(route, more) },
  };
}

/** For example `getPatientsPatientId`. Generated clients have methods with these names, so they must not change. */
const operationIdOf = ({ method, url }: Route): string =>
  method.toLowerCase() +
  url.replaceAll(/[/:_-]+(\w)/g, (_, letter: string) => letter.toUpperCase());

function describe(route: Route, nodeId: NodeId): string {
  const variables = JSON.stringify(route.variablesOf(exampleValues(route), nodeId), null, 2);
  return [
    ...(route.moving ? [route.moving] : []),
    `In GraphQL:`,
    `\`\`\`graphql\n${route.graphql}\n\`\`\``,
    `with the variables`,
    `\`\`\`json\n${variables}\n\`\`\``,
  ].join("\n\n");
}

/** The values of a request with the examples of all fields. */
function exampleValues({ params, query, headers, body }: Route): Record<string, unknown> {
  const parts = [params, query, headers, body].map((schema) =>
    schema ? readFields(schema, exampleOf(schema) as Record<string, unknown>, "body").values : {},
  );
  return Object.assign({}, ...parts) as Record<string, unknown>;
}

/** A value of the schema, built from the examples of its fields. */
function exampleOf({ items, properties, examples }: Schema): unknown {
  if (items) return [exampleOf(items)];
  if (properties) {
    const fields = Object.entries(properties);
    return Object.fromEntries(fields.map(([name, field]) => [name, exampleOf(field)]));
  }
  return examples?.[0];
}

function parametersOf({ params, query, headers }: Route): object[] {
  return [
    ...parametersIn("path", params),
    ...parametersIn("query", query),
    ...parametersIn("header", headers),
  ];
}

function parametersIn(place: "path" | "query" | "header", schema?: ObjectSchema): object[] {
  if (!schema) return [];
  return Object.entries(schema.properties).map(([name, { description, ...field }]) => ({
    name,
    in: place,
    required: schema.required.includes(name),
    ...(description !== undefined && { description }),
    ...(schema.emptyIsAbsent?.includes(name) && { allowEmptyValue: true }),
    schema: field,
  }));
}

const contentOf = (schema: Schema): object => ({
  "application/json": { schema: referenceTo(schema), example: exampleOf(schema) },
});

const successOf = ({ answer }: Route): object => ({
  description: "Done",
  headers: referencesTo("Link", "X-Request-Id", "Deprecation", "Sunset"),
  ...(answer && { content: contentOf(answer) }),
});

const DESCRIPTIONS: Record<number, string> = {
  400: "A value is too long, another patient has the email address, or the body is not UTF-8",
  401: "The credentials are missing, or not valid here",
  403: "The request may change something, and comes from a page of another origin",
  404: "Not found",
  409: "A rule forbids it",
  413: "The body is larger than 64 KiB (65,536 bytes)",
  415: "The body is compressed, or not JSON in UTF-8",
  421: "The server does not accept the name in the Host header",
  422: "A value is invalid, or a rule forbids it",
  500: "A server error; the header X-Request-Id identifies it in the log",
  503: "The service is busy, or its database is unreachable: nothing was written, try again",
};

/** The example bodies of one status, by name. */
type Examples = Record<string, { value: unknown }>;

function problemsOf(route: Route, more: readonly NamedProblem[]): Record<number, object> {
  const byStatus = new Map<number, Examples>();
  for (const [name, problem] of [...examplesOf(route), ...more]) {
    const examples = byStatus.get(problem.status) ?? {};
    examples[name] = { value: JSON.parse(problem.toJson()) as unknown };
    byStatus.set(problem.status, examples);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, examples]) => {
      const schema = referenceTo(status === 422 ? schemas.ValidationErrors : schemas.Detail);
      const headers = referencesTo("X-Request-Id", ...(status === 503 ? ["Retry-After"] : []));
      const content = { "application/json": { schema, examples } };
      return [status, { description: DESCRIPTIONS[status], headers, content }];
    }),
  );
}

type NamedProblem = [name: string, problem: Problem];

function examplesOf(route: Route): NamedProblem[] {
  const unreadable = unreadableOf(route);
  return [
    ...(unreadable ? [["UNREADABLE", unreadable] as NamedProblem] : []),
    ...route.refusals.map((refusal) => refused(route, refusal)),
    ...(route.body ? [UNDECODABLE] : []),
    ...(route.method === "GET" ? [] : WRITE_PROBLEMS),
    HOST_PROBLEM,
    ["FAULT", faultProblem(new Error())],
    ["UNAVAILABLE", faultProblem(new ServiceUnavailable())],
  ];
}

const UNAUTHENTICATED: NamedProblem = [
  "UNAUTHENTICATED",
  new Problem(401, { detail: "Not authenticated" }),
];

const UNDECODABLE: NamedProblem = ["UNDECODABLE", faultProblem({ statusCode: 400 })];

/** As src/http answers it. */
const ofPolicy = (name: keyof typeof policyProblems): NamedProblem => {
  const { statusCode, message, code }: HttpProblem = policyProblems[name];
  return [name, new Problem(statusCode, { detail: message, code })];
};

const HOST_PROBLEM = ofPolicy("HOST_NOT_ALLOWED");

/** The problems of all requests that may change something, with any body, even if the endpoint reads none. */
const WRITE_PROBLEMS: readonly NamedProblem[] = [
  ofPolicy("ORIGIN_NOT_ALLOWED"),
  ["TOO_LARGE", faultProblem({ statusCode: 413 })],
  ofPolicy("COMPRESSED"),
  ofPolicy("NOT_JSON"),
  ofPolicy("NOT_UTF8"),
];

function refused({ body }: Route, refusal: Refusal): NamedProblem {
  const input = body ? (exampleOf(body) as Record<string, unknown>) : {};
  const name = [refusal.code, ...(body ? [refusal.path.at(-1)] : [])].join(" ");
  return [name, toProblem([refusal], input, body !== undefined)];
}

/** The response to a request in which every field is missing or not a number. */
function unreadableOf({ params, query, body }: Route): Problem | null {
  const unreadable = (schema: ObjectSchema | undefined, loc: string): ValidationError[] => {
    const names = loc === "body" ? [] : Object.keys(schema?.properties ?? {});
    const sent = Object.fromEntries(names.map((name) => [name, "x"]));
    return schema ? readFields(schema, sent, loc).errors : [];
  };
  const errors = [
    ...unreadable(params, "path"),
    ...unreadable(query, "query"),
    ...unreadable(body, "body"),
  ];
  return errors.length > 0 ? invalid(errors) : null;
}

/** The named schemas, which are in the components of the document. */
const NAMED: readonly Schema[] = Object.values(schemas).filter(({ $id }) => $id !== undefined);

function componentsOf(): Record<string, object> {
  const components = NAMED.map(({ $id = "", ...schema }) => [$id, withReferences(schema)] as const);
  return Object.fromEntries(components);
}

/** The schema, with named schemas replaced by references. */
function referenceTo(schema: Schema): object {
  return schema.$id === undefined
    ? withReferences(schema)
    : { $ref: `#/components/schemas/${schema.$id}` };
}

const withReferences = (schema: Schema): object => ({
  ...schema,
  ...(schema.items && { items: referenceTo(schema.items) }),
  ...(schema.properties && {
    properties: Object.fromEntries(
      Object.entries(schema.properties).map(([name, field]) => [name, referenceTo(field)]),
    ),
  }),
});

const header = (description: string, schema: Schema = { type: "string" }): object => ({
  description,
  schema,
});

const HEADERS = {
  Link: header("The GraphQL operation that returns the same data, with its variables"),
  "X-Request-Id": header("Identifies this request in the server's log"),
  "Retry-After": header("The number of seconds to wait before trying again", { type: "integer" }),
  Deprecation: header(
    "The date since which the endpoint is deprecated (RFC 9745); missing if it is not",
  ),
  Sunset: header(
    "The date when the endpoint will be removed (RFC 8594); missing if it is not decided",
  ),
};

const referencesTo = (...names: string[]): object =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
