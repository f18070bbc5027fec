import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { loggableError } from "../domain/index.js";
import { HttpProblem } from "../common/http-problem.js";
import { pathOf } from "../common/url.js";

export const BUSY = new HttpProblem(503, "The service is busy. Nothing was done; try again.", {
  "retry-after": "1",
});

/** These are the words of the earlier REST service, whose callers know them without a code. */
const PLAIN = new Set([404, 405]);

/** Whether the GraphQL API was asked. */
export const isGraphql = (url: string): boolean => pathOf(url) === "/graphql";

/** The body of a refusal in the shape of the API that was asked: GraphQL `errors`, or REST `detail`. */
function problemBody(url: string, problem: HttpProblem, requestId: string): object {
  const { code, message, statusCode } = problem;
  if (isGraphql(url)) return { errors: [{ message, extensions: { code, requestId } }] };
  return { detail: message, ...(!PLAIN.has(statusCode) && { code }) };
}

/** Answers a request that Fastify has. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: HttpProblem) {
  const body = problemBody(request.url, problem, request.id);
  return (
    reply
      .code(problem.statusCode)
      .headers({ ...problem.headers, "content-type": "application/json" })
      // As bytes, since Fastify would give a text's type a charset.
      .send(Buffer.from(JSON.stringify(body)))
  );
}

/** Answers what Fastify refuses (a body that is no JSON, or too large), and faults. */
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
      "Something went wrong on our side. Tell us the request id if it happens again.",
    ),
  );
}

/** The body where nothing is known of the API that was asked: callers of either read what they look for. */
export function commonBody({ message, code, statusCode }: HttpProblem): string {
  const extensions = { code, ...(statusCode === 503 && { retryable: true }) };
  return JSON.stringify({ detail: message, errors: [{ message, extensions }] });
}

/** The headers of an answer that is written past Fastify. */
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

/** Answers a request that Fastify does not get. */
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
