import type { Caller } from "../domain/caller.js";

/**
 * Who sends no credentials to a server that requires them. A request of nobody is refused before it reaches the domain, and the
 * role is the one that may read nothing of the clinic.
 */
export const NOBODY: Caller = { kind: "local", name: "nobody", role: "AUDITOR" };
