/**
 * What a server exposes besides its API. Each level includes those before it:
 * - `nothing`;
 * - `schema`: introspection, suggestions in errors, the documentation of both APIs, and metrics;
 * - `explorers`: the explorer pages and their examples;
 * - `costs`: the cost of operations, with their SQL, for callers that request it.
 */
export const EXPOSURES = ["nothing", "schema", "explorers", "costs"] as const;

export type Exposure = (typeof EXPOSURES)[number];

/** Whether a server with the level `exposure` exposes `what`. */
export const isExposed = (exposure: Exposure, what: Exposure): boolean =>
  EXPOSURES.indexOf(exposure) >= EXPOSURES.indexOf(what);
