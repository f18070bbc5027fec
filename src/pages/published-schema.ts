import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { buildASTSchema, introspectionFromSchema, parse } from "graphql";
import { projectVersion, readProjectFile } from "../common/project-root.js";
import { sha256 } from "../common/sha256.js";
import { describeDirectives } from "../graphql/described-directives.js";

/** The reference, which the build makes (`npm run schema:page`). */
const PAGE = "dist/schema/index.html";

/** A document of the schema as it goes over the wire. */
interface Published {
  url: string;
  type: string;
  /** Makes its text, which is asked for once, when somebody wants it. */
  read: () => string;
  /** The policy of a page that brings its own. */
  policyOf?: (text: string) => string;
}

/**
 * `GET /schema.graphql`, `GET /schema.json` (the introspection result) and `GET /schema`, the reference
 * as a page. Each answer names the version of the schema and the SHA-256 of schema.graphql, and has an
 * `ETag`, so that a repeat with `If-None-Match` costs no more than 304.
 */
export function registerPublishedSchema(app: FastifyInstance): void {
  const sdl = readProjectFile("schema.graphql");
  const headers = {
    "x-schema-version": projectVersion,
    "x-schema-sha256": sha256(sdl),
    // It changes with a release; asking whether it has is cheap.
    "cache-control": "no-cache",
  };
  for (const { url, type, read, policyOf } of documentsOf(sdl)) {
    let made: Made | undefined;
    app.get(url, { schema: { hide: true } }, (request, reply) => {
      made ??= make(read(), policyOf);
      reply.headers({ ...headers, ...made.headers });
      return answer(request, reply, type, made);
    });
  }
}

/** A document's text, and the headers that are its own. */
interface Made {
  text: string;
  headers: { etag: string; "content-security-policy"?: string };
}

function make(text: string, policyOf: Published["policyOf"]): Made {
  const etag = `"${sha256(text)}"`;
  if (!policyOf) return { text, headers: { etag } };
  const policy = `${policyOf(text)}; frame-ancestors 'none'`;
  return { text, headers: { etag, "content-security-policy": policy } };
}

function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  type: string,
  { text, headers: { etag } }: Made,
) {
  if (isKnown(request.headers["if-none-match"], etag)) return reply.code(304).send();
  return reply.type(type).send(text);
}

/** Whether the caller has this very content, as its `If-None-Match` tells. */
function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  const tags = (ifNoneMatch ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return tags.includes(etag) || tags.includes("*");
}

const documentsOf = (sdl: string): Published[] => [
  { url: "/schema.graphql", type: "application/graphql; charset=utf-8", read: () => sdl },
  {
    url: "/schema.json",
    type: "application/json; charset=utf-8",
    read: () => introspectionOf(sdl),
  },
  {
    url: "/schema",
    type: "text/html; charset=utf-8",
    read: () => readProjectFile(PAGE),
    policyOf: policyIn,
  },
];

function introspectionOf(sdl: string): string {
  const data = introspectionFromSchema(buildASTSchema(describeDirectives(parse(sdl))), {
    oneOf: true,
    specifiedByUrl: true,
    directiveIsRepeatable: true,
    inputValueDeprecation: true,
    schemaDescription: true,
  });
  return JSON.stringify({ data, extensions: { version: projectVersion, sha256: sha256(sdl) } });
}

/** The policy that the page names for itself, which allows its style and script by their hashes. */
function policyIn(page: string): string {
  const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1];
  if (policy === undefined) throw new Error(`${PAGE} has no policy of its own`);
  return policy;
}
