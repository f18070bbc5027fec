/**
 * What a server shows of itself besides answers, each level with all that stand before it:
 * - `nothing`;
 * - `schema`: introspection, hints in errors, the documents of both APIs, and metrics;
 * - `explorers`: the pages to explore it with, and their examples;
 * - `costs`: what an operation costs, with its SQL, to callers who ask for it.
 */
export const EXPOSURES = ["nothing", "schema", "explorers", "costs"] as const;

export type Exposure = (typeof EXPOSURES)[number];

/** Whether a server that shows `exposure` shows `what`. */
export const isExposed = (exposure: Exposure, what: Exposure): boolean =>
  EXPOSURES.indexOf(exposure) >= EXPOSURES.indexOf(what);
