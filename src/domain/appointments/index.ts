/** The use cases of appointments. All throw ServiceUnavailable or OutcomeUnknown when the database fails. */
export { book, type BookAppointment } from "./book.js";
export { checkBook, checkReschedule } from "./check.js";
export { cancel, complete, markNoShow, type CancelAppointment } from "./finish.js";
export { byId, check, counts, pages } from "./queries.js";
export { remove, type AppointmentVersion } from "./remove.js";
export { reschedule, type RescheduleAppointment } from "./reschedule.js";
export { stream, withPeople, type AppointmentWithPeople } from "./with-people.js";
