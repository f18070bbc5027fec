import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formatLocalDate,
  formatLocalDateTime,
  formatLocalTime,
  parseLocalDate,
  parseLocalDateTime,
  parseLocalTime,
  weekdayOf,
} from "../../../src/domain/calendar/local-time.js";

const FIRST = -354_285;
const LAST = 2_932_896;
const day = fc.integer({ min: FIRST, max: LAST });

describe("a local date", () => {
  it.each([
    ["1000-01-01", FIRST],
    ["1969-12-31", -1],
    ["1970-01-01", 0],
    ["2024-02-29", 19_782],
    ["9999-12-31", LAST],
  ])("%s is day %i", (text, expected) => {
    expect(parseLocalDate(text)).toBe(expected);
    expect(formatLocalDate(expected)).toBe(text);
  });

  it.each([
    ...["2027-02-29", "2027-02-30", "2027-04-31", "2027-13-01", "2027-00-01", "2027-01-00"],
    ...[
      "0000-01-01",
      "0999-12-31",
      "+012027-01-01",
      "-2027-01-01",
      "2027-1-1",
      "20270101",
      "2027-01-01 ",
    ],
    ...["2027-01-01T00:00", "2027-01-01\n", "٢٠٢٧-01-01", "", "today"],
  ])("is not %j", (text) => {
    expect(parseLocalDate(text)).toBeNull();
  });

  it("is read as it was written", () => {
    fc.assert(
      fc.property(day, (value) => {
        expect(parseLocalDate(formatLocalDate(value))).toBe(value);
      }),
    );
  });

  it("has the weekday that UTC has", () => {
    fc.assert(
      fc.property(day, (value) => {
        expect(weekdayOf(value) % 7).toBe(new Date(value * 86_400_000).getUTCDay());
      }),
    );
    expect([3, 4, 9, -4].map(weekdayOf)).toEqual([7, 1, 6, 7]);
  });
});

describe("a time of day", () => {
  it.each([
    ["00:00", 0],
    ["09:05", 545],
    ["23:59", 1_439],
    ["24:00", 1_440],
  ])("%s is minute %i", (text, expected) => {
    expect(parseLocalTime(text)).toBe(expected);
    expect(formatLocalTime(expected)).toBe(text);
  });

  it.each([
    "24:01",
    "25:00",
    "09:60",
    "9:00",
    "0900",
    "09:00:00",
    "-9:00",
    "09:00\n",
    " 09:00",
    "",
  ])("is not %j", (text) => {
    expect(parseLocalTime(text)).toBeNull();
  });
});

describe("a local date and time", () => {
  it.each([
    ["1969-12-31T23:59", -1],
    ["1970-01-01T00:00", 0],
    ["2027-01-31T09:00", 30_023_100],
  ])("%s is minute %i", (text, expected) => {
    expect(parseLocalDateTime(text)).toBe(expected);
    expect(formatLocalDateTime(expected)).toBe(text);
  });

  it.each([
    ...["2027-01-31T24:00", "2027-02-30T09:00", "2027-01-31", "T09:00", "2027-01-31T09:00Z"],
    ...["2027-01-31T09:00T", "2027-01-31 09:00", "2027-01-31t09:00", "2027-01-31T09:00:00"],
  ])("is not %j", (text) => {
    expect(parseLocalDateTime(text)).toBeNull();
  });
});
