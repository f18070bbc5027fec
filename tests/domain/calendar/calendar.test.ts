import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  checkCalendar,
  freeStarts,
  workingTimes,
  type Busy,
  type Calendar,
  type Schedule,
  type ScheduleException,
  type StartsAsked,
} from "../../../src/domain/calendar/calendar.js";
import type { CalendarRefusal } from "../../../src/domain/refusals.js";
import { parseLocalDate, parseLocalDateTime } from "../../../src/domain/calendar/local-time.js";
import { intervalOf, plusMinutes } from "../../../src/domain/appointments/interval.js";
import { scenario, ZONES_IN_SCENARIOS } from "../../support/calendar-scenarios.js";
import { fuzzParameters } from "../../support/fuzz.js";

const ALL = 10_000;

const codesFor = (calendar: Calendar, busy: Busy[], asked: StartsAsked, startsAt: Date) =>
  checkCalendar(calendar, busy, askedFor(asked, startsAt)).map(({ code }) => code);

const askedFor = ({ durationMinutes, now, holdKey }: StartsAsked, startsAt: Date) => ({
  ...intervalOf(startsAt, durationMinutes),
  now,
  holdKey,
});

const times = (dates: readonly Date[]): number[] => dates.map((date) => date.getTime());

describe("calendars in the days around a change of the clock", () => {
  it("are judged as a grid of minutes judges them", () => {
    // FUZZ_FACTOR=5 for 1,500, which take a busy machine a minute.
    const parameters = fuzzParameters(300);
    let free = 0;
    const refused = new Map<CalendarRefusal["code"], number>();
    fc.assert(
      fc.property(scenario, ({ calendar, busy, asked, starts, grid }) => {
        for (const start of starts) {
          const codes = codesFor(calendar, busy, asked, start);
          expect(codes).toEqual(grid.codes(calendar, busy, askedFor(asked, start)));
          for (const code of codes) refused.set(code, (refused.get(code) ?? 0) + 1);
        }
        const expected = grid
          .offered(calendar, asked)
          .filter((start) => grid.codes(calendar, busy, askedFor(asked, start)).length === 0);
        expect(times(freeStarts(calendar, busy, asked, ALL))).toEqual(times(expected));
        free += expected.length;
        const minutes = workingTimes(calendar, asked.from, asked.until).flatMap(minutesOf);
        expect(minutes).toEqual(grid.workingMinutes(calendar, asked.from, asked.until));
      }),
      parameters,
    );
    console.info(`${free} free starts; refused: ${JSON.stringify([...refused])}`);
    expect(ZONES_IN_SCENARIOS).toBeGreaterThanOrEqual(17);
    expect(free).toBeGreaterThan(10 * parameters.numRuns);
    expect(refused.size).toBe(7);
  });
});

const minutesOf = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }): number[] => {
  const minutes: number[] = [];
  for (let time = startsAt; time < endsAt; time = plusMinutes(time, 1)) {
    minutes.push(time.getTime() / 60_000);
  }
  return minutes;
};

const day = (text: string): number => parseLocalDate(text) ?? NaN;
const local = (text: string): number => parseLocalDateTime(text) ?? NaN;

/** 09:00 to 12:00 and 13:00 to 17:00 on weekdays, from 2024 on. */
const schedule = (changes: Partial<Schedule> = {}): Schedule => ({
  validFrom: day("2024-01-01"),
  validUntil: null,
  hours: [1, 2, 3, 4, 5].flatMap((weekday) => [
    { weekday, from: 540, until: 720 },
    { weekday, from: 780, until: 1_020 },
  ]),
  slotMinutes: 30,
  gapMinutes: 0,
  minimumNoticeMinutes: 0,
  horizonDays: null,
  ...changes,
});

/** In Berlin, which is an hour ahead of UTC in winter and two in summer. */
const calendar = (
  schedules: Schedule[] = [schedule()],
  exceptions: ScheduleException[] = [],
): Calendar => ({ zone: "Europe/Berlin", schedules, exceptions });

const timeOff = (from: string, until: string): ScheduleException => ({
  kind: "TIME_OFF",
  from: local(from),
  until: local(until),
});

const interval = (startsAt: string, minutes: number) => intervalOf(new Date(startsAt), minutes);
const appointment = (startsAt: string, minutes: number): Busy => ({
  kind: "APPOINTMENT",
  ...interval(startsAt, minutes),
});
const hold = (startsAt: string, minutes: number, until: string, placedAt: string): Busy => ({
  kind: "HOLD",
  key: "mine",
  until: new Date(until),
  placedAt: new Date(placedAt),
  ...interval(startsAt, minutes),
});

/** What the calendar has against half an hour; asked long before by somebody without a hold. */
const check = (
  asked: Calendar,
  startsAt: string,
  {
    busy = [],
    minutes = 30,
    now = "2023-12-01T00:00:00Z",
    holdKey = null,
  }: { busy?: Busy[]; minutes?: number; now?: string; holdKey?: string | null } = {},
) => checkCalendar(asked, busy, { ...interval(startsAt, minutes), now: new Date(now), holdKey });

const codes = (...args: Parameters<typeof check>) => check(...args).map(({ code }) => code);

describe("hours", () => {
  it("bind nobody without a schedule, but time off does", () => {
    const open = calendar([], [timeOff("2024-03-04T09:00", "2024-03-04T10:00")]);
    expect(codes(open, "2024-03-03T02:00:00Z")).toEqual([]);
    expect(codes(open, "2024-03-04T08:59:00Z", { minutes: 15 })).toEqual(["DOCTOR_AWAY"]);
    expect(codes(open, "2024-03-04T09:00:00Z")).toEqual([]);
  });

  it("bind from the first schedule's first date on", () => {
    const from = calendar([schedule({ validFrom: day("2024-03-05"), minimumNoticeMinutes: 60 })]);
    const now = "2024-03-04T22:25:00Z";
    expect(codes(from, "2024-03-04T22:30:00Z", { now })).toEqual([]);
    expect(codes(from, "2024-03-04T22:31:00Z", { now })).toEqual(["OUTSIDE_HOURS"]);
    expect(codes(from, "2024-03-04T23:00:00Z", { now })).toEqual([
      "OUTSIDE_HOURS",
      "TOO_SHORT_NOTICE",
    ]);
  });

  it("are those of the schedule that begins last, on its last date too, and none after all", () => {
    const summer = schedule({
      validFrom: day("2024-07-01"),
      validUntil: day("2024-07-05"),
      hours: [{ weekday: 5, from: 1_200, until: 1_260 }],
    });
    const plan = calendar([summer, schedule({ validUntil: day("2024-07-12") })]);
    const nine = (date: string) => codes(plan, `${date}T07:00:00Z`);
    expect(nine("2024-06-28")).toEqual([]);
    expect(nine("2024-07-05")).toEqual(["OUTSIDE_HOURS"]);
    expect(codes(plan, "2024-07-05T18:30:00Z")).toEqual([]);
    expect(nine("2024-07-08")).toEqual([]);
    expect(nine("2024-07-12")).toEqual([]);
    expect(nine("2024-07-15")).toEqual(["OUTSIDE_HOURS"]);
  });

  it("that end at 24:00 go on at 00:00, over a leap day and the end of a year", () => {
    const hours = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => [
      { weekday, from: 0, until: 60 },
      { weekday, from: 1_380, until: 1_440 },
    ]);
    const nights = calendar([schedule({ hours })]);
    for (const date of ["2024-02-28", "2024-02-29", "2024-12-31"]) {
      expect(codes(nights, `${date}T22:00:00Z`, { minutes: 120 })).toEqual([]);
      expect(codes(nights, `${date}T22:00:00Z`, { minutes: 121 })).toEqual(["OUTSIDE_HOURS"]);
    }
  });

  it("are open for the last minute, and not for one more", () => {
    expect(codes(calendar(), "2024-03-04T10:30:00Z")).toEqual([]);
    expect(codes(calendar(), "2024-03-04T10:30:00Z", { minutes: 31 })).toEqual(["OUTSIDE_HOURS"]);
    expect(codes(calendar(), "2024-03-04T07:59:00Z")).toEqual(["OUTSIDE_HOURS"]);
  });

  it("are told of all dates that are touched, without time off", () => {
    const away = calendar(undefined, [timeOff("2024-03-05T09:00", "2024-03-05T15:00")]);
    expect(check(away, "2024-03-04T22:30:00Z", { minutes: 60 })).toEqual([
      {
        code: "OUTSIDE_HOURS",
        path: ["startsAt"],
        workingTimes: [
          interval("2024-03-04T08:00:00Z", 180),
          interval("2024-03-04T12:00:00Z", 240),
          interval("2024-03-05T14:00:00Z", 120),
        ],
      },
    ]);
  });

  it("are extended by extra hours", () => {
    const extra = { from: local("2024-03-04T12:00"), until: local("2024-03-04T13:00") };
    const busyDay = calendar(undefined, [{ kind: "EXTRA_HOURS", ...extra }]);
    expect(codes(busyDay, "2024-03-04T10:30:00Z", { minutes: 180 })).toEqual([]);
    expect(
      workingTimes(busyDay, new Date("2024-03-04T09:00:00Z"), new Date("2024-03-05T00:00:00Z")),
    ).toEqual([interval("2024-03-04T09:00:00Z", 420)]);
  });
});

describe("time off", () => {
  it("is told as one if two times touch", () => {
    const away = calendar(undefined, [
      timeOff("2024-03-04T12:00", "2024-03-05T00:00"),
      timeOff("2024-03-04T10:00", "2024-03-04T12:00"),
    ]);
    expect(check(away, "2024-03-04T08:45:00Z")).toEqual([
      {
        code: "DOCTOR_AWAY",
        path: ["startsAt"],
        blocking: interval("2024-03-04T09:00:00Z", 14 * 60),
      },
    ]);
    expect(codes(away, "2024-03-04T08:30:00Z")).toEqual([]);
  });
});

describe("what others have", () => {
  const gap = calendar([schedule({ gapMinutes: 10 })]);

  it("is told with the earliest of each kind", () => {
    const busy = [
      appointment("2024-03-04T08:30:00Z", 30),
      hold("2024-03-04T08:15:00Z", 15, "2024-03-01T00:00:10Z", "2024-02-01T00:00:00Z"),
      appointment("2024-03-04T07:45:00Z", 30),
      appointment("2024-03-04T09:05:00Z", 15),
      appointment("2024-03-04T07:35:00Z", 20),
    ];
    expect(check(gap, "2024-03-04T08:00:00Z", { busy, minutes: 60 })).toEqual([
      { code: "SLOT_TAKEN", path: ["startsAt"], blocking: interval("2024-03-04T07:45:00Z", 30) },
      {
        code: "SLOT_HELD",
        path: ["startsAt"],
        blocking: interval("2024-03-04T08:15:00Z", 15),
        until: new Date("2024-03-01T00:00:10Z"),
      },
      {
        code: "TOO_CLOSE",
        path: ["startsAt"],
        blocking: interval("2024-03-04T07:35:00Z", 20),
        gapMinutes: 10,
      },
    ]);
  });

  it("is too close until the gap is kept, before and after, to the second", () => {
    const around = (startsAt: string, endsAt: string) => [
      appointment(startsAt, 30),
      appointment(endsAt, 30),
    ];
    const near = (busy: Busy[]) => codes(gap, "2024-03-04T09:00:00Z", { busy });
    expect(near(around("2024-03-04T08:20:00Z", "2024-03-04T09:40:00Z"))).toEqual([]);
    expect(near([appointment("2024-03-04T08:20:01Z", 30)])).toEqual(["TOO_CLOSE"]);
    expect(near([appointment("2024-03-04T09:39:59Z", 30)])).toEqual(["TOO_CLOSE"]);
  });

  it("may touch without a gap", () => {
    const busy = [appointment("2024-03-04T08:30:00Z", 30), appointment("2024-03-04T09:30:00Z", 30)];
    expect(codes(calendar(), "2024-03-04T09:00:00Z", { busy })).toEqual([]);
  });
});

describe("a hold", () => {
  const busy = [hold("2024-03-04T09:00:00Z", 30, "2024-03-04T08:05:00Z", "2024-03-04T08:00:00Z")];

  it("ends at its second", () => {
    const at = (now: string) => codes(calendar(), "2024-03-04T09:00:00Z", { busy, now });
    expect(at("2024-03-04T08:04:59.999Z")).toEqual(["SLOT_HELD"]);
    expect(at("2024-03-04T08:05:00.000Z")).toEqual([]);
  });

  it("keeps the gap from others, and nothing from who has its key", () => {
    const gap = calendar([schedule({ gapMinutes: 15 })]);
    const next = (holdKey: string | null, now = "2024-03-04T08:01:00Z") =>
      codes(gap, "2024-03-04T09:30:00Z", { busy, now, holdKey });
    expect(next(null)).toEqual(["TOO_CLOSE"]);
    expect(next("other")).toEqual(["TOO_CLOSE"]);
    expect(next("mine")).toEqual([]);
    expect(next(null, "2024-03-04T08:05:00Z")).toEqual([]);
  });

  it("that was placed in time is in time as long as it lasts, for all that it covers", () => {
    const hour = calendar([schedule({ minimumNoticeMinutes: 60 })]);
    const at = (now: string, startsAt = "2024-03-04T09:00:00Z", holdKey = "mine") =>
      codes(hour, startsAt, { busy, now, holdKey });
    expect(at("2024-03-04T08:04:59Z")).toEqual([]);
    expect(at("2024-03-04T08:05:00Z")).toEqual(["TOO_SHORT_NOTICE"]);
    expect(at("2024-03-04T08:04:00Z", "2024-03-04T09:01:00Z")).toEqual(["TOO_SHORT_NOTICE"]);
    expect(at("2024-03-04T08:04:00Z", "2024-03-04T08:59:00Z")).toEqual(["TOO_SHORT_NOTICE"]);
    expect(at("2024-03-04T08:04:00Z", undefined, "other")).toEqual([
      "TOO_SHORT_NOTICE",
      "SLOT_HELD",
    ]);
    const late = busy.map((one) => ({ ...one, placedAt: new Date("2024-03-04T08:00:01Z") }));
    expect(
      codes(hour, "2024-03-04T09:00:00Z", {
        busy: late,
        now: "2024-03-04T08:04:00Z",
        holdKey: "mine",
      }),
    ).toEqual(["TOO_SHORT_NOTICE"]);
  });
});

describe("notice and horizon", () => {
  it("ask for a notice to the second", () => {
    const hour = calendar([schedule({ minimumNoticeMinutes: 60 })]);
    expect(codes(hour, "2024-03-04T09:00:00Z", { now: "2024-03-04T08:00:00.999Z" })).toEqual([]);
    expect(check(hour, "2024-03-04T09:00:00Z", { now: "2024-03-04T08:00:01Z" })).toEqual([
      {
        code: "TOO_SHORT_NOTICE",
        path: ["startsAt"],
        earliest: new Date("2024-03-04T09:00:01Z"),
      },
    ]);
  });

  it("count the days of the horizon by the doctor's clock, to the second", () => {
    const days = calendar([schedule({ horizonDays: 2 })]);
    expect(check(days, "2024-03-08T09:00:00Z", { now: "2024-03-05T22:59:59Z" })).toEqual([
      { code: "TOO_FAR_AHEAD", path: ["startsAt"], latest: new Date("2024-03-07T22:59:59Z") },
    ]);
    expect(codes(days, "2024-03-08T09:00:00Z", { now: "2024-03-05T23:00:00Z" })).toEqual([]);
  });

  it("count a day of 23 hours as one, and the latest second is the last that is allowed", () => {
    const hours = [1, 7].map((weekday) => ({ weekday, from: 0, until: 1_440 }));
    const days = calendar([schedule({ hours, horizonDays: 1 })]);
    const now = "2024-03-30T12:00:00Z";
    const latest = "2024-03-31T21:59:59Z";
    expect(check(days, "2024-03-31T22:00:00Z", { now })).toEqual([
      { code: "TOO_FAR_AHEAD", path: ["startsAt"], latest: new Date(latest) },
    ]);
    expect(codes(days, latest, { now })).toEqual([]);
  });

  it("allow today with a horizon of no days", () => {
    const today = calendar([schedule({ horizonDays: 0 })]);
    const now = "2024-03-04T07:00:00Z";
    expect(codes(today, "2024-03-04T09:00:00Z", { now })).toEqual([]);
    expect(codes(today, "2024-03-05T09:00:00Z", { now })).toEqual(["TOO_FAR_AHEAD"]);
  });
});

describe("all reasons", () => {
  it("are told in their order", () => {
    const strict = calendar(
      [schedule({ gapMinutes: 30, minimumNoticeMinutes: 2 * 1_440, horizonDays: 0 })],
      [timeOff("2024-03-05T00:00", "2024-03-06T00:00")],
    );
    const busy = [
      hold("2024-03-05T06:30:00Z", 60, "2024-03-05T00:00:00Z", "2024-03-01T00:00:00Z"),
      appointment("2024-03-05T07:00:00Z", 15),
      appointment("2024-03-05T07:45:00Z", 15),
    ];
    const now = "2024-03-04T12:00:00Z";
    expect(codes(strict, "2024-03-05T07:00:00Z", { busy, now })).toEqual([
      "OUTSIDE_HOURS",
      "DOCTOR_AWAY",
      "TOO_SHORT_NOTICE",
      "TOO_FAR_AHEAD",
      "SLOT_TAKEN",
      "SLOT_HELD",
      "TOO_CLOSE",
    ]);
  });
});
