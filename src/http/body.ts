import { isUtf8 } from "node:buffer";
import type { IncomingMessage } from "node:http";
import type { FastifyBodyParser, FastifyContentTypeParser } from "fastify";
import { HttpProblem } from "../common/http-problem.js";

/** The maximum size of a request body, in bytes; a typical operation with its variables takes a few thousand. */
export const MAX_BODY_BYTES = 64 * 1024;

const TOO_LARGE = new HttpProblem(413, "Request body is too large");

const NOT_UTF8 = new HttpProblem(400, "The body is not valid UTF-8.");

const BODY = Symbol("body");

/** A request with its received body. */
interface Received extends IncomingMessage {
  [BODY]?: Buffer | HttpProblem;
}

/** Whether the request has a body that may be read. */
export const hasBody = ({ method, headers }: IncomingMessage): boolean =>
  method !== "GET" &&
  method !== "HEAD" &&
  (headers["transfer-encoding"] !== undefined || (headers["content-length"] ?? "0") !== "0");

/**
 * Receives the body of a request. `done` is called when the body is complete or known to be too large; it is not called if
 * the client disconnects before.
 */
export function receiveBody(request: IncomingMessage, done: () => void): void {
  const received: Received = request;
  const end = (body: Buffer | HttpProblem) => {
    request.off("data", onData);
    request.off("end", onEnd);
    received[BODY] = body;
    done();
  };
  const chunks: Buffer[] = [];
  let length = 0;
  const onData = (chunk: Buffer) => {
    length += chunk.length;
    if (length <= MAX_BODY_BYTES) {
      chunks.push(chunk);
      return;
    }
    end(TOO_LARGE);
    // Discards the rest.
    request.resume();
  };
  const onEnd = () => {
    const [first = Buffer.alloc(0)] = chunks;
    end(chunks.length === 1 ? first : Buffer.concat(chunks));
  };
  if (Number(request.headers["content-length"]) > MAX_BODY_BYTES) {
    end(TOO_LARGE);
    return;
  }
  request.on("data", onData);
  request.on("end", onEnd);
}

/** A Fastify parser for any content type: returns the bytes as received. */
export const bytesOf: FastifyContentTypeParser = (request, _payload, done) => {
  const received: Received = request.raw;
  const answer = () => {
    const body = received[BODY];
    if (body instanceof HttpProblem) done(body);
    else done(null, body);
  };
  if (received[BODY] === undefined) receiveBody(received, answer);
  else answer();
};

/**
 * Creates a Fastify parser for JSON bodies.
 *
 * @param parseJson Fastify's own JSON parser.
 */
export function jsonOf(parseJson: FastifyBodyParser<string>): FastifyContentTypeParser {
  return (request, payload, done) => {
    void bytesOf(request, payload, (error, bytes?: Buffer) => {
      if (error) done(error);
      // Decoding would replace invalid bytes with U+FFFD, which would then be stored.
      else if (!bytes || !isUtf8(bytes)) done(NOT_UTF8);
      else void parseJson(request, bytes.toString(), done);
    });
  };
}
