import type { IncomingMessage } from "node:http";
import { isIP, type Socket } from "node:net";
import { isLoopback, networkOf, type Addresses } from "./addresses.js";

/** What one client holds of what there is for all clients. */
export interface Client {
  /** The address that tells it from others; null for all who can't be told apart. */
  readonly address: string | null;
  connections: number;
  /** Requests that are at work or in the queue for it. */
  admitted: number;
  /** Requests that wait because the client has its share of those. */
  held: number;
  streams: number;
  waitingStreams: number;
}

const newClient = (address: string | null): Client => ({
  address,
  connections: 0,
  admitted: 0,
  held: 0,
  streams: 0,
  waitingStreams: 0,
});

export interface ClientOptions {
  /** The proxies whose `X-Forwarded-For` is believed. */
  isTrusted: Addresses;
  /** The largest part of anything that one client may hold, above 0 and up to 1. */
  share: number;
}

export type Clients = ReturnType<typeof createClients>;

/**
 * Tells clients by the addresses that are their own. Those behind a trusted proxy are told by what it
 * forwards. Callers on loopback, and trusted proxies themselves, are not told apart and have no shares.
 */
export function createClients({ isTrusted, share }: ClientOptions) {
  const everybody = newClient(null);
  const known = new Map<string, Client>();

  const clientAt = (address: string | undefined): Client => {
    if (address === undefined || isIP(address) === 0) return everybody;
    if (isLoopback(address) || isTrusted(address)) return everybody;
    const network = networkOf(address);
    let client = known.get(network);
    if (!client) known.set(network, (client = newClient(network)));
    return client;
  };

  return {
    everybody,

    ofSocket: ({ remoteAddress }: Socket): Client => clientAt(remoteAddress),

    /** @param peer the client of the request's connection. */
    ofRequest({ socket, headers }: IncomingMessage, peer: Client): Client {
      const forwarded = headers["x-forwarded-for"];
      if (peer !== everybody || forwarded === undefined) return peer;
      if (!isTrusted(socket.remoteAddress ?? "")) return peer;
      return clientAt(lastUntrusted(String(forwarded), isTrusted));
    },

    /** Whether a client that holds so many of `total` may have one more. */
    mayHaveMore: ({ address }: Client, held: number, total: number): boolean =>
      address === null || held < Math.ceil(total * share),

    /** Forgets a client that holds nothing any more. */
    release(client: Client): void {
      const { address, connections, admitted, held, streams, waitingStreams } = client;
      if (address === null) return;
      if (connections + admitted + held + streams + waitingStreams === 0) known.delete(address);
    },
  };
}

/** The address that the outermost trusted proxy has seen. */
function lastUntrusted(forwarded: string, isTrusted: Addresses): string {
  let end = forwarded.length;
  for (;;) {
    const start = forwarded.lastIndexOf(",", end - 1);
    const address = forwarded.slice(start + 1, end).trim();
    if (start < 0 || !isTrusted(address)) return address;
    end = start;
  }
}
