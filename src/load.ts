import type { FastifyInstance } from "fastify";
import pLimit from "p-limit";

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
  const atWork = pLimit(MOST_AT_WORK);
  let underWay = 0;

  app.addHook("onRequest", async (request, reply) => {
    if (ALWAYS_SERVED.has(request.url)) return;
    if (underWay >= limit) {
      return reply.code(503).header("retry-after", "1").type("application/json").send(BUSY);
    }
    underWay += 1;
    // Comes once for each, also where the caller has gone away.
    reply.raw.once("close", () => (underWay -= 1));
  });

  app.addHook("preValidation", async (request, { raw }) => {
    if (ALWAYS_SERVED.has(request.url)) return;
    const closed = new Promise<void>((resolve) => raw.once("close", resolve));
    await new Promise<void>((begin) => {
      void atWork(() => {
        begin();
        return closed;
      });
    });
  });
}
