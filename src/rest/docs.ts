import swagger, { type StaticDocumentSpec } from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import type { FastifyInstance } from "fastify";

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
      // The bar lets users enter the URL of another document; there is only one.
      css: [{ filename: "docs.css", content: ".swagger-ui .topbar { display: none }" }],
    },
    uiConfig: { deepLinking: true, docExpansion: "list", tryItOutEnabled: true },
  });
  app.get("/openapi.json", { schema: { hide: true } }, () => document);
  app.get("/redoc", { schema: { hide: true } }, (_request, reply) => reply.redirect("/docs", 307));
}
