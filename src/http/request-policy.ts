import type { IncomingMessage } from "node:http";
import type { FastifyInstance } from "fastify";
import { hasBody } from "./body.js";
import { HttpProblem } from "../common/http-problem.js";
import { isGraphql } from "./problem.js";

/** They are asked by address, by whoever watches over the process, and show nothing. */
const OPEN_PATHS = new Set(["/livez", "/readyz"]);

const READING_METHODS = new Set(["GET", "HEAD", "OPTIONS", "TRACE"]);

const JSON_TYPE = "application/json";
const JSON_TYPES = /^application\/(?:[\w.+-]+\+)?json$/i;

export interface GateOptions {
  /** Whether the server answers to this `Host` header. */
  answersTo: (host: string) => boolean;
  /** Whether pages of this other origin may call the API. */
  isAllowedOrigin: (origin: string) => boolean;
  /** Whether REST bodies may come without a content type, or with another one than JSON's. */
  isRestLenient: boolean;
}

export type Gate = (request: IncomingMessage) => HttpProblem | null;

/**
 * Makes the check that each request passes before any route: that the server is the one that is meant,
 * that no page of another origin changes anything, and that a body is JSON in UTF-8.
 */
export function createGate({ answersTo, isAllowedOrigin, isRestLenient }: GateOptions): Gate {
  return (request) => {
    const { method = "", url = "", headers } = request;
    if (!answersTo(hostOf(request)) && !OPEN_PATHS.has(url)) return notThisHost();
    if (READING_METHODS.has(method)) {
      const isPreflight = method === "OPTIONS" && headers["access-control-request-method"];
      return isPreflight && isForeign(request, isAllowedOrigin) ? foreignOrigin() : null;
    }
    if (isForeign(request, isAllowedOrigin)) return foreignOrigin();
    if (!hasBody(request)) return null;
    const isLenient = isRestLenient && !isGraphql(url);
    return faultOfEncoding(headers) ?? (isLenient ? null : faultOfType(headers["content-type"]));
  };
}

/** Puts the gate before all routes of the app. */
export function addGate(app: FastifyInstance, gate: Gate): void {
  app.addHook("onRequest", (request, _reply, done) => {
    done(gate(request.raw) ?? undefined);
  });
}

/** The host that is asked; a URL in absolute form names it itself (RFC 9112, 3.2.2). */
function hostOf({ url = "", headers }: IncomingMessage): string {
  if (url.startsWith("/")) return headers.host ?? "";
  return /^https?:\/\/([^/?#]*)/i.exec(url)?.[1] ?? headers.host ?? "";
}

/**
 * Whether a page of another origin sends the request, and CORS does not let it. What is no browser sends
 * neither header; every browser sends `Origin` with what may change something.
 */
function isForeign(request: IncomingMessage, isAllowed: (origin: string) => boolean): boolean {
  const { origin, "sec-fetch-site": site } = request.headers;
  if (origin === undefined && site === undefined) return false;
  if (origin !== undefined && isAllowed(origin)) return false;
  if (site !== undefined && site !== "same-origin" && site !== "none") return true;
  return origin !== undefined && authorityOf(origin) !== withoutUsualPort(hostOf(request));
}

const authorityOf = (origin: string): string | null =>
  URL.canParse(origin) ? withoutUsualPort(new URL(origin).host) : null;

/** TLS may end before this server, so that its scheme, and with it the usual port, is not known here. */
const withoutUsualPort = (host: string): string => host.toLowerCase().replace(/:(?:80|443)$/, "");

function faultOfEncoding(headers: IncomingMessage["headers"]): HttpProblem | null {
  const encoding = headers["content-encoding"];
  if (encoding === undefined || /^(?:identity)?$/i.test(encoding)) return null;
  return new HttpProblem(
    415,
    "Bodies are read without a content encoding. Send it uncompressed, without Content-Encoding.",
    { "accept-encoding": "identity" },
  );
}

function faultOfType(contentType: string | undefined): HttpProblem | null {
  if (contentType === JSON_TYPE) return null;
  const [type = "", ...parameters] = (contentType ?? "").split(";").map((part) => part.trim());
  const charsets = parameters.filter((parameter) => /^charset\s*=/i.test(parameter));
  const isUtf8 = charsets.every((charset) => /^charset\s*=\s*(["']?)utf-?8\1$/i.test(charset));
  if (JSON_TYPES.test(type) && isUtf8 && charsets.length <= 1) return null;
  return new HttpProblem(
    415,
    JSON_TYPES.test(type)
      ? "Bodies are read as UTF-8. Send it so, with Content-Type: application/json."
      : "A body must be JSON. Send it with the header Content-Type: application/json.",
    { accept: JSON_TYPE },
  );
}

const notThisHost = () =>
  new HttpProblem(
    421,
    "This server does not answer to the name in the Host header. Ask for it by a name of its own; " +
      "its operator names more of them with ALLOWED_HOSTS.",
  );

const foreignOrigin = () =>
  new HttpProblem(
    403,
    "Pages of this origin may not call the API. Its operator allows origins with CORS_ORIGINS.",
  );
