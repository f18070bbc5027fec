import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import type { FastifyInstance } from "fastify";

const DESCRIPTION = `The endpoints of the earlier REST service, for callers who move to GraphQL one
call at a time. Each answer's \`Link\` header (\`rel="successor-version"\`) holds the GraphQL operation
that gives the same data; it is shown beside each endpoint here too.

* Times are UTC without an offset in answers, and must have an offset in requests.
* \`POST /appointments\` takes an \`Idempotency-Key\` header: for 24 hours, a repeat with the same key is
  answered with the same appointment.
* Cancelled appointments are not shown.
* Refused although the earlier system took it: control characters, blank names, doctors' names of over
  100 characters, times as anything but ISO 8601 or seconds, integers with underscores.`;

/**
 * GET /openapi.json, and GET /docs from local files alone; /redoc leads to it.
 *
 * @param isServed whether there are such routes; the document is made in any case.
 */
export async function registerDocs(app: FastifyInstance, isServed: boolean): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: { title: "Patient Encounter System", version: "1.0.0", description: DESCRIPTION },
      tags: [{ name: "patients" }, { name: "doctors" }, { name: "appointments" }],
    },
    refResolver: {
      buildLocalReference: (json, _baseUri, _fragment, index) =>
        typeof json["$id"] === "string" ? json["$id"] : `schema-${index}`,
    },
  });
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
  app.get("/openapi.json", { schema: { hide: true } }, () => app.swagger());
  app.get("/redoc", { schema: { hide: true } }, (_request, reply) => reply.redirect("/docs", 307));
}
