import type { FastifyInstance } from "fastify";

/**
 * `GET /livez` returns 200 while the process responds. `GET /readyz` returns 200 while the server can read its tables
 * within a second, else 503. (`SELECT 1` would not do: a node that is cut off from its cluster still answers it.)
 */
export function registerHealth(app: FastifyInstance, isReady: () => Promise<boolean>): void {
  app.get("/livez", { schema: { hide: true } }, () => ({ status: "ok" }));

  app.get("/readyz", { schema: { hide: true } }, async (_request, reply) => {
    const ready = await isReady();
    return reply.code(ready ? 200 : 503).send({ status: ready ? "ok" : "unavailable" });
  });
}
