import type { FastifyBaseLogger } from "fastify";
import type { Domain } from "../domain/index.js";
import { createLoaders, type Loaders } from "./loaders.js";

/** What every resolver of one request shares. */
export interface Context {
  domain: Domain;
  loaders: Loaders;
  /** Names the request in its answer and in the log. */
  requestId: string;
  log: FastifyBaseLogger;
}

export function createContext(
  domain: Domain,
  { id, log }: { id: string; log: FastifyBaseLogger },
): Context {
  return { domain, loaders: createLoaders(domain), requestId: id, log };
}
