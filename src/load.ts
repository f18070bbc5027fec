import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from "node:http";

/** Health must be answered above all when there is much to do. */
const ALWAYS_SERVED = new Set(["/livez", "/readyz", "/metrics"]);

/** They keep the process and its database busy; with more, each of them is only slower. */
const MOST_AT_WORK = 64;

/**
 * Requests that have waited are begun together: one by one, a fifth less gets done (bench/NOTES.md). It is
 * time for it when so few are left at work, or so long after a place has become free.
 */
const FEW_AT_WORK = 16;
const LONGEST_PAUSE_MILLISECONDS = 8;

const SERVER_OPTIONS = {
  /** Longer than a balancer keeps a connection that is idle (usually 60 s), so that it never sends into its end. */
  keepAliveTimeout: 72_000,
  /** A caller who sends without haste holds a place at work. */
  requestTimeout: 10_000,
  connectionsCheckingInterval: 1_000,
};

/** One body for both faces: GraphQL clients read `errors`, callers of the REST endpoints `detail`. */
const MESSAGE = "The service is busy. Nothing was done; try again.";
const BUSY = JSON.stringify({
  detail: MESSAGE,
  errors: [{ message: MESSAGE, extensions: { code: "SERVICE_UNAVAILABLE", retryable: true } }],
});

const HEADERS = {
  "content-type": "application/json",
  "content-length": Buffer.byteLength(BUSY),
  "retry-after": "1",
};

/** The limit of who sets none. */
export const DEFAULT_LIMIT = 128;

export interface LoadLimit {
  /** The most requests that may be under way: at work, or waiting for it. */
  limit: number;
  /** Whether a page of this origin may read that it was turned away. */
  isAllowed: (origin: string) => boolean;
}

/**
 * Makes servers that have so many requests worked on at a time as go well together. The others wait, first
 * come, first served; with `limit` under way, more are turned away with 503 and `Retry-After`: they would
 * be too late for their callers. That is done before anything else has to do with them, because waiting and
 * refusing must be cheap, too. The limit is one for all servers that are made.
 */
export function limitLoad({ limit, isAllowed }: LoadLimit): (handler: RequestListener) => Server {
  const admit = makeQueue(limit);
  return (handler) =>
    createServer(SERVER_OPTIONS, (request, response) => {
      const work = () => {
        handler(request, response);
      };
      if (ALWAYS_SERVED.has(request.url ?? "")) work();
      else if (!admit({ response, work })) refuse(request, response, isAllowed);
    });
}

interface Job {
  response: ServerResponse;
  work: () => void;
}

/** Makes a function that sees to it that a job is done, or returns false if there are too many. */
function makeQueue(limit: number): (job: Job) => boolean {
  let atWork = 0;
  let pause: NodeJS.Timeout | null = null;
  const waiting: Job[] = [];

  const begin = ({ response, work }: Job) => {
    atWork += 1;
    // Comes once for each, also where the caller has gone away.
    response.once("close", end);
    work();
  };

  const end = () => {
    atWork -= 1;
    if (waiting.length === 0) return;
    if (atWork <= FEW_AT_WORK) beginTogether();
    else pause ??= setTimeout(beginTogether, LONGEST_PAUSE_MILLISECONDS);
  };

  const beginTogether = () => {
    if (pause) clearTimeout(pause);
    pause = null;
    while (atWork < MOST_AT_WORK) {
      const next = waiting.shift();
      if (!next) return;
      // The caller of one that has waited may have gone away.
      if (!next.response.destroyed) begin(next);
    }
  };

  return (job) => {
    if (atWork + waiting.length >= limit) return false;
    if (atWork < MOST_AT_WORK && waiting.length === 0) begin(job);
    else waiting.push(job);
    return true;
  };
}

function refuse(
  { headers: { origin } }: IncomingMessage,
  response: ServerResponse,
  isAllowed: LoadLimit["isAllowed"],
): void {
  if (origin !== undefined && isAllowed(origin)) {
    response.setHeader("access-control-allow-origin", origin);
  }
  response.writeHead(503, HEADERS).end(BUSY);
}
