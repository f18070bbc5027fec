import type { Page, Position } from "./keyset.js";

/**
 * Small, so that the first rows are there at once, and that a page is gone before the collector of
 * young objects takes it for an old one: with pages of 1,000, a list of 100,000 took ten times the
 * memory and was read no faster (npm run bench:stream).
 */
const PAGE = 100;

/** All rows of a list, page after page, from a position on; only one page is in memory. */
export async function* inPages<Row>(
  read: (first: number, after: Position | null) => Promise<Page<Row>>,
  start: Position | null = null,
): AsyncGenerator<Row[]> {
  let after = start;
  for (;;) {
    const page: Page<Row> = await read(PAGE, after);
    yield page.rows;
    const last = page.rows.at(-1);
    if (!page.hasNextPage || !last) return;
    after = page.positionOf(last);
  }
}
