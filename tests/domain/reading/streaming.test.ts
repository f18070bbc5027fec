import { describe, expect, it } from "vitest";
import { toPage, type Keyset, type Position } from "../../../src/domain/reading/keyset.js";
import { inPages } from "../../../src/domain/reading/streaming.js";

const byId: Keyset<{ id: number }> = {
  columns: [{ name: "id", kind: "integer" }],
  direction: "asc",
};

/** Reads a list of so many rows in pages, and says which pages were read. */
async function read(count: number) {
  const all = Array.from({ length: count }, (_, index) => ({ id: index + 1 }));
  const asked: (Position | null)[] = [];
  const pages: number[][] = [];
  const list = inPages(async (first, after) => {
    asked.push(after);
    const start = Number(after?.[0] ?? 0);
    return toPage(all.slice(start, start + first + 1), first, byId);
  });
  for await (const rows of list) pages.push(rows.map(({ id }) => id));
  return { pages, asked };
}

describe("a list that is read in pages", () => {
  it("has every row once, a hundred at a time", async () => {
    const { pages, asked } = await read(250);
    expect(pages.map((page) => page.length)).toEqual([100, 100, 50]);
    expect(pages.flat()).toEqual(Array.from({ length: 250 }, (_, index) => index + 1));
    expect(asked).toEqual([null, [100], [200]]);
  });

  it("ends with the page after which nothing follows", async () => {
    expect((await read(100)).asked).toEqual([null]);
    expect(await read(0)).toEqual({ pages: [[]], asked: [null] });
  });
});
