import { Readable } from "node:stream";
import { HeaderMap, type ApolloServer } from "@apollo/server";
import type { FastifyReply, FastifyRequest } from "fastify";
import { searchOf } from "../common/url.js";
import type { Context } from "./context.js";

/**
 * Creates a Fastify handler that passes requests to Apollo Server. It replaces @as-integrations/fastify, which takes a tenth of
 * the time of a small query (bench/NOTES.md), mostly to build an absolute URL.
 *
 * @param contextOf creates the context of a request; a promise only if its caller is not known at once.
 */
export function graphqlHandler(
  server: ApolloServer<Context>,
  contextOf: (request: FastifyRequest) => Context | Promise<Context>,
) {
  return async (
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<string | Buffer | Readable> => {
    const made = contextOf(request);
    const context = made instanceof Promise ? await made : made;
    try {
      const { status, headers, body } = await server.executeHTTPGraphQLRequest({
        httpGraphQLRequest: {
          method: request.method,
          headers: toHeaderMap(request.headers),
          search: searchOf(request.url),
          body: request.body,
        },
        context: async () => context,
      });
      reply.code(status ?? 200);
      for (const [name, value] of headers) reply.header(name, value);
      if (body.kind !== "complete") return Readable.from(body.asyncIterator);
      const { bytes } = context.written;
      if (!bytes) return body.string;
      reply.header("content-length", bytes.length);
      return bytes;
    } finally {
      for (const release of context.releases) release();
    }
  };
}

function toHeaderMap(headers: FastifyRequest["headers"]): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value) map.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  return map;
}
