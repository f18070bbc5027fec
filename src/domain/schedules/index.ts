/** The use cases of schedules, time off and extra hours. All throw ServiceUnavailable or OutcomeUnknown when the database fails. */
export { addExtraHours, addTimeOff } from "./exceptions.js";
export { publish } from "./publish.js";
export { byId, exceptionById, exceptionsOf, schedulesOf } from "./queries.js";
export { remove, removeException } from "./remove.js";
