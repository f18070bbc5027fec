import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  intervalOf,
  MAXIMUM_MINUTES,
  MINIMUM_MINUTES,
  overlaps,
  overlapSearchRange,
  type Interval,
} from "../../../src/domain/appointments/interval.js";

const start = fc.date({
  min: new Date("2026-01-01T00:00:00Z"),
  max: new Date("2026-01-02T00:00:00Z"),
  noInvalidDate: true,
});
const minutes = fc.integer({ min: MINIMUM_MINUTES, max: MAXIMUM_MINUTES });
const interval = fc.tuple(start, minutes).map(([from, length]) => intervalOf(from, length));

const seconds = ({ startsAt, endsAt }: Interval): Set<number> => {
  const set = new Set<number>();
  for (let time = startsAt.getTime(); time < endsAt.getTime(); time += 1_000) set.add(time);
  return set;
};

describe("an interval", () => {
  it("takes exactly its minutes, from a whole second on", () => {
    fc.assert(
      fc.property(start, minutes, (from, length) => {
        const { startsAt, endsAt } = intervalOf(from, length);
        expect(startsAt.getTime() % 1_000).toBe(0);
        expect(from.getTime() - startsAt.getTime()).toBeGreaterThanOrEqual(0);
        expect(from.getTime() - startsAt.getTime()).toBeLessThan(1_000);
        expect(endsAt.getTime() - startsAt.getTime()).toBe(length * 60_000);
      }),
    );
  });

  it("overlaps another one exactly if they have a second in common", () => {
    fc.assert(
      fc.property(interval, interval, (one, other) => {
        const others = seconds(other);
        const common = [...seconds(one)].some((second) => others.has(second));
        expect(overlaps(one, other)).toBe(common);
      }),
      { numRuns: 30 },
    );
  });

  it("overlaps symmetrically, and itself", () => {
    fc.assert(
      fc.property(interval, interval, (one, other) => {
        expect(overlaps(one, other)).toBe(overlaps(other, one));
        expect(overlaps(one, one)).toBe(true);
      }),
    );
  });

  it("does not overlap the ones that end where it starts and start where it ends", () => {
    fc.assert(
      fc.property(interval, minutes, (one, length) => {
        const before = intervalOf(new Date(one.startsAt.getTime() - length * 60_000), length);
        expect(overlaps(before, one)).toBe(false);
        expect(overlaps(intervalOf(one.endsAt, length), one)).toBe(false);
      }),
    );
  });

  it("finds within its search range every one that overlaps it", () => {
    fc.assert(
      fc.property(interval, interval, (one, other) => {
        const { after, before } = overlapSearchRange(one);
        const isInRange = other.startsAt > after && other.startsAt < before;
        expect(overlaps(one, other)).toBe(isInRange && other.endsAt > one.startsAt);
      }),
      { numRuns: 500 },
    );
  });
});
