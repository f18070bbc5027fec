import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from "fastify";
import { register } from "prom-client";
import { answerClientError } from "./client-error.js";
import { createFront, FRONT_LIMITS } from "./load-limit.js";
import { addGate, createGate } from "./request-policy.js";
import { addHeaders } from "./security-headers.js";
import { answersTo } from "./hosts.js";
import { listensOnLoopback } from "./listening.js";
import { answerError } from "./problem.js";
import { answerUnknownRoutes } from "./unknown-routes.js";

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
  const isAllowedOrigin = () => false;
  const front = createFront({ ...FRONT_LIMITS, isAllowedOrigin, logger });
  const app = Fastify({
    loggerInstance: logger,
    serverFactory: front.serverFactory,
    clientErrorHandler: answerClientError,
    logController: new LogController({ disableRequestLogging: true }),
  }) as unknown as FastifyInstance;
  const isOnLoopback = listensOnLoopback(app);
  app.setErrorHandler(answerError);
  addHeaders(app);
  addGate(
    app,
    createGate({
      answersTo: answersTo({ allowed: [], isOnLoopback }),
      isAllowedOrigin,
      isRestLenient: false,
    }),
  );
  app.addHook("onSend", (_request, { raw }, payload, done) => {
    front.endWork(raw);
    done(null, payload);
  });
  answerUnknownRoutes(app);
  registerMetrics(app);
  return app;
}
