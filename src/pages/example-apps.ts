import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { projectRoot } from "../common/project-root.js";

/** What `npm run examples:build` makes of examples/doctors-day. */
const BUILT = join(projectRoot, "dist", "examples");

/** Whether there are example pages to serve. */
export const areExamplesBuilt = (): boolean => existsSync(BUILT);

/** The example pages under /examples/, from local files alone; nothing where they are not built. */
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
    reply.redirect("/examples/doctors-day/", 307),
  );
}
