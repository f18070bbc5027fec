import type { FastifyInstance } from "fastify";

export interface Media {
  schema: object;
  example?: unknown;
  examples?: Record<string, { value: unknown }>;
}

interface Body {
  content?: Record<string, Media>;
}

export interface Operation {
  operationId: string;
  description: string;
  parameters?: object[];
  requestBody?: Body;
  responses: Record<string, Body>;
}

interface OpenApi {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
}

/** The document that the app serves at /openapi.json. */
export const documented = (app: FastifyInstance): OpenApi => app.swagger() as unknown as OpenApi;

/**
 * The problems with this status that the document shows for a request, null where it knows no such
 * endpoint, and undefined where the endpoint has no such status.
 */
export function documentedProblems(
  app: FastifyInstance,
  method: string,
  url: string,
  status: number,
): unknown[] | null | undefined {
  const [path = ""] = url.split("?", 1);
  const operation = Object.entries(documented(app).paths).find(
    ([template, methods]) =>
      method.toLowerCase() in methods &&
      new RegExp(`^${template.replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(path),
  )?.[1][method.toLowerCase()];
  if (!operation) return null;
  const media = operation.responses[status]?.content?.["application/json"];
  return media && Object.values(media.examples ?? {}).map(({ value }) => value);
}
