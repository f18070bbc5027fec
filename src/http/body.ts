import { isUtf8 } from "node:buffer";
import type { IncomingMessage } from "node:http";
import type { FastifyBodyParser, FastifyContentTypeParser } from "fastify";
import { HttpProblem } from "../common/http-problem.js";

/** The largest body of a request, in bytes; an operation with its variables takes a few thousand. */
export const MOST_BODY_BYTES = 64 * 1024;

const TOO_LARGE = new HttpProblem(413, "Request body is too large");

const NO_UTF8 = new HttpProblem(400, "The body is no UTF-8.");

const BODY = Symbol("body");

/** A request with the body that has been received for it. */
interface Received extends IncomingMessage {
  [BODY]?: Buffer | HttpProblem;
}

/** Whether there is a body that somebody may read. */
export const hasBody = ({ method, headers }: IncomingMessage): boolean =>
  method !== "GET" &&
  method !== "HEAD" &&
  (headers["transfer-encoding"] !== undefined || (headers["content-length"] ?? "0") !== "0");

/**
 * Receives the body of a request, and calls back when it is in or is known to be too large. Nobody is
 * called back if the caller goes away before.
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
    if (length <= MOST_BODY_BYTES) {
      chunks.push(chunk);
      return;
    }
    end(TOO_LARGE);
    // What is still sent is thrown away.
    request.resume();
  };
  const onEnd = () => {
    const [first = Buffer.alloc(0)] = chunks;
    end(chunks.length === 1 ? first : Buffer.concat(chunks));
  };
  if (Number(request.headers["content-length"]) > MOST_BODY_BYTES) {
    end(TOO_LARGE);
    return;
  }
  request.on("data", onData);
  request.on("end", onEnd);
}

/** Fastify's parser for every content type: the bytes, as they were received. */
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
 * Makes Fastify's parser for bodies that are JSON.
 *
 * @param parseJson Fastify's own.
 */
export function jsonOf(parseJson: FastifyBodyParser<string>): FastifyContentTypeParser {
  return (request, payload, done) => {
    void bytesOf(request, payload, (error, bytes?: Buffer) => {
      if (error) done(error);
      // Bytes that are none would become U+FFFD, and be stored as such.
      else if (!bytes || !isUtf8(bytes)) done(NO_UTF8);
      else void parseJson(request, bytes.toString(), done);
    });
  };
}
