/** The use cases of doctors. All throw ServiceUnavailable or OutcomeUnknown when the database fails. */
export { activate, deactivate, toggle, update } from "./change.js";
export { create } from "./create.js";
export { byId, check, count, page, stream } from "./queries.js";
export { remove } from "./remove.js";
