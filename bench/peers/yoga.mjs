// GraphQL Yoga on node:http, and Prisma with `include`.
import { createServer } from "node:http";
import { typeDefs } from "./lib/contract.mjs";
import { resolvers } from "./lib/prisma-include.mjs";
import { listen } from "./lib/settings.mjs";

/**
 * What is used of it. Its own types would bring those of browsers with them, into all of this project.
 *
 * @typedef {object} Yoga
 * @property {(parts: { typeDefs: string, resolvers: object }) => unknown} createSchema
 * @property {(options: { schema: unknown, logging: boolean }) => import("node:http").RequestListener} createYoga
 */

/** @type {string} */
const specifier = "graphql-yoga";
/** @type {unknown} */
const yoga = await import(specifier);
const { createSchema, createYoga } = /** @type {Yoga} */ (yoga);

listen(createServer(createYoga({ schema: createSchema({ typeDefs, resolvers }), logging: false })));
