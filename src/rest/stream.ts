import { Readable } from "node:stream";

/** A JSON array that is written while its rows are read: memory holds a page of them at most. */
export function streamArray<Row>(
  pages: AsyncIterable<readonly Row[]>,
  toWire: (row: Row) => object,
): Readable {
  return Readable.from(chunks(pages, toWire), { objectMode: false });
}

async function* chunks<Row>(
  pages: AsyncIterable<readonly Row[]>,
  toWire: (row: Row) => object,
): AsyncGenerator<string> {
  let separator = "[";
  for await (const rows of pages) {
    if (rows.length === 0) continue;
    yield separator + rows.map((row) => JSON.stringify(toWire(row))).join(",");
    separator = ",";
  }
  yield separator === "[" ? "[]" : "]";
}
