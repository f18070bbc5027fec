/**
 * What a server exposes besides its API. Each level includes those before it:
 * - `nothing`;
 * - `schema`: introspection, names in errors that the caller did not send, the documentation of both APIs, the links from
 *   REST responses to GraphQL operations, and metrics;
 * - `explorers`: the explorer pages and their examples;
 * - `costs`: the cost of operations, with their SQL, for callers that request it.
 */
export const EXPOSURES = ["nothing", "schema", "explorers", "costs"] as const;

export type Exposure = (typeof EXPOSURES)[number];

/** Whether a server with the level `exposure` exposes `what`. */
export const isExposed = (exposure: Exposure, what: Exposure): boolean =>
  EXPOSURES.indexOf(exposure) >= EXPOSURES.indexOf(what);
