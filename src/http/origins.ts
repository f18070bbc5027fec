import cors from "@fastify/cors";
import type { FastifyInstance } from "fastify";

/** What scripts of other origins may read besides the headers that the Fetch standard lets them. */
const EXPOSED_HEADERS = [
  "allow",
  "deprecation",
  "etag",
  "link",
  "location",
  "retry-after",
  "sunset",
  "x-request-id",
  "x-schema-sha256",
  "x-schema-version",
];

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];

/** How long a browser remembers a preflight's answer; Chromium forgets after two hours in any case. */
const MAX_AGE_SECONDS = 7_200;

/** Whether the pages of an origin may call the API. `*` among the origins stands for all. */
export function allowing(origins: readonly string[]): (origin: string) => boolean {
  const allowed = new Set(origins);
  return (origin) => allowed.has("*") || allowed.has(origin);
}

/**
 * Lets the pages of these origins call the API. The gate has refused the preflights of all others before.
 */
export async function allowOrigins(
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

/**
 * What is wrong with an entry of CORS_ORIGINS, as a sentence; null if it is an origin as browsers send it.
 */
export function faultOfOrigin(entry: string): string | null {
  if (entry === "*") return null;
  if (/[*\s]/.test(entry))
    return `${entry} is no origin. Name each one, or all of them with * alone.`;
  const [, scheme = "", rest = ""] = /^([a-z][a-z\d+.-]*):\/\/([^/?#]+)/i.exec(entry) ?? [];
  if (rest === "") return `${entry} has no scheme or host. Write https://${hostIn(entry)}.`;
  const origin = /^https?$/i.test(scheme) ? webOrigin(entry) : `${scheme.toLowerCase()}://${rest}`;
  if (origin === entry) return null;
  if (origin === null) return `${entry} is no origin. Write one like https://clinic.example.`;
  return `${entry} never matches, because browsers send an origin without a path, in lower case and without the usual port. Write ${origin}.`;
}

const hostIn = (entry: string): string => /[\w.-]+(:\d+)?/.exec(entry)?.[0] ?? "clinic.example";

function webOrigin(entry: string): string | null {
  return URL.canParse(entry) ? new URL(entry).origin : null;
}
