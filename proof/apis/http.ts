import { Agent, request, type IncomingHttpHeaders } from "node:http";

/** The time limit of a request; one that takes longer hangs. */
const PATIENCE_MILLISECONDS = 15_000;

export interface HttpAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  body: unknown;
}

/** The reason why there was no response. */
export class NoAnswer extends Error {
  constructor(readonly reason: "refused" | "lost" | "late") {
    super(`No answer: the connection was ${reason}`);
  }
}

/** A pool of persistent connections; broken ones are dropped. */
const agent = new Agent({ keepAlive: true, maxSockets: 1_000 });

/**
 * Sends a request with a JSON body, if any, and reads the JSON response.
 *
 * @throws NoAnswer `refused` if it was never sent, `lost` or `late` if its outcome is unknown.
 */
export function send(
  address: string,
  method: string,
  path: string,
  body?: object,
  headers: Record<string, string> = {},
): Promise<HttpAnswer> {
  const payload = body === undefined ? undefined : JSON.stringify(body);
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const outgoing = request({
      hostname,
      port,
      method,
      path,
      agent,
      timeout: PATIENCE_MILLISECONDS,
      headers: {
        ...headers,
        ...(payload !== undefined && {
          "content-type": "application/json",
          "content-length": Buffer.byteLength(payload),
        }),
      },
    });
    outgoing.on("response", (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
      incoming.on("error", () => {
        reject(new NoAnswer("lost"));
      });
      incoming.on("end", () => {
        const text = Buffer.concat(chunks).toString();
        const { statusCode: status = 0, headers } = incoming;
        const isJson = headers["content-type"]?.includes("json") === true && text !== "";
        resolve({ status, headers, body: isJson ? (JSON.parse(text) as unknown) : text });
      });
    });
    outgoing.on("timeout", () => outgoing.destroy(new NoAnswer("late")));
    outgoing.on("error", (error: NodeJS.ErrnoException) => {
      const isRefused = error.code === "ECONNREFUSED";
      reject(error instanceof NoAnswer ? error : new NoAnswer(isRefused ? "refused" : "lost"));
    });
    outgoing.end(payload);
  });
}
