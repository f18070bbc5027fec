import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Client, Clients } from "./clients.js";
import type { Receiver } from "./slow-sockets.js";

/** So many requests of one connection may wait for the answers of those before them. */
const MOST_PIPELINED = 16;

export interface Connection extends Receiver {
  /** Serves its requests. */
  readonly handler: RequestListener;
  /** Who is at its other end: a caller, or a proxy that forwards many. */
  readonly client: Client;
  /** While it waits for a request, or for the rest of one, it may be closed to make room. */
  state: "waiting" | "busy";
  /** Since when it is in this state, in milliseconds, with the clock's precision. */
  since: number;
  /** The answer that is made or sent. */
  current: ServerResponse | null;
  /** The requests that came in behind it. */
  readonly pipelined: (readonly [IncomingMessage, ServerResponse])[];
}

export interface ConnectionOptions {
  /** The most at a time, of which one client has at most its share. */
  most: number;
  clients: Clients;
  /** The current time in milliseconds; need not be precise. */
  now: () => number;
  /** Called when it is a request's turn on its connection. */
  serve: (request: IncomingMessage, response: ServerResponse, connection: Connection) => void;
}

export type Connections = ReturnType<typeof createConnections>;

/** The connections of a server: their number, and that each is answered one request after another. */
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

  /** Closes the connection that has waited for longest, of all or of one client; false if none waits. */
  const makeRoom = (client: Client | null): boolean => {
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

    /** Takes a new connection, or closes it if there is no room. */
    open(socket: Socket, handler: RequestListener): void {
      const client = clients.ofSocket(socket);
      const hasShare = !clients.mayHaveMore(client, client.connections, most);
      const isFull = connections.size >= most;
      if ((hasShare || isFull) && !makeRoom(hasShare ? client : null)) socket.destroy();
      else add(socket, client, handler);
    },

    /**
     * Serves a request when those before it on its connection are answered.
     *
     * @returns false if too many wait for that, and it will not be served.
     */
    take(request: IncomingMessage, response: ServerResponse): boolean {
      const connection = bySocket.get(request.socket);
      // It was closed while this request was read.
      if (!connection) return true;
      if (!connection.current) begin(connection, request, response);
      else if (connection.pipelined.length >= MOST_PIPELINED) return false;
      else connection.pipelined.push([request, response]);
      return true;
    },

    /** The current answer of the connection has been sent, or can't be. */
    finish(connection: Connection): void {
      connection.current = null;
      connection.state = "waiting";
      connection.since = now();
      const next = connection.pipelined.length > 0 ? connection.pipelined.shift() : undefined;
      if (next) begin(connection, ...next);
    },
  };
}
