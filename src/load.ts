import type { FastifyInstance } from "fastify";

/** Health must be answered above all when there is much to do. */
const ALWAYS_SERVED = new Set(["/livez", "/readyz", "/metrics"]);

/** One body for both faces: GraphQL clients read `errors`, callers of the REST endpoints `detail`. */
const MESSAGE = "The service is busy. Nothing was done; try again.";
const BUSY = JSON.stringify({
  detail: MESSAGE,
  errors: [{ message: MESSAGE, extensions: { code: "SERVICE_UNAVAILABLE", retryable: true } }],
});

/**
 * Turns requests away with 503 and `Retry-After` while as many as `limit` are under way. The database
 * is kept busy by far fewer; more would only wait in memory, and be too late for their callers, so
 * that at twice the load that can be served nobody would be.
 */
export function limitLoad(app: FastifyInstance, limit: number): void {
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
}
