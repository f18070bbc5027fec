import { Readable } from "node:stream";

/**
 * A JSON array of rows that are read page by page: as text if they are one page, else as a stream that is
 * written while they are read, so that memory holds a page or two at most.
 */
export async function writeArray<Row>(
  pages: AsyncIterable<readonly Row[]>,
  toWire: (row: Row) => object,
): Promise<string | Readable> {
  const parts = partsOf(pages, toWire);
  let start = "";
  for (let count = 0; count < 2; count += 1) {
    const { value, done } = await parts.next();
    if (done) return start;
    start += value;
  }
  const isWhole = start.endsWith(END);
  return isWhole ? start : Readable.from(following(start, parts), { objectMode: false });
}

/** Stands at the end alone, since rows are objects. */
const END = "]";

async function* partsOf<Row>(
  pages: AsyncIterable<readonly Row[]>,
  toWire: (row: Row) => object,
): AsyncGenerator<string, void> {
  let separator = "[";
  for await (const rows of pages) {
    if (rows.length === 0) continue;
    yield separator + JSON.stringify(rows.map(toWire)).slice(1, -1);
    separator = ",";
  }
  yield separator === "[" ? "[]" : END;
}

async function* following(start: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield start;
  yield* rest;
}
