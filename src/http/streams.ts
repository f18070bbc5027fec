import type { ServerResponse } from "node:http";
import type { Client, Clients } from "./clients.js";
import { BUSY } from "./problem.js";

export interface StreamLimits {
  /** The maximum of concurrent streams. */
  most: number;
  /** How long a stream may wait for a slot. */
  waitMilliseconds: number;
  /** While others wait, a stream is closed when its client has been slow for this long. */
  slowTimeoutMilliseconds: number;
}

export const STREAM_LIMITS: StreamLimits = {
  most: 16,
  waitMilliseconds: 5_000,
  slowTimeoutMilliseconds: 1_000,
};

/** How many streams may wait for each one that may run. */
const WAITING_PER_STREAM = 4;

interface Waiting {
  client: Client;
  begin: () => void;
  giveUp: () => void;
}

/**
 * Limits the responses that are streamed at the same time. One client gets at most its share. Further streams wait
 * for a short time, first come, first served.
 */
export function createStreamLimiter({ most, waitMilliseconds }: StreamLimits, clients: Clients) {
  const running = new Set<ServerResponse>();
  const waiting = new Map<ServerResponse, Waiting>();
  const mostWaiting = most * WAITING_PER_STREAM;

  const mayBegin = (client: Client) =>
    running.size < most && clients.isWithinShare(client, client.streams, most);
  const mayWait = (client: Client) =>
    waiting.size < mostWaiting && clients.isWithinShare(client, client.waitingStreams, mostWaiting);

  const run = (client: Client, response: ServerResponse) => {
    running.add(response);
    client.streams += 1;
    return () => {
      running.delete(response);
      client.streams -= 1;
      clients.release(client);
      for (const next of waiting.values()) if (mayBegin(next.client)) next.begin();
    };
  };

  const wait = (client: Client, response: ServerResponse) =>
    new Promise<() => void>((resolve, reject) => {
      const leave = () => {
        clearTimeout(timeout);
        waiting.delete(response);
        client.waitingStreams -= 1;
      };
      const giveUp = () => {
        leave();
        clients.release(client);
        reject(BUSY);
      };
      const begin = () => {
        leave();
        resolve(run(client, response));
      };
      const timeout = setTimeout(giveUp, waitMilliseconds);
      client.waitingStreams += 1;
      waiting.set(response, { client, begin, giveUp });
    });

  return {
    /**
     * Waits until a response may be streamed.
     *
     * @returns a function to call once, when the stream has ended.
     * @throws HttpProblem 503 if no slot becomes free in time, or the client disconnects while waiting.
     */
    async begin(client: Client, response: ServerResponse): Promise<() => void> {
      if (mayBegin(client)) return run(client, response);
      if (!mayWait(client)) throw BUSY;
      return wait(client, response);
    },

    /** Stops waiting, because the client of this response has disconnected. */
    giveUp(response: ServerResponse): void {
      if (waiting.size > 0) waiting.get(response)?.giveUp();
    },

    /** Whether this response is being streamed while others wait for a slot. */
    isBlockingOthers: (response: ServerResponse): boolean =>
      waiting.size > 0 && running.has(response),
  };
}
