import { connect, type AddressInfo } from "node:net";
import type { FastifyInstance } from "fastify";
import type { RandomRequest } from "./damage.js";

export interface RandomAnswer {
  status: number;
  headers: Record<string, unknown>;
  body: string;
}

/** Sends a request without a network, which reads URLs as browsers do. */
export async function inject(
  app: FastifyInstance,
  { method, url, headers, body }: RandomRequest,
): Promise<RandomAnswer> {
  const answer = await app.inject({
    method: method as "GET",
    url,
    headers,
    ...(body && { payload: body }),
  });
  return { status: answer.statusCode, headers: answer.headers, body: answer.body };
}

/** Whether a URL stays what it is when it is read as browsers do. */
export function isOrdinary(url: string): boolean {
  return (
    URL.canParse(url, "http://localhost") && new URL(url, "http://localhost").href.endsWith(url)
  );
}

/** Sends a request over a connection of its own, byte by byte as it is. */
export function sendRaw(
  app: FastifyInstance,
  { method, url, headers, body }: RandomRequest,
): Promise<RandomAnswer> {
  const { port } = app.server.address() as AddressInfo;
  const lines = Object.entries({
    host: `127.0.0.1:${port}`,
    connection: "close",
    ...(body && { "content-length": String(body.length) }),
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  const head = `${method} ${url} HTTP/1.1\r\n${lines.join("")}\r\n`;
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    const socket = connect(port, "127.0.0.1", () => {
      socket.write(Buffer.concat([Buffer.from(head, "latin1"), body ?? Buffer.alloc(0)]));
    });
    socket.setTimeout(10_000, () => socket.destroy(new Error("No answer within 10 seconds")));
    socket.on("data", (part) => parts.push(part));
    socket.on("error", reject);
    socket.on("end", () => {
      resolve(parse(Buffer.concat(parts).toString()));
    });
  });
}

function parse(text: string): RandomAnswer {
  const [head = "", ...rest] = text.split("\r\n\r\n");
  const [statusLine = "", ...lines] = head.split("\r\n");
  const headers = Object.fromEntries(
    lines.map((line) => {
      const [name = "", ...value] = line.split(": ");
      return [name.toLowerCase(), value.join(": ")];
    }),
  );
  const body = rest.join("\r\n\r\n");
  const isChunked = headers["transfer-encoding"] === "chunked";
  return {
    status: Number(statusLine.split(" ")[1]),
    headers,
    body: isChunked ? unchunk(body) : body,
  };
}

/** The lengths before the parts are left out; a part's own lines never look like one. */
const unchunk = (body: string): string =>
  body.replaceAll(/(?:^|\r\n)[\da-f]+\r\n/gi, "").replace(/\r\n$/, "");
