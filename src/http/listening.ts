import type { FastifyInstance } from "fastify";
import { isLoopback } from "./addresses.js";

/** Finds out, when the app listens, whether it does on loopback alone; until then it counts as such. */
export function listensOnLoopback(
  app: Pick<FastifyInstance, "addHook" | "addresses">,
  onOpen: () => void = () => undefined,
): () => boolean {
  let isOnLoopback = true;
  app.addHook("onListen", (done) => {
    isOnLoopback = app
      .addresses()
      .every((address) => typeof address !== "string" && isLoopback(address.address));
    if (!isOnLoopback) onOpen();
    done();
  });
  return () => isOnLoopback;
}
