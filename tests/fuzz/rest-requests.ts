import type { Choices } from "./choices.js";
import { contentType, damageBytes, damageValue, ODD_TEXTS, type RandomRequest } from "./damage.js";
import type { Pool } from "./values.js";

interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  properties?: Record<string, Schema>;
}

interface Operation {
  parameters?: { name: string; in: string }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}

/** As much of openapi.json as requests are made from. */
export interface OpenApi {
  paths: Record<string, Record<string, Operation>>;
  components?: { schemas?: Record<string, Schema> };
}

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

const ODD_IDS = [
  "0",
  "-1",
  "1.0",
  "1e3",
  "١",
  "1_000",
  "abc",
  "null",
  "true",
  "pat_1",
  "2147483647",
  "2147483648",
  "9".repeat(20),
  "9".repeat(101),
  "by-date",
  "x".repeat(300),
];

const ODD_DAYS = ["", "2030-02-30", "9999-12-31", "0000-01-01", "0001-01-01", "2030-1-1", "today"];

/** What the API answers besides the endpoints of openapi.json. */
const OTHER_PATHS = [
  "/",
  "/livez",
  "/readyz",
  "/metrics",
  "/openapi.json",
  "/docs",
  "/docs/",
  "/docs/static/../../package.json",
  "/docs/json",
  "/redoc",
  "/graphql/",
  "/graphql/schema",
  "/schema.graphql",
  "/explorer",
  "/examples/",
  "/favicon.ico",
  "/nothing",
  "/patients/1/2",
  "/PATIENTS",
  "//patients",
  "/patients//1",
  "/patients/.",
  "/patients/..",
  "/.env",
];

/** What stands behind a path, as no client library writes it. */
const ODD_ENDINGS = [
  "/",
  "?",
  "??",
  "/?x=1?y=2",
  "?%",
  "?=&&",
  "?__proto__=1",
  "?a[b]=c",
  "#x",
  "%",
];
const ODD_ENCODINGS = [
  "%",
  "%zz",
  "%00",
  "%ff",
  "%c0%ae",
  "%2e%2e%2f",
  "%0d%0ax: y",
  "%F0%9F%98%80",
];

/** A request to the REST endpoints and whatever else the server has. */
export function randomRestRequest(choices: Choices, api: OpenApi, pool: Pool): RandomRequest {
  if (choices.chance(6)) return { method: choices.pick(METHODS), url: other(choices), headers: {} };
  const template = choices.pick(Object.keys(api.paths));
  const documented = api.paths[template] ?? {};
  const method = choices.chance(85)
    ? choices.pick(Object.keys(documented)).toUpperCase()
    : choices.pick(METHODS);
  const operation = documented[method.toLowerCase()] ?? {};
  const path = template.replaceAll(/\{\w+\}/g, () => idOf(choices, pool));
  const ending = choices.chance(5) ? choices.pick(ODD_ENDINGS) : "";
  const request = { method, url: path + searchOf(choices, operation, pool) + ending };
  const body = bodyOf(choices, operation, api, pool);
  if (body === undefined) return { ...request, headers: {} };
  const headers = { ...contentType(choices), ...keyOf(choices) };
  return { ...request, headers, body: damageBytes(choices, JSON.stringify(body)) };
}

function other(choices: Choices): string {
  return choices.pick(OTHER_PATHS) + (choices.chance(20) ? choices.pick(ODD_ENDINGS) : "");
}

function idOf(choices: Choices, pool: Pool): string {
  if (choices.chance(5)) return choices.pick(ODD_ENCODINGS);
  if (choices.chance(15)) return encodeURIComponent(choices.pick(ODD_IDS));
  return String(choices.pick(pool["databaseId"]?.good ?? []));
}

function searchOf(choices: Choices, { parameters = [] }: Operation, pool: Pool): string {
  const given = parameters
    .filter((parameter) => parameter.in === "query" && choices.chance(60))
    .map(({ name }) => `${name}=${parameterOf(choices, name, pool)}`);
  if (choices.chance(4)) given.push(...given, "x=1");
  return given.length > 0 ? `?${given.join("&")}` : "";
}

function parameterOf(choices: Choices, name: string, pool: Pool): string {
  if (choices.chance(3)) return choices.pick(ODD_ENCODINGS);
  if (choices.chance(8)) return encodeURIComponent(choices.pick(ODD_TEXTS).toWellFormed());
  if (name.endsWith("id")) return idOf(choices, pool);
  const time = String(choices.pick(pool["DateTime"]?.good ?? []));
  return choices.chance(25) ? choices.pick(ODD_DAYS) : time.slice(0, 10);
}

function bodyOf(choices: Choices, operation: Operation, api: OpenApi, pool: Pool): unknown {
  const [media] = Object.values(operation.requestBody?.content ?? {});
  if (!media) return choices.chance(3) ? {} : undefined;
  const name = media.schema.$ref?.split("/").at(-1) ?? "";
  const { properties = {} } = api.components?.schemas?.[name] ?? media.schema;
  const fields = Object.entries(properties).map(([field, schema]) => [
    field,
    fieldOf(choices, field, schema, pool),
  ]);
  const body: unknown = Object.fromEntries(fields);
  return choices.chance(40) ? damageValue(choices, body) : body;
}

function fieldOf(choices: Choices, name: string, { type, format }: Schema, pool: Pool): unknown {
  if (name.endsWith("_id")) return choices.pick(pool["databaseId"]?.good ?? []);
  if (format === "date-time") return choices.pick(pool["DateTime"]?.good ?? []);
  if (format === "email") return `p${choices.upTo(50)}@example.com`;
  if (type === "integer") return choices.pick([15, 30, 180, 14, 181, 0]);
  if (type === "boolean") return choices.chance(50);
  return choices.pick(pool["String"]?.good ?? []);
}

function keyOf(choices: Choices): Record<string, string> {
  if (choices.chance(70)) return {};
  return {
    "idempotency-key": choices.pick(["one", "two", "", " ", "x".repeat(256), "\u00e9\u00ff"]),
  };
}
