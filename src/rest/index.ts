import { Readable } from "node:stream";
import type { ServerResponse } from "node:http";
import type { FastifyInstance, FastifyReply, FastifyRequest, onResponseHookHandler } from "fastify";
import { loggableError, type Caller, type Domain } from "../domain/index.js";
import { HttpProblem } from "../common/http-problem.js";
import { pathOf, searchOf } from "../common/url.js";
import { registerDocs } from "./docs.js";
import { countRequests } from "./metrics.js";
import { makeOpenApi } from "./openapi.js";
import { faultProblem, Problem } from "./problems.js";
import { ROUTES, type Route } from "./routes.js";
import { JsonArray } from "./stream.js";
import type { NodeId } from "./successors.js";

const JSON_TYPE = "application/json";

export interface RestOptions {
  domain: Domain;
  /**
   * Who sends a request; at once if that is known.
   *
   * @throws HttpProblem, also as a rejection, if the request must not be answered.
   */
  callerOf: (request: FastifyRequest) => Caller | Promise<Caller>;
  /** Whether requests without credentials are refused. */
  requiresCredentials: boolean;
  /** Makes the GraphQL id of a row, for the operations that responses link to. */
  nodeId: NodeId;
  /** The date since which the endpoints are deprecated; null if they are not. */
  deprecatedSince: Date | null;
  /** The date when they will be removed; null if it is not decided. */
  sunset: Date | null;
  /** Whether the documentation of the endpoints is served, and responses link to the GraphQL operations. */
  showsSchema: boolean;
  /** Waits until a response may be streamed; returns a function to call at its end. */
  beginStream: (response: ServerResponse) => Promise<() => void>;
}

/** Registers the endpoints of the earlier REST service, their documentation, and the metrics of their callers. */
export async function registerRest(app: FastifyInstance, options: RestOptions): Promise<void> {
  await registerDocs(app, makeOpenApi(options), options.showsSchema);
  await app.register(async (rest) => {
    rest.setErrorHandler(answerError);
    rest.addHook("onSend", withPlainContentType);
    const count = countRequests();
    for (const route of ROUTES) registerRoute(rest, route, options, count);
    for (const url of new Set(ROUTES.map((route) => route.url))) registerSlash(rest, url);
  });
}

function registerRoute(
  rest: FastifyInstance,
  route: Route,
  options: RestOptions,
  count: onResponseHookHandler,
): void {
  const headers = deprecationHeaders(options);
  rest.route({
    method: route.method,
    url: route.url,
    onResponse: count,
    async handler(request, reply) {
      reply.headers(headers);
      const sender = options.callerOf(request);
      const caller = sender instanceof Promise ? await sender : sender;
      const { params, query, body } = request;
      const read = route.read(options.domain.as(caller), {
        params: params as Record<string, unknown>,
        query: query as Record<string, unknown>,
        headers: request.headers,
        body,
      });
      if (options.showsSchema) reply.header("link", read.link(options.nodeId));
      const answer = await read.answer();
      reply.code(route.status).type(JSON_TYPE);
      if (answer === null) return reply.send();
      if (answer instanceof JsonArray) {
        // HEAD reads no rows.
        if (request.method === "HEAD") return reply.send(Readable.from([]));
        return reply.send(await answer.write(() => options.beginStream(reply.raw)));
      }
      return reply.send(JSON.stringify(answer));
    },
  });
}

/** Redirects a path with a trailing slash to the one without it, on the same host. */
function registerSlash(rest: FastifyInstance, url: string): void {
  rest.all(`${url}/`, { schema: { hide: true } }, (request, reply) =>
    reply.redirect(pathOf(request.url).slice(0, -1) + searchOf(request.url), 307),
  );
}

/** RFC 9745 and RFC 8594. */
function deprecationHeaders({ deprecatedSince, sunset }: RestOptions): Record<string, string> {
  return {
    ...(deprecatedSince && { deprecation: `@${deprecatedSince.getTime() / 1_000}` }),
    ...(sunset && { sunset: sunset.toUTCString() }),
  };
}

/** The earlier system named no charset; Fastify does. */
function withPlainContentType(
  _request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
  done: (error: null, payload: unknown) => void,
): void {
  const type = reply.getHeader("content-type");
  if (reply.statusCode === 204) reply.removeHeader("content-type");
  else if (typeof type === "string" && type.startsWith(JSON_TYPE)) {
    reply.header("content-type", JSON_TYPE);
  }
  done(null, payload);
}

function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  // Handled like the problems of all other routes.
  if (error instanceof HttpProblem) throw error;
  const problem = error instanceof Problem ? error : faultProblem(error);
  if (problem.status >= 500) {
    request.log.error({ fault: loggableError(error) }, "request failed");
  }
  return reply.code(problem.status).headers(problem.headers).type(JSON_TYPE).send(problem.toJson());
}
