import type { FastifyInstance } from "fastify";

const PROBE_TIMEOUT_MILLISECONDS = 1_000;

/**
 * `GET /livez`: 200 while the process answers. `GET /readyz`: 200 while it can serve requests, that
 * is read its tables within a second (a database that is cut off from its cluster still answers
 * `SELECT 1`); 503 otherwise.
 */
export function registerHealth(app: FastifyInstance, probe: () => Promise<void>): void {
  app.get("/livez", { schema: { hide: true } }, () => ({ status: "ok" }));

  app.get("/readyz", { schema: { hide: true } }, async (_request, reply) => {
    const ready = await Promise.race([
      probe().then(
        () => true,
        () => false,
      ),
      new Promise<false>((resolve) => {
        setTimeout(resolve, PROBE_TIMEOUT_MILLISECONDS, false).unref();
      }),
    ]);
    return reply.code(ready ? 200 : 503).send({ status: ready ? "ok" : "unavailable" });
  });
}
