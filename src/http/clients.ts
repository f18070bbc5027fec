import type { IncomingMessage } from "node:http";
import { isIP, type Socket } from "node:net";
import { isLoopback, networkOf, type Addresses } from "./addresses.js";

/** How much of the shared resources one client uses. */
export interface Client {
  /** The address that identifies the client; null for the clients that cannot be distinguished. */
  readonly address: string | null;
  connections: number;
  /** Requests that run or wait in the queue. */
  admitted: number;
  /** Requests that wait because the client already uses its share of the slots. */
  deferred: number;
  streams: number;
  waitingStreams: number;
}

const newClient = (address: string | null): Client => ({
  address,
  connections: 0,
  admitted: 0,
  deferred: 0,
  streams: 0,
  waitingStreams: 0,
});

export interface ClientOptions {
  /** The proxies whose `X-Forwarded-For` header is trusted. */
  isTrusted: Addresses;
  /** The maximum share of any resource for one client, above 0 and up to 1. */
  share: number;
}

export type Clients = ReturnType<typeof createClients>;

/**
 * Identifies clients by address: behind a trusted proxy, by the address that the proxy forwards. Callers on loopback and
 * trusted proxies themselves are not distinguished, and their shares are not limited.
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

    /** Whether a client that uses `held` of `total` may use one more. */
    isWithinShare: ({ address }: Client, held: number, total: number): boolean =>
      address === null || held < Math.ceil(total * share),

    /** Deletes the entry of a client that uses nothing any more. */
    release(client: Client): void {
      const { address, connections, admitted, deferred, streams, waitingStreams } = client;
      if (address === null) return;
      if (connections + admitted + deferred + streams + waitingStreams === 0) known.delete(address);
    },
  };
}

/** The address that the outermost trusted proxy received the request from. */
export function lastUntrusted(forwarded: string, isTrusted: Addresses): string {
  let end = forwarded.length;
  for (;;) {
    const start = forwarded.lastIndexOf(",", end - 1);
    const address = forwarded.slice(start + 1, end).trim();
    if (start < 0 || !isTrusted(address)) return address;
    end = start;
  }
}
