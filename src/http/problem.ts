import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { loggableError } from "../domain/index.js";
import { HttpProblem } from "../common/http-problem.js";
import { pathOf } from "../common/url.js";

export const BUSY = new HttpProblem(503, "The service is busy. Nothing was done; try again.", {
  "retry-after": "1",
});

/** The bodies of these statuses are those of the earlier REST service and its framework, which had no codes. */
const STATUSES_WITHOUT_CODE = new Set([401, 404, 405]);

/** Whether the URL is that of the GraphQL API. */
export const isGraphql = (url: string): boolean => pathOf(url) === "/graphql";

/** The error body in the format of the requested API: GraphQL `errors`, or REST `detail`. */
function problemBody(url: string, problem: HttpProblem, requestId: string): object {
  const { code, message, statusCode } = problem;
  if (isGraphql(url)) return { errors: [{ message, extensions: { code, requestId } }] };
  return { detail: message, ...(!STATUSES_WITHOUT_CODE.has(statusCode) && { code }) };
}

/** Sends a problem as the response to a request that Fastify handles. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: HttpProblem) {
  const body = problemBody(request.url, problem, request.id);
  return (
    reply
      .code(problem.statusCode)
      .headers({ ...problem.headers, "content-type": "application/json" })
      // As bytes, because Fastify adds a charset to the content type of strings.
      .send(Buffer.from(JSON.stringify(body)))
  );
}

/** The error handler of the app: for errors of Fastify, such as invalid JSON, and for faults. */
export function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
  if (error instanceof HttpProblem) return sendProblem(request, reply, error);
  const status = error.statusCode ?? 500;
  if (status < 500) return sendProblem(request, reply, new HttpProblem(status, error.message));
  request.log.error({ fault: loggableError(error) }, "request failed");
  return sendProblem(
    request,
    reply,
    new HttpProblem(
      500,
      "Something went wrong on our side. Report the request id if it happens again.",
    ),
  );
}

/** An error body for requests whose API is unknown: it contains the members that callers of either API look for. */
export function commonBody({ message, code, statusCode }: HttpProblem): string {
  const extensions = { code, ...(statusCode === 503 && { retryable: true }) };
  return JSON.stringify({ detail: message, errors: [{ message, extensions }] });
}

/** The headers of an error response that is not sent by Fastify. */
export function headersOf(problem: HttpProblem, body: string): Record<string, string> {
  return {
    "content-type": "application/json",
    "content-length": String(Buffer.byteLength(body)),
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "x-request-id": randomUUID(),
    ...problem.headers,
  };
}

/** Refuses a request before Fastify sees it. */
export function refuse(
  { headers: { origin } }: IncomingMessage,
  response: ServerResponse,
  problem: HttpProblem,
  isAllowed: (origin: string) => boolean,
): void {
  const body = commonBody(problem);
  const headers = headersOf(problem, body);
  if (origin !== undefined && isAllowed(origin)) {
    headers["access-control-allow-origin"] = origin;
    headers["access-control-expose-headers"] = "retry-after, x-request-id";
    headers["vary"] = "origin";
  }
  response.writeHead(problem.statusCode, headers).end(body);
}
