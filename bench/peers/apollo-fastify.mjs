// Apollo on Fastify, and Prisma with `include`.
import { ApolloServer } from "@apollo/server";
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from "@as-integrations/fastify";
import Fastify from "fastify";
import { typeDefs } from "./lib/contract.mjs";
import { resolvers } from "./lib/prisma-include.mjs";
import { announce, port } from "./lib/settings.mjs";

const app = Fastify();
const plugins = [fastifyApolloDrainPlugin(app)];
const server = new ApolloServer({ typeDefs, resolvers, introspection: true, plugins });
await server.start();
app.route({ url: "/graphql", method: ["GET", "POST"], handler: fastifyApolloHandler(server) });
const address = await app.listen({ host: "127.0.0.1", port });
announce(Number(new URL(address).port));
