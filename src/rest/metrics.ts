import type { FastifyInstance } from "fastify";
import { Counter, register } from "prom-client";

/** So many callers are told apart; whoever comes later counts as `other`. */
const MOST_CALLERS = 200;

/**
 * Counts the requests of each endpoint by caller, for `GET /metrics` in Prometheus' format, and logs
 * them, so that an owner knows who has still to move.
 */
export function countRequests(rest: FastifyInstance): void {
  const callers = new Set<string>();
  const requests = restRequests();
  rest.addHook("onResponse", (request, reply, done) => {
    const product = callerOf(request.headers["user-agent"]);
    const caller = callers.has(product) || callers.size < MOST_CALLERS ? product : "other";
    callers.add(caller);
    const route = request.routeOptions.url ?? "unknown";
    requests.inc({ method: request.method, route, status: reply.statusCode, caller });
    request.log.info({ method: request.method, route, caller }, "rest request");
    done();
  });
}

/** One counter for the process, however many servers it opens. */
function restRequests() {
  const name = "rest_requests_total";
  register.removeSingleMetric(name);
  return new Counter({
    name,
    help: "Requests to the endpoints of the earlier REST service",
    labelNames: ["method", "route", "status", "caller"],
  });
}

/** The first product of a user agent, `python-requests/2.31`: enough to know a program by. */
function callerOf(userAgent: string | undefined): string {
  return /^[\w.!#$%&'*+^`|~/-]{1,60}/.exec(userAgent ?? "")?.[0] ?? "unknown";
}
