import type { FastifyBaseLogger } from "fastify";
import type { Caller, Domain, UseCases } from "../domain/index.js";
import { createLoaders, type Loaders } from "./loaders.js";

/** What every resolver and plugin of one request shares. */
export interface Context {
  caller: Caller;
  /** What the caller may do. */
  domain: UseCases;
  loaders: Loaders;
  /** Names the request in its answer and in the log. */
  requestId: string;
  log: FastifyBaseLogger;
  /** Whether the caller has closed the connection, so that nobody will read the answer. */
  hasGone: () => boolean;
  /** What the operation may cost at most, in values (cost-rule.ts); 0 until that is known. */
  cost: number;
  /**
   * The bytes of the answer, where it is large and was written piece by piece (answer-size.ts). They stand in an
   * object of their own, for Apollo hands a copy of the context to its plugins.
   */
  written: { bytes: Buffer | null };
  /** What gives back all that the request holds; each is called when it is over, however it ended. */
  releases: (() => void)[];
}

export interface ContextOptions {
  caller: Caller;
  id: string;
  log: FastifyBaseLogger;
  /** Left out where callers can't go. */
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
