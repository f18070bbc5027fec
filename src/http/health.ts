import type { FastifyInstance } from "fastify";

/**
 * `GET /livez`: 200 while the process answers. `GET /readyz`: 200 while it can serve requests, that
 * is read its tables within a second (a database that is cut off from its cluster still answers
 * `SELECT 1`); 503 otherwise.
 */
export function registerHealth(app: FastifyInstance, isReady: () => Promise<boolean>): void {
  app.get("/livez", { schema: { hide: true } }, () => ({ status: "ok" }));

  app.get("/readyz", { schema: { hide: true } }, async (_request, reply) => {
    const ready = await isReady();
    return reply.code(ready ? 200 : 503).send({ status: ready ? "ok" : "unavailable" });
  });
}
