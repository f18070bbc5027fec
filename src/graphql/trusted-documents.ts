import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { FastifyReply, FastifyRequest, preHandlerAsyncHookHandler } from "fastify";
import { z } from "zod";
import { projectRoot } from "../common/project-root.js";
import { sha256 } from "../common/sha256.js";

/**
 * How to handle documents that are in no manifest: `off` runs them, `report` runs them and logs their ids, `only` refuses
 * them.
 */
export const TRUST = ["off", "report", "only"] as const;
export type Trust = (typeof TRUST)[number];

export interface TrustedDocumentsOptions {
  trust: Trust;
  /** The files of the manifests, relative to the root of the project. */
  manifests: readonly string[];
}

/** The manifest that `npm run schema:documents` writes. */
export const OWN_MANIFEST = "schema/trusted-documents.json";

const manifestSchema = z.object({
  format: z.literal("apollo-persisted-query-manifest"),
  version: z.literal(1),
  operations: z.array(z.object({ id: z.string().min(1), body: z.string().min(1) })),
});

/** The documents of all manifests. */
export interface TrustedDocuments {
  /** The document with this id. */
  byId: (id: string) => string | undefined;
  hasText: (text: string) => boolean;
  /** Whether a document has this SHA-256, in hexadecimal digits. */
  hasHash: (hash: string) => boolean;
}

/** A manifest cannot be used; the message says which one and why. */
export class ManifestError extends Error {
  override readonly name = "ManifestError";
}

/**
 * Reads manifests in the format of Apollo's tools.
 *
 * @throws ManifestError if a file is missing or has another format.
 */
export function readManifests(files: readonly string[]): TrustedDocuments {
  const operations = files.flatMap((file) => {
    try {
      const json: unknown = JSON.parse(readFileSync(resolve(projectRoot, file), "utf8"));
      return manifestSchema.parse(json).operations;
    } catch (cause) {
      const form = "a file that `npm run schema:documents` or Apollo's tools have written";
      throw new ManifestError(`TRUSTED_MANIFESTS: ${file} is not ${form}.`, { cause });
    }
  });
  const texts = new Map(operations.map(({ id, body }) => [id, body]));
  const all = new Set(texts.values());
  const hashes = new Set([...all].map(sha256));
  return {
    byId: (id) => texts.get(id),
    hasText: (text) => all.has(text),
    hasHash: (hash) => hashes.has(hash),
  };
}

/** How a request identifies its document. */
interface Named {
  id: string | undefined;
  text: string | undefined;
}

/**
 * Creates a hook that lets clients send the id of a document instead of its text, as
 * `extensions.persistedQuery.sha256Hash` or `documentId`, and looks documents up in the manifests. Documents that are in no
 * manifest are left to Apollo's automatic persisted queries, unless only trusted documents are allowed.
 */
export function admitDocuments(
  trust: Trust,
  documents: TrustedDocuments,
): preHandlerAsyncHookHandler {
  return async (request, reply) => {
    const form = request.method === "POST" ? inBody(request) : overUrl(request);
    if (!form) return;
    const { id, text } = form.named;
    const trusted = id !== undefined && text === undefined ? documents.byId(id) : undefined;
    if (trusted !== undefined) {
      form.send(trusted);
      return;
    }
    if (id !== undefined) form.sendHash(id);
    if (trust === "off" || (id ?? text) === undefined) return;
    if (text !== undefined && documents.hasText(text)) return;
    const unknown = text === undefined ? id : sha256(text);
    request.log.warn({ document: unknown }, "document is not trusted");
    if (trust === "only") return refuse(request, reply);
  };
}

/** Access to the document of a request, in the place where Apollo looks for it. */
interface Form {
  named: Named;
  /** Replaces the id by the text of the document. */
  send: (text: string) => void;
  /** Moves the id to where Apollo looks for it. */
  sendHash: (id: string) => void;
}

type Parameters = Record<string, unknown>;

function inBody(request: FastifyRequest): Form | undefined {
  const body = request.body as Parameters | null | undefined;
  // Apollo reports a body that is not an object.
  if (typeof body !== "object" || body === null || Array.isArray(body)) return undefined;
  const extensions = isObject(body["extensions"]) ? body["extensions"] : {};
  const { persistedQuery, ...others } = extensions;
  return {
    named: { id: idIn(body["documentId"], persistedQuery), text: textIn(body["query"]) },
    send: (query) => {
      request.body = { ...body, query, extensions: others };
    },
    sendHash: (sha256Hash) => {
      request.body = {
        ...body,
        extensions: { persistedQuery: { version: 1, sha256Hash }, ...extensions },
      };
    },
  };
}

function overUrl({ raw }: FastifyRequest): Form {
  const [path = "", search = ""] = (raw.url ?? "").split(/\?(.*)/s);
  const parameters = new URLSearchParams(search);
  const extensions = parsed(parameters.get("extensions") ?? "{}");
  const { persistedQuery, ...others } = extensions;
  const replace = (changes: Record<string, string>) => {
    for (const [name, value] of Object.entries(changes)) parameters.set(name, value);
    parameters.delete("documentId");
    raw.url = `${path}?${parameters.toString()}`;
  };
  return {
    named: {
      id: idIn(parameters.get("documentId") ?? undefined, persistedQuery),
      text: parameters.get("query") ?? undefined,
    },
    send: (query) => {
      replace({ query, extensions: JSON.stringify(others) });
    },
    sendHash: (sha256Hash) => {
      const hash = { persistedQuery: { version: 1, sha256Hash }, ...extensions };
      replace({ extensions: JSON.stringify(hash) });
    },
  };
}

/** The id without its prefix: the draft of GraphQL over HTTP writes `sha256:` and 64 digits. */
function idIn(documentId: unknown, persistedQuery: unknown): string | undefined {
  if (typeof documentId === "string") return documentId.replace(/^sha256:/, "");
  if (!isObject(persistedQuery)) return undefined;
  const { sha256Hash } = persistedQuery;
  return typeof sha256Hash === "string" ? sha256Hash : undefined;
}

const textIn = (query: unknown): string | undefined =>
  typeof query === "string" ? query : undefined;

/** Parses a JSON object; returns an empty one if the text is invalid, which Apollo then reports. */
function parsed(text: string): Parameters {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

const isObject = (value: unknown): value is Parameters =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const MESSAGE =
  "This server runs only trusted documents, and this one is not in its manifest. To trust it, " +
  "add it to a folder of operations and run `npm run schema:documents`.";

function refuse(request: FastifyRequest, reply: FastifyReply) {
  const type = request.headers.accept?.includes("application/graphql-response+json")
    ? "application/graphql-response+json; charset=utf-8"
    : "application/json; charset=utf-8";
  const errors = [{ message: MESSAGE, extensions: { code: "DOCUMENT_NOT_TRUSTED" } }];
  return reply.code(400).type(type).send(JSON.stringify({ errors }));
}
