// The questions that servers are asked, each in several dialects. A question's number chooses what it is
// about: the same number asks all servers for the same.
import { getIntrospectionQuery } from "graphql";

/** @typedef {import("./clinic.mjs").Clinic} Clinic */
/** @typedef {"graphql" | "plain" | "rest"} Dialect `plain`: the limit's own paths. */
/** @typedef {{ method: "GET" | "POST", path: string, body?: object }} Question */
/** @typedef {(clinic: Clinic, number: number) => Question} Ask the question of that number. */

const DAY = 24 * 60 * 60_000;
const MINUTE = 60_000;

const GOLDEN_RATIO = 0.618_033_988_749_895;

/** From 0 up to `count`: the same for the same number, near no other for numbers that are near. @param {number} number @param {number} count */
const scattered = (number, count) => Math.floor(((number * GOLDEN_RATIO) % 1) * count);

/** @param {Clinic} clinic @param {number} number */
const somePatient = ({ patients }, number) => 1 + scattered(number, patients);

/** @template Item @param {readonly Item[]} items @param {number} number */
const someOf = (items, number) => /** @type {Item} */ (items[scattered(number, items.length)]);

/** A minute that has appointments before and after it. @param {Clinic} clinic @param {number} number */
const someTime = ({ today }, number) =>
  instant(today - 30 * DAY + scattered(number, (40 * DAY) / MINUTE) * MINUTE);

/** Of six weeks, four of them over. @param {Clinic} clinic @param {number} number */
function someWeek({ today }, number) {
  const monday = today - ((new Date(today).getUTCDay() + 6) % 7) * DAY;
  const start = monday + ((number % 6) - 4) * 7 * DAY;
  return { from: instant(start), before: instant(start + 7 * DAY) };
}

/** A time of which no other number's appointment takes a second. @param {Clinic} clinic @param {number} slot */
const freeTime = ({ today }, slot) => instant(today + 2_000 * DAY + slot * 30 * MINUTE);

/** @param {number} time */
const instant = (time) => `${new Date(time).toISOString().slice(0, 19)}Z`;

/** @param {string} query @param {object} [variables] @returns {Question} */
const graphql = (query, variables = {}) => ({
  method: "POST",
  path: "/graphql",
  body: { query, variables },
});

/** @param {string} path @param {Record<string, string | number>} [query] @returns {Question} */
function get(path, query) {
  const values = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) values.set(name, String(value));
  return { method: "GET", path: query ? `${path}?${values.toString()}` : path };
}

const POINT = `query ($by: PatientBy!) {
  patient(by: $by) { databaseId firstName lastName fullName email phoneNumber }
}`;
const LIST = `query ($from: DateTime!) {
  appointments(first: 50, filter: { startsFrom: $from }) {
    nodes {
      databaseId startsAt endsAt durationMinutes status
      patient { databaseId fullName email }
      doctor { databaseId fullName specialty }
    }
  }
}`;
const WEEK = `query ($by: DoctorBy!, $from: DateTime!, $before: DateTime!) {
  doctor(by: $by) {
    fullName
    appointments(first: 100, filter: { startsFrom: $from, startsBefore: $before }) {
      nodes { startsAt endsAt status patient { fullName } }
    }
  }
}`;
const NESTED = `query ($from: DateTime!) {
  doctors(first: 10) {
    nodes {
      fullName
      appointments(first: 5, filter: { startsFrom: $from }) {
        nodes { startsAt patient { fullName } }
      }
    }
  }
}`;
const BOOK = `mutation ($input: BookAppointmentInput!) {
  bookAppointment(input: $input) { appointment { databaseId startsAt endsAt } userErrors { code } }
}`;
const INTROSPECTION = getIntrospectionQuery();

/** @param {Clinic} clinic @param {number} number @param {number} doctorId */
const appointment = (clinic, number, doctorId) => ({
  patientId: somePatient(clinic, number),
  doctorId,
  startsAt: freeTime(clinic, number),
  durationMinutes: 30,
});

/** How an appointment is booked with the doctor that `doctorOf` chooses. @param {(clinic: Clinic, number: number) => number} doctorOf @returns {Record<"graphql" | "plain", Ask>} */
const booking = (doctorOf) => ({
  graphql(clinic, number) {
    const { patientId, doctorId, ...when } = appointment(clinic, number, doctorOf(clinic, number));
    const input = { patientId: `pat_${patientId}`, doctorId: `doc_${doctorId}`, ...when };
    return graphql(BOOK, { input });
  },
  plain: (clinic, number) => ({
    method: "POST",
    path: "/bookings",
    body: appointment(clinic, number, doctorOf(clinic, number)),
  }),
});

/** @type {Record<"graphql" | "plain", Ask>} */
export const point = {
  graphql: (clinic, number) => graphql(POINT, { by: { databaseId: somePatient(clinic, number) } }),
  plain: (clinic, number) => get("/point", { id: somePatient(clinic, number) }),
};

/** @type {Record<"graphql" | "plain", Ask>} */
export const list = {
  graphql: (clinic, number) => graphql(LIST, { from: someTime(clinic, number) }),
  plain: (clinic, number) => get("/list", { from: someTime(clinic, number) }),
};

/** @type {Record<"graphql" | "plain", Ask>} */
export const week = {
  graphql: (clinic, number) =>
    graphql(WEEK, {
      by: { databaseId: someOf(clinic.doctors, number) },
      ...someWeek(clinic, number),
    }),
  plain: (clinic, number) =>
    get("/week", { id: someOf(clinic.doctors, number), ...someWeek(clinic, number) }),
};

/** @type {Record<"graphql" | "plain", Ask>} */
export const nested = {
  graphql: (clinic, number) => graphql(NESTED, { from: someTime(clinic, number) }),
  plain: (clinic, number) => get("/nested", { from: someTime(clinic, number) }),
};

export const bookingOnMany = booking((clinic, number) => someOf(clinic.doctors, number));
export const bookingOnOne = booking(({ doctors }) => /** @type {number} */ (doctors.at(-1)));

/** @param {"graphql" | "plain"} dialect @returns {Ask} */
const mixedIn = (dialect) => (clinic, number) => {
  const kind = number % 10;
  const ask = kind < 1 ? bookingOnMany : kind < 3 ? list : kind < 5 ? week : point;
  return ask[dialect](clinic, number);
};

/** Of ten questions: five point reads, two lists, two weeks, one booking. */
export const mixed = { graphql: mixedIn("graphql"), plain: mixedIn("plain") };

export const introspection = { graphql: () => graphql(INTROSPECTION) };

/** @type {Ask} */
const restPatient = (clinic, number) => get(`/patients/${somePatient(clinic, number)}`);

/** @type {Ask} */
const restList = ({ doctorsWithFifty }, number) =>
  get("/appointments", { doctor_id: someOf(doctorsWithFifty, number) });

/** @type {Ask} */
const restBooking = (clinic, number) => {
  const { startsAt, ...who } = appointment(clinic, number, someOf(clinic.doctors, number));
  const body = {
    patient_id: who.patientId,
    doctor_id: who.doctorId,
    appointment_start_datetime: startsAt,
    appointment_duration_minutes: who.durationMinutes,
  };
  return { method: "POST", path: "/appointments", body };
};

export const restPoint = { rest: restPatient };
export const restListOfFifty = { rest: restList };
export const restBookingOnMany = { rest: restBooking };
