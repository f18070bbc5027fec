import { describe, expect, it } from "vitest";
import { CallerCounts } from "../../src/rest/metrics.js";

const MOST = 200;
const LABELS = { method: "GET", route: "/doctors", status: "200" };
const FAILED = { ...LABELS, status: "422" };

const countsOf = (counts: CallerCounts) => {
  const totals = new Map<string, number>();
  for (const [{ caller }, count] of counts) totals.set(caller, (totals.get(caller) ?? 0) + count);
  return totals;
};

describe("callers", () => {
  it("are counted by name from their first successful request on", () => {
    const counts = new CallerCounts();
    expect(counts.add("legacy/1", FAILED, false)).toBe("other");
    expect(counts.add("legacy/1", LABELS, true)).toBe("legacy/1");
    expect(counts.add("legacy/1", FAILED, false)).toBe("legacy/1");
    expect([...counts]).toEqual([
      [{ ...LABELS, caller: "legacy/1" }, 1],
      [{ ...FAILED, caller: "legacy/1" }, 1],
      [{ ...FAILED, caller: "other" }, 1],
    ]);
  });

  it("have their own label even after hundreds of invented names", () => {
    const counts = new CallerCounts();
    for (let index = 0; index < 1_000; index += 1) counts.add(`invented/${index}`, LABELS, true);
    expect(counts.add("legacy/1", LABELS, true)).toBe("legacy/1");
  });

  it("that call repeatedly keep their label, with any number of invented names", () => {
    const counts = new CallerCounts();
    for (let index = 0; index < 3; index += 1) counts.add("legacy/1", LABELS, true);
    for (let index = 0; index < 5_000; index += 1) counts.add(`invented/${index}`, LABELS, true);
    expect(counts.add("legacy/1", LABELS, true)).toBe("legacy/1");
    const totals = countsOf(counts);
    expect([totals.get("legacy/1"), totals.size]).toEqual([4, MOST + 1]);
    expect([...totals.values()].reduce((one, other) => one + other)).toBe(5_004);
  });

  it("that only fail take no label", () => {
    const counts = new CallerCounts();
    for (let index = 0; index < MOST; index += 1) counts.add(`known/${index}`, LABELS, true);
    for (let index = 0; index < 5_000; index += 1) counts.add(`invented/${index}`, FAILED, false);
    const totals = countsOf(counts);
    expect([totals.size, totals.get("other"), totals.get("known/0")]).toEqual([MOST + 1, 5_000, 1]);
  });
});
