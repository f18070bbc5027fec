import { Readable } from "node:stream";

/**
 * A JSON array of rows that are read page by page: as text if they are one page, else as a stream that is
 * written while they are read, so that memory holds a page or two at most.
 */
export class JsonArray<Row> {
  readonly #pages: AsyncGenerator<readonly Row[]>;
  readonly #toWire: (row: Row) => object;

  constructor(pages: AsyncGenerator<readonly Row[]>, toWire: (row: Row) => object) {
    this.#pages = pages;
    this.#toWire = toWire;
  }

  /**
   * Reads the first rows; nothing is read before.
   *
   * @param begin called once if there are more pages than one; waits until they may be streamed, and returns
   *   what is called at the end of the stream.
   */
  async write(begin: () => Promise<() => void>): Promise<string | Readable> {
    const [first, second] = [await this.#pages.next(), await this.#pages.next()];
    const start = first.done ? [] : first.value;
    if (second.done) return JSON.stringify(start.map(this.#toWire));
    const end = await begin();
    const parts = this.#partsOf([start, second.value]);
    // A page is read when there is none that waits for its socket.
    const stream = Readable.from(parts, { objectMode: false, highWaterMark: 1 });
    return stream.once("close", end);
  }

  async *#partsOf(read: readonly (readonly Row[])[]): AsyncGenerator<string> {
    let separator = "[";
    for await (const rows of this.#all(read)) {
      // All of a page's rows may have been left out.
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

/** What answers with a list. It is for its caller to say whether the rows are wanted. */
export const writeArray = async <Row>(
  pages: AsyncGenerator<readonly Row[]>,
  toWire: (row: Row) => object,
): Promise<JsonArray<Row>> => new JsonArray(pages, toWire);
