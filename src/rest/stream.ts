import { Readable } from "node:stream";

/**
 * A JSON array of rows that are read page by page: as text if they are one page, else as a stream that is
 * written while they are read, so that memory holds a page or two at most.
 */
export async function writeArray<Row>(
  pages: AsyncGenerator<readonly Row[]>,
  toWire: (row: Row) => object,
): Promise<string | Readable> {
  const [first, second] = [await pages.next(), await pages.next()];
  const start = first.done ? [] : first.value;
  if (second.done) return JSON.stringify(start.map(toWire));
  async function* all() {
    yield start;
    if (!second.done) yield second.value;
    yield* pages;
  }
  return Readable.from(partsOf(all(), toWire), { objectMode: false });
}

async function* partsOf<Row>(
  pages: AsyncIterable<readonly Row[]>,
  toWire: (row: Row) => object,
): AsyncGenerator<string> {
  let separator = "[";
  for await (const rows of pages) {
    // All of a page's rows may have been left out.
    if (rows.length === 0) continue;
    yield separator + JSON.stringify(rows.map(toWire)).slice(1, -1);
    separator = ",";
  }
  yield separator === "[" ? "[]" : "]";
}
