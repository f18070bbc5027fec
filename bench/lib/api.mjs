import { throwawayServer } from "../../scripts/lib/private-server.mjs";
import { startApiProcess } from "../../scripts/lib/api-process.mjs";
import { run } from "../../scripts/lib/processes.mjs";
import { ensureBuilt, ensureDependencies } from "../../scripts/lib/stamps.mjs";
import { step } from "../../scripts/lib/terminal.mjs";

/**
 * The compiled API in a process of its own.
 *
 * @typedef {object} Api
 * @property {<Data>(query: string, variables?: object) => Promise<Data>} ask sends an operation and
 *   returns its data; errors of the API are thrown.
 * @property {string} address
 * @property {number} pid
 * @property {() => Promise<void>} stop
 */

/**
 * Runs the work on a private database server, of which nothing is left afterwards, with the newest
 * compiled code.
 *
 * @param {(url: string, description: string, pid: number) => Promise<void>} work gets the URL of a
 *   database; more may be made beside it. `pid` is the server's.
 */
export async function onPrivateServer(work) {
  await ensureDependencies();
  await ensureBuilt();
  /** @type {import("../../scripts/lib/private-server.mjs").PrivateServer & { pid: number }} */
  const server = await step("database", async (say) => {
    const result = await throwawayServer(say);
    return { result, summary: result.description };
  });
  try {
    await work(server.url, server.description.replace(/ of its own.*/, ""), server.pid);
  } finally {
    await server.stop();
  }
}

/** What `npm run db:…` does. @param {string} url @param {string[]} args */
export function database(url, ...args) {
  const env = { ...process.env, DATABASE_URL: url };
  return run(process.execPath, ["dist/src/commands/database.js", ...args], { env });
}

/** @param {string} url @returns {Promise<Api>} */
export async function startApi(url) {
  const { address, pid, stop } = await startApiProcess(url, { EXPOSE: "nothing" });
  return {
    async ask(query, variables = {}) {
      const answer = await fetch(`${address}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query, variables }),
      });
      const { data, errors } = /** @type {{ data: never, errors?: unknown }} */ (
        await answer.json()
      );
      if (errors !== undefined) throw new Error(JSON.stringify(errors));
      return data;
    },
    address,
    pid,
    stop,
  };
}

/** Books an appointment, of `input`. */
const BOOK = `mutation ($input: BookAppointmentInput!) {
  bookAppointment(input: $input) { appointment { id } userErrors { code } }
}`;

/**
 * Books an appointment that takes half an hour.
 *
 * @param {Api} api
 * @param {{ patientId: string, doctorId: string, startsAt: string }} appointment
 * @returns {Promise<string>} its id.
 */
export async function book({ ask }, appointment) {
  const input = { ...appointment, durationMinutes: 30 };
  /** @type {{ bookAppointment: { appointment: { id: string } | null, userErrors: unknown } }} */
  const { bookAppointment } = await ask(BOOK, { input });
  if (bookAppointment.appointment) return bookAppointment.appointment.id;
  throw new Error(JSON.stringify(bookAppointment.userErrors));
}

const DAY = 24 * 60 * 60 * 1_000;

/** A time that no generated appointment reaches, another one for each number. @param {number} number */
export function freeTime(number) {
  const start = new Date(new Date().setUTCHours(0, 0, 0, 0) + 2_000 * DAY);
  return new Date(start.getTime() + number * 30 * 60_000).toISOString();
}

let booked = 0;

/**
 * Bookings per second of callers that each book again as soon as they are answered.
 *
 * @param {Api} api
 * @param {readonly string[]} doctors with whom nobody else books.
 * @param {{ callers: number, milliseconds: number }} load
 */
export async function bookingsPerSecond(api, doctors, { callers, milliseconds }) {
  const end = performance.now() + milliseconds;
  let count = 0;
  const caller = async () => {
    while (performance.now() < end) {
      const doctorId = doctors[booked % doctors.length] ?? "";
      const patientId = `pat_${1 + (booked % 5_000)}`;
      await book(api, { patientId, doctorId, startsAt: freeTime((booked += 1)) });
      count += 1;
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  return (count * 1_000) / milliseconds;
}

/**
 * Active doctors from all over the table.
 *
 * @param {Api} api
 * @param {number} doctors how many there are.
 * @returns {Promise<string[]>} their ids.
 */
export async function someDoctors({ ask }, doctors) {
  const ids = Array.from({ length: 100 }, (_, index) => {
    return `doc_${1 + Math.floor((index * doctors) / 100)}`;
  });
  const query = "query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Doctor { isActive } } }";
  /** @type {{ nodes: { id: string, isActive: boolean }[] }} */
  const { nodes } = await ask(query, { ids: [...new Set(ids)] });
  return nodes.filter(({ isActive }) => isActive).map(({ id }) => id);
}

/** A database beside the server's own. @param {string} server @param {string} name @returns {Promise<string>} */
export async function createDatabase(server, name) {
  const url = new URL(server);
  url.pathname += `_${name}`;
  const helper = ["--import", "tsx", "bench/lib/create-database.mjs"];
  await run(process.execPath, [...helper, server, url.href]);
  return url.href;
}

/** @param {readonly number[]} numbers */
export function median(numbers) {
  return [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? NaN;
}

/** @param {number} value */
export const rounded = (value) => Number(value.toPrecision(3));
