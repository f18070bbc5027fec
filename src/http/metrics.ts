import Fastify, { type FastifyBaseLogger, type FastifyInstance } from "fastify";
import { register } from "prom-client";
import { addGate, createGate } from "./gate.js";
import { answersTo } from "./hosts.js";
import { listensOnLoopback } from "./listening.js";

/** `GET /metrics`, in Prometheus' format. */
export function registerMetrics(app: FastifyInstance): void {
  app.get("/metrics", { schema: { hide: true } }, async (_request, reply) =>
    reply.type(register.contentType).send(await register.metrics()),
  );
}

/**
 * A server for `/metrics` alone, on a port that only those who watch can reach. Beyond loopback it answers
 * to any name, because they ask by address.
 */
export function createMetricsApp(logger: FastifyBaseLogger): FastifyInstance {
  const app = Fastify({ loggerInstance: logger, disableRequestLogging: true });
  const isOnLoopback = listensOnLoopback(app);
  addGate(
    app,
    createGate({
      answersTo: answersTo({ allowed: [], isOnLoopback }),
      isAllowedOrigin: () => false,
      isRestLenient: false,
    }),
  );
  registerMetrics(app);
  return app;
}
