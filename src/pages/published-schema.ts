import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { buildASTSchema, introspectionFromSchema, parse } from "graphql";
import { projectVersion, readProjectFile } from "../common/project-root.js";
import { sha256 } from "../common/sha256.js";
import { describeDirectives } from "../graphql/described-directives.js";

/** The reference, which the build makes (`npm run schema:page`). */
const PAGE = "dist/schema/index.html";

/** A document that is served. */
interface Published {
  url: string;
  type: string;
  /** Returns the text; called once, at the first request. */
  read: () => string;
  /** The content security policy of a page that defines its own. */
  policyOf?: (text: string) => string;
}

/**
 * Serves `GET /schema.graphql`, `GET /schema.json` (the introspection result) and `GET /schema` (the reference as a page).
 * Each response has headers with the version of the schema and the SHA-256 of schema.graphql, and an `ETag` for
 * `If-None-Match`.
 */
export function registerPublishedSchema(app: FastifyInstance): void {
  const sdl = readProjectFile("schema.graphql");
  const headers = {
    "x-schema-version": projectVersion,
    "x-schema-sha256": sha256(sdl),
    // It changes with a release; revalidation is cheap.
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

/** The text of a document and its headers. */
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

/** Whether `If-None-Match` contains this ETag. */
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

/** The page's own content security policy, which allows its style and script by hash. */
function policyIn(page: string): string {
  const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1];
  if (policy === undefined) throw new Error(`${PAGE} has no content security policy`);
  return policy;
}
