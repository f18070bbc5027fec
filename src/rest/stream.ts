import { Readable } from "node:stream";
import pLimit from "p-limit";

/**
 * So many pages of all streams are read at the same time. More would not be faster, because the process has one thread;
 * but all other requests would wait for as many pages at each of their steps.
 */
const inTurn = pLimit(2);

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
    for await (const text of this.#textsOf(read)) {
      // A page may be empty if all of its rows were filtered out.
      if (text === "") continue;
      yield separator + text;
      separator = ",";
    }
    yield separator === "[" ? "[]" : "]";
  }

  async *#textsOf(read: readonly (readonly Row[])[]): AsyncGenerator<string> {
    try {
      for (const rows of read) yield this.#textOf(rows);
      for (;;) {
        const text = await inTurn(() => this.#readText());
        if (text === null) return;
        yield text;
      }
    } finally {
      // The caller may have gone before the end of the list.
      await this.#pages.return(undefined);
    }
  }

  /** The next page as JSON; null after the last. */
  async #readText(): Promise<string | null> {
    const page = await this.#pages.next();
    return page.done ? null : this.#textOf(page.value);
  }

  /** The rows as JSON, without the brackets of the array. */
  #textOf(rows: readonly Row[]): string {
    return JSON.stringify(rows.map(this.#toWire)).slice(1, -1);
  }
}

/** A response with a list. Its caller decides whether the rows are read. */
export const writeArray = async <Row>(
  pages: AsyncGenerator<readonly Row[]>,
  toWire: (row: Row) => object,
): Promise<JsonArray<Row>> => new JsonArray(pages, toWire);
