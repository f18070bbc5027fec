import { describe, expect, it } from "vitest";
import { FIRST_MOMENT, LAST_MOMENT, wholeSeconds } from "../../src/domain/time.js";

describe("whole seconds", () => {
  it.each([
    ["2030-01-07T10:29:59.999Z", "2030-01-07T10:29:59Z"],
    ["2030-01-07T10:30:00.000Z", "2030-01-07T10:30:00Z"],
    ["1969-12-31T23:59:59.500Z", "1969-12-31T23:59:59Z"],
  ])("of %s are %s: a fraction is cut off, before 1970 too", (time, cut) => {
    expect(wholeSeconds(new Date(time))).toEqual(new Date(cut));
  });
});

describe("the moments that the database can hold", () => {
  it("are those of a DATETIME", () => {
    expect(FIRST_MOMENT.toISOString()).toBe("1000-01-01T00:00:00.000Z");
    expect(LAST_MOMENT.toISOString()).toBe("9999-12-31T23:59:59.000Z");
  });
});
