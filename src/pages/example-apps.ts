import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { projectRoot } from "../common/project-root.js";

/** The output of `npm run examples:build`. */
const BUILT = join(projectRoot, "dist", "examples");

/** Whether the example pages have been built. */
export const areExamplesBuilt = (): boolean => existsSync(BUILT);

/** Serves the example pages under /examples/ from local files, if they have been built. */
export async function registerExamples(app: FastifyInstance): Promise<void> {
  if (!areExamplesBuilt()) return;
  await app.register(fastifyStatic, {
    root: BUILT,
    prefix: "/examples/",
    decorateReply: false,
    redirect: true,
    schemaHide: true,
  });
  app.get("/examples", { schema: { hide: true } }, (_request, reply) =>
    reply.redirect("/examples/booking/", 307),
  );
}
