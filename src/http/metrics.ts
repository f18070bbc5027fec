import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from "fastify";
import { register } from "prom-client";
import { answerClientError } from "./client-error.js";
import { createLoadLimiter, DEFAULT_LOAD_LIMITS } from "./load-limit.js";
import { addRequestPolicy, createRequestPolicy } from "./request-policy.js";
import { addSecurityHeaders } from "./security-headers.js";
import { hostMatcher } from "./hosts.js";
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
 * Creates an app that serves only `/metrics`, for a port that only the monitoring can reach. Beyond loopback it accepts any
 * host name, because monitoring systems address servers by IP address.
 */
export function createMetricsApp(logger: FastifyBaseLogger): FastifyInstance {
  const isAllowedOrigin = () => false;
  const loadLimiter = createLoadLimiter({ ...DEFAULT_LOAD_LIMITS, isAllowedOrigin, logger });
  const app = Fastify({
    loggerInstance: logger,
    serverFactory: loadLimiter.serverFactory,
    clientErrorHandler: answerClientError,
    logController: new LogController({ disableRequestLogging: true }),
  }) as unknown as FastifyInstance;
  const isOnLoopback = listensOnLoopback(app);
  app.setErrorHandler(answerError);
  addSecurityHeaders(app);
  addRequestPolicy(
    app,
    createRequestPolicy({
      answersTo: hostMatcher({ allowed: [], isOnLoopback }),
      isAllowedOrigin,
      isRestLenient: false,
    }),
  );
  app.addHook("onSend", (_request, { raw }, payload, done) => {
    loadLimiter.releaseSlot(raw);
    done(null, payload);
  });
  answerUnknownRoutes(app);
  registerMetrics(app);
  return app;
}
