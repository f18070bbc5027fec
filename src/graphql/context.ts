import type { FastifyBaseLogger } from "fastify";
import type { Caller, Domain, UseCases } from "../domain/index.js";
import { createLoaders, type Loaders } from "./loaders.js";

/** What the resolvers and plugins of one request share. */
export interface Context {
  caller: Caller;
  /** What the caller may do. */
  domain: UseCases;
  loaders: Loaders;
  /** Identifies the request in its response and in the log. */
  requestId: string;
  log: FastifyBaseLogger;
  /** Whether the caller has closed the connection, so that nobody will read the response. */
  hasGone: () => boolean;
  /** The maximum cost of the operation, in values (cost-rule.ts); 0 until it is known. */
  cost: number;
  /**
   * The bytes of the response, if it is large and was serialised in pieces (response-size.ts). They are in an object of
   * their own, because Apollo passes a copy of the context to plugins.
   */
  written: { bytes: Buffer | null };
  /** Functions that release what the request holds. All are called when the request ends, however it ends. */
  releases: (() => void)[];
}

export interface ContextOptions {
  caller: Caller;
  id: string;
  log: FastifyBaseLogger;
  /** Left out if the caller cannot disconnect. */
  hasGone?: () => boolean;
}

export function createContext(
  domain: Domain,
  { caller, id, log, hasGone = () => false }: ContextOptions,
): Context {
  const useCases = domain.as(caller);
  return {
    caller,
    domain: useCases,
    loaders: createLoaders(useCases),
    requestId: id,
    log,
    hasGone,
    cost: 0,
    written: { bytes: null },
    releases: [],
  };
}
