// The limit: what this machine can do at all, with node:http, hand-written statements and no framework.
// It answers with the same JSON as the others do, but each question has a path of its own.
import { once } from "node:events";
import { createServer } from "node:http";
import { listen } from "../lib/settings.mjs";
import { book, restBooking } from "./booking.mjs";
import * as reads from "./reads.mjs";

/** @typedef {{ status: number, content: unknown }} Answer */

/** @type {Record<string, (query: URLSearchParams) => Promise<unknown>>} */
const READS = {
  "/point": (query) => reads.patient(Number(query.get("id"))),
  "/list": (query) => reads.list(query.get("from") ?? ""),
  "/week": (query) =>
    reads.week(Number(query.get("id")), query.get("from") ?? "", query.get("before") ?? ""),
  "/nested": (query) => reads.nested(query.get("from") ?? ""),
  "/appointments": (query) => reads.restList(Number(query.get("doctor_id"))),
};

/** @type {Record<string, (body: never) => Promise<Answer>>} */
const WRITES = { "/bookings": book, "/appointments": restBooking };

/** @param {import("node:http").IncomingMessage} request @returns {Promise<Answer>} */
async function answer(request) {
  const { pathname, searchParams } = new URL(request.url ?? "", "http://localhost");
  if (request.method === "POST") {
    const write = WRITES[pathname];
    return write ? write(await readBody(request)) : { status: 404, content: null };
  }
  const read = READS[pathname];
  if (read) return { status: 200, content: await read(searchParams) };
  const content = await reads.restPatient(Number(pathname.slice("/patients/".length)));
  return { status: content ? 200 : 404, content };
}

/** @param {import("node:http").IncomingMessage} request @returns {Promise<never>} never: it is what its use expects. */
async function readBody(request) {
  let text = "";
  request.setEncoding("utf8");
  request.on("data", (/** @type {string} */ data) => (text += data));
  await once(request, "end");
  /** @type {unknown} */
  const body = JSON.parse(text);
  return /** @type {never} */ (body);
}

listen(
  createServer((request, response) => {
    answer(request).then(
      ({ status, content }) => {
        const text = Buffer.from(JSON.stringify(content));
        response.writeHead(status, {
          "content-type": "application/json",
          "content-length": text.length,
        });
        response.end(text);
      },
      (/** @type {unknown} */ error) => {
        response.writeHead(500).end(String(error));
      },
    );
  }),
);
