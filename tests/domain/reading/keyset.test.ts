import { describe, expect, it } from "vitest";
import { isPosition, toPage, type Keyset } from "../../../src/domain/reading/keyset.js";
import { after, inOrder } from "../../../src/domain/reading/keyset-sql.js";

interface Row {
  id: number;
  name: string;
  startsAt: Date;
}

const ROWS: Row[] = [1, 2, 3].map((id) => ({ id, name: `n${id}`, startsAt: new Date(id * 1_000) }));
const ascending: Keyset<Row> = {
  columns: [
    { name: "name", kind: "text" },
    { name: "startsAt", kind: "time" },
    { name: "id", kind: "integer" },
  ],
  direction: "asc",
};
const descending: Keyset<Row> = { ...ascending, direction: "desc" };
const byId: Keyset<Row> = { columns: [{ name: "id", kind: "integer" }], direction: "asc" };
const TABLE = { columnOf: { id: "t.id", name: "t.name", startsAt: "t.starts_at" } };

describe("a page", () => {
  it("has the rows that were asked for, and knows whether more were read", () => {
    expect(toPage(ROWS, 2, byId)).toMatchObject({ rows: ROWS.slice(0, 2), hasNextPage: true });
    expect(toPage(ROWS, 3, byId)).toMatchObject({ rows: ROWS, hasNextPage: false });
    expect(toPage(ROWS, 4, byId)).toMatchObject({ rows: ROWS, hasNextPage: false });
    expect(toPage([], 0, byId)).toMatchObject({ rows: [], hasNextPage: false });
  });

  it("says where a row stands in its order, times in milliseconds", () => {
    expect(toPage(ROWS, 3, ascending).positionOf(ROWS[1] as Row)).toEqual(["n2", 2_000, 2]);
    expect(toPage(ROWS, 3, byId).positionOf(ROWS[1] as Row)).toEqual([2]);
  });
});

describe("values from outside", () => {
  it("are a position if they are of the kinds of the columns, and as many", () => {
    expect(isPosition(["n2", 2_000, 2], ascending)).toBe(true);
    expect(isPosition([], byId)).toBe(false);
    expect(isPosition([1, 2], byId)).toBe(false);
    expect(isPosition(["n2", 2_000], ascending)).toBe(false);
    expect(isPosition(["n2", "2000", 2], ascending)).toBe(false);
    expect(isPosition([2, 2_000, 2], ascending)).toBe(false);
  });

  it("are integers that the database can hold, from 0 on", () => {
    for (const id of [0, 1, 2_147_483_647]) expect(isPosition([id], byId)).toBe(true);
    for (const id of [-1, 1.5, NaN, Infinity, 2_147_483_648, "1", null, undefined, {}, 1n]) {
      expect(isPosition([id], byId)).toBe(false);
    }
  });

  it("are times that the database can hold, from 1970 on", () => {
    const last = new Date("9999-12-31T23:59:59Z").getTime();
    const isTime = (time: unknown) =>
      isPosition([time], { columns: [{ name: "startsAt", kind: "time" }], direction: "asc" });
    for (const time of [0, 1, last]) expect(isTime(time)).toBe(true);
    for (const time of [-1, 0.5, last + 1, "0"]) expect(isTime(time)).toBe(false);
  });

  it("are texts that a name can be", () => {
    const isName = (name: unknown) =>
      isPosition([name], { columns: [{ name: "name", kind: "text" }], direction: "asc" });
    expect(isName("")).toBe(true);
    expect(isName("x".repeat(400))).toBe(true);
    expect(isName("x".repeat(401))).toBe(false);
    expect(isName(["x"])).toBe(false);
  });
});

describe("the condition that rows come after a position", () => {
  const conditionOf = (keyset: Keyset<Row>, position: (string | number)[] | null) => {
    const values: (string | number | boolean | Date)[] = [];
    return { condition: after(keyset, position, TABLE, values), values };
  };

  it("holds for all where there is none", () => {
    expect(conditionOf(ascending, null)).toEqual({ condition: "TRUE", values: [] });
  });

  it("compares the first column first, which an index can use, and the others where it is equal", () => {
    const values = ["n2", "n2", new Date(2_000), new Date(2_000), 2];
    expect(conditionOf(ascending, ["n2", 2_000, 2])).toEqual({
      condition:
        "t.name >= ? AND (t.name > ? OR t.starts_at >= ? AND (t.starts_at > ? OR t.id > ?))",
      values,
    });
    expect(conditionOf(descending, ["n2", 2_000, 2])).toEqual({
      condition:
        "t.name <= ? AND (t.name < ? OR t.starts_at <= ? AND (t.starts_at < ? OR t.id < ?))",
      values,
    });
    expect(conditionOf(byId, [7])).toEqual({ condition: "t.id > ?", values: [7] });
  });

  it("goes with the order of the list", () => {
    expect(inOrder(ascending, TABLE)).toBe("t.name ASC, t.starts_at ASC, t.id ASC");
    expect(inOrder(descending, TABLE)).toBe("t.name DESC, t.starts_at DESC, t.id DESC");
  });
});
