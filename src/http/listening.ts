import type { FastifyInstance } from "fastify";
import { isLoopback } from "./addresses.js";

/**
 * Returns a function that tells whether the app listens on loopback only; true until it listens.
 *
 * @param onOpen called when the app listens beyond loopback.
 */
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
