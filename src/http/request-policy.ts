import type { IncomingMessage } from "node:http";
import type { FastifyInstance } from "fastify";
import { hasBody } from "./body.js";
import type { HttpProblem } from "../common/http-problem.js";
import {
  COMPRESSED,
  HOST_NOT_ALLOWED,
  NOT_JSON,
  NOT_UTF8,
  URL_NOT_UTF8,
  ORIGIN_NOT_ALLOWED,
  SEVERAL_HOSTS,
} from "../common/policy-problems.js";
import { isGraphql } from "./problem.js";

/** Health checks address the server by IP address, and reveal nothing. */
const OPEN_PATHS = new Set(["/livez", "/readyz"]);

const READING_METHODS = new Set(["GET", "HEAD", "OPTIONS", "TRACE"]);

const JSON_TYPE = "application/json";
const JSON_TYPES = /^application\/(?:[\w.+-]+\+)?json$/i;

export interface RequestPolicyOptions {
  /** Whether the server answers to this `Host` header. */
  answersTo: (host: string) => boolean;
  /** Whether pages of this other origin may call the API. */
  isAllowedOrigin: (origin: string) => boolean;
  /** Whether REST bodies may come without a content type, or with another one than JSON's. */
  isRestLenient: boolean;
}

/** Returns the problem for which a request is refused, or null. */
export type RequestPolicy = (request: IncomingMessage) => HttpProblem | null;

/**
 * Creates the check that every request must pass before routing: the one host is of this server, no page of another
 * origin changes anything, and the body is JSON in UTF-8.
 */
export function createRequestPolicy({
  answersTo,
  isAllowedOrigin,
  isRestLenient,
}: RequestPolicyOptions): RequestPolicy {
  return (request) => {
    const { method = "", url = "", headers } = request;
    if (hasSeveralHosts(request)) return SEVERAL_HOSTS;
    if (!answersTo(hostOf(request)) && !OPEN_PATHS.has(url)) return HOST_NOT_ALLOWED;
    if (READING_METHODS.has(method)) {
      // A byte that is replaced would be searched for, or run.
      if (isGraphql(url) && !isDecodable(url)) return URL_NOT_UTF8;
      const isPreflight = method === "OPTIONS" && headers["access-control-request-method"];
      return isPreflight && isCrossOrigin(request, isAllowedOrigin) ? ORIGIN_NOT_ALLOWED : null;
    }
    if (isCrossOrigin(request, isAllowedOrigin)) return ORIGIN_NOT_ALLOWED;
    if (!hasBody(request)) return null;
    const isLenient = isRestLenient && !isGraphql(url);
    return checkEncoding(headers) ?? (isLenient ? null : checkContentType(headers["content-type"]));
  };
}

/** Applies the policy to all routes of the app. */
export function addRequestPolicy(app: FastifyInstance, policy: RequestPolicy): void {
  app.addHook("onRequest", (request, _reply, done) => {
    done(policy(request.raw) ?? undefined);
  });
}

/** Whether all that is percent-encoded in a URL is UTF-8. */
function isDecodable(url: string): boolean {
  if (!url.includes("%")) return true;
  try {
    decodeURIComponent(url);
    return true;
  } catch {
    return false;
  }
}

/** Node keeps only the first Host header, and a proxy in front may have used another one (RFC 9112, 3.2). */
function hasSeveralHosts({ rawHeaders }: IncomingMessage): boolean {
  let hosts = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index];
    if (name?.length === 4 && name.toLowerCase() === "host") hosts += 1;
  }
  return hosts > 1;
}

/** The requested host: a URL in absolute form takes precedence over the Host header (RFC 9112, 3.2.2). */
function hostOf({ url = "", headers }: IncomingMessage): string {
  if (url.startsWith("/")) return headers.host ?? "";
  return /^https?:\/\/([^/?#]*)/i.exec(url)?.[1] ?? headers.host ?? "";
}

/**
 * Whether the request comes from a page of another origin that CORS does not allow. Clients other than browsers send
 * neither header; browsers send `Origin` with every request that may change something.
 */
function isCrossOrigin(request: IncomingMessage, isAllowed: (origin: string) => boolean): boolean {
  const { origin, "sec-fetch-site": site } = request.headers;
  if (origin === undefined && site === undefined) return false;
  if (origin !== undefined && isAllowed(origin)) return false;
  if (site !== undefined && site !== "same-origin" && site !== "none") return true;
  return origin !== undefined && authorityOf(origin) !== withoutUsualPort(hostOf(request));
}

const authorityOf = (origin: string): string | null =>
  URL.canParse(origin) ? withoutUsualPort(new URL(origin).host) : null;

/** TLS may be terminated by a proxy, so this server does not know the scheme and its default port. */
const withoutUsualPort = (host: string): string => host.toLowerCase().replace(/:(?:80|443)$/, "");

function checkEncoding(headers: IncomingMessage["headers"]): HttpProblem | null {
  const encoding = headers["content-encoding"];
  if (encoding === undefined || /^(?:identity)?$/i.test(encoding)) return null;
  return COMPRESSED;
}

function checkContentType(contentType: string | undefined): HttpProblem | null {
  if (contentType === JSON_TYPE) return null;
  const [type = "", ...parameters] = (contentType ?? "").split(";").map((part) => part.trim());
  const charsets = parameters.filter((parameter) => /^charset\s*=/i.test(parameter));
  const isUtf8 = charsets.every((charset) => /^charset\s*=\s*(["']?)utf-?8\1$/i.test(charset));
  if (JSON_TYPES.test(type) && isUtf8 && charsets.length <= 1) return null;
  return JSON_TYPES.test(type) ? NOT_UTF8 : NOT_JSON;
}
