import type { FastifyInstance } from "fastify";
import { ZONE_DATA } from "../domain/index.js";

/**
 * `GET /livez` returns 200 while the process responds. `GET /readyz` returns 200 while the server can read its tables
 * within a second, else 503. (`SELECT 1` would not do: a node that is cut off from its cluster still answers it.) It also
 * says which zone data the server judges hours by, so that servers with different data can be found.
 */
export function registerHealth(app: FastifyInstance, isReady: () => Promise<boolean>): void {
  app.get("/livez", { schema: { hide: true } }, () => ({ status: "ok" }));

  app.get("/readyz", { schema: { hide: true } }, async (_request, reply) => {
    const ready = await isReady();
    const status = ready ? "ok" : "unavailable";
    return reply.code(ready ? 200 : 503).send({ status, zoneData: ZONE_DATA });
  });
}
