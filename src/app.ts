import { randomUUID } from "node:crypto";
import cors from "@fastify/cors";
import Fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from "fastify";
import { loggableError, type Domain, type Explainer } from "./domain/index.js";
import { registerExplorer } from "./explorer/index.js";
import { exposes, type Exposure } from "./exposure.js";
import { createContext } from "./graphql/context.js";
import { graphqlHandler } from "./graphql/handler.js";
import { toNodeId } from "./graphql/node-ids.js";
import { registerPublishedSchema } from "./graphql/published-schema.js";
import { createGraphqlServer, type GraphqlServerOptions } from "./graphql/server.js";
import {
  admitDocuments,
  OWN_MANIFEST,
  readManifests,
  type Trust,
  type TrustedDocumentsOptions,
} from "./graphql/trusted-documents.js";
import { registerExamples } from "./examples.js";
import { registerHealth } from "./health.js";
import { DEFAULT_LIMIT, limitLoad } from "./load.js";
import { registerRest } from "./rest/index.js";
import { addSecurityHeaders } from "./security-headers.js";

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
  /** The most requests that may be under way at once; DEFAULT_LIMIT if left out. */
  maxConcurrentRequests?: number;
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
  maxConcurrentRequests = DEFAULT_LIMIT,
  stopping = new AbortController().signal,
}: AppOptions): Promise<FastifyInstance> {
  const isForAll = corsOrigins.includes("*");
  const isAllowed = (origin: string) => isForAll || corsOrigins.includes(origin);
  const app = Fastify({
    loggerInstance: logger,
    serverFactory: limitLoad({ limit: maxConcurrentRequests, isAllowed }),
    genReqId: () => randomUUID(),
    // Ours leaves out the query string, which may hold variables.
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: "idle",
    // What still comes in on an open connection is answered like any other request.
    return503OnClosing: false,
  }) as unknown as FastifyInstance;
  app.addHook("onRequest", ({ id }, reply, done) => {
    reply.header("x-request-id", id);
    if (stopping.aborted) reply.header("connection", "close");
    done();
  });
  app.addHook("onResponse", logResponse);
  app.setErrorHandler(answerError);

  if (corsOrigins.length > 0) {
    const origin = isForAll ? "*" : [...corsOrigins];
    await app.register(cors, { origin, exposedHeaders: ["x-request-id"] });
  }
  addSecurityHeaders(app);

  registerHealth(app, async () => !stopping.aborted && domain.isReady());
  await registerRest(app, {
    domain,
    nodeId: toNodeId,
    deprecatedSince: restDeprecatedSince,
    sunset: restSunset,
  });
  await registerExplorer(app, { domain, exposure });
  if (exposes(exposure, "schema")) registerPublishedSchema(app);
  if (exposes(exposure, "explorers")) await registerExamples(app);
  const documents = readManifests(trustedDocuments.manifests);
  const graphql = { exposure, explainer, trustedDocuments: documents, isCompiling };
  await registerGraphql(app, domain, graphql, trustedDocuments.trust);
  return app;
}

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
  app.route({
    url: "/graphql",
    schema: { hide: true },
    method: ["GET", "POST"],
    // Apollo's page brings a policy of its own, with a nonce.
    config: { hasOwnPolicy: true },
    preHandler: admitDocuments(trust, options.trustedDocuments),
    handler: graphqlHandler(server, (request) => createContext(domain, request)),
  });
}

function logResponse(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  request.log.info(
    {
      method: request.method,
      path: request.url.split("?", 1)[0],
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime * 10) / 10,
    },
    "request",
  );
  done();
}

/** Answers what Fastify refuses (a body that is no JSON, or too large), and faults. */
function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
  const status = error.statusCode ?? 500;
  if (status < 500) return sendError(request, reply, status, "BAD_REQUEST", error.message);
  request.log.error({ fault: loggableError(error) }, "request failed");
  return sendError(
    request,
    reply,
    500,
    "INTERNAL_SERVER_ERROR",
    "Something went wrong on our side.",
  );
}

function sendError(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  code: string,
  message: string,
) {
  return reply
    .code(status)
    .send({ errors: [{ message, extensions: { code, requestId: request.id } }] });
}
