// A client of HTTP/1.1 that costs next to nothing, since it shares the machine with what it measures:
// one question at a time on a connection that is kept. autocannon takes more CPU time, and measures
// whole milliseconds.
import { once } from "node:events";
import { connect } from "node:net";
import { makeReader } from "./answer-reader.mjs";

/** @typedef {import("./answer-reader.mjs").Answer} Answer */

/**
 * @typedef {object} Connection
 * @property {(request: string) => Promise<Answer>} ask
 * @property {() => void} close
 */

const READ_BYTES = 65_536;

/** @param {string} address @returns {Promise<Connection>} */
export async function openConnection(address) {
  const { hostname, port } = new URL(address);
  /** @type {{ resolve: (answer: Answer) => void, reject: (error: Error) => void } | null} */
  let waiting = null;
  let read = makeReader();
  const buffer = Buffer.allocUnsafe(READ_BYTES);
  const callback = (/** @type {number} */ bytes) => {
    const answer = read(buffer.subarray(0, bytes));
    if (answer) {
      read = makeReader();
      waiting?.resolve(answer);
    }
    return true;
  };
  const onread = { buffer, callback };
  const socket = connect({ host: hostname, port: Number(port), noDelay: true, onread });
  socket.once("close", () => {
    waiting?.reject(new Error(`${address} has closed a connection.`));
  });
  await once(socket, "connect");
  // The connection is closed then, too.
  socket.on("error", () => {});
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(request);
      }),
    close: () => socket.destroy(),
  };
}

/** What is sent for a question. @param {string} host @param {import("./questions.mjs").Question} question */
export function toRequest(host, { method, path, body }) {
  const start = `${method} ${path} HTTP/1.1\r\nhost: ${host}\r\n`;
  if (body === undefined) return `${start}\r\n`;
  const text = JSON.stringify(body);
  const length = Buffer.byteLength(text);
  return `${start}content-type: application/json\r\ncontent-length: ${length}\r\n\r\n${text}`;
}
