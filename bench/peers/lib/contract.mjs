// What every GraphQL peer shares: this project's own schema, so that the very same requests can be sent
// to all, and how its tables' rows become its objects.
import { readFileSync } from "node:fs";
import { GraphQLScalarType } from "graphql";

/** @typedef {import("../../../src/graphql/__generated__/resolvers.js").AppointmentFilter} AppointmentFilter */
/** @typedef {import("../../../src/graphql/__generated__/resolvers.js").BookAppointmentInput} BookAppointmentInput */
/** @typedef {{ id: number }} Row */
/** @typedef {{ by: { databaseId?: number | null } }} ById */
/** @typedef {{ first: number }} FirstArguments */
/** @typedef {{ first: number, filter?: AppointmentFilter | null }} PageArguments */

export const typeDefs = readFileSync(new URL("../../../schema.graphql", import.meta.url), "utf8");

const DateTime = new GraphQLScalarType({
  name: "DateTime",
  serialize: (value) => `${/** @type {Date} */ (value).toISOString().slice(0, 19)}Z`,
  parseValue: (value) => new Date(String(value)),
});

const databaseId = (/** @type {Row} */ row) => row.id;

/** Resolvers of what is a rename or a sum of columns. */
export const objects = {
  DateTime,
  Patient: {
    databaseId,
    fullName: (/** @type {{ firstName: string, lastName: string }} */ patient) =>
      `${patient.firstName} ${patient.lastName}`,
  },
  Doctor: { databaseId },
  Appointment: { databaseId },
};

/** Resolves the type of a UserError for Apollo and Yoga. */
export const userErrors = { UserError: { __resolveType: () => "GeneralUserError" } };

/** The row that `pat_5` or `doc_5` stands for. @param {string} id */
export const toRowId = (id) => Number(id.slice("pat_".length));

/** The first second after an appointment. @param {BookAppointmentInput} input */
export const endOf = ({ startsAt, durationMinutes }) => minutesAfter(startsAt, durationMinutes);

/** The longest that an appointment may take: one that began earlier can't reach a later time. */
const LONGEST_MINUTES = 180;

/** Where to look for what overlaps an appointment: only what starts after this. @param {Date} startsAt */
export const overlapsStartAfter = (startsAt) => minutesAfter(startsAt, -LONGEST_MINUTES);

/** @param {Date} time @param {number} minutes */
const minutesAfter = (time, minutes) => new Date(time.getTime() + minutes * 60_000);

/** The answer of `bookAppointment`. @template {Row} Appointment @param {Appointment | null} appointment null if the time is taken. */
export const bookingPayload = (appointment) =>
  appointment
    ? { appointment, userErrors: [] }
    : { appointment: null, userErrors: [{ code: "SLOT_TAKEN", message: "The time is taken." }] };
