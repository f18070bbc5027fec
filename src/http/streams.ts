import type { ServerResponse } from "node:http";
import type { Client, Clients } from "./clients.js";
import { BUSY } from "./problem.js";

export interface StreamLimits {
  /** The most streams at a time. */
  most: number;
  /** How long a stream may wait for its beginning. */
  waitMilliseconds: number;
  /** While others wait, a stream that takes too little for so long is ended. */
  patienceMilliseconds: number;
}

export const STREAM_LIMITS: StreamLimits = {
  most: 16,
  waitMilliseconds: 5_000,
  patienceMilliseconds: 1_000,
};

/** For each stream that runs, so many may wait. */
const WAITING_FOR_EACH = 4;

interface Waiting {
  client: Client;
  begin: () => void;
  giveUp: () => void;
}

/**
 * Limits the answers that are streamed at a time, of which one client has at most its share. Those that
 * come later wait shortly, first come, first served.
 */
export function createStreams({ most, waitMilliseconds }: StreamLimits, clients: Clients) {
  const running = new Set<ServerResponse>();
  const waiting = new Map<ServerResponse, Waiting>();
  const mostWaiting = most * WAITING_FOR_EACH;

  const mayBegin = (client: Client) =>
    running.size < most && clients.mayHaveMore(client, client.streams, most);
  const mayWait = (client: Client) =>
    waiting.size < mostWaiting && clients.mayHaveMore(client, client.waitingStreams, mostWaiting);

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
     * Waits until an answer may be streamed.
     *
     * @returns what is to be called once, when the stream is at its end.
     * @throws HttpProblem 503 if it would have to wait too long, or its caller goes away meanwhile.
     */
    async begin(client: Client, response: ServerResponse): Promise<() => void> {
      if (mayBegin(client)) return run(client, response);
      if (!mayWait(client)) throw BUSY;
      return wait(client, response);
    },

    /** The caller of this answer has gone away. */
    giveUp(response: ServerResponse): void {
      if (waiting.size > 0) waiting.get(response)?.giveUp();
    },

    /** Whether this answer is a stream whose place others wait for. */
    isWanted: (response: ServerResponse): boolean => waiting.size > 0 && running.has(response),
  };
}
