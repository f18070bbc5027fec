import type { onResponseHookHandler } from "fastify";
import { Counter, register } from "prom-client";

/** The maximum of callers with a label of their own; the others count as `other`. */
const MAX_CALLERS = 200;
const OTHER = "other";

const LABELS = ["method", "route", "status"] as const;
type Labels = Record<(typeof LABELS)[number], string>;

/**
 * Counts the requests of each endpoint by caller, for Prometheus, so that the owner knows which callers have not moved to
 * GraphQL yet.
 *
 * @returns a hook for the endpoints that counts and logs each request.
 */
export function countRequests(): onResponseHookHandler {
  const counts = new CallerCounts();
  publish(counts);
  return (request, reply, done) => {
    const { method } = request;
    const route = request.routeOptions.url ?? "";
    const labels = { method, route, status: String(reply.statusCode) };
    const product = productOf(request.headers["user-agent"]);
    const caller = counts.add(product, labels, reply.statusCode < 400);
    request.log.info({ method, route, caller }, "rest request");
    done();
  };
}

/** The number of requests of one caller: in total, and by labels (as JSON). */
interface Requests {
  total: number;
  byLabels: Map<string, number>;
}

/** Counts requests by caller, in bounded memory. */
export class CallerCounts {
  /** Ordered by the last request; the most recent caller is last. */
  readonly #callers = new Map<string, Requests>();
  readonly #others: Requests = noRequests();

  /**
   * Counts a request. A caller gets a label of its own with its first successful request. If there are too many callers,
   * the one with the fewest requests (of several, the least recent one) is evicted, and its requests count as `other`.
   * Thus invented names evict each other, but not a program that calls regularly.
   *
   * @returns the label under which the request was counted.
   */
  add(caller: string, labels: Labels, hasSucceeded: boolean): string {
    const known = this.#callers.get(caller);
    if (!known && !hasSucceeded) {
      increase(this.#others, JSON.stringify(labels), 1);
      return OTHER;
    }
    if (!known && this.#callers.size >= MAX_CALLERS) this.#forgetOne();
    const requests = known ?? noRequests();
    this.#callers.delete(caller);
    this.#callers.set(caller, requests);
    increase(requests, JSON.stringify(labels), 1);
    return caller;
  }

  /** All counts with their labels. */
  *[Symbol.iterator](): Generator<[labels: Labels & { caller: string }, count: number]> {
    for (const [caller, { byLabels }] of [...this.#callers, [OTHER, this.#others] as const]) {
      for (const [labels, count] of byLabels) {
        yield [{ ...(JSON.parse(labels) as Labels), caller }, count];
      }
    }
  }

  #forgetOne(): void {
    const callers = [...this.#callers];
    const [name, { byLabels }] = callers.reduce((least, each) =>
      each[1].total < least[1].total ? each : least,
    );
    this.#callers.delete(name);
    for (const [labels, count] of byLabels) increase(this.#others, labels, count);
  }
}

const noRequests = (): Requests => ({ total: 0, byLabels: new Map() });

function increase(requests: Requests, labels: string, by: number): void {
  requests.total += by;
  requests.byLabels.set(labels, (requests.byLabels.get(labels) ?? 0) + by);
}

/** Registers the counts as a Prometheus counter; the process has only one, even if it creates several apps. */
function publish(counts: CallerCounts): void {
  const name = "rest_requests_total";
  register.removeSingleMetric(name);
  new Counter({
    name,
    help: "Requests to the endpoints of the earlier REST service",
    labelNames: [...LABELS, "caller"],
    collect() {
      this.reset();
      for (const [labels, count] of counts) this.inc(labels, count);
    },
  });
}

/** The first product of a User-Agent header, which identifies the program: `python-requests/2.31`. */
function productOf(userAgent: string | undefined): string {
  return /^[\w.!#$%&'*+^`|~/-]{1,60}/.exec(userAgent ?? "")?.[0] ?? "unknown";
}
