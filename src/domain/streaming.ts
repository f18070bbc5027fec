import type { Page, Position } from "./keyset.js";

/** Small, so that the first rows are there at once; the later ones are read in larger bits. */
const FIRST_PAGE = 100;
const LATER_PAGES = 1_000;

/** All rows of a list, page after page; only one page is in memory. */
export async function* inPages<Row>(
  read: (first: number, after: Position | null) => Promise<Page<Row>>,
): AsyncGenerator<Row[]> {
  let after: Position | null = null;
  for (let size = FIRST_PAGE; ; size = LATER_PAGES) {
    const { items, hasNextPage }: Page<Row> = await read(size, after);
    yield items.map(({ row }) => row);
    const last = items.at(-1);
    if (!hasNextPage || !last) return;
    after = last.position;
  }
}
