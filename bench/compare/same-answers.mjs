// Servers that answer differently are not compared: here each is asked the same as the others.
import { isDeepStrictEqual } from "node:util";
import { Failure } from "../../scripts/lib/failure.mjs";
import { dialectOf } from "./contestants.mjs";
import { WORKLOADS } from "./workloads.mjs";

/** @typedef {import("./server.mjs").Server} Server */
/** @typedef {import("./workloads.mjs").Workload} Workload */
/** @typedef {import("./clinic.mjs").Clinic} Clinic */

const QUESTIONS = 20;

/**
 * Makes sure that all servers give the same answers, and that none books a time twice.
 *
 * @param {readonly Server[]} servers
 * @param {Clinic} clinic
 * @param {number} number of a booking that has not been asked for; it is used up.
 * @throws {Failure} with both answers where they differ.
 */
export async function checkAnswers(servers, clinic, number) {
  for (const workload of WORKLOADS) {
    // Its parts are checked separately.
    if (workload.name === "mixed") continue;
    const able = servers.filter(({ contestant }) => dialectOf(contestant, workload));
    if (workload.isBooking) await checkBookings(able, workload, clinic, number);
    else await checkReads(able, workload, clinic);
  }
}

/** @param {readonly Server[]} servers @param {Workload} workload @param {Clinic} clinic */
async function checkReads(servers, workload, clinic) {
  for (let number = 0; number < QUESTIONS; number += 1) {
    const answers = await Promise.all(
      servers.map(async (server) => ({ server, ...(await ask(server, workload, clinic, number)) })),
    );
    demandSame(workload, answers);
  }
}

/** @param {readonly Server[]} servers @param {Workload} workload @param {Clinic} clinic @param {number} number */
async function checkBookings(servers, workload, clinic, number) {
  const answers = [];
  for (const [index, server] of servers.entries()) {
    // All book the same time, each with a different doctor.
    const doctors = clinic.doctors.slice(index, index + 1);
    const withOneDoctor = { ...clinic, doctors };
    // Each workload has its own time, because they share the doctors.
    const free = number + WORKLOADS.indexOf(workload);
    answers.push({ server, ...(await ask(server, workload, withOneDoctor, free)) });
    const again = await ask(server, workload, withOneDoctor, free);
    if (again.isSuccess) {
      throw new Failure(`${server.contestant.title} has booked a time twice: ${again.text}`);
    }
  }
  demandSame(workload, answers);
}

/** @typedef {{ server: Server, text: string, isSuccess: boolean }} Given */

/** @param {Workload} workload @param {readonly Given[]} answers */
function demandSame({ title, own = [] }, answers) {
  const [first, ...others] = answers;
  if (!first) return;
  const bad = answers.find(({ isSuccess }) => !isSuccess);
  if (bad) throw new Failure(`${title}: ${bad.server.contestant.title} answers\n${bad.text}`);
  const content = (/** @type {Given} */ { text }) => contentOf(text, own);
  const other = others.find((each) => !isDeepStrictEqual(content(each), content(first)));
  if (!other) return;
  const shown = [first, other].map(({ server, text }) => `${server.contestant.title}: ${text}`);
  throw new Failure(`${title}: the answers differ.\n\n${shown.join("\n\n")}`);
}

/** A JSON text's content, without some fields. @param {string} text @param {readonly string[]} own @returns {unknown} */
const contentOf = (text, own) =>
  JSON.parse(text, (key, /** @type {unknown} */ value) => (own.includes(key) ? undefined : value));

/** @param {Server} server @param {Workload} workload @param {Clinic} clinic @param {number} number */
async function ask({ address, contestant }, workload, clinic, number) {
  const dialect = dialectOf(contestant, workload) ?? "graphql";
  const question = workload.ask[dialect]?.(clinic, number);
  const { method = "GET", path = "", body } = question ?? {};
  const answer = await fetch(`${address}${path}`, {
    method,
    ...(body && { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { text, isSuccess: answer.ok && workload.success.test(text) };
}
