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
  const start = JSON.stringify(first.done ? [] : first.value.map(toWire));
  if (second.done) return start;
  async function* parts() {
    // Of each array the brackets are left out, but for the first and the last.
    yield start.slice(0, -1);
    for (let next = second; !next.done; next = await pages.next()) {
      if (next.value.length > 0) yield `,${JSON.stringify(next.value.map(toWire)).slice(1, -1)}`;
    }
    yield "]";
  }
  return Readable.from(parts(), { objectMode: false });
}
