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
  /** Whether the caller has closed the connection, so that nobody will read the answer. */
  hasGone: () => boolean;
}

export interface ContextOptions {
  id: string;
  log: FastifyBaseLogger;
  /** Left out where callers can't go. */
  hasGone?: () => boolean;
}

export function createContext(
  domain: Domain,
  { id, log, hasGone = () => false }: ContextOptions,
): Context {
  return { domain, loaders: createLoaders(domain), requestId: id, log, hasGone };
}
