// What is measured.
import * as questions from "./questions.mjs";

/** @typedef {import("./questions.mjs").Dialect} Dialect */
/** @typedef {import("./questions.mjs").Ask} Ask */

/**
 * One kind of load.
 *
 * @typedef {object} Workload
 * @property {string} name for `--only` and the JSON.
 * @property {string} title
 * @property {Partial<Record<Dialect, Ask>>} ask
 * @property {RegExp} success what the beginning of a good answer looks like.
 * @property {boolean} [isBooking] each question can be asked once.
 * @property {readonly string[]} [own] fields in which good answers of servers differ.
 * @property {boolean} [mayFail] answers that are not successes are counted, but do not fail the run.
 */

/** What is no one else's in the answer to a booking. */
const OWN = ["databaseId", "id", "doctor_id", "created_at"];

const OBJECT = /^\{"data":\{"\w+":\{(?!"appointment":null)/;
const BOOKED = /^\{"data":\{"bookAppointment":\{"appointment":\{.*"userErrors":\[\]/;

/** @type {readonly Workload[]} */
export const WORKLOADS = [
  { name: "point", title: "Point read: a patient by id", ask: questions.point, success: OBJECT },
  {
    name: "list",
    title: "List: 50 appointments, both people",
    ask: questions.list,
    success: OBJECT,
  },
  { name: "week", title: "A doctor's week, with patients", ask: questions.week, success: OBJECT },
  {
    name: "nested",
    title: "Nested: 10 doctors × 5 appointments × patient",
    ask: questions.nested,
    success: OBJECT,
  },
  {
    name: "booking",
    title: "Booking, many doctors",
    ask: questions.bookingOnMany,
    success: BOOKED,
    own: OWN,
    isBooking: true,
  },
  {
    name: "contended",
    title: "Booking, all with one doctor",
    ask: questions.bookingOnOne,
    success: BOOKED,
    own: OWN,
    isBooking: true,
    mayFail: true,
  },
  {
    name: "mixed",
    title: "Mixed: 90 % reads, 10 % bookings",
    ask: questions.mixed,
    success: OBJECT,
    isBooking: true,
  },
  {
    name: "introspection",
    title: "Introspection: the whole schema",
    ask: questions.introspection,
    success: OBJECT,
    // The resolver of a scalar may have its own description, or none, which hides that of the schema.
    own: ["description"],
  },
  {
    name: "rest-point",
    title: "REST: a patient by id",
    ask: questions.restPoint,
    success: /^\{"id":/,
  },
  {
    name: "rest-list",
    title: "REST: list of 50 appointments",
    ask: questions.restListOfFifty,
    success: /^\[\{"appointment_id":/,
  },
  {
    name: "rest-booking",
    title: "REST: booking, many doctors",
    ask: questions.restBookingOnMany,
    success: /^\{"id":/,
    own: OWN,
    isBooking: true,
  },
];

/** @param {string} name @returns {Workload} */
export function workloadOf(name) {
  const workload = WORKLOADS.find((each) => each.name === name);
  if (!workload) throw new Error(`There is no workload ${name}.`);
  return workload;
}
