import { Readable } from "node:stream";
import type {
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  HTTPMethods,
  onResponseHookHandler,
} from "fastify";
import { loggableError, type Domain } from "../domain/index.js";
import { registerDocs } from "./docs.js";
import { countRequests } from "./metrics.js";
import { makeOpenApi } from "./openapi.js";
import { faultProblem, Problem } from "./problems.js";
import { ROUTES, type Route } from "./routes.js";
import type { NodeId } from "./successors.js";

const METHODS: HTTPMethods[] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const JSON_TYPE = "application/json";

export interface RestOptions {
  domain: Domain;
  /** How the graph names a row, for the operations that answers link to. */
  nodeId: NodeId;
  /** Since when these endpoints are deprecated; null as long as they are not. */
  deprecatedSince: Date | null;
  /** When they will be gone; null if that is open. */
  sunset: Date | null;
}

/** The endpoints of the earlier REST service, their documents, and the count of who still calls them. */
export async function registerRest(app: FastifyInstance, options: RestOptions): Promise<void> {
  await registerDocs(app, makeOpenApi(options.nodeId));
  await app.register(async (rest) => {
    // Bodies are read by body.ts, by the content type that the caller names.
    rest.removeAllContentTypeParsers();
    rest.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => {
      done(null, body);
    });
    rest.setErrorHandler(answerError);
    rest.setNotFoundHandler(() => {
      throw new Problem(404, { detail: "Not Found" });
    });
    rest.addHook("onSend", withPlainContentType);
    const count = countRequests(rest);
    for (const route of ROUTES) registerRoute(rest, route, options, count);
    for (const url of new Set(ROUTES.map((route) => route.url))) registerRemainder(rest, url);
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
      const { params, query, body } = request;
      const read = route.read(options.domain, {
        params: params as Record<string, unknown>,
        query: query as Record<string, unknown>,
        headers: request.headers,
        body,
      });
      reply.header("link", read.link(options.nodeId));
      const answer = await read.answer();
      reply.code(route.status).type(JSON_TYPE);
      if (answer === null) return reply.send();
      const isWritten = typeof answer === "string" || answer instanceof Readable;
      return reply.send(isWritten ? answer : JSON.stringify(answer));
    },
  });
}

/** What is left at a path: other methods, and the path with a slash behind it. */
function registerRemainder(rest: FastifyInstance, url: string): void {
  const methods = ROUTES.filter((route) => route.url === url).map(({ method }) => method);
  // Fastify answers HEAD wherever there is a GET.
  const hasHead = methods.includes("GET");
  const others = METHODS.filter(
    (method) => !isTaken(url, method) && !(method === "HEAD" && hasHead),
  );
  rest.route({
    method: others,
    url,
    schema: { hide: true },
    handler: () => {
      const allow = { allow: methods.join(", ") };
      throw new Problem(405, { detail: "Method Not Allowed" }, allow);
    },
  });
  rest.route({
    method: METHODS,
    url: `${url}/`,
    schema: { hide: true },
    handler: (request, reply) => {
      const [path = "", query] = request.url.split("?", 2);
      const target = path.replace(/\/$/, "") + (query === undefined ? "" : `?${query}`);
      return reply.redirect(`${request.protocol}://${request.host}${target}`, 307);
    },
  });
}

/** Whether another route takes the request: `/appointments/by-date` also matches `/appointments/:id`. */
const isTaken = (url: string, method: HTTPMethods): boolean =>
  ROUTES.some((route) => {
    const pattern = new RegExp(`^${route.url.replaceAll(/:\w+/g, "[^/]+")}$`);
    return route.method === method && pattern.test(url);
  });

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
  const problem = error instanceof Problem ? error : faultProblem(error);
  if (problem.status >= 500) {
    request.log.error({ fault: loggableError(error) }, "request failed");
  }
  return reply.code(problem.status).headers(problem.headers).type(JSON_TYPE).send(problem.toJson());
}
