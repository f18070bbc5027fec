/** The use cases of availability. All throw ServiceUnavailable when the database fails. */
export { firstFreeTimes, freeTimes, nextFreeTimes } from "./free-times.js";
export { countOutsideHours, outsideHours } from "./outside-hours.js";
export { workingTimes } from "./working-times.js";
