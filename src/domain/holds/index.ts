/** The use cases of holds. All throw ServiceUnavailable or OutcomeUnknown when the database fails. */
export { hold, type HoldTime } from "./hold.js";
export { release } from "./release.js";
