import type { onResponseHookHandler } from "fastify";
import { Counter, register } from "prom-client";

/** So many callers are told apart; the others count as `other`. */
const MAX_CALLERS = 200;
const OTHER = "other";

const LABELS = ["method", "route", "status"] as const;
type Labels = Record<(typeof LABELS)[number], string>;

/**
 * Counts the requests of each endpoint by caller, in Prometheus' format, so that an owner
 * knows who has still to move.
 *
 * @returns the hook that counts a request, for the endpoints; it also logs it.
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

/** What one caller has sent: how often in all, and by the labels as JSON. */
interface Requests {
  total: number;
  byLabels: Map<string, number>;
}

/** How often each caller has sent what, in bounded memory. */
export class CallerCounts {
  /** The one that was seen last is at the end. */
  readonly #callers = new Map<string, Requests>();
  readonly #others: Requests = noRequests();

  /**
   * Counts a request. A caller is known from its first request that succeeds on, until it gives way to a
   * new one: that with the fewest requests does, of several the one that was not seen for longest. What a
   * caller sends before and has sent after counts as `other`. So names that somebody invents push out each
   * other, and not a program that calls again and again.
   *
   * @returns the name under which it was counted.
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

  /** All the counts, each with its labels. */
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

/** Makes the counts a counter of the process; there is one, however many servers it opens. */
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

/** The first product of a user agent, `python-requests/2.31`: enough to know a program by. */
function productOf(userAgent: string | undefined): string {
  return /^[\w.!#$%&'*+^`|~/-]{1,60}/.exec(userAgent ?? "")?.[0] ?? "unknown";
}
