import type { Socket } from "node:net";
import { HttpProblem } from "../common/http-problem.js";
import { commonBody, headersOf } from "./problem.js";

const PROBLEMS: Readonly<Record<string, HttpProblem>> = {
  HPE_HEADER_OVERFLOW: new HttpProblem(431, "The URL and the headers must not exceed 16 KiB"),
  ERR_HTTP_REQUEST_TIMEOUT: new HttpProblem(408, "The request took too long to arrive"),
};
const MALFORMED = new HttpProblem(400, "The request is not valid HTTP");

const PHRASES: Readonly<Record<number, string>> = {
  400: "Bad Request",
  408: "Request Timeout",
  431: "Request Header Fields Too Large",
};

/** Answers a request that Node could not parse, and closes the connection. */
export function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  if (!socket.writable || hasBegun(socket)) {
    socket.destroy();
    return;
  }
  const problem = PROBLEMS[error.code ?? ""] ?? MALFORMED;
  const body = commonBody(problem);
  const headers = { ...headersOf(problem, body), connection: "close" };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const status = `HTTP/1.1 ${problem.statusCode} ${PHRASES[problem.statusCode] ?? ""}`;
  socket.end([status, ...lines, "", body].join("\r\n"));
  socket.destroySoon();
}

/** Whether a response is already being sent; a second one would corrupt it. */
function hasBegun(socket: Socket & { _httpMessage?: { headersSent: boolean } | null }): boolean {
  return socket._httpMessage?.headersSent ?? false;
}
