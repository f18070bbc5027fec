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
import { createPlaces, type Job } from "./request-queue.js";
import { HttpProblem } from "../common/http-problem.js";
import { BUSY, refuse } from "./problem.js";
import { closeSlow, SENDING_LIMITS, type SendingLimits } from "./slow-sockets.js";
import { createStreams, STREAM_LIMITS, type StreamLimits } from "./streams.js";

/** Health must be answered above all when there is much to do. */
const ALWAYS_SERVED = new Set(["/livez", "/readyz", "/metrics"]);

export interface FrontLimits {
  /** The most requests under way: at work, or waiting for it. */
  requests: number;
  connections: number;
  /** The largest part of the places, streams and connections that one client may have. */
  share: number;
  /** The proxies whose `X-Forwarded-For` is believed. */
  isTrustedProxy: Addresses;
  streams: StreamLimits;
  sending: SendingLimits;
  /** How long a request may take to arrive. */
  requestMilliseconds: number;
}

export const FRONT_LIMITS: FrontLimits = {
  requests: 128,
  connections: 1_024,
  share: 0.25,
  isTrustedProxy: addresses([]),
  streams: STREAM_LIMITS,
  sending: SENDING_LIMITS,
  requestMilliseconds: 10_000,
};

const serverOptions = (requestTimeout: number): ServerOptions => ({
  /** Longer than a balancer keeps a connection that is idle (usually 60 s), so that it never sends into its end. */
  keepAliveTimeout: 72_000,
  requestTimeout,
  headersTimeout: requestTimeout,
  connectionsCheckingInterval: Math.min(1_000, requestTimeout),
  /** The URL is among them. */
  maxHeaderSize: 16 * 1_024,
});

const CONNECTION = Symbol("connection");
const JOB = Symbol("job");

/** A response of this server. */
interface Answer extends ServerResponse {
  [CONNECTION]?: Connection;
  /** What it holds or waits for. */
  [JOB]?: Job | undefined;
}

/** A request at work. Each has the same function: these are made for every request. */
interface Work extends Job {
  request: IncomingMessage;
  answer: ServerResponse;
  connection: Connection;
}

function beginWork(this: Work): void {
  this.connection.handler(this.request, this.answer);
}

export interface FrontOptions extends FrontLimits {
  /** Whether a page of this origin may read that it was refused. */
  isAllowedOrigin: (origin: string) => boolean;
  logger: FastifyBaseLogger;
}

export interface Front {
  /** Makes a server; the limits are one for all that are made. */
  serverFactory: (handler: RequestListener) => Server;
  /** Gives back the place of a request whose answer is ready. */
  endWork: (response: ServerResponse) => void;
  /**
   * Gives back the place at work, and waits until an answer may be streamed.
   *
   * @returns what is to be called once, when the stream is at its end.
   * @throws HttpProblem 503 if it would have to wait too long.
   */
  beginStream: (response: ServerResponse) => Promise<() => void>;
}

/**
 * What stands before the routes: how many requests are worked on at a time, and what connections may do.
 *
 * A place at work is taken when a request is in with its body, and given back when its answer is ready, so
 * that neither slow senders nor slow readers hold one. It is decided before anything else has to do with a
 * request, because waiting and refusing must be cheap, too.
 */
export function createFront(options: FrontOptions): Front {
  const { isAllowedOrigin, logger, sending } = options;
  const clients = createClients({ isTrusted: options.isTrustedProxy, share: options.share });
  const places = createPlaces(options.requests, clients);
  const streams = createStreams(options.streams, clients);
  let now = performance.now();
  const connections = createConnections({
    most: options.connections,
    clients,
    now: () => now,
    serve: (request, response, connection) => {
      serve(request, response, connection);
    },
  });

  const watch = () => {
    now = performance.now();
    const patienceOf = ({ current }: Connection) =>
      current && streams.isWanted(current)
        ? options.streams.patienceMilliseconds
        : sending.patienceMilliseconds;
    const closed = closeSlow(connections.all(), sending, patienceOf, now);
    if (closed > 0) logger.info({ closed }, "connections closed that took too little");
  };

  const admit = (request: IncomingMessage, answer: Answer, connection: Connection) => {
    connection.state = "busy";
    const client = clients.ofRequest(request, connection.client);
    const job: Work = { client, isAtWork: false, begin: beginWork, request, answer, connection };
    answer[JOB] = job;
    if (places.admit(job)) return;
    answer[JOB] = undefined;
    refuse(request, answer, BUSY, isAllowedOrigin);
  };

  const serve = (request: IncomingMessage, answer: Answer, connection: Connection) => {
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

  /** Comes once for each answer, also where the caller has gone away. */
  function onClose(this: Answer) {
    if (this[JOB]) places.giveUp(this[JOB]);
    streams.giveUp(this);
    if (this[CONNECTION]) connections.finish(this[CONNECTION]);
  }

  const endWork = (response: ServerResponse) => {
    const answer: Answer = response;
    if (!answer[JOB]) return;
    places.end(answer[JOB]);
    answer[JOB] = undefined;
  };

  return {
    endWork,

    beginStream(response) {
      const answer: Answer = response;
      // In this order, so that its client holds something all the time, and is not forgotten.
      const begun = streams.begin(answer[JOB]?.client ?? clients.everybody, answer);
      endWork(answer);
      return begun;
    },

    serverFactory(handler) {
      const server = createServer(
        serverOptions(options.requestMilliseconds),
        (request, response) => {
          if (!connections.take(request, response)) {
            refuse(request, response, BUSY, isAllowedOrigin);
          }
        },
      );
      server.on("connection", (socket) => {
        connections.open(socket, handler);
      });
      server.on("checkExpectation", (request: IncomingMessage, response: ServerResponse) => {
        const problem = new HttpProblem(417, "Of the header Expect, only 100-continue is known");
        refuse(request, response, problem, isAllowedOrigin);
      });
      const watching = setInterval(watch, sending.intervalMilliseconds).unref();
      server.on("close", () => {
        clearInterval(watching);
      });
      return server;
    },
  };
}
