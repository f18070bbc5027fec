import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerOptions,
  type ServerResponse,
} from "node:http";
import type { FastifyBaseLogger } from "fastify";
import { addresses, type Addresses } from "./addresses.js";
import { hasBody, receiveBody } from "./body.js";
import { createClients } from "./clients.js";
import { createConnections, type Connection } from "./connections.js";
import { createRequestQueue, type Job } from "./request-queue.js";
import { HttpProblem } from "../common/http-problem.js";
import { BUSY, refuse } from "./problem.js";
import { closeSlowSockets, SENDING_LIMITS, type SendingLimits } from "./slow-sockets.js";
import { createStreamLimiter, STREAM_LIMITS, type StreamLimits } from "./streams.js";

/** Served even under overload: that is when health checks and metrics matter most. */
const ALWAYS_SERVED = new Set(["/livez", "/readyz", "/metrics"]);

export interface LoadLimits {
  /** The maximum of requests that run or wait. */
  requests: number;
  connections: number;
  /** The maximum share of requests, streams and connections for one client, above 0 and up to 1. */
  share: number;
  /** Whether the `X-Forwarded-For` header of this proxy is trusted. */
  isTrustedProxy: Addresses;
  streams: StreamLimits;
  sending: SendingLimits;
  /** The maximum time in which a request must arrive. */
  requestMilliseconds: number;
}

export const DEFAULT_LOAD_LIMITS: LoadLimits = {
  requests: 128,
  connections: 1_024,
  share: 0.25,
  isTrustedProxy: addresses([]),
  streams: STREAM_LIMITS,
  sending: SENDING_LIMITS,
  requestMilliseconds: 10_000,
};

const serverOptions = (requestTimeout: number): ServerOptions => ({
  /** Longer than the idle timeout of load balancers (usually 60 s), so that none of them reuses a connection that is closing. */
  keepAliveTimeout: 72_000,
  requestTimeout,
  headersTimeout: requestTimeout,
  connectionsCheckingInterval: Math.min(1_000, requestTimeout),
  /** Includes the request line with the URL. */
  maxHeaderSize: 16 * 1_024,
});

const CONNECTION = Symbol("connection");
const JOB = Symbol("job");

/** A response with its connection and its place in the request queue. */
interface TrackedResponse extends ServerResponse {
  [CONNECTION]?: Connection;
  /** Set while the request runs or waits. */
  [JOB]?: Job | undefined;
}

/** A request that runs or waits. All share one `begin` function, because a closure for each request costs time. */
interface ActiveRequest extends Job {
  request: IncomingMessage;
  answer: ServerResponse;
  connection: Connection;
}

function startRequest(this: ActiveRequest): void {
  this.connection.handler(this.request, this.answer);
}

export interface LoadLimiterOptions extends LoadLimits {
  /** Whether pages of this origin may read the error response. */
  isAllowedOrigin: (origin: string) => boolean;
  logger: FastifyBaseLogger;
}

export interface LoadLimiter {
  /** Creates a server. All servers of one limiter share its limits. */
  serverFactory: (handler: RequestListener) => Server;
  /** Releases the slot of a request whose response is ready to be sent. */
  releaseSlot: (response: ServerResponse) => void;
  /**
   * Releases the slot of the request and waits until its response may be streamed.
   *
   * @returns a function to call once, when the stream has ended.
   * @throws HttpProblem 503 if no stream slot becomes free in time.
   */
  beginStream: (response: ServerResponse) => Promise<() => void>;
}

/**
 * Limits the requests that run at the same time, and what connections may do.
 *
 * A request takes a slot when its body has arrived and releases it when its response is ready, so that neither
 * slow senders nor slow readers occupy one. The limits apply before Fastify sees the request, because
 * queueing and refusing must be cheap.
 */
export function createLoadLimiter(options: LoadLimiterOptions): LoadLimiter {
  const { isAllowedOrigin, logger, sending } = options;
  const clients = createClients({ isTrusted: options.isTrustedProxy, share: options.share });
  const queue = createRequestQueue(options.requests, clients);
  const streams = createStreamLimiter(options.streams, clients);
  let now = performance.now();
  const connections = createConnections({
    most: options.connections,
    clients,
    now: () => now,
    serve: (request, response, connection) => {
      serve(request, response, connection);
    },
  });

  const closeSlowConnections = () => {
    now = performance.now();
    const timeoutOf = ({ current }: Connection) =>
      current && streams.isBlockingOthers(current)
        ? options.streams.slowTimeoutMilliseconds
        : sending.timeoutMilliseconds;
    const closed = closeSlowSockets(connections.all(), sending, timeoutOf, now);
    if (closed > 0) logger.info({ closed }, "slow connections closed");
  };

  const admit = (request: IncomingMessage, answer: TrackedResponse, connection: Connection) => {
    connection.state = "busy";
    const client = clients.ofRequest(request, connection.client);
    const job: ActiveRequest = {
      client,
      isRunning: false,
      begin: startRequest,
      request,
      answer,
      connection,
    };
    answer[JOB] = job;
    if (queue.admit(job)) return;
    answer[JOB] = undefined;
    refuse(request, answer, BUSY, isAllowedOrigin);
  };

  const serve = (request: IncomingMessage, answer: TrackedResponse, connection: Connection) => {
    answer[CONNECTION] = connection;
    answer.on("close", onClose);
    if (ALWAYS_SERVED.has(request.url ?? "")) connection.handler(request, answer);
    else if (!hasBody(request)) admit(request, answer, connection);
    else {
      connection.state = "waiting";
      receiveBody(request, () => {
        admit(request, answer, connection);
      });
    }
  };

  /** Runs once for each response, also if the client has disconnected. */
  function onClose(this: TrackedResponse) {
    if (this[JOB]) queue.cancel(this[JOB]);
    streams.giveUp(this);
    if (this[CONNECTION]) connections.finish(this[CONNECTION]);
  }

  const releaseSlot = (response: ServerResponse) => {
    const answer: TrackedResponse = response;
    if (!answer[JOB]) return;
    queue.release(answer[JOB]);
    answer[JOB] = undefined;
  };

  return {
    releaseSlot,

    beginStream(response) {
      const answer: TrackedResponse = response;
      // In this order, so that the client always holds something and its entry is not deleted in between.
      const begun = streams.begin(answer[JOB]?.client ?? clients.everybody, answer);
      releaseSlot(answer);
      return begun;
    },

    serverFactory(handler) {
      const server = createServer(
        serverOptions(options.requestMilliseconds),
        (request, response) => {
          if (!connections.handle(request, response)) {
            refuse(request, response, BUSY, isAllowedOrigin);
          }
        },
      );
      server.on("connection", (socket) => {
        connections.open(socket, handler);
      });
      server.on("checkExpectation", (request: IncomingMessage, response: ServerResponse) => {
        const problem = new HttpProblem(
          417,
          "The only supported value of the Expect header is 100-continue",
        );
        refuse(request, response, problem, isAllowedOrigin);
      });
      const watching = setInterval(closeSlowConnections, sending.intervalMilliseconds).unref();
      server.on("close", () => {
        clearInterval(watching);
      });
      return server;
    },
  };
}
