import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Client, Clients } from "./clients.js";
import type { Receiver } from "./slow-sockets.js";

/** How many pipelined requests of one connection may wait for earlier responses. */
const MAX_PIPELINED = 16;

export interface Connection extends Receiver {
  /** Handles its requests. */
  readonly handler: RequestListener;
  /** The peer: a client, or a proxy that forwards the requests of many clients. */
  readonly client: Client;
  /** A connection that waits for a request, or for the rest of one, may be closed to make room. */
  state: "waiting" | "busy";
  /** The start of this state, in milliseconds; as imprecise as `now`. */
  since: number;
  /** The response that is being produced or sent. */
  current: ServerResponse | null;
  /** The requests that arrived after it. */
  readonly pipelined: (readonly [IncomingMessage, ServerResponse])[];
}

export interface ConnectionOptions {
  /** The maximum of open connections; one client gets at most its share. */
  most: number;
  clients: Clients;
  /** The current time in milliseconds; may be some hundred milliseconds old. */
  now: () => number;
  /** Called when all earlier requests of the connection have been answered. */
  serve: (request: IncomingMessage, response: ServerResponse, connection: Connection) => void;
}

/** Limits the connections of a server, and handles the requests of each connection one at a time. */
export function createConnections({ most, clients, now, serve }: ConnectionOptions) {
  const connections = new Set<Connection>();
  const bySocket = new WeakMap<Socket, Connection>();

  const add = (socket: Socket, client: Client, handler: RequestListener) => {
    const connection: Connection = {
      socket,
      handler,
      client,
      state: "waiting",
      since: now(),
      current: null,
      pipelined: [],
      progress: null,
    };
    connections.add(connection);
    bySocket.set(socket, connection);
    client.connections += 1;
    socket.once("close", () => {
      connections.delete(connection);
      connection.pipelined.length = 0;
      client.connections -= 1;
      clients.release(client);
    });
  };

  /** Closes the connection that has waited longest, of all clients or of one; returns false if none is waiting. */
  const closeLongestIdle = (client: Client | null): boolean => {
    let oldest: Connection | undefined;
    for (const connection of connections) {
      if (connection.state === "busy" || (client && connection.client !== client)) continue;
      if (!oldest || connection.since < oldest.since) oldest = connection;
    }
    oldest?.socket.destroy();
    return oldest !== undefined;
  };

  const begin = (connection: Connection, request: IncomingMessage, response: ServerResponse) => {
    connection.current = response;
    connection.state = "busy";
    serve(request, response, connection);
  };

  return {
    all: (): Iterable<Connection> => connections,

    /** Accepts a new connection, or closes it if there is no room. */
    open(socket: Socket, handler: RequestListener): void {
      const client = clients.ofSocket(socket);
      const hasShare = !clients.isWithinShare(client, client.connections, most);
      const isFull = connections.size >= most;
      if ((hasShare || isFull) && !closeLongestIdle(hasShare ? client : null)) socket.destroy();
      else add(socket, client, handler);
    },

    /**
     * Handles a request when all earlier requests of its connection have been answered.
     *
     * @returns false, without handling it, if too many requests of the connection are waiting.
     */
    handle(request: IncomingMessage, response: ServerResponse): boolean {
      const connection = bySocket.get(request.socket);
      // The connection was closed while the request was being read.
      if (!connection) return true;
      if (!connection.current) begin(connection, request, response);
      else if (connection.pipelined.length >= MAX_PIPELINED) return false;
      else connection.pipelined.push([request, response]);
      return true;
    },

    /** To be called when the current response has been sent, or cannot be sent. */
    finish(connection: Connection): void {
      connection.current = null;
      connection.state = "waiting";
      connection.since = now();
      const next = connection.pipelined.length > 0 ? connection.pipelined.shift() : undefined;
      if (next) begin(connection, ...next);
    },
  };
}
