import { Agent, request } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import type { Attack, Notes } from "./attack.js";

/** By this address the attackers are one client, where the server trusts the proxy before it. */
export const ATTACKERS_ADDRESS = "203.0.113.66";

/** Of an answer, so much of its beginning and of its end is looked at. */
const LOOKED_AT_BYTES = 65_536;
/** Each sender pauses between two requests, so that a flood of cheap ones is not the attack. */
const PAUSE_MILLISECONDS = 5;

export interface HttpRequest {
  method: string;
  path: string;
  body?: string;
  headers?: Record<string, string>;
}

export interface HttpAnswer {
  status: number;
  /** The beginning and the end of the body. */
  text: string;
  bytes: number;
}

/** A kind of request that an attack repeats. */
export interface Variant {
  name: string;
  /** @param turn counts the requests of the attack, so that each can be different. */
  request: (turn: number) => HttpRequest;
  /** The accepted outcomes: the status if there is no error with a code, else the codes. */
  accepted: readonly string[];
  /** Accepted outcomes other than a status or codes. */
  wordsOf?: (answer: HttpAnswer) => string[];
  /** A response that takes longer is wrong, because the server must have done needless work. */
  mostMilliseconds?: number;
  /** Whether the response is a streamed list, which may have any size. */
  isStream?: boolean;
}

export const graphql = (
  query: string,
  variables?: unknown,
  headers?: Record<string, string>,
): HttpRequest => ({
  method: "POST",
  path: "/graphql",
  body: JSON.stringify({ query, variables }),
  ...(headers && { headers }),
});

export const post = (path: string, body: unknown): HttpRequest => ({
  method: "POST",
  path,
  body: JSON.stringify(body),
});

/**
 * An attack that repeats requests of these kinds in turn, with a fixed number at the same time.
 *
 * @param least the minimum of requests, even if they take longer; by default, one of each kind.
 */
export function repeating(
  name: string,
  {
    senders,
    variants,
    isOneClients = false,
    least = variants.length,
  }: { senders: number; variants: readonly Variant[]; isOneClients?: boolean; least?: number },
): Attack {
  return {
    name,
    isOneClients,
    variants: variants.map((variant) => variant.name),
    async run({ address, seconds, only }, notes, until) {
      const isMeant = (variant: Variant) => name.includes(only) || variant.name.includes(only);
      const meant = variants.filter(isMeant);
      const enough = performance.now() + seconds * 1_000;
      let turn = 0;
      const isOver = () =>
        until.aborted || (performance.now() > enough && turn >= Math.max(least, meant.length));
      const work = async (agent: Agent) => {
        while (!isOver()) {
          const variant = meant[turn % meant.length] as Variant;
          await sendOne(address, variant, turn++, { agent, notes, until });
          await delay(PAUSE_MILLISECONDS);
        }
      };
      await withAgent(async (agent) => {
        await Promise.all(Array.from({ length: senders }, () => work(agent)));
      });
    },
  };
}

export async function withAgent(work: (agent: Agent) => Promise<void>): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: Infinity });
  try {
    await work(agent);
  } finally {
    agent.destroy();
  }
}

/** Sends a request of this kind, reads its answer, and notes it; no answer at all is noted, too. */
export async function sendOne(
  address: string,
  variant: Variant,
  turn: number,
  { agent, notes, until }: { agent: Agent; notes: Notes; until: AbortSignal },
): Promise<void> {
  notes.sent();
  const since = performance.now();
  try {
    const request = variant.request(turn);
    const answer = await exchange(address, request, agent, until);
    const { wordsOf = statusOrCodes, mostMilliseconds = Infinity } = variant;
    const took = performance.now() - since;
    const late = took > mostMilliseconds ? ["late"] : [];
    const empty = answer.bytes === 0 && request.method !== "HEAD" ? ["empty"] : [];
    notes.answered(variant, [...wordsOf(answer), ...empty, ...late], took);
    if (!variant.isStream) notes.size(answer.bytes);
  } catch (error) {
    // A response that is cut off by the end of the attack is not judged.
    if (!until.aborted) notes.answered(variant, [noAnswer(error)], performance.now() - since);
  }
}

const noAnswer = (error: unknown): string =>
  `no answer (${(error as NodeJS.ErrnoException).code ?? String(error)})`;

/** The codes of its errors if there are any, else its status, which says more than BAD_REQUEST. */
function statusOrCodes({ status, text }: HttpAnswer): string[] {
  const codes = [...text.matchAll(/"code":"([A-Z_]+)"/g)]
    .map(([, code]) => code ?? "")
    .filter((code) => code !== "BAD_REQUEST");
  const isWithoutCode = text.startsWith('{"errors":') && !text.includes('"code":');
  if (isWithoutCode) return ["an error without a code"];
  return codes.length > 0 ? [...new Set(codes)] : [String(status)];
}

/** @throws an error of the connection, or an AbortError when `until` says so. */
export function exchange(
  address: string,
  { method, path, body, headers }: HttpRequest,
  agent: Agent,
  until: AbortSignal,
): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      new URL(path, address),
      {
        method,
        agent,
        signal: until,
        headers: {
          "x-forwarded-for": ATTACKERS_ADDRESS,
          ...(body !== undefined && {
            "content-type": "application/json",
            "content-length": Buffer.byteLength(body),
          }),
          ...headers,
        },
      },
      (incoming) => {
        let bytes = 0;
        let [start, end] = ["", ""];
        incoming.on("data", (chunk: Buffer) => {
          bytes += chunk.length;
          if (start.length < LOOKED_AT_BYTES) start += chunk.toString("latin1");
          else end = (end + chunk.toString("latin1")).slice(-LOOKED_AT_BYTES);
        });
        incoming.on("error", reject);
        incoming.on("end", () => {
          resolve({ status: incoming.statusCode ?? 0, text: start + end, bytes });
        });
      },
    );
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}
