import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { buildSchema, introspectionFromSchema } from "graphql";
import { projectRoot } from "../project-root.js";

/** A document of the schema as it goes over the wire. */
interface Published {
  url: string;
  type: string;
  text: string;
  /** The policy of a page that brings its own. */
  policy?: string;
}

/**
 * `GET /schema.graphql`, `GET /schema.json` (the introspection result) and `GET /schema`, the reference
 * as a page. Each answer names the version of the schema and the SHA-256 of schema.graphql, and has an
 * `ETag`, so that a repeat with `If-None-Match` costs no more than 304.
 */
export function registerPublishedSchema(app: FastifyInstance): void {
  const sdl = read("schema.graphql");
  const { version } = JSON.parse(read("package.json")) as { version: string };
  const headers = {
    "x-schema-version": version,
    "x-schema-sha256": sha256(sdl),
    // It changes with a release; asking whether it has is cheap.
    "cache-control": "no-cache",
  };
  for (const published of documentsOf(sdl, version)) {
    const etag = `"${sha256(published.text)}"`;
    app.get(published.url, { schema: { hide: true } }, (request, reply) => {
      reply.headers({ ...headers, etag });
      if (published.policy !== undefined) {
        reply.header("content-security-policy", `${published.policy}; frame-ancestors 'none'`);
      }
      return answer(request, reply, published, etag);
    });
  }
}

function answer(request: FastifyRequest, reply: FastifyReply, published: Published, etag: string) {
  if (isKnown(request.headers["if-none-match"], etag)) return reply.code(304).send();
  return reply.type(published.type).send(published.text);
}

/** Whether the caller has this very content, as its `If-None-Match` tells. */
function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  const tags = (ifNoneMatch ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return tags.includes(etag) || tags.includes("*");
}

function documentsOf(sdl: string, version: string): Published[] {
  const introspection = introspectionFromSchema(buildSchema(sdl), {
    oneOf: true,
    specifiedByUrl: true,
    directiveIsRepeatable: true,
    inputValueDeprecation: true,
    schemaDescription: true,
  });
  const extensions = { version, sha256: sha256(sdl) };
  const page = read("docs/schema/index.html");
  return [
    { url: "/schema.graphql", type: "application/graphql; charset=utf-8", text: sdl },
    {
      url: "/schema.json",
      type: "application/json; charset=utf-8",
      text: JSON.stringify({ data: introspection, extensions }),
    },
    { url: "/schema", type: "text/html; charset=utf-8", text: page, policy: policyIn(page) },
  ];
}

/** The policy that the page names for itself, which allows its style and script by their hashes. */
function policyIn(page: string): string {
  const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1];
  if (policy === undefined) throw new Error("docs/schema/index.html has no policy of its own");
  return policy;
}

const read = (path: string): string => readFileSync(join(projectRoot, path), "utf8");

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
