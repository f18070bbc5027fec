import { once } from "node:events";
import {
  request,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
} from "node:http";
import { connect, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import type { FastifyInstance } from "fastify";
import { pino } from "pino";
import { createApp, type AppOptions } from "../../src/http/app.js";

/** An app that listens, for as long as the work takes. */
export async function whileListening(
  options: Partial<AppOptions> & Pick<AppOptions, "domain">,
  work: (address: string, app: FastifyInstance) => Promise<void>,
  prepare: (app: FastifyInstance) => void = () => undefined,
): Promise<void> {
  const app = await createApp({
    logger: pino({ level: "silent" }),
    exposure: "costs",
    ...options,
  });
  prepare(app);
  const address = await app.listen({ port: 0, host: "127.0.0.1" });
  try {
    await work(address, app);
  } finally {
    app.server.closeAllConnections();
    await app.close();
  }
}

export interface HttpResponse {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** Sends a request over its own connection, with any header and body. */
export async function ask(
  address: string,
  path: string,
  {
    method = "GET",
    headers = {},
    body,
  }: { method?: string; headers?: OutgoingHttpHeaders; body?: string | Buffer } = {},
): Promise<HttpResponse> {
  const { hostname, port } = new URL(address);
  const sent = request({ hostname, port, path, method, headers, agent: false });
  sent.end(body);
  const [answer] = (await once(sent, "response")) as [IncomingMessage];
  return { status: answer.statusCode ?? 0, headers: answer.headers, body: await text(answer) };
}

/** A connection on which a test sends and reads bytes itself. */
export interface RawConnection {
  socket: Socket;
  send: (text: string) => void;
  /** The text that has been received so far. */
  received: () => string;
  /** The text that is received until the other side closes the connection. */
  whole: () => Promise<string>;
}

/** @param isReading whether the socket is read at all. */
export async function connectRaw(address: string, isReading = true): Promise<RawConnection> {
  const { hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname);
  let all = "";
  if (isReading) socket.on("data", (data: Buffer) => (all += data.toString()));
  socket.on("error", () => undefined);
  const ended = new Promise<void>((resolve) => {
    socket.once("close", () => {
      resolve();
    });
  });
  await once(socket, "connect");
  return {
    socket,
    send: (sent) => socket.write(sent),
    received: () => all,
    whole: async () => {
      await ended;
      return all;
    },
  };
}

/** A request without a body, as text. */
export const get = (path: string, headers: Record<string, string> = {}, method = "GET"): string =>
  [
    `${method} ${path} HTTP/1.1`,
    "Host: localhost",
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    "",
    "",
  ].join("\r\n");

/** The number of connections of a server. */
export const connectionsOf = (app: FastifyInstance): Promise<number> =>
  new Promise((resolve, reject) => {
    app.server.getConnections((error, count) => {
      if (error) reject(error);
      else resolve(count);
    });
  });
