import type { FastifyInstance } from "fastify";
import { expect } from "vitest";
import type { Api } from "./api.js";
import { documentedProblems } from "./openapi.js";

export interface RestAnswer {
  status: number;
  headers: Record<string, unknown>;
  body: unknown;
}

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** Calls an endpoint of the earlier service; a body that is no string is sent as JSON. */
export async function call(
  { app }: Pick<Api, "app">,
  method: Method,
  url: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<RestAnswer> {
  const payload = typeof body === "string" || body === undefined ? body : JSON.stringify(body);
  const answer = await app.inject({
    method,
    url,
    headers: { ...(payload !== undefined && { "content-type": "application/json" }), ...headers },
    ...(payload !== undefined && { payload }),
  });
  const isJson = String(answer.headers["content-type"]).startsWith("application/json");
  const status = answer.statusCode;
  const content = isJson ? answer.json<unknown>() : answer.body;
  if (status >= 400) expectDocumented(app, method, url, status, content);
  return { status, headers: answer.headers, body: content };
}

/** The OpenAPI document must contain every error response of an endpoint in any test, word by word. */
function expectDocumented(
  app: FastifyInstance,
  method: Method,
  url: string,
  status: number,
  body: unknown,
): void {
  const problems = documentedProblems(app, method, url, status);
  if (problems === null) return;
  expect(problems, `${method} ${url} has no ${status}`).toBeDefined();
  // The errors of fields depend on the values that were sent.
  if (status !== 422) expect(problems).toContainEqual(body);
}
