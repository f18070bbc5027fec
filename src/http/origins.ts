import cors from "@fastify/cors";
import type { FastifyInstance } from "fastify";

/** The response headers that scripts of other origins may read, besides those that the Fetch standard always allows. */
const EXPOSED_HEADERS = [
  "allow",
  "deprecation",
  "etag",
  "link",
  "location",
  "retry-after",
  "sunset",
  "www-authenticate",
  "x-request-id",
  "x-schema-sha256",
  "x-schema-version",
];

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];

/** How long browsers cache a preflight response; two hours is Chromium's maximum. */
const MAX_AGE_SECONDS = 7_200;

/** Creates a test whether pages of an origin may call the API. The origin `*` allows all. */
export function originMatcher(origins: readonly string[]): (origin: string) => boolean {
  const allowed = new Set(origins);
  return (origin) => allowed.has("*") || allowed.has(origin);
}

/**
 * Allows pages of these origins to call the API (CORS). The request policy has already refused preflights of other
 * origins.
 */
export async function registerCors(
  app: FastifyInstance,
  origins: readonly string[],
): Promise<void> {
  if (origins.length === 0) return;
  await app.register(cors, {
    origin: origins.includes("*") ? "*" : [...origins],
    methods: METHODS,
    exposedHeaders: EXPOSED_HEADERS,
    maxAge: MAX_AGE_SECONDS,
    strictPreflight: false,
  });
}

const NULL_ORIGIN =
  "null is the origin of all files and of sandboxed frames in pages of any site, so it identifies nobody. Serve the " +
  "page from a web server, and use its origin, like http://localhost:5173.";

/**
 * Explains why an entry of CORS_ORIGINS is invalid; returns null if it is an origin as browsers send it.
 */
export function describeInvalidOrigin(entry: string): string | null {
  if (entry === "*") return null;
  if (entry === "null") return NULL_ORIGIN;
  if (/[*\s]/.test(entry))
    return `${entry} is not an origin. List each origin, or allow all with * alone.`;
  const [, scheme = "", rest = ""] = /^([a-z][a-z\d+.-]*):\/\/([^/?#]+)/i.exec(entry) ?? [];
  if (rest === "") return `${entry} has no scheme or host. Use https://${hostIn(entry)}.`;
  const origin = /^https?$/i.test(scheme) ? webOrigin(entry) : `${scheme.toLowerCase()}://${rest}`;
  if (origin === entry) return null;
  if (origin === null)
    return `${entry} is not an origin. Use an origin like https://clinic.example.`;
  return `${entry} never matches, because browsers send an origin without a path, in lower case and without the default port. Use ${origin}.`;
}

const hostIn = (entry: string): string => /[\w.-]+(:\d+)?/.exec(entry)?.[0] ?? "clinic.example";

function webOrigin(entry: string): string | null {
  return URL.canParse(entry) ? new URL(entry).origin : null;
}
