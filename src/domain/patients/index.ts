/** The use cases of patients. All throw ServiceUnavailable or OutcomeUnknown when the database fails. */
export { update } from "./change.js";
export { byEmail, byId, check, count, page, stream } from "./queries.js";
export { register } from "./register.js";
export { remove } from "./remove.js";
