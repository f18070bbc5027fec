import { randomUUID } from "node:crypto";
import Fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from "fastify";
import type { Domain, Explainer } from "../domain/index.js";
import { registerExplorer } from "../pages/explorer.js";
import { isExposed, type Exposure } from "../common/exposure.js";
import { createContext } from "../graphql/context.js";
import { graphqlHandler } from "../graphql/handler.js";
import { toNodeId } from "../graphql/node-ids.js";
import { registerPublishedSchema } from "../pages/published-schema.js";
import { createGraphqlServer, type GraphqlServerOptions } from "../graphql/server.js";
import {
  admitDocuments,
  OWN_MANIFEST,
  readManifests,
  type Trust,
  type TrustedDocumentsOptions,
} from "../graphql/trusted-documents.js";
import { COST_HEADER } from "../graphql/plugins/explain-cost.js";
import { sandboxPlugin } from "../pages/sandbox.js";
import { registerExamples } from "../pages/example-apps.js";
import { bytesOf, jsonOf, MOST_BODY_BYTES } from "./body.js";
import { answerClientError } from "./client-error.js";
import { HttpProblem } from "../common/http-problem.js";
import { createFront, FRONT_LIMITS, type FrontLimits } from "./load-limit.js";
import { createGate } from "./request-policy.js";
import { addHeaders } from "./security-headers.js";
import { registerHealth } from "./health.js";
import { answersTo } from "./hosts.js";
import { listensOnLoopback } from "./listening.js";
import { registerMetrics } from "./metrics.js";
import { allowing, allowOrigins } from "./origins.js";
import { answerError, sendProblem } from "./problem.js";
import { logResponse } from "./request-log.js";
import { answerUnknownRoutes } from "./unknown-routes.js";
import { registerRest } from "../rest/index.js";

export interface AppOptions {
  domain: Domain;
  logger: FastifyBaseLogger;
  /** What the server shows of itself besides answers. */
  exposure: Exposure;
  /** Finds out what operations cost, for callers who ask; nobody is told if left out. */
  explainer?: Explainer | undefined;
  /** Whether documents that are in no manifest are run; they are if left out. */
  trustedDocuments?: TrustedDocumentsOptions;
  /** Whether GraphQL queries are compiled; they are if left out. */
  isCompiling?: boolean;
  /** The origins of the pages that may call the API from a browser; `*` for all. */
  corsOrigins?: readonly string[];
  /** Since when the REST endpoints are deprecated; not at all if left out. */
  restDeprecatedSince?: Date | null;
  /** When the REST endpoints will be gone. */
  restSunset?: Date | null;
  /** Whether REST bodies may come without a content type, or with another one than JSON's. */
  isRestLenient?: boolean;
  /** The names that the server answers to, besides those of loopback where it listens there alone. */
  allowedHosts?: readonly string[];
  /** Whether `/metrics` is among the routes, where that is exposed, and not on a port of its own. */
  isMeasuredHere?: boolean;
  /** What connections and requests may do; FRONT_LIMITS for what is left out. */
  limits?: Partial<FrontLimits>;
  /**
   * Aborted when the server is about to be closed: from then on /readyz says so, and each answer ends
   * its connection, so that a balancer takes its requests elsewhere before connections are refused.
   */
  stopping?: AbortSignal;
}

/** The whole server on one Fastify instance, which listens to nothing yet. */
export async function createApp({
  domain,
  logger,
  exposure,
  explainer,
  trustedDocuments = { trust: "off", manifests: [OWN_MANIFEST] },
  isCompiling = true,
  corsOrigins = [],
  restDeprecatedSince = null,
  restSunset = null,
  isRestLenient = false,
  allowedHosts = [],
  isMeasuredHere = true,
  limits = {},
  stopping = new AbortController().signal,
}: AppOptions): Promise<FastifyInstance> {
  const isAllowedOrigin = allowing(corsOrigins);
  const front = createFront({ ...FRONT_LIMITS, ...limits, isAllowedOrigin, logger });
  const app = Fastify({
    loggerInstance: logger,
    serverFactory: front.serverFactory,
    clientErrorHandler: answerClientError,
    genReqId: () => randomUUID(),
    bodyLimit: MOST_BODY_BYTES,
    // How long an id may be is for its API to say.
    routerOptions: { maxParamLength: Number.MAX_SAFE_INTEGER },
    frameworkErrors: answerFrameworkError,
    // Ours has routes in place of URLs, which may hold variables.
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: "idle",
    // What still comes in on an open connection is answered like any other request.
    return503OnClosing: false,
  }) as unknown as FastifyInstance;

  const isOnLoopback = listensOnLoopback(app, () => {
    if (allowedHosts.length === 0) logger.warn(ANY_HOST);
  });
  const gate = createGate({
    answersTo: answersTo({ allowed: allowedHosts, isOnLoopback }),
    isAllowedOrigin,
    isRestLenient,
  });
  app.setErrorHandler(answerError);
  addHeaders(app);
  // The gate is in the same hook as the id, because each hook costs something.
  app.addHook("onRequest", ({ id, raw }, reply, done) => {
    reply.header("x-request-id", id);
    if (stopping.aborted) reply.header("connection", "close");
    done(gate(raw) ?? undefined);
  });
  await allowOrigins(app, corsOrigins);
  app.addHook("onSend", (_request, { raw }, payload, done) => {
    front.endWork(raw);
    done(null, payload);
  });
  app.addHook("onResponse", logResponse);
  answerUnknownRoutes(app);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(BODY_TYPES, bytesOf);

  registerHealth(app, async () => !stopping.aborted && domain.isReady());
  const hasMetrics = isMeasuredHere && isExposed(exposure, "schema");
  if (hasMetrics) registerMetrics(app);
  await registerRest(app, {
    domain,
    nodeId: toNodeId,
    deprecatedSince: restDeprecatedSince,
    sunset: restSunset,
    beginStream: front.beginStream,
    hasDocs: isExposed(exposure, "schema"),
  });
  await registerExplorer(app, { domain, exposure, hasMetrics });
  if (isExposed(exposure, "schema")) registerPublishedSchema(app);
  if (isExposed(exposure, "explorers")) await registerExamples(app);
  const documents = readManifests(trustedDocuments.manifests);
  const landingPage = isExposed(exposure, "explorers")
    ? sandboxPlugin(explainer ? { [COST_HEADER]: "true" } : {})
    : undefined;
  const graphql = { exposure, explainer, trustedDocuments: documents, landingPage, isCompiling };
  await registerGraphql(app, domain, graphql, trustedDocuments.trust);
  return app;

  /** Answers a URL that the router can't read; no hook has seen it. */
  function answerFrameworkError(
    _error: FastifyError,
    request: FastifyRequest,
    reply: FastifyReply,
  ) {
    front.endWork(reply.raw);
    reply.headers({ "x-request-id": request.id, "cache-control": "no-store" });
    void sendProblem(request, reply, gate(request.raw) ?? new HttpProblem(400, BAD_URL));
  }
}

/** All; the usual one is named, because Fastify would look for it anew each time. */
const BODY_TYPES = ["application/json", "*"];
const ANY_HOST =
  "This server answers to any Host header. Set ALLOWED_HOSTS to the names that it is asked by.";
const BAD_URL =
  "The path is no valid URL: a percent sign must begin two hexadecimal digits of UTF-8.";

async function registerGraphql(
  app: FastifyInstance,
  domain: Domain,
  options: GraphqlServerOptions,
  trust: Trust,
) {
  const server = createGraphqlServer(options);
  await server.start();
  // By then Fastify has waited for the requests that were under way.
  app.addHook("onClose", () => server.stop());
  await app.register(async (graphql) => {
    graphql.removeAllContentTypeParsers();
    graphql.addContentTypeParser(BODY_TYPES, jsonOf(app.getDefaultJsonParser("error", "error")));
    graphql.route({
      url: "/graphql",
      schema: { hide: true },
      method: ["GET", "POST"],
      // Apollo's page brings a policy of its own, with a nonce.
      config: { hasOwnPolicy: true },
      preHandler: admitDocuments(trust, options.trustedDocuments),
      handler: graphqlHandler(server, ({ id, log, raw: { socket } }) =>
        createContext(domain, { id, log, hasGone: () => socket.destroyed }),
      ),
    });
  });
}
