import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  clip,
  covers,
  firstOverlap,
  subtract,
  union,
  type TimeRange,
} from "../../../src/domain/calendar/intervals.js";

const END = 40;
const range = fc
  .tuple(fc.integer({ min: 0, max: END }), fc.integer({ min: 0, max: 12 }))
  .map(([start, length]) => ({ start, end: start + length }));
const ranges = fc.array(range, { maxLength: 8 });
const neat = ranges.map(union);
const some = range.filter(({ start, end }) => start < end);

const has = (list: readonly TimeRange[], moment: number): boolean =>
  list.some(({ start, end }) => start <= moment && moment < end);
const momentsOf = (holds: (moment: number) => boolean): number[] =>
  Array.from({ length: END + 13 }, (_, moment) => moment).filter(holds);
const momentsIn = (list: readonly TimeRange[]): number[] =>
  momentsOf((moment) => has(list, moment));

function expectNeat(list: readonly TimeRange[]): void {
  for (const [index, { start, end }] of list.entries()) {
    expect(start).toBeLessThan(end);
    expect(start).toBeGreaterThan(list[index - 1]?.end ?? -Infinity);
  }
}

describe("ranges of time, moment by moment", () => {
  it("have in a union what any of them has", () => {
    fc.assert(
      fc.property(ranges, (list) => {
        expect(momentsIn(union(list))).toEqual(momentsIn(list));
        expectNeat(union(list));
      }),
    );
  });

  it("keep in a difference what the other list has not", () => {
    fc.assert(
      fc.property(neat, neat, (list, taken) => {
        const left = subtract(list, taken);
        const expected = momentsOf((moment) => has(list, moment) && !has(taken, moment));
        expect(momentsIn(left)).toEqual(expected);
        expectNeat(left);
      }),
      { numRuns: 1_000 },
    );
  });

  it("keep what is between two moments", () => {
    fc.assert(
      fc.property(neat, range, fc.boolean(), (list, { start, end }, isTurned) => {
        const window = isTurned ? { start: end, end: start } : { start, end };
        const inside = clip(list, window);
        const expected = momentsOf((moment) => has(list, moment) && has([window], moment));
        expect(momentsIn(inside)).toEqual(expected);
        expectNeat(inside);
      }),
    );
  });

  it("cover a range if they have all of it, and overlap it if they have any", () => {
    fc.assert(
      fc.property(neat, some, (list, one) => {
        const moments = momentsIn([one]);
        expect(covers(list, one)).toBe(moments.every((moment) => has(list, moment)));
        const expected = list.find((other) => moments.some((moment) => has([other], moment)));
        expect(firstOverlap(list, one)).toEqual(expected ?? null);
      }),
    );
  });

  it("are left as they were", () => {
    fc.assert(
      fc.property(ranges, neat, neat, some, (list, one, other, window) => {
        const before = structuredClone([list, one, other]);
        union(list);
        subtract(one, other);
        clip(one, window);
        expect([list, one, other]).toEqual(before);
      }),
    );
  });
});
