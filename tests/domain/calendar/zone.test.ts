import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { parseLocalDateTime } from "../../../src/domain/calendar/local-time.js";
import {
  dateAt,
  isTimeZone,
  isZoneDataOld,
  ZONE_DATA,
  zoneOf,
} from "../../../src/domain/calendar/zone.js";

const MINUTE = 60_000;
const FROM = Date.UTC(2000, 0, 1);
const UNTIL = Date.UTC(2041, 0, 1);
const ZONES = Intl.supportedValuesOf("timeZone");

const local = (text: string): number => {
  const minute = parseLocalDateTime(text);
  if (minute === null) throw new Error(`${text} is no local time`);
  return minute;
};
const reached = (zone: string, text: string): string =>
  new Date(zoneOf(zone).reach(local(text))).toISOString().replace(/:00\.000Z$/, "Z");

/** The changes of a zone's offset from 2000 to 2040, by the second opinion. */
function* changesOf(zone: string): Generator<Temporal.ZonedDateTime> {
  let at = Temporal.Instant.fromEpochMilliseconds(FROM - 1).toZonedDateTimeISO(zone);
  for (;;) {
    const next = at.getTimeZoneTransition("next");
    if (next === null || next.epochMilliseconds >= UNTIL) return;
    yield next;
    at = next;
  }
}

const shownAt = (zone: string, instant: number): number => {
  const time = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  return minuteOf(time.toPlainDateTime());
};
const minuteOf = (time: Temporal.PlainDateTime): number =>
  Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute) / MINUTE;

/** The first moment at which the clock shows that minute, or the change at which it skips it. */
function expectedReach(zone: string, minute: number, change: number): number {
  const time = new Date(minute * MINUTE);
  const wanted = new Temporal.PlainDateTime(
    time.getUTCFullYear(),
    time.getUTCMonth() + 1,
    time.getUTCDate(),
    time.getUTCHours(),
    time.getUTCMinutes(),
  );
  const first = wanted.toZonedDateTime(zone, { disambiguation: "earlier" });
  return first.toPlainDateTime().equals(wanted) ? first.epochMilliseconds : change;
}

describe("zones, against a second opinion", () => {
  it("agree at every change of an offset from 2000 to 2040", () => {
    let changes = 0;
    let cases = 0;
    const wrong: string[] = [];
    for (const name of ZONES) {
      const zone = zoneOf(name);
      for (const instant of [FROM, Date.UTC(2020, 6, 1), UNTIL]) {
        cases++;
        if (zone.localAt(instant) !== shownAt(name, instant)) wrong.push(`${name} at ${instant}`);
      }
      for (const { epochMilliseconds: change } of changesOf(name)) {
        changes++;
        for (const instant of [change - MINUTE, change]) {
          cases++;
          if (zone.localAt(instant) !== shownAt(name, instant)) wrong.push(`${name} at ${instant}`);
        }
        const edges = [zone.localAt(change - MINUTE) + 1, zone.localAt(change)];
        const [low, high] = [Math.min(...edges), Math.max(...edges)];
        for (const minute of [low - 1, low, Math.floor((low + high) / 2), high - 1, high]) {
          cases++;
          const moment = zone.reach(minute);
          if (moment !== expectedReach(name, minute, change)) wrong.push(`${name} to ${minute}`);
        }
      }
    }
    console.info(`${ZONES.length} zones, ${changes} changes, ${cases} cases, tzdata ${ZONE_DATA}`);
    expect(wrong).toEqual([]);
    expect(ZONES.length).toBeGreaterThan(400);
    expect(changes).toBeGreaterThan(10_000);
  }, 180_000);

  it("agree in years without summer time, long ago and far ahead", () => {
    for (const name of ["Europe/Berlin", "Asia/Manila", "America/Juneau", "Africa/Monrovia"]) {
      for (const year of [1000, 1500, 1799, 1844, 1845, 1867, 1868, 1900, 1945, 1971, 2400, 9999]) {
        const noon = Date.UTC(year, 5, 15, 12);
        expect(zoneOf(name).localAt(noon), `${name} ${year}`).toBe(shownAt(name, noon));
        const minute = noon / MINUTE;
        expect(zoneOf(name).reach(minute)).toBe(expectedReach(name, minute, NaN));
      }
    }
  });
});

describe("zones, whatever zone data is installed", () => {
  it.each([
    ["a day that did not exist", "Pacific/Apia", "2011-12-29T23:59", "2011-12-30T09:59Z"],
    ["a day that did not exist", "Pacific/Apia", "2011-12-30T09:00", "2011-12-30T10:00Z"],
    ["a day that did not exist", "Pacific/Apia", "2011-12-31T00:00", "2011-12-30T10:00Z"],
    ["a midnight that is skipped", "America/Sao_Paulo", "2018-11-03T23:59", "2018-11-04T02:59Z"],
    ["a midnight that is skipped", "America/Sao_Paulo", "2018-11-04T00:00", "2018-11-04T03:00Z"],
    ["a midnight that is skipped", "America/Sao_Paulo", "2018-11-04T00:59", "2018-11-04T03:00Z"],
    ["a midnight that is skipped", "America/Sao_Paulo", "2018-11-04T01:00", "2018-11-04T03:00Z"],
    ["a midnight that is skipped", "Asia/Beirut", "2022-03-27T00:30", "2022-03-26T22:00Z"],
    ["a midnight that is skipped", "Africa/Cairo", "2023-04-28T00:00", "2023-04-27T22:00Z"],
    ["a midnight that is skipped", "Asia/Gaza", "2019-03-29T00:30", "2019-03-28T22:00Z"],
    ["a midnight that is skipped", "America/Havana", "2024-03-10T00:00", "2024-03-10T05:00Z"],
    ["midnight twice", "America/Havana", "2024-11-03T00:30", "2024-11-03T04:30Z"],
    ["midnight twice", "America/Havana", "2024-11-03T01:00", "2024-11-03T06:00Z"],
    [
      "a clock that is put back before midnight",
      "Asia/Beirut",
      "2022-10-30T00:00",
      "2022-10-29T22:00Z",
    ],
    ["half an hour skipped", "Australia/Lord_Howe", "2024-10-06T02:15", "2024-10-05T15:30Z"],
    ["half an hour twice", "Australia/Lord_Howe", "2024-04-07T01:45", "2024-04-06T14:45Z"],
    ["half an hour twice", "Australia/Lord_Howe", "2024-04-07T02:00", "2024-04-06T15:30Z"],
    ["12:45 and 13:45", "Pacific/Chatham", "2024-04-07T03:00", "2024-04-06T13:15Z"],
    ["12:45 and 13:45", "Pacific/Chatham", "2024-09-29T03:00", "2024-09-28T14:00Z"],
    ["5:45", "Asia/Kathmandu", "2024-01-01T00:00", "2023-12-31T18:15Z"],
    ["-3:30", "America/St_Johns", "2024-01-01T00:00", "2024-01-01T03:30Z"],
    ["-2:30, put back at 00:01", "America/St_Johns", "2010-11-07T00:00", "2010-11-07T02:30Z"],
    ["winter time in Ramadan", "Africa/Casablanca", "2024-03-10T02:30", "2024-03-10T01:30Z"],
    ["winter time in Ramadan", "Africa/Casablanca", "2024-03-10T03:00", "2024-03-10T03:00Z"],
    ["winter time in Ramadan", "Africa/Casablanca", "2024-04-14T02:30", "2024-04-14T02:00Z"],
    ["two hours skipped", "Antarctica/Troll", "2024-03-31T02:30", "2024-03-31T01:00Z"],
    ["two hours twice", "Antarctica/Troll", "2024-10-27T02:30", "2024-10-27T00:30Z"],
    ["two hours twice", "Antarctica/Troll", "2024-10-27T03:00", "2024-10-27T03:00Z"],
    ["summer time for a week", "America/Noronha", "2000-10-07T23:59", "2000-10-08T01:59Z"],
    ["summer time for a week", "America/Noronha", "2000-10-08T00:30", "2000-10-08T02:00Z"],
    ["summer time for a week", "America/Noronha", "2000-10-14T23:30", "2000-10-15T00:30Z"],
    ["summer time for a week", "America/Noronha", "2000-10-15T00:00", "2000-10-15T02:00Z"],
    ["seconds, before 1972", "Africa/Monrovia", "1971-01-01T00:00", "1971-01-01T00:44:30.000Z"],
  ])("%s: %s reaches %s at %s", (_, zone, text, moment) => {
    expect(reached(zone, text)).toBe(moment);
  });

  it("have days of 23 and 25 hours, and shifts as long as the clock ran", () => {
    const hours = (from: string, until: string): number =>
      (zoneOf("Europe/Berlin").reach(local(until)) - zoneOf("Europe/Berlin").reach(local(from))) /
      (60 * MINUTE);
    expect(hours("2024-03-31T00:00", "2024-04-01T00:00")).toBe(23);
    expect(hours("2024-03-31T00:00", "2024-03-31T12:00")).toBe(11);
    expect(hours("2024-03-31T02:15", "2024-03-31T02:45")).toBe(0);
    expect(hours("2024-03-31T02:30", "2024-03-31T03:00")).toBe(0);
    expect(hours("2024-10-27T00:00", "2024-10-28T00:00")).toBe(25);
    expect(hours("2024-10-27T00:00", "2024-10-27T12:00")).toBe(13);
    expect(hours("2024-10-27T02:00", "2024-10-27T03:00")).toBe(2);
  });

  it("give a clock that is put back past midnight the later date", () => {
    const zone = zoneOf("America/St_Johns");
    const again = Date.parse("2010-11-07T02:45:00Z");
    expect(zone.localAt(again)).toBe(local("2010-11-06T23:15"));
    expect(dateAt(zone, again) * 1_440).toBe(local("2010-11-07T00:00"));
    expect(dateAt(zone, Date.parse("2010-11-07T02:29:59Z")) * 1_440).toBe(
      local("2010-11-06T00:00"),
    );
  });

  const zone = fc.constantFrom(...ZONES);
  const instant = fc.integer({ min: FROM, max: UNTIL });

  it("never reach a later time earlier", () => {
    const step = fc.oneof(fc.integer({ min: 0, max: 180 }), fc.integer({ min: 0, max: 500_000 }));
    fc.assert(
      fc.property(zone, instant, step, (name, at, minutes) => {
        const { reach } = { reach: (minute: number) => zoneOf(name).reach(minute) };
        const minute = Math.floor(at / MINUTE);
        expect(reach(minute + minutes)).toBeGreaterThanOrEqual(reach(minute));
      }),
      { numRuns: 2_000 },
    );
  });

  it("have reached what the clock shows, and show what is reached or later", () => {
    fc.assert(
      fc.property(zone, instant, (name, at) => {
        const { reach, localAt } = {
          reach: (minute: number) => zoneOf(name).reach(minute),
          localAt: (moment: number) => zoneOf(name).localAt(moment),
        };
        expect(reach(localAt(at))).toBeLessThanOrEqual(at);
        const minute = Math.floor(at / MINUTE);
        expect(localAt(reach(minute))).toBeGreaterThanOrEqual(minute);
        expect(localAt(reach(minute) - 1)).toBeLessThan(minute);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("the names of zones", () => {
  it.each(["Europe/Berlin", "europe/berlin", "UTC", "Etc/GMT+5", "America/Argentina/Ushuaia"])(
    "have %s",
    (name) => {
      expect(isTimeZone(name)).toBe(true);
    },
  );

  it.each([
    ...["", " ", "Europe/Atlantis", "+02:00", "-0330", "+02", "UTC+2", "Europe/Berlin ", "local"],
    ...["Europe/Berlin\u0000", "\u0130st", "x".repeat(65), "Europe/../Berlin", "undefined"],
    // ICU knows them, IANA does not.
    ...["BST", "cst", "IST", "PST", "SystemV/AST4"],
  ])("don't have %j", (name) => {
    expect(isTimeZone(name)).toBe(false);
  });

  it("keep the 64 zones that were used last", () => {
    const first = zoneOf("Europe/Berlin");
    const second = zoneOf("Europe/Paris");
    for (const name of ZONES.slice(0, 62)) zoneOf(name);
    expect(zoneOf("Europe/Berlin")).toBe(first);
    zoneOf("Pacific/Wallis");
    expect(zoneOf("Europe/Berlin")).toBe(first);
    expect(zoneOf("Europe/Paris")).not.toBe(second);
  });
});

describe("zone data", () => {
  it("is old when all releases of its year are older than a year", () => {
    expect(ZONE_DATA).toMatch(/^\d{4}[a-z]$/);
    expect(isZoneDataOld("2025c", new Date("2026-12-31T23:59:59Z"))).toBe(false);
    expect(isZoneDataOld("2025c", new Date("2027-01-01T00:00:00Z"))).toBe(true);
    expect(isZoneDataOld("unknown", new Date("2027-01-01T00:00:00Z"))).toBe(false);
  });
});
