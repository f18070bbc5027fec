import { setMaxListeners } from "node:events";
import { connect } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import type { Attack, Notes } from "../attack.js";
import {
  ATTACKERS_ADDRESS,
  exchange,
  graphql,
  repeating,
  withAgent,
  type HttpRequest,
} from "../requests.js";
import { HEAVY_QUERY, many } from "./texts.js";

const PIPELINED = 300;
/** So long one connection's answers are waited for. */
const PATIENCE_MILLISECONDS = 5_000;
const ABANDONED = 120;
const ABANDONED_AFTER_MILLISECONDS = 40;
const BETWEEN_WAVES_MILLISECONDS = 3_000;

const page: HttpRequest = graphql(
  "{ appointments(first: 100) { nodes { id startsAt patient { fullName } doctor { fullName } } } }",
);
const listOfOne: HttpRequest = { method: "GET", path: "/appointments?doctor_id=1" };

/** A request as it goes over the wire. */
export function onWire(
  address: string,
  { method, path, body = "" }: HttpRequest,
  client: string | null = ATTACKERS_ADDRESS,
): string {
  const lines = [
    `${method} ${path} HTTP/1.1`,
    `host: ${new URL(address).host}`,
    ...(client === null ? [] : [`x-forwarded-for: ${client}`]),
    ...(method === "POST"
      ? ["content-type: application/json", `content-length: ${Buffer.byteLength(body)}`]
      : []),
  ];
  return `${lines.join("\r\n")}\r\n\r\n${body}`;
}

/** One connection that sends hundreds of requests without waiting for an answer. */
export const pipelined: Attack = {
  name: "300 requests at once on one connection",
  isSlow: true,
  async run({ address, seconds }, notes) {
    const until = AbortSignal.timeout(seconds * 1_000);
    setMaxListeners(0, until);
    for (let turn = 0; !until.aborted; turn += 1) {
      await pipeline(address, turn % 2 === 0 ? page : listOfOne, notes, until);
    }
  },
};

/** Sends a request many times on a connection, and notes the status of each answer. */
function pipeline(
  address: string,
  request: HttpRequest,
  notes: Notes,
  until: AbortSignal,
): Promise<void> {
  const variant = {
    name: `${PIPELINED} × ${request.method} ${request.path}`,
    accepted: ["200", "429"],
  };
  const { hostname, port } = new URL(address);
  const since = performance.now();
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port), signal: until });
    const timer = setTimeout(() => socket.destroy(), PATIENCE_MILLISECONDS);
    let answered = 0;
    let rest = "";
    socket.setEncoding("latin1");
    // It calls from the same machine, so it has no share of its own: nothing else limits it.
    socket.write(onWire(address, request, null).repeat(PIPELINED));
    for (let count = 0; count < PIPELINED; count += 1) notes.sent();
    socket.on("data", (text: string) => {
      const seen = rest + text;
      const statuses = [...seen.matchAll(/HTTP\/1\.1 (\d{3}) /g)];
      // The received text may end with the beginning of a status line.
      rest = seen.slice(Math.max(seen.length - 12, (statuses.at(-1)?.index ?? -13) + 13));
      for (const [, status = ""] of statuses) {
        notes.answered(variant, [status], performance.now() - since);
        answered += 1;
      }
      if (answered >= PIPELINED) socket.destroy();
    });
    // Requests without a response here were refused by closing the connection.
    socket.on("error", () => undefined);
    socket.on("close", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** One client that asks for more at a time than it may have, of what is cheap. */
export const crowd = repeating("140 callers at one address", {
  senders: 140,
  isOneClients: true,
  variants: [{ name: "a page of appointments", request: () => page, accepted: ["200"] }],
});

const abandonedRequests: readonly HttpRequest[] = [
  graphql(HEAVY_QUERY),
  graphql(`{ ${many(9, (index) => `a${index}: appointments { totalCount }`)} }`),
  { method: "GET", path: "/appointments" },
];

/** Callers that disconnect before the response, and leave the work behind. */
export const abandoned: Attack = {
  name: "120 heavy queries, each abandoned after 40 ms",
  async run({ address, seconds }, notes) {
    const until = AbortSignal.timeout(seconds * 1_000);
    setMaxListeners(0, until);
    await withAgent(async (agent) => {
      while (!until.aborted) {
        const gone = AbortSignal.any([until, AbortSignal.timeout(ABANDONED_AFTER_MILLISECONDS)]);
        setMaxListeners(0, gone);
        const asked = Array.from({ length: ABANDONED }, async (_, index) => {
          notes.sent();
          const request = abandonedRequests[index % abandonedRequests.length] ?? page;
          // Each is another client, so that the share of one client protects nobody.
          const headers = { "x-forwarded-for": `203.0.113.${index}` };
          // Most of them get no response, as intended; the other responses are checked elsewhere.
          await exchange(address, { ...request, headers }, agent, gone).catch(() => undefined);
        });
        await Promise.all(asked);
        await delay(BETWEEN_WAVES_MILLISECONDS, undefined, { signal: until }).catch(
          () => undefined,
        );
      }
    });
  },
};

/** Costs are explained one at a time: requests for them must not occupy the slots of all others. */
export const explained = repeating("140 callers who ask what a heavy query costs", {
  senders: 140,
  variants: [
    {
      name: "an explained query",
      request: () => graphql(HEAVY_QUERY, undefined, { "x-explain-cost": "true" }),
      accepted: ["200", "QUERY_TOO_COMPLEX"],
    },
    {
      name: "a rehearsed query",
      request: () => graphql(HEAVY_QUERY, undefined, { "x-explain-cost": "dry-run" }),
      accepted: ["200", "QUERY_TOO_COMPLEX"],
    },
  ],
});
