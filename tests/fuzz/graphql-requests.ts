import { createHash } from "node:crypto";
import type { GraphQLSchema } from "graphql";
import type { Choices } from "./choices.js";
import {
  contentType,
  damageBytes,
  damageTokens,
  damageValue,
  ODD_TEXTS,
  ODD_VALUES,
  type RandomRequest,
} from "./damage.js";
import { randomOperation, type RandomOperation } from "./documents.js";
import type { Pool } from "./values.js";

type Body = Record<string, unknown>;

/** A request to /graphql: valid, nearly valid, or broken anywhere between the document and the bytes. */
export function randomGraphqlRequest(
  choices: Choices,
  schema: GraphQLSchema,
  pool: Pool,
): RandomRequest {
  const body = bodyOf(choices, operationOf(choices, schema, pool));
  const headers = { ...contentType(choices), ...otherHeaders(choices) };
  const form = choices.upTo(99);
  if (form < 85) return post(choices, headers, body);
  if (form < 95) return get(choices, headers, body);
  return post(choices, headers, choices.pick([[body], [body, body], [], ...ODD_VALUES]));
}

function operationOf(choices: Choices, schema: GraphQLSchema, pool: Pool): RandomOperation {
  const kind = choices.upTo(99);
  if (kind >= 80) return special(choices);
  const operation =
    kind < 60
      ? randomOperation(choices, schema, pool)
      : randomOperation(choices, schema, { ...pool, EmailAddress: newEmails(pool) }, "mutation");
  return {
    ...operation,
    query: choices.chance(35) ? damageTokens(choices, operation.query) : operation.query,
    variables: choices.chance(25)
      ? (damageValue(choices, operation.variables) as Body)
      : operation.variables,
  };
}

const newEmails = ({ newEmail }: Pool) => newEmail ?? { good: [], bad: [] };

/** A document that no schema leads to. */
function special(choices: Choices): RandomOperation {
  const variables = (count: number, type: string) =>
    Array.from({ length: count }, (_, index) => `$v${index}: ${type}`).join(", ");
  const given = (count: number, value: unknown) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`v${index}`, value]));
  const size = 1 + choices.upTo(choices.pick([3, 60, 700]));
  const odd = choices.pick(ODD_TEXTS);
  const value = choices.pick(ODD_VALUES);
  const [query, variableValues = {}] = choices.pick<[string, Body?]>([
    ["subscription { x }"],
    ["subscription S($v0: ID!) { patient(id: $v0) { id } }", { v0: value }],
    ["query One($v0: Int) { doctors(first: $v0) { totalCount } }", { v0: choices.pick([null, 1]) }],
    ["query One($v0: PatientOrder) { patients(orderBy: $v0) { totalCount } }", { v0: null }],
    ["query One($v0: Boolean) { doctors @include(if: $v0) { totalCount } }", { v0: null }],
    ["query One($v0: Boolean = true) { doctors @skip(if: $v0) { totalCount } }", { v0: null }],
    ["query One($v0: Boolean = true) { doctors { nodes { id @skip(if: $v0) } } }", { v0: null }],
    [`query One(${variables(size, "ID!")}) { nodes(ids: [$v0]) { id } }`, given(size, value)],
    [
      `query One($v0: [AppointmentStatus!]) { appointments(filter: {status: $v0}) { totalCount } }`,
      { v0: Array.from({ length: size }, () => value) },
    ],
    [
      `query One($v0: [ID!]!) { nodes(ids: $v0) { id } }`,
      { v0: Array.from({ length: size }, () => value) },
    ],
    [`{ doctors @unknown(x: ${JSON.stringify(odd)}) { totalCount } }`],
    [`{ patients(search: ${JSON.stringify(odd)}) { totalCount nodes { id } } }`],
    [`query One($v0: String) { patients(search: $v0) { totalCount nodes { id } } }`, { v0: odd }],
    [
      `query One($v0: DateTime) { appointments(filter: {startsBefore: $v0}) { totalCount } }`,
      { v0: odd },
    ],
    [
      `query One($v0: DateTime) { appointments(filter: {startsFrom: $v0}) { totalCount } }`,
      { v0: value },
    ],
    [`query One($v0: EmailAddress!) { patient(by: {email: $v0}) { id } }`, { v0: odd }],
    [
      `query One($v0: String) { doctors(filter: {name: $v0, specialty: $v0}, after: $v0) { totalCount } }`,
      { v0: odd },
    ],
    [
      `{ doctors(first: ${choices.pick(["1e400", "1.5", "99999999999999999999", "-0", "null"])}) { totalCount } }`,
    ],
    [
      `{ ${"doctors { nodes { appointments { nodes { doctor { ".repeat(size)}${"} ".repeat(size * 5)}}`,
    ],
    [`{ ${"... { ".repeat(size)} __typename ${"} ".repeat(size)}}`],
    [`{ ${"n".repeat(size * 20)} }`],
    [`{ ${Array.from({ length: size }, (_, index) => `a${index}: __typename`).join(" ")} }`],
    [
      `{ ${Array.from({ length: size }, (_, index) => `a${index}: node(id: "x") { id }`).join(" ")} }`,
    ],
    [Array.from({ length: size }, (_, index) => `query Q${index} { __typename }`).join(" ")],
    [
      `{ patients(search: "${"[".repeat(size)}") { totalCount } appointments(filter: ${"[".repeat(size)}${"]".repeat(size)}) { totalCount } }`,
    ],
    ["{ ...F } fragment F on Query { ...F }"],
    ["{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }"],
    ["fragment F on Query { __typename }"],
    ["type Query { x: Int }"],
    ["{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }"],
    ["query One($v0: Patient) { __typename }", { v0: {} }],
    ["query One($v0: Int, $v0: Int) { __typename }", { v0: 1 }],
    ["{ doctors @include(if: true) @include(if: false) { totalCount } }"],
    ["query One @skip(if: true) { __typename }"],
    ["{ doctors { ... @defer { totalCount } } }"],
    ["mutation { __typename }"],
    ["mutation One { a: __typename registerPatient(input: {}) { patient { id } } }"],
    ["#"],
    [odd],
    [`${odd} { __typename }`],
  ]);
  return { query, variables: variableValues, operationNames: ["One"] };
}

function bodyOf(choices: Choices, operation: RandomOperation): Body {
  const { query, variables, operationNames } = operation;
  const [name] = operationNames;
  const body: Body = { query, variables, operationName: name };
  if (choices.chance(40)) delete body["operationName"];
  if (choices.chance(5)) body["operationName"] = choices.pick(["Missing", "", null, 5, {}]);
  if (choices.chance(4)) body["variables"] = choices.pick(["{}", "x", [], [{}], null, 5, true]);
  if (choices.chance(8)) body["extensions"] = extensionsOf(choices, query);
  if (choices.chance(3))
    body["documentId"] = choices.pick([hashOf(query), "sha256:", ...ODD_VALUES]);
  if (choices.chance(4)) delete body["query"];
  if (choices.chance(2)) body["query"] = choices.pick(ODD_VALUES);
  if (choices.chance(2)) body["unknown"] = choices.pick(ODD_VALUES);
  return body;
}

const hashOf = (query: string): string => createHash("sha256").update(query).digest("hex");

function extensionsOf(choices: Choices, query: string): unknown {
  if (choices.chance(15)) return choices.pick(ODD_VALUES);
  const hash = choices.pick([hashOf(query), hashOf("x"), "x", ...ODD_VALUES]);
  const version = choices.pick([1, 1, 2, "1", null]);
  const forms = [{ version, sha256Hash: hash }, { sha256Hash: hash }, ...ODD_VALUES];
  return { persistedQuery: choices.chance(70) ? forms[0] : choices.pick(forms) };
}

const ACCEPTED = [
  "*/*",
  "application/json",
  "application/graphql-response+json",
  "text/html",
  "x",
  "application/json;q=2, */*;q=x",
];

function otherHeaders(choices: Choices): Record<string, string> {
  return {
    ...(choices.chance(15) && { accept: choices.pick(ACCEPTED) }),
    ...(choices.chance(50) && { "apollo-require-preflight": "true" }),
    ...(choices.chance(3) && { "x-explain-cost": choices.pick(["true", "dry-run", "x"]) }),
    ...(choices.chance(2) && { "content-encoding": choices.pick(["gzip", "br", "identity"]) }),
  };
}

function post(choices: Choices, headers: Record<string, string>, body: unknown): RandomRequest {
  const text = JSON.stringify(body);
  return { method: "POST", url: "/graphql", headers, body: damageBytes(choices, text) };
}

function get(choices: Choices, headers: Record<string, string>, body: Body): RandomRequest {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(body)) {
    if (value === undefined) continue;
    search.append(name, typeof value === "string" ? value.toWellFormed() : JSON.stringify(value));
    if (choices.chance(2)) search.append(name, "x");
  }
  const end = choices.pick([
    "",
    "",
    "",
    "&variables={",
    "&variables=%FF",
    "&extensions=[",
    "&%",
    "&&=&",
  ]);
  const method = choices.pick(["GET", "GET", "GET", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH"]);
  return { method, url: `/graphql?${search.toString()}${end}`, headers };
}
