import type { Api } from "./api.js";

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
  return {
    status: answer.statusCode,
    headers: answer.headers,
    body: isJson ? answer.json<unknown>() : answer.body,
  };
}
