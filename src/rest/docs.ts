import swagger, { type StaticDocumentSpec } from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import type { FastifyInstance } from "fastify";
import { readProjectFile } from "../common/project-root.js";

/**
 * Serves `GET /openapi.json`, and `GET /docs` from local files only; /redoc redirects to /docs.
 *
 * @param isServed whether to add these routes.
 */
export async function registerDocs(
  app: FastifyInstance,
  document: object,
  isServed: boolean,
): Promise<void> {
  const specification = { document: document as StaticDocumentSpec["document"] };
  await app.register(swagger, { mode: "static", specification });
  if (!isServed) return;
  await app.register(swaggerUi, {
    routePrefix: "/docs",
    theme: {
      title: "Patient Encounter System",
      css: [{ filename: "docs.css", content: readProjectFile("src/rest/docs.css") }],
    },
    uiConfig: { deepLinking: true, docExpansion: "list", tryItOutEnabled: true },
  });
  app.get("/openapi.json", { schema: { hide: true } }, () => document);
  app.get("/redoc", { schema: { hide: true } }, (_request, reply) => reply.redirect("/docs", 307));
}
