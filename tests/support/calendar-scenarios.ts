import fc from "fast-check";
import type {
  Busy,
  Calendar,
  Schedule,
  ScheduleException,
  StartsAsked,
  WorkingHours,
} from "../../src/domain/calendar/calendar.js";
import { MinuteGrid } from "./minute-grid.js";

/** Days in which clocks are changed, also at midnight, by half an hour, two hours or a day; a leap day and year-ends. */
const ZONES: Record<string, string[]> = {
  "Africa/Cairo": ["2023-04-28", "2023-10-27"],
  "Africa/Casablanca": ["2024-03-10", "2024-04-14"],
  "America/Caracas": ["2016-05-01"],
  "America/Havana": ["2024-03-10", "2024-11-03"],
  "America/New_York": ["2027-03-14", "2027-11-07"],
  "America/Noronha": ["2000-10-08", "2000-10-15"],
  "America/Sao_Paulo": ["2018-02-18", "2018-11-04"],
  "America/St_Johns": ["2010-11-07", "2024-03-10"],
  "Antarctica/Troll": ["2024-03-31", "2024-10-27"],
  "Asia/Beirut": ["2022-03-27", "2022-10-30"],
  "Asia/Gaza": ["2019-03-29", "2020-10-24"],
  "Asia/Kathmandu": ["2024-02-29"],
  "Asia/Kolkata": ["2025-12-31"],
  "Asia/Pyongyang": ["2015-08-15", "2018-05-05"],
  "Australia/Lord_Howe": ["2024-04-07", "2024-10-06"],
  "Europe/Berlin": ["2027-03-28", "2027-10-31"],
  "Europe/London": ["2026-03-29", "2026-10-25"],
  "Pacific/Apia": ["2011-12-30"],
  "Pacific/Chatham": ["2024-04-07", "2024-09-29"],
  UTC: ["2024-12-31"],
};
export const ZONES_IN_SCENARIOS = Object.keys(ZONES).length;

const HOUR = 60;
const DAY = 24 * HOUR;
/** The grid begins and ends so much outside the time that is asked about, so that hours which reach into it are whole. */
const MARGIN = 30 * HOUR;
const ASKED = 84 * HOUR;

interface Place {
  zone: string;
  /** The day of the change, in days since 1970. */
  day: number;
  /** The first minute that is asked about, since 1970. */
  first: number;
}

const places: Place[] = Object.entries(ZONES).flatMap(([zone, dates]) =>
  dates.map((date) => {
    const day = Date.parse(date) / 86_400_000;
    return { zone, day, first: day * DAY - ASKED / 2 + 12 * HOUR };
  }),
);

const grids = new Map<Place, MinuteGrid>();

function gridOf(place: Place): MinuteGrid {
  const known = grids.get(place);
  if (known) return known;
  const grid = new MinuteGrid(place.zone, minute(place.first - MARGIN), ASKED + 2 * MARGIN);
  grids.set(place, grid);
  return grid;
}

/** A doctor's calendar in the days around a change of the clock, and somebody who asks for times. */
export interface Scenario {
  calendar: Calendar;
  busy: Busy[];
  asked: StartsAsked;
  /** Any starts in the window, on the grid or not. */
  starts: Date[];
  /** One more of each, to be added. */
  more: { busy: Busy; timeOff: ScheduleException; extraHours: ScheduleException };
  /** A moment in the window. */
  cut: Date;
  grid: MinuteGrid;
}

const minute = (value: number): Date => new Date(value * 60_000);
const upTo = (max: number, step = 1): fc.Arbitrary<number> =>
  fc.integer({ min: 0, max: Math.floor(max / step) }).map((value) => value * step);

/** Most clocks change at night. */
const minuteOfDay = fc.oneof(upTo(4 * HOUR, 15), upTo(DAY - 15, 15), upTo(DAY - 1));

const hours: fc.Arbitrary<WorkingHours> = fc
  .tuple(
    fc.integer({ min: 1, max: 7 }),
    minuteOfDay,
    fc.oneof(fc.integer({ min: 1, max: 12 * HOUR }), fc.constant(DAY)),
  )
  .map(([weekday, from, length]) => ({ weekday, from, until: Math.min(from + length, DAY) }));

const scheduleAt = (day: number): fc.Arbitrary<Schedule> =>
  fc
    .record({
      start: fc.oneof(fc.constant(-30), fc.integer({ min: -3, max: 2 })),
      days: fc.option(fc.integer({ min: 0, max: 4 }), { freq: 2 }),
      hours: fc.array(hours, { minLength: 1, maxLength: 14 }),
      slotMinutes: fc.constantFrom(5, 10, 15, 20, 30, 45, 60, 180),
      gapMinutes: fc.constantFrom(0, 0, 5, 15, 30, 120),
      minimumNoticeMinutes: fc.constantFrom(0, 0, 30, 90, DAY, 2 * DAY),
      horizonDays: fc.constantFrom(null, null, 0, 1, 2),
    })
    .map(({ start, days, ...rest }) => ({
      ...rest,
      validFrom: day + start,
      validUntil: days === null ? null : day + start + days,
    }));

const exceptionAt = (
  day: number,
  kind: ScheduleException["kind"],
): fc.Arbitrary<ScheduleException> =>
  fc
    .tuple(
      fc.integer({ min: -2, max: 2 }),
      minuteOfDay,
      fc.oneof(fc.integer({ min: 15, max: 4 * HOUR }), fc.constant(DAY)),
    )
    .map(([days, from, length]) => {
      const start = (day + days) * DAY + from;
      return { kind, from: start, until: start + length };
    });

const busyFrom = (first: number, now: number): fc.Arbitrary<Busy> =>
  fc
    .record({
      kind: fc.constantFrom("APPOINTMENT" as const, "APPOINTMENT" as const, "HOLD" as const),
      start: fc.oneof(upTo(ASKED, 15), upTo(ASKED)),
      length: fc.integer({ min: 15, max: 180 }),
      key: fc.constantFrom("a", "b"),
      left: fc.integer({ min: -1, max: 5 }),
      ago: fc.oneof(upTo(30), upTo(2 * DAY)),
    })
    .map(({ kind, start, length, key, left, ago }) => {
      const interval = { startsAt: minute(first + start), endsAt: minute(first + start + length) };
      if (kind === "APPOINTMENT") return { ...interval, kind };
      return { ...interval, kind, key, until: minute(now + left), placedAt: minute(now - ago) };
    });

export const scenario: fc.Arbitrary<Scenario> = fc
  .record({
    place: fc.constantFrom(...places),
    nowAfter: fc.oneof(fc.integer({ min: -DAY, max: 0 }), upTo(ASKED)),
    start: fc.oneof(fc.constant(0), upTo(ASKED)),
    length: fc.oneof(fc.constant(ASKED), upTo(ASKED)),
    cutAfter: upTo(ASKED),
    durationMinutes: fc.oneof(
      fc.constant(15),
      fc.integer({ min: 3, max: 36 }).map((n) => n * 5),
    ),
    holdKey: fc.constantFrom("a", "b", null),
  })
  .chain(({ place, nowAfter, start, length, cutAfter, durationMinutes, holdKey }) => {
    const { zone, day, first } = place;
    const now = first + nowAfter;
    const busy = busyFrom(first, now);
    const timeOff = exceptionAt(day, "TIME_OFF");
    const extraHours = exceptionAt(day, "EXTRA_HOURS");
    return fc.record({
      calendar: fc.record({
        zone: fc.constant(zone),
        schedules: fc.uniqueArray(scheduleAt(day), {
          maxLength: 3,
          selector: ({ validFrom }) => validFrom,
        }),
        exceptions: fc.array(fc.oneof(timeOff, extraHours), { maxLength: 4 }),
      }),
      busy: fc.array(busy, { maxLength: 8 }),
      asked: fc.constant({
        from: minute(first + start),
        until: minute(Math.min(first + start + length, first + ASKED)),
        durationMinutes,
        now: minute(now),
        holdKey,
      }),
      starts: fc.array(
        upTo(ASKED).map((after) => minute(first + after)),
        {
          minLength: 5,
          maxLength: 5,
        },
      ),
      more: fc.record({ busy, timeOff, extraHours }),
      cut: fc.constant(minute(first + cutAfter)),
      // Not printed with a scenario that fails.
      grid: fc.constant(gridOf(place)),
    });
  });
