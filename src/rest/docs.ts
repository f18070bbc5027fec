import swagger, { type StaticDocumentSpec } from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import type { FastifyInstance } from "fastify";

/**
 * GET /openapi.json, and GET /docs from local files alone; /redoc leads to it.
 *
 * @param isServed whether there are such routes.
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
      // The bar asks for the address of another document; this page has but one.
      css: [{ filename: "docs.css", content: ".swagger-ui .topbar { display: none }" }],
    },
    uiConfig: { deepLinking: true, docExpansion: "list", tryItOutEnabled: true },
  });
  app.get("/openapi.json", { schema: { hide: true } }, () => document);
  app.get("/redoc", { schema: { hide: true } }, (_request, reply) => reply.redirect("/docs", 307));
}
