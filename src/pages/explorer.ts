import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import type { UseCases } from "../domain/index.js";
import { isExposed } from "../common/exposure.js";
import { projectRoot } from "../common/project-root.js";
import { fillExamples, readExamples, type Example } from "./example-operations.js";
import { landingData, type Shown } from "./landing.js";

const HIDDEN = { hide: true };

/** The assets that are served even if the explorers are not exposed. */
const OF_FIRST_PAGE = new Set(["/icon.svg", "/landing.css"]);

export interface ExplorerOptions {
  /** Where the examples find their data; null if the page, which says not who opens it, must not show any. */
  domain: UseCases | null;
  shown: Shown;
  /** What browsers get at `/`. */
  landingPage: string;
}

/**
 * Serves `GET /`, the landing page. If the explorers are exposed, also `GET /graphiql`, from local files only, and
 * `GET /graphiql/examples`, the examples that it offers.
 */
export async function registerExplorer(
  app: FastifyInstance,
  { domain, shown, landingPage }: ExplorerOptions,
): Promise<void> {
  const { exposure } = shown;
  const hasExplorers = isExposed(exposure, "explorers");
  await app.register(fastifyStatic, {
    // Files of this project, and files of packages that scripts/copy-explorer.mjs copies.
    root: [join(projectRoot, "public"), join(projectRoot, "dist", "public")],
    prefix: "/assets/",
    allowedPath: (path) => hasExplorers || OF_FIRST_PAGE.has(path),
    schemaHide: true,
  });

  const data = landingData(shown);
  app.get("/", { schema: HIDDEN }, (request, reply) => {
    reply.header("vary", "accept");
    const isBrowser = request.headers.accept?.includes("text/html") ?? false;
    return isBrowser ? reply.type("text/html; charset=utf-8").send(landingPage) : reply.send(data);
  });

  if (!hasExplorers) return;
  let examples: Example[] | undefined;
  app.get("/graphiql", { schema: HIDDEN }, (_request, reply) => reply.sendFile("graphiql.html"));
  app.get("/graphiql/examples", { schema: HIDDEN }, async ({ method }, reply) => {
    // Filling the examples reads current data, which HEAD must not do.
    if (method === "HEAD") return reply.type("application/json; charset=utf-8").send("");
    examples ??= readExamples();
    return { costs: isExposed(exposure, "costs"), examples: await fillExamples(examples, domain) };
  });
}
