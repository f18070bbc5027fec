import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import type { Domain } from "../domain/index.js";
import { exposes, type Exposure } from "../exposure.js";
import { projectRoot } from "../project-root.js";
import { fillExamples, readExamples, type Example } from "./examples.js";
import { landingData, landingPage } from "./landing.js";

const HIDDEN = { hide: true };

/**
 * `GET /`: what runs here. Where the explorers are exposed, also `GET /graphiql`, from files of this server
 * alone, and `GET /graphiql/examples`, the collection that it offers.
 */
export async function registerExplorer(
  app: FastifyInstance,
  { domain, exposure }: { domain: Domain; exposure: Exposure },
): Promise<void> {
  await app.register(fastifyStatic, {
    // Our own files, and those of packages, which scripts/copy-explorer.mjs puts there.
    root: [join(projectRoot, "public"), join(projectRoot, "dist", "public")],
    prefix: "/assets/",
    schemaHide: true,
  });

  const page = landingPage(exposure);
  const data = landingData(exposure);
  app.get("/", { schema: HIDDEN }, (request, reply) => {
    reply.header("vary", "accept");
    const isBrowser = request.headers.accept?.includes("text/html") ?? false;
    return isBrowser ? reply.type("text/html; charset=utf-8").send(page) : reply.send(data);
  });

  if (!exposes(exposure, "explorers")) return;
  let examples: Example[] | undefined;
  app.get("/graphiql", { schema: HIDDEN }, (_request, reply) => reply.sendFile("graphiql.html"));
  app.get("/graphiql/examples", { schema: HIDDEN }, async (_request, reply) => {
    // They are made of the data as it is now.
    reply.header("cache-control", "no-store");
    examples ??= readExamples();
    return { costs: exposes(exposure, "costs"), examples: await fillExamples(examples, domain) };
  });
}
