import type { FastifyInstance } from "fastify";
import { HttpProblem } from "../common/http-problem.js";
import { sendProblem } from "./problem.js";
import { pathOf } from "../common/url.js";

interface KnownRoute {
  methods: Set<string>;
  pattern: RegExp;
}

/**
 * Answers requests that match no route: 405 with `Allow` if the path has other methods, else 404. Must be called
 * before routes are added.
 */
export function answerUnknownRoutes(app: FastifyInstance): void {
  const routes = new Map<string, KnownRoute>();
  app.addHook("onRoute", ({ url, method }) => {
    let route = routes.get(url);
    if (!route) routes.set(url, (route = { methods: new Set(), pattern: patternOf(url) }));
    for (const each of [method].flat()) if (each !== "HEAD") route.methods.add(each);
  });

  /** The methods of the route with exactly this path, else of the first route whose pattern matches. */
  const methodsAt = (path: string): ReadonlySet<string> | undefined =>
    (routes.get(path) ?? [...routes.values()].find(({ pattern }) => pattern.test(path)))?.methods;

  app.setNotFoundHandler((request, reply) => {
    const path = pathOf(request.url);
    const methods = methodsAt(path);
    if (methods && !methods.has(request.method === "HEAD" ? "GET" : request.method)) {
      const allow = [...methods].join(", ");
      return sendProblem(request, reply, new HttpProblem(405, "Method Not Allowed", { allow }));
    }
    return sendProblem(request, reply, new HttpProblem(404, "Not Found"));
  });
}

const patternOf = (url: string): RegExp =>
  new RegExp(`^${url.replaceAll(".", "\\.").replaceAll(/:\w+/g, "[^/]+").replaceAll("*", ".*")}$`);
