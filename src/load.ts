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

/**
 * Turns requests away with 503 and `Retry-After` while as many as `limit` are under way: they would be
 * too late for their callers, so that at twice the load that can be served nobody would be. Of the
 * others so many are worked on as go well together; the rest wait, first come, first served, from when
 * their bodies are there.
 *
 * To be called before plugins whose hooks a refused request can do without, so that refusing is cheap.
 */
export function limitLoad(app: FastifyInstance, limit: number): void {
  let underWay = 0;
  let atWork = 0;
  const waiting: (() => void)[] = [];

  app.addHook("onRequest", (request, reply, done) => {
    if (ALWAYS_SERVED.has(request.url)) {
      done();
      return;
    }
    if (underWay >= limit) {
      reply.code(503).header("retry-after", "1").type("application/json").send(BUSY);
      return;
    }
    underWay += 1;
    // Comes once for each, also where the caller has gone away.
    reply.raw.once("close", () => (underWay -= 1));
    done();
  });

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
