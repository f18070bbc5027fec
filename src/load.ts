import { createServer, type RequestListener, type Server } from "node:http";
import type { FastifyInstance } from "fastify";

/** Health must be answered above all when there is much to do. */
const ALWAYS_SERVED = new Set(["/livez", "/readyz", "/metrics"]);

/** They keep the process and its database busy; with more, each of them is only slower. */
const MOST_AT_WORK = 64;

/** One body for both faces: GraphQL clients read `errors`, callers of the REST endpoints `detail`. */
const MESSAGE = "The service is busy. Nothing was done; try again.";
const BUSY = JSON.stringify({
  detail: MESSAGE,
  errors: [{ message: MESSAGE, extensions: { code: "SERVICE_UNAVAILABLE", retryable: true } }],
});

const HEADERS = {
  "content-type": "application/json",
  "content-length": Buffer.byteLength(BUSY),
  "retry-after": "1",
};

export interface LoadLimit {
  /** The most requests that may be under way. */
  limit: number;
  /** Whether a page of this origin may read that it was turned away. */
  isAllowed: (origin: string) => boolean;
}

/**
 * A server that turns requests away with 503 and `Retry-After` while as many as `limit` are under way:
 * they would be too late for their callers, so that at twice the load that can be served nobody would be.
 * It does so before anything else has to do with them, because refusing must be cheap, too.
 */
export function sheddingServer(handler: RequestListener, { limit, isAllowed }: LoadLimit): Server {
  let underWay = 0;
  return createServer((request, response) => {
    if (ALWAYS_SERVED.has(request.url ?? "")) {
      handler(request, response);
      return;
    }
    if (underWay >= limit) {
      const { origin } = request.headers;
      if (origin !== undefined && isAllowed(origin)) {
        response.setHeader("access-control-allow-origin", origin);
      }
      response.writeHead(503, HEADERS).end(BUSY);
      return;
    }
    underWay += 1;
    // Comes once for each, also where the caller has gone away.
    response.once("close", () => (underWay -= 1));
    handler(request, response);
  });
}

/**
 * Has so many requests worked on at a time as go well together; the others wait, first come, first served,
 * from when their bodies are there.
 */
export function queueRequests(app: FastifyInstance): void {
  let atWork = 0;
  const waiting: (() => void)[] = [];

  app.addHook("preValidation", (request, { raw }, done) => {
    if (ALWAYS_SERVED.has(request.url)) {
      done();
      return;
    }
    const begin = () => {
      // The caller of one that has waited may have gone away.
      if (raw.destroyed) {
        end();
        return;
      }
      raw.once("close", end);
      done();
    };
    if (atWork < MOST_AT_WORK) {
      atWork += 1;
      begin();
    } else waiting.push(begin);
  });

  /** The next that waits takes the place of the one that has ended. */
  function end(): void {
    const next = waiting.shift();
    if (next) next();
    else atWork -= 1;
  }
}
