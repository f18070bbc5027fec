import { randomUUID } from "node:crypto";
import Fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from "fastify";
import type { DevIssuer } from "../access/dev-issuer.js";
import type { Access } from "../access/index.js";
import { ANYONE, type Caller, type Domain, type Explainer } from "../domain/index.js";
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
import { landingPage, landingPagePlugin } from "../pages/landing.js";
import { SANDBOX_ORIGIN } from "../pages/sandbox.js";
import { registerExamples } from "../pages/example-apps.js";
import { bytesOf, jsonOf, MAX_BODY_BYTES } from "./body.js";
import { answerClientError } from "./client-error.js";
import { registerDevIssuer } from "./dev-issuer.js";
import { HttpProblem } from "../common/http-problem.js";
import { createLoadLimiter, DEFAULT_LOAD_LIMITS, type LoadLimits } from "./load-limit.js";
import { createRequestPolicy } from "./request-policy.js";
import { addSecurityHeaders } from "./security-headers.js";
import { registerHealth } from "./health.js";
import { hostMatcher } from "./hosts.js";
import { listensOnLoopback } from "./listening.js";
import { registerMetrics } from "./metrics.js";
import { originMatcher, registerCors } from "./origins.js";
import { answerError, sendProblem } from "./problem.js";
import { logResponse } from "./request-log.js";
import { createSignIn, NO_SIGN_IN, type SignIn } from "./sign-in.js";
import { answerUnknownRoutes } from "./unknown-routes.js";
import { registerRest } from "../rest/index.js";

export interface AppOptions {
  domain: Domain;
  logger: FastifyBaseLogger;
  /** Finds out who calls; if left out, everyone may call, and credentials are not read. */
  access?: Access;
  /** The issuer with which AUTH=dev signs in. */
  devIssuer?: DevIssuer | undefined;
  /** What the server exposes besides its API. */
  exposure: Exposure;
  /** Who sends a request; if left out, as `access` finds out. */
  signIn?: SignIn;
  /** Measures the cost of operations for callers that request it; if left out, the cost is not available. */
  explainer?: Explainer | undefined;
  /** Whether documents that are in no manifest are run. By default, they are. */
  trustedDocuments?: TrustedDocumentsOptions;
  /** Whether GraphQL queries are compiled. By default, they are. */
  compilesQueries?: boolean;
  /** The origins of the pages that may call the API from a browser; `*` for all. */
  corsOrigins?: readonly string[];
  /** The date since which the REST endpoints are deprecated; by default, they are not. */
  restDeprecatedSince?: Date | null;
  /** The date when the REST endpoints will be removed. */
  restSunset?: Date | null;
  /** Whether REST bodies may have no content type, or one other than JSON. */
  isRestLenient?: boolean;
  /** The host names that the server accepts, besides those of loopback if it listens on loopback only. */
  allowedHosts?: readonly string[];
  /** Whether this app serves `/metrics`, if exposed; false if another port does. */
  servesMetrics?: boolean;
  /** Limits that differ from DEFAULT_LOAD_LIMITS. */
  limits?: Partial<LoadLimits>;
  /**
   * Aborted when the server is about to close. From then on, /readyz returns 503 and each response closes its
   * connection, so that load balancers send requests elsewhere before connections are refused.
   */
  stopping?: AbortSignal;
}

/** Creates the Fastify app with all routes; it does not listen yet. */
export async function createApp({
  domain,
  logger,
  access,
  devIssuer,
  exposure,
  signIn: givenSignIn,
  explainer,
  trustedDocuments = { trust: "off", manifests: [OWN_MANIFEST] },
  compilesQueries = true,
  corsOrigins = [],
  restDeprecatedSince = null,
  restSunset = null,
  isRestLenient = false,
  allowedHosts = [],
  servesMetrics = true,
  limits = {},
  stopping = new AbortController().signal,
}: AppOptions): Promise<FastifyInstance> {
  const isAllowedOrigin = originMatcher(corsOrigins);
  const loadLimits = { ...DEFAULT_LOAD_LIMITS, ...limits };
  const loadLimiter = createLoadLimiter({ ...loadLimits, isAllowedOrigin, logger });
  const signIn =
    givenSignIn ?? (access ? createSignIn(access, loadLimits.isTrustedProxy) : NO_SIGN_IN);
  const app = Fastify({
    loggerInstance: logger,
    serverFactory: loadLimiter.serverFactory,
    clientErrorHandler: answerClientError,
    genReqId: () => randomUUID(),
    bodyLimit: MAX_BODY_BYTES,
    // Each API checks the length of its ids.
    routerOptions: { maxParamLength: Number.MAX_SAFE_INTEGER },
    frameworkErrors: answerFrameworkError,
    // logResponse logs routes instead of URLs, because URLs may contain variables.
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: "idle",
    // Requests on connections that are still open are handled as usual.
    return503OnClosing: false,
  }) as unknown as FastifyInstance;

  const isOnLoopback = listensOnLoopback(app, () => {
    if (allowedHosts.length === 0) logger.warn(ANY_HOST_WARNING);
  });
  const policy = createRequestPolicy({
    answersTo: hostMatcher({ allowed: allowedHosts, isOnLoopback }),
    isAllowedOrigin,
    isRestLenient,
  });
  app.setErrorHandler(answerError);
  addSecurityHeaders(app);
  // The policy shares a hook with the request id, because each hook costs time.
  app.addHook("onRequest", ({ id, raw }, reply, done) => {
    reply.header("x-request-id", id);
    if (stopping.aborted) reply.header("connection", "close");
    done(policy(raw) ?? undefined);
  });
  await registerCors(app, corsOrigins);
  app.addHook("onSend", (_request, { raw }, payload, done) => {
    loadLimiter.releaseSlot(raw);
    done(null, payload);
  });
  app.addHook("onResponse", logResponse);
  answerUnknownRoutes(app);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(BODY_TYPES, bytesOf);

  const isReady = () => !stopping.aborted && (access?.isReady() ?? true);
  registerHealth(app, async () => isReady() && domain.isReady());
  if (access && devIssuer) registerDevIssuer(app, devIssuer, access.issuer);
  const hasMetrics = servesMetrics && isExposed(exposure, "schema");
  if (hasMetrics) registerMetrics(app);
  await registerRest(app, {
    domain,
    callerOf: signIn.ofRest,
    requiresCredentials: access?.settings.rest === "key",
    nodeId: toNodeId,
    deprecatedSince: restDeprecatedSince,
    sunset: restSunset,
    beginStream: loadLimiter.beginStream,
    showsSchema: isExposed(exposure, "schema"),
  });
  const shown = {
    exposure,
    hasMetrics,
    isSandboxAllowed: isAllowedOrigin(SANDBOX_ORIGIN),
    sandboxHeaders: explainer ? { [COST_HEADER]: "true" } : {},
  };
  const page = landingPage(shown);
  // Whoever opens the page does not say who they are.
  const shownClinic = access?.settings.mode === "issuer" ? null : domain.as(ANYONE);
  await registerExplorer(app, { domain: shownClinic, shown, landingPage: page });
  if (isExposed(exposure, "schema")) registerPublishedSchema(app);
  if (isExposed(exposure, "explorers")) await registerExamples(app);
  const documents = readManifests(trustedDocuments.manifests);
  const graphql = {
    exposure,
    explainer,
    trustedDocuments: documents,
    landingPage: isExposed(exposure, "explorers") ? landingPagePlugin(page) : undefined,
    compilesQueries,
  };
  await registerGraphql(app, { domain, signIn, trust: trustedDocuments.trust }, graphql);
  return app;

  /** Answers a URL that the router cannot parse; no hook has run for it. */
  function answerFrameworkError(
    _error: FastifyError,
    request: FastifyRequest,
    reply: FastifyReply,
  ) {
    loadLimiter.releaseSlot(reply.raw);
    reply.headers({ "x-request-id": request.id, "cache-control": "no-store" });
    void sendProblem(request, reply, policy(request.raw) ?? new HttpProblem(400, BAD_URL));
  }
}

/** All types. The usual one is listed, because Fastify does not cache the lookup of `*`. */
const BODY_TYPES = ["application/json", "*"];
const ANY_HOST_WARNING =
  "This server accepts any Host header. Set ALLOWED_HOSTS to its host names.";
const BAD_URL =
  "The path is not a valid URL: a percent sign must be followed by two hexadecimal digits of UTF-8.";

async function registerGraphql(
  app: FastifyInstance,
  { domain, signIn, trust }: { domain: Domain; signIn: SignIn; trust: Trust },
  options: GraphqlServerOptions,
) {
  const server = createGraphqlServer(options);
  const contextOf = ({ id, log, raw: { socket } }: FastifyRequest, caller: Caller) =>
    createContext(domain, { caller, id, log, hasGone: () => socket.destroyed });
  await server.start();
  // By then, Fastify has waited for pending requests.
  app.addHook("onClose", () => server.stop());
  await app.register(async (graphql) => {
    graphql.removeAllContentTypeParsers();
    graphql.addContentTypeParser(BODY_TYPES, jsonOf(app.getDefaultJsonParser("error", "error")));
    graphql.route({
      url: "/graphql",
      schema: { hide: true },
      method: ["GET", "POST"],
      // The page for browsers has its own content security policy, and programs need none.
      config: { hasOwnPolicy: true },
      preHandler: admitDocuments(trust, options.trustedDocuments),
      handler: graphqlHandler(server, (request) => {
        const caller = signIn.ofGraphql(request);
        return caller instanceof Promise
          ? caller.then((found) => contextOf(request, found))
          : contextOf(request, caller);
      }),
    });
  });
}
