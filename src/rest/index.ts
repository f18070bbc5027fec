import { Readable } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from "fastify";
import { loggableError, type Domain } from "../domain/index.js";
import { registerDocs } from "./docs.js";
import { countRequests } from "./metrics.js";
import { toOperation } from "./operation.js";
import { faultProblem, Problem } from "./problems.js";
import { ROUTES, type Route } from "./routes.js";

const METHODS: HTTPMethods[] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const JSON_TYPE = "application/json";

export interface RestOptions {
  domain: Domain;
  /** Since when these endpoints are deprecated; null as long as they are not. */
  deprecatedSince: Date | null;
  /** When they will be gone; null if that is open. */
  sunset: Date | null;
}

/** The endpoints of the earlier REST service, their documents, and the count of who still calls them. */
export async function registerRest(app: FastifyInstance, options: RestOptions): Promise<void> {
  await registerDocs(app);
  await app.register(async (rest) => {
    // Bodies are read by body.ts, by the content type that the caller names.
    rest.removeAllContentTypeParsers();
    rest.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => {
      done(null, body);
    });
    // The schemas are there for the documents: readers.ts reads by them with pydantic's errors.
    rest.setValidatorCompiler(() => () => true);
    rest.setSerializerCompiler(() => (data) => JSON.stringify(data));
    rest.setErrorHandler(answerError);
    rest.setNotFoundHandler(() => {
      throw new Problem(404, { detail: "Not Found" });
    });
    rest.addHook("onSend", withPlainContentType);
    countRequests(rest);
    for (const route of ROUTES) registerRoute(rest, route, options);
    for (const url of new Set(ROUTES.map((route) => route.url))) registerRemainder(rest, url);
  });
}

function registerRoute(rest: FastifyInstance, route: Route, options: RestOptions): void {
  const headers = { link: linkTo(route), ...deprecationHeaders(options) };
  rest.route({
    method: route.method,
    url: route.url,
    schema: toOperation(route),
    async handler(request, reply) {
      reply.headers(headers);
      const answer = await route.handle(options.domain, {
        params: request.params as Record<string, string>,
        query: request.query as Record<string, unknown>,
        body: request.body,
        contentType: request.headers["content-type"],
        idempotencyKey: header(request, "idempotency-key"),
      });
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

/**
 * The GraphQL operation that gives the same data, as a query to /graphql (RFC 8288; `successor-version`
 * is RFC 5829's relation to what replaces a resource).
 */
const linkTo = ({ graphql }: Route): string =>
  `</graphql?query=${encodeURIComponent(graphql)}>; rel="successor-version"; type="application/json"`;

/** RFC 9745 and RFC 8594. */
function deprecationHeaders({ deprecatedSince, sunset }: RestOptions): Record<string, string> {
  return {
    ...(deprecatedSince && { deprecation: `@${deprecatedSince.getTime() / 1_000}` }),
    ...(sunset && { sunset: sunset.toUTCString() }),
  };
}

function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
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
