import type {
  Asked,
  Busy,
  Calendar,
  Schedule,
  StartsAsked,
} from "../../src/domain/calendar/calendar.js";
import type { CalendarRefusal } from "../../src/domain/refusals.js";

/** The latest that the clock has shown, in days and minutes since 1970. */
interface Shown {
  local: number;
  day: number;
  minuteOfDay: number;
  weekday: number;
}

interface Minute {
  day: number;
  schedule: Schedule | null;
  needsNoSchedule: boolean;
  isOpen: boolean;
  isTimeOff: boolean;
}

/**
 * A second implementation of the rules for calendars: it asks Intl what the clock shows in each minute of some days, and
 * judges each minute for itself. It knows no intervals and no changes of offsets, and shares no code with the first.
 * All times that it is given are whole minutes.
 */
export class MinuteGrid {
  /** For each minute, the latest that the clock has shown by then. */
  readonly #shown: Shown[] = [];
  readonly #first: number;
  /** What each calendar says about each minute. */
  readonly #judged = new WeakMap<Calendar, Minute[]>();

  /** Covers so many minutes from a moment on. In its first day the clock must not be put back. */
  constructor(timeZone: string, from: Date, minutes: number) {
    this.#first = minuteOf(from);
    const format = new Intl.DateTimeFormat("sv-SE", {
      timeZone,
      dateStyle: "short",
      timeStyle: "short",
    });
    let latest = -Infinity;
    for (let minute = 0; minute < minutes; minute++) {
      const text = format.format((this.#first + minute) * 60_000);
      const [year = 0, month = 0, ...rest] = text.split(/\D+/).map(Number);
      latest = Math.max(latest, Date.UTC(year, month - 1, ...rest) / 60_000);
      this.#shown.push(shownAt(latest));
    }
  }

  /** The minutes from one moment to another in which the doctor works. */
  workingMinutes(calendar: Calendar, from: Date, until: Date): number[] {
    const judged = this.#judge(calendar);
    return range(minuteOf(from), minuteOf(until)).filter((minute) => {
      const { isOpen, isTimeOff } = this.#at(judged, minute);
      return isOpen && !isTimeOff;
    });
  }

  /** The codes that `checkCalendar` should answer. */
  codes(calendar: Calendar, busy: readonly Busy[], asked: Asked): CalendarRefusal["code"][] {
    const { startsAt, endsAt, now, holdKey } = asked;
    const judged = this.#judge(calendar);
    const start = minuteOf(startsAt);
    const minutes = range(start, minuteOf(endsAt));
    const { day, schedule } = this.#at(judged, start);
    const today = this.#at(judged, minuteOf(now)).day;
    const notice = schedule?.minimumNoticeMinutes ?? 0;
    const horizon = schedule?.horizonDays ?? null;
    const gap = schedule?.gapMinutes ?? 0;
    const others = busy.filter((one) => one.kind === "APPOINTMENT" || isStrange(one, now, holdKey));
    const overlapping = others.filter((one) => minutes.some((minute) => isWithin(minute, one, 0)));
    const near = others.filter((one) => minutes.some((minute) => isWithin(minute, one, gap)));
    const isHeld = busy.some(
      (one) =>
        one.kind === "HOLD" &&
        one.key === holdKey &&
        one.until > now &&
        minutes.every((minute) => isWithin(minute, one, 0)) &&
        start - minuteOf(one.placedAt) >= notice,
    );
    const rules: Record<CalendarRefusal["code"], boolean> = {
      OUTSIDE_HOURS: !minutes.every((minute) => this.#at(judged, minute).isOpen),
      DOCTOR_AWAY: minutes.some((minute) => this.#at(judged, minute).isTimeOff),
      TOO_SHORT_NOTICE: notice > 0 && start - minuteOf(now) < notice && !isHeld,
      TOO_FAR_AHEAD: horizon !== null && day - today > horizon,
      SLOT_TAKEN: overlapping.some(({ kind }) => kind === "APPOINTMENT"),
      SLOT_HELD: overlapping.some(({ kind }) => kind === "HOLD"),
      TOO_CLOSE: near.some((one) => !overlapping.includes(one)),
    };
    return (Object.keys(rules) as CalendarRefusal["code"][]).filter((code) => rules[code]);
  }

  /** The starts on the grids of hours and extra hours, free or not. */
  offered(calendar: Calendar, { from, until, now }: StartsAsked): Date[] {
    const judged = this.#judge(calendar);
    const minutes = new Set<number>();
    for (const day of new Set(judged.map((minute) => minute.day))) {
      for (const { weekday, from, until } of scheduleOn(calendar, day)?.hours ?? []) {
        if (weekday !== weekdayOf(day)) continue;
        this.#addGrid(minutes, judged, day * 1_440 + from, day * 1_440 + until);
      }
    }
    for (const { kind, from, until } of calendar.exceptions) {
      if (kind === "EXTRA_HOURS") this.#addGrid(minutes, judged, from, until);
    }
    return [...minutes]
      .filter((minute) => minute >= minuteOf(from) && minute < minuteOf(until))
      .filter((minute) => minute > minuteOf(now) && !this.#at(judged, minute).needsNoSchedule)
      .sort((one, other) => one - other)
      .map(dateOf);
  }

  /** The starts before the first schedule counts that can be offered without one. */
  unscheduled(calendar: Calendar, { from, until, now }: StartsAsked): Date[] {
    const judged = this.#judge(calendar);
    return range(minuteOf(from), minuteOf(until))
      .filter((minute) => minute % 15 === 0 && minute > minuteOf(now))
      .filter((minute) => this.#at(judged, minute).needsNoSchedule)
      .map(dateOf);
  }

  #addGrid(minutes: Set<number>, judged: readonly Minute[], from: number, until: number): void {
    const first = this.#shown.findIndex(({ local }) => local >= from);
    const step = judged[first]?.schedule?.slotMinutes ?? 15;
    for (let index = first; (this.#shown[index]?.local ?? Infinity) < until; index += step) {
      minutes.add(this.#first + index);
    }
  }

  #judge(calendar: Calendar): Minute[] {
    let judged = this.#judged.get(calendar);
    if (!judged) {
      judged = this.#shown.map((shown) => judge(calendar, shown));
      this.#judged.set(calendar, judged);
    }
    return judged;
  }

  #at(judged: readonly Minute[], minute: number): Minute {
    const found = judged[minute - this.#first];
    if (!found) throw new Error(`The grid does not cover ${dateOf(minute).toISOString()}.`);
    return found;
  }
}

function judge(calendar: Calendar, { local, day, minuteOfDay, weekday }: Shown): Minute {
  const { schedules, exceptions } = calendar;
  const schedule = scheduleOn(calendar, day);
  const needsNoSchedule = schedules.every(({ validFrom }) => day < validFrom);
  const kinds = exceptions
    .filter(({ from, until }) => from <= local && local < until)
    .map(({ kind }) => kind);
  const isInHours = (schedule?.hours ?? []).some(
    (hours) => hours.weekday === weekday && hours.from <= minuteOfDay && minuteOfDay < hours.until,
  );
  return {
    day,
    schedule,
    needsNoSchedule,
    isOpen: needsNoSchedule || isInHours || kinds.includes("EXTRA_HOURS"),
    isTimeOff: kinds.includes("TIME_OFF"),
  };
}

function scheduleOn({ schedules }: Calendar, day: number): Schedule | null {
  let latest: Schedule | null = null;
  for (const schedule of schedules) {
    const { validFrom, validUntil } = schedule;
    if (day < validFrom || (validUntil !== null && day > validUntil)) continue;
    if (latest === null || validFrom > latest.validFrom) latest = schedule;
  }
  return latest;
}

const isStrange = (busy: Busy & { kind: "HOLD" }, now: Date, holdKey: string | null): boolean =>
  busy.until > now && busy.key !== holdKey;

const isWithin = (minute: number, { startsAt, endsAt }: Busy, gap: number): boolean =>
  minuteOf(startsAt) - gap <= minute && minute < minuteOf(endsAt) + gap;

function shownAt(local: number): Shown {
  const day = Math.floor(local / 1_440);
  return { local, day, minuteOfDay: local - day * 1_440, weekday: weekdayOf(day) };
}

const weekdayOf = (day: number): number => new Date(day * 86_400_000).getUTCDay() || 7;

const minuteOf = (time: Date): number => time.getTime() / 60_000;
const dateOf = (minute: number): Date => new Date(minute * 60_000);

const range = (from: number, until: number): number[] =>
  Array.from({ length: Math.max(0, until - from) }, (_, index) => from + index);
