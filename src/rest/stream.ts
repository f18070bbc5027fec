import { Readable } from "node:stream";

/**
 * A JSON array of rows that are read page by page. A single page is returned as text; more pages are streamed while they are
 * read, so that memory holds two pages at most.
 */
export class JsonArray<Row> {
  readonly #pages: AsyncGenerator<readonly Row[]>;
  readonly #toWire: (row: Row) => object;

  constructor(pages: AsyncGenerator<readonly Row[]>, toWire: (row: Row) => object) {
    this.#pages = pages;
    this.#toWire = toWire;
  }

  /**
   * Reads the first page or two; nothing is read before this call.
   *
   * @param begin called once if there is more than one page; waits until they may be streamed, and returns a function to
   *   call at the end of the stream.
   */
  async write(begin: () => Promise<() => void>): Promise<string | Readable> {
    const [first, second] = [await this.#pages.next(), await this.#pages.next()];
    const start = first.done ? [] : first.value;
    if (second.done) return JSON.stringify(start.map(this.#toWire));
    const end = await begin();
    const parts = this.#partsOf([start, second.value]);
    // The next page is read when the socket has accepted the previous one.
    const stream = Readable.from(parts, { objectMode: false, highWaterMark: 1 });
    return stream.once("close", end);
  }

  async *#partsOf(read: readonly (readonly Row[])[]): AsyncGenerator<string> {
    let separator = "[";
    for await (const rows of this.#all(read)) {
      // A page may be empty if all of its rows were filtered out.
      if (rows.length === 0) continue;
      yield separator + JSON.stringify(rows.map(this.#toWire)).slice(1, -1);
      separator = ",";
    }
    yield separator === "[" ? "[]" : "]";
  }

  async *#all(read: readonly (readonly Row[])[]): AsyncGenerator<readonly Row[]> {
    yield* read;
    yield* this.#pages;
  }
}

/** A response with a list. Its caller decides whether the rows are read. */
export const writeArray = async <Row>(
  pages: AsyncGenerator<readonly Row[]>,
  toWire: (row: Row) => object,
): Promise<JsonArray<Row>> => new JsonArray(pages, toWire);
