import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { intervalOf } from "../../../src/domain/appointments/interval.js";
import {
  checkCalendar,
  freeStarts,
  type Busy,
  type Calendar,
  type Schedule,
  type ScheduleException,
  type StartsAsked,
} from "../../../src/domain/calendar/calendar.js";
import { parseLocalDate, parseLocalDateTime } from "../../../src/domain/calendar/local-time.js";
import { LAST_MOMENT } from "../../../src/domain/time.js";
import { scenario } from "../../support/calendar-scenarios.js";
import { fuzzParameters } from "../../support/fuzz.js";

const ALL = 10_000;

const times = (dates: readonly Date[]): number[] => dates.map((date) => date.getTime());
const listed = (
  calendar: Calendar,
  busy: Busy[],
  asked: StartsAsked,
  { most = ALL, withUnscheduled = false } = {},
): number[] => times(freeStarts(calendar, busy, asked, most, { withUnscheduled }));

const isRefused = (calendar: Calendar, busy: Busy[], asked: StartsAsked, start: Date): boolean => {
  const { durationMinutes, now, holdKey } = asked;
  const interval = intervalOf(start, durationMinutes);
  return checkCalendar(calendar, busy, { ...interval, now, holdKey }).length > 0;
};

const withException = (calendar: Calendar, exception: ScheduleException): Calendar => ({
  ...calendar,
  exceptions: [...calendar.exceptions, exception],
});

describe("free starts around a change of the clock", () => {
  it("are those on the grid that nothing refuses", () => {
    let total = 0;
    const parameters = fuzzParameters(200);
    fc.assert(
      fc.property(scenario, ({ calendar, busy, asked, grid }) => {
        const expected = grid
          .offered(calendar, asked)
          .filter((start) => !isRefused(calendar, busy, asked, start));
        expect(listed(calendar, busy, asked)).toEqual(times(expected));
        total += expected.length;
      }),
      parameters,
    );
    expect(total).toBeGreaterThan(5 * parameters.numRuns);
  });

  it("are in steps of 15 minutes where no schedule is needed, if that is asked for", () => {
    fc.assert(
      fc.property(scenario, ({ calendar, busy, asked, grid }) => {
        const offered = [...grid.unscheduled(calendar, asked), ...grid.offered(calendar, asked)];
        const expected = offered.filter((start) => !isRefused(calendar, busy, asked, start));
        expect(listed(calendar, busy, asked, { withUnscheduled: true })).toEqual(times(expected));
      }),
      fuzzParameters(100),
    );
  });

  it("become no more by an appointment, a hold of somebody else, or time off", () => {
    fc.assert(
      fc.property(scenario, ({ calendar, busy, asked, more }) => {
        const before = new Set(listed(calendar, busy, asked));
        const isNone = more.busy.kind === "HOLD" && more.busy.key === asked.holdKey;
        const after = [
          ...(isNone ? [] : listed(calendar, [...busy, more.busy], asked)),
          ...listed(withException(calendar, more.timeOff), busy, asked),
        ];
        expect(after.filter((start) => !before.has(start))).toEqual([]);
      }),
      fuzzParameters(200),
    );
  });

  it("become no fewer by extra hours", () => {
    fc.assert(
      fc.property(scenario, ({ calendar, busy, asked, more }) => {
        const after = new Set(listed(withException(calendar, more.extraHours), busy, asked));
        expect(listed(calendar, busy, asked).filter((start) => !after.has(start))).toEqual([]);
      }),
      fuzzParameters(200),
    );
  });

  it("are the same page by page, and in two parts of the window", () => {
    fc.assert(
      fc.property(
        scenario,
        fc.integer({ min: 1, max: 20 }),
        fc.boolean(),
        ({ calendar, busy, asked, cut }, most, withUnscheduled) => {
          const whole = listed(calendar, busy, asked, { withUnscheduled });
          const paged: number[] = [];
          for (let from = asked.from; ;) {
            const page = listed(calendar, busy, { ...asked, from }, { most, withUnscheduled });
            expect(page.length).toBeLessThanOrEqual(most);
            paged.push(...page);
            if (page.length < most) break;
            from = new Date(Math.max(...page) + 1_000);
          }
          expect(paged).toEqual(whole);
          const parts = [
            { ...asked, until: new Date(Math.min(cut.getTime(), asked.until.getTime())) },
            { ...asked, from: new Date(Math.max(cut.getTime(), asked.from.getTime())) },
          ].flatMap((part) => listed(calendar, busy, part, { withUnscheduled }));
          expect(parts).toEqual(whole);
        },
      ),
      fuzzParameters(300),
    );
  });
});

const day = (text: string): number => parseLocalDate(text) ?? NaN;
const local = (text: string): number => parseLocalDateTime(text) ?? NaN;

const schedule = (changes: Partial<Schedule> = {}): Schedule => ({
  validFrom: day("2024-03-04"),
  validUntil: null,
  hours: [{ weekday: 1, from: 540, until: 660 }],
  slotMinutes: 45,
  gapMinutes: 0,
  minimumNoticeMinutes: 0,
  horizonDays: null,
  ...changes,
});

const extraHours = (from: string, until: string): ScheduleException => ({
  kind: "EXTRA_HOURS",
  from: local(from),
  until: local(until),
});

const calendar = (schedules: Schedule[], exceptions: ScheduleException[] = []): Calendar => ({
  zone: "UTC",
  schedules,
  exceptions,
});

/** The free quarters of an hour on a Monday, `09:00`. */
function offered(
  asked: Calendar,
  {
    busy = [],
    from = "2024-03-04T00:00:00Z",
    until = "2024-03-05T00:00:00Z",
    now = "2024-03-01T00:00:00Z",
    withUnscheduled = false,
  }: { busy?: Busy[]; from?: string; until?: string; now?: string; withUnscheduled?: boolean } = {},
): string[] {
  const window = { from: new Date(from), until: new Date(until), now: new Date(now) };
  const search = { ...window, durationMinutes: 15, holdKey: null };
  return freeStarts(asked, busy, search, ALL, { withUnscheduled }).map((start) =>
    start.toISOString().slice(11, 16),
  );
}

describe("the grid of starts", () => {
  it("counts from the start of the hours, wherever the window begins and whatever is booked", () => {
    expect(offered(calendar([schedule()]))).toEqual(["09:00", "09:45", "10:30"]);
    expect(offered(calendar([schedule()]), { from: "2024-03-04T09:01:00Z" })).toEqual([
      "09:45",
      "10:30",
    ]);
    const interval = intervalOf(new Date("2024-03-04T09:05:00Z"), 15);
    expect(
      offered(calendar([schedule()]), { busy: [{ kind: "APPOINTMENT", ...interval }] }),
    ).toEqual(["09:00", "09:45", "10:30"].slice(1));
  });

  it("has a start at `from` and none at `until`", () => {
    const window = { from: "2024-03-04T09:45:00Z", until: "2024-03-04T10:30:00Z" };
    expect(offered(calendar([schedule()]), window)).toEqual(["09:45"]);
  });

  it("counts in extra hours from their start, and has a start of both once", () => {
    const more = [extraHours("2024-03-04T09:15", "2024-03-04T10:45")];
    expect(offered(calendar([schedule({ slotMinutes: 15 })], more))).toEqual([
      "09:00",
      "09:15",
      "09:30",
      "09:45",
      "10:00",
      "10:15",
      "10:30",
      "10:45",
    ]);
    expect(
      offered(calendar([schedule()], [extraHours("2024-03-04T10:40", "2024-03-04T11:30")])),
    ).toEqual(["09:00", "09:45", "10:30", "10:40"]);
  });

  it("has steps of 15 minutes in extra hours on a date without a schedule", () => {
    const ended = schedule({ validFrom: day("2024-02-01"), validUntil: day("2024-03-03") });
    const more = [extraHours("2024-03-04T20:05", "2024-03-04T20:50")];
    expect(offered(calendar([ended], more))).toEqual(["20:05", "20:20", "20:35"]);
  });

  it("is empty before the first schedule, unless it is asked for", () => {
    const next = calendar([schedule()], [extraHours("2024-03-03T09:00", "2024-03-03T10:00")]);
    const window = { from: "2024-03-03T23:20:00Z", until: "2024-03-04T09:01:00Z" };
    expect(offered(next, { from: "2024-03-03T00:00:00Z", until: "2024-03-04T00:00:00Z" })).toEqual(
      [],
    );
    expect(offered(next, { ...window, withUnscheduled: true })).toEqual([
      "23:30",
      "23:45",
      "09:00",
    ]);
    expect(offered(calendar([]), window)).toEqual([]);
    const always = offered(calendar([]), { ...window, withUnscheduled: true });
    expect(always.slice(0, 3)).toEqual(["23:30", "23:45", "00:00"]);
    expect(always).toHaveLength(39);
  });

  it("has no start that is not later than now", () => {
    const now = (text: string) => offered(calendar([schedule()]), { now: text });
    expect(now("2024-03-04T09:44:59.999Z")).toEqual(["09:45", "10:30"]);
    expect(now("2024-03-04T09:45:00Z")).toEqual(["10:30"]);
  });

  it("has a start that is too short notice only for who holds it since it was in time", () => {
    const hour = calendar([schedule({ minimumNoticeMinutes: 60 })]);
    const startsAt = new Date("2024-03-04T09:00:00Z");
    const asked = {
      from: startsAt,
      until: new Date("2024-03-04T09:46:00Z"),
      durationMinutes: 15,
      now: new Date("2024-03-04T08:50:00Z"),
    };
    const busy: Busy[] = [
      {
        kind: "HOLD",
        key: "mine",
        ...intervalOf(startsAt, 15),
        until: new Date("2024-03-04T08:55:00Z"),
        placedAt: new Date("2024-03-04T08:00:00Z"),
      },
    ];
    expect(freeStarts(hour, busy, { ...asked, holdKey: "mine" }, ALL)).toEqual([startsAt]);
    expect(freeStarts(hour, busy, { ...asked, holdKey: "other" }, ALL)).toEqual([]);
    expect(freeStarts(hour, [], { ...asked, holdKey: "mine" }, ALL)).toEqual([]);
  });

  it("ends with the horizon of each schedule", () => {
    const week = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: 540, until: 541 }));
    const near = schedule({ hours: week, horizonDays: 2, validFrom: day("2024-03-01") });
    const far = schedule({ hours: week, validFrom: day("2024-03-10") });
    const starts = freeStarts(
      calendar([near, far], [extraHours("2024-03-01T00:00", "2024-03-20T00:00")]),
      [],
      {
        from: new Date("2024-03-01T09:00:00Z"),
        until: new Date("2024-03-12T00:00:00Z"),
        durationMinutes: 15,
        now: new Date("2024-03-02T12:00:00Z"),
        holdKey: null,
      },
      ALL,
    );
    const dates = new Set(starts.map((start) => start.toISOString().slice(0, 10)));
    expect([...dates]).toEqual([
      ...["2024-03-02", "2024-03-03", "2024-03-04", "2024-03-10", "2024-03-11"],
    ]);
  });

  it("has no start that would end after the last moment", () => {
    const hours = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: 0, until: 1_440 }));
    const asked = {
      from: new Date("9999-12-31T23:00:00Z"),
      until: LAST_MOMENT,
      durationMinutes: 30,
      now: new Date("2024-01-01T00:00:00Z"),
      holdKey: null,
    };
    const always = calendar([schedule({ hours, slotMinutes: 15 })]);
    expect(freeStarts(always, [], asked, ALL).map((start) => start.toISOString())).toEqual([
      "9999-12-31T23:00:00.000Z",
      "9999-12-31T23:15:00.000Z",
    ]);
  });
});
