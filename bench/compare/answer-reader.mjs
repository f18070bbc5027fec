// Finds where an HTTP answer ends, and reads no more of it than that takes.

/** @typedef {{ status: number, start: string }} Answer `start`: the first bytes of the body. */

/** @typedef {{ status: number, bytes: number, contentLength: number | null }} Head a content length of null: it comes in chunks. */

const START_BYTES = 1_000;
const END_OF_HEAD = "\r\n\r\n";
const SIZE_OF_CHUNK = /^[0-9a-f]+\r\n/i;
/** JSON has no line breaks of this kind, so this stands nowhere else. */
const END_OF_CHUNKS = "\r\n0\r\n\r\n";

/** Makes a function that is given the bytes of one answer as they come, and returns the answer when it is whole. */
export function makeReader() {
  /** @type {Head | null} */
  let head = null;
  let begun = Buffer.alloc(0);
  let length = 0;
  let start = "";
  let end = "";
  return (/** @type {Buffer} */ data) => {
    /** @type {Buffer} */
    let body = data;
    if (!head) {
      begun = Buffer.concat([begun, data]);
      head = readHead(begun);
      if (!head) return null;
      body = begun.subarray(head.bytes);
    }
    length += body.length;
    if (start.length < START_BYTES) start += body.toString("latin1", 0, START_BYTES);
    const { status, contentLength } = head;
    if (contentLength !== null) return length < contentLength ? null : { status, start };
    const last = data.subarray(-END_OF_CHUNKS.length).toString("latin1");
    end = (end + last).slice(-END_OF_CHUNKS.length);
    return end === END_OF_CHUNKS ? { status, start: start.replace(SIZE_OF_CHUNK, "") } : null;
  };
}

/** @param {Buffer} bytes @returns {Head | null} null if it has not come as a whole. */
function readHead(bytes) {
  const end = bytes.indexOf(END_OF_HEAD);
  if (end < 0) return null;
  const text = bytes.toString("latin1", 0, end);
  const contentLength = /\ncontent-length: *(\d+)/i.exec(text)?.[1];
  return {
    status: Number(text.slice("HTTP/1.1 ".length, "HTTP/1.1 200".length)),
    bytes: end + END_OF_HEAD.length,
    contentLength: contentLength === undefined ? null : Number(contentLength),
  };
}
