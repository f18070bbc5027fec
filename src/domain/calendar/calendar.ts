import type { CalendarRefusal } from "../refusals.js";
import type { Interval } from "../appointments/interval.js";
import { LAST_MOMENT } from "../time.js";
import { checkBusy, earliestStart, isHeldInTime, STARTS_AT, takenTimes } from "./busy.js";
import { covers, firstOverlap, subtract, type TimeRange } from "./intervals.js";
import { startOfDay, type LocalDay, type LocalMinute } from "./local-time.js";
import { offeredStarts, stretches } from "./offers.js";
import { openingOf, openTimes, scheduleOn, type Opening } from "./opening.js";
import { dateAt } from "./zone.js";

/** Hours on a weekday (ISO: 1 is Monday), in minutes of the day; `until` is at most 1440, the end of the day. */
export interface WorkingHours {
  weekday: number;
  from: number;
  until: number;
}

/** A doctor's week, and the dates on which it counts, unless a schedule with a later `validFrom` covers them too. */
export interface Schedule {
  validFrom: LocalDay;
  /** The last date; null if it has none. */
  validUntil: LocalDay | null;
  hours: readonly WorkingHours[];
  /** The steps in which starts are offered, from the start of each interval of hours on. */
  slotMinutes: number;
  /** How far an appointment must stay from others. */
  gapMinutes: number;
  /** How long before its start an appointment must be booked. */
  minimumNoticeMinutes: number;
  /** How many days after today the last date is that can be booked; null if there is no last one. */
  horizonDays: number | null;
}

/** Time off or extra hours, by the clock of the doctor's zone; `until` does not belong to it. */
export interface ScheduleException {
  kind: "TIME_OFF" | "EXTRA_HOURS";
  from: LocalMinute;
  until: LocalMinute;
}

/**
 * When a doctor can be visited, whoever has booked. Until the first `validFrom`, and without schedules, that is any time
 * outside time off; later, a date that no schedule covers is closed.
 */
export interface Calendar {
  /** The IANA zone of all local times in it. */
  zone: string;
  schedules: readonly Schedule[];
  exceptions: readonly ScheduleException[];
}

/**
 * What takes a doctor's time: an appointment, or somebody's hold, which counts while its `until` is later than now, and
 * not for the caller who has its key.
 */
export type Busy = Interval & ({ kind: "APPOINTMENT" } | HoldDetails);

interface HoldDetails {
  kind: "HOLD";
  key: string;
  until: Date;
  placedAt: Date;
}
export type Hold = Interval & HoldDetails;

/** Who asks when: `holdKey` is the key of the caller's own hold, or null. */
export interface Asking {
  now: Date;
  holdKey: string | null;
}

/** The interval that is asked for, in whole seconds. */
export interface Asked extends Asking, Interval {}

const MILLISECONDS_PER_MINUTE = 60_000;

/**
 * All that a doctor's calendar has against an interval, in this order: outside hours, away, too short notice, too far
 * ahead, taken, held, too close; of each at most one, with the earliest that blocks. The numbers are those of the
 * schedule of the date at which the interval starts.
 *
 * @param busy what can block: all that is less than the gap away from the interval. More does no harm.
 */
export function checkCalendar(
  calendar: Calendar,
  busy: readonly Busy[],
  asked: Asked,
): CalendarRefusal[] {
  const opening = openingOf(calendar);
  const day = dateAt(opening.zone, asked.startsAt.getTime());
  const schedule = scheduleOn(opening, day);
  return [
    ...checkOpen(opening, asked),
    ...checkNotice(schedule, busy, asked),
    ...checkHorizon(opening, schedule, day, asked.now),
    ...checkBusy(schedule, busy, asked),
  ];
}

/**
 * When the doctor works within a window, whether booked or not, the earliest first. Time that needs no schedule, before
 * the first `validFrom`, counts. The work grows with the window, whose length the caller limits.
 */
export function workingTimes(calendar: Calendar, from: Date, until: Date): Interval[] {
  const window = { start: from.getTime(), end: until.getTime() };
  return workingTimesIn(openingOf(calendar), window).map(intervalFrom);
}

/** A search for free starts. */
export interface StartsAsked extends Asking {
  /** The first moment at which one may be. */
  from: Date;
  /** The moment before which they start. They may end later. */
  until: Date;
  durationMinutes: number;
}

/**
 * The starts on offer, the earliest first and each once, at most `most` (1 or more). `checkCalendar` has nothing
 * against any of them. They are later than now, and on the grids that count from the start of each interval of hours or extra hours.
 *
 * @param busy all that is less than the gap away from the window or from what starts in it.
 * @param withUnscheduled whether time that needs no schedule is offered too, in steps of 15 minutes.
 */
export function freeStarts(
  calendar: Calendar,
  busy: readonly Busy[],
  asked: StartsAsked,
  most: number,
  { withUnscheduled = false } = {},
): Date[] {
  const opening = openingOf(calendar);
  const duration = asked.durationMinutes * MILLISECONDS_PER_MINUTE;
  const window = {
    start: Math.max(asked.from.getTime(), asked.now.getTime() + 1),
    end: Math.min(asked.until.getTime(), LAST_MOMENT.getTime() - duration + 1),
  };
  const takenBy = takenTimes(busy, asked);
  const starts: Date[] = [];
  for (const stretch of stretches(opening, window, asked.now, withUnscheduled)) {
    const { schedule, range } = stretch;
    const working = workingTimesIn(opening, { start: range.start, end: range.end + duration });
    const free = subtract(working, takenBy(schedule));
    const earliest = earliestStart(schedule, asked.now);
    for (const start of startsThatFit(offeredStarts(opening, stretch), duration, free)) {
      const range = { start, end: start + duration };
      if (start < earliest && !isHeldInTime(range, schedule, busy, asked)) continue;
      starts.push(new Date(start));
      if (starts.length >= most) return starts;
    }
  }
  return starts;
}

/** Those of the sorted starts from which on a neat list has all of the duration. */
function startsThatFit(
  starts: readonly number[],
  duration: number,
  free: readonly TimeRange[],
): number[] {
  let next = 0;
  return starts.filter((start) => {
    while (next < free.length && (free[next] as TimeRange).end < start + duration) next++;
    const range = free[next];
    return range !== undefined && range.start <= start;
  });
}

function checkOpen(opening: Opening, asked: Asked): CalendarRefusal[] {
  const range = rangeOf(asked);
  const refusals: CalendarRefusal[] = [];
  if (!covers(openTimes(opening, range), range)) {
    const dates = datesOf(opening, range);
    refusals.push({
      code: "OUTSIDE_HOURS",
      path: STARTS_AT,
      workingTimes: workingTimesIn(opening, dates).map(intervalFrom),
    });
  }
  const timeOff = firstOverlap(opening.timeOff, range);
  if (timeOff)
    refusals.push({ code: "DOCTOR_AWAY", path: STARTS_AT, blocking: intervalFrom(timeOff) });
  return refusals;
}

function checkNotice(schedule: Schedule, busy: readonly Busy[], asked: Asked): CalendarRefusal[] {
  const earliest = earliestStart(schedule, asked.now);
  const range = rangeOf(asked);
  if (range.start >= earliest || isHeldInTime(range, schedule, busy, asked)) return [];
  return [{ code: "TOO_SHORT_NOTICE", path: STARTS_AT, earliest: new Date(earliest) }];
}

function checkHorizon(
  { zone }: Opening,
  { horizonDays }: Schedule,
  day: LocalDay,
  now: Date,
): CalendarRefusal[] {
  if (horizonDays === null) return [];
  const lastDay = dateAt(zone, now.getTime()) + horizonDays;
  if (day <= lastDay) return [];
  const latest = new Date(zone.reach(startOfDay(lastDay + 1)) - 1_000);
  return [{ code: "TOO_FAR_AHEAD", path: STARTS_AT, latest }];
}

const workingTimesIn = (opening: Opening, { start, end }: TimeRange): TimeRange[] =>
  subtract(openTimes(opening, { start, end: Math.min(end, AFTER_ALL) }), opening.timeOff);

/** No time that is told lies later. */
const AFTER_ALL = LAST_MOMENT.getTime() + 1_000;

/** The local dates that a range touches, from the beginning of the first to the end of the last. */
function datesOf({ zone }: Opening, { start, end }: TimeRange): TimeRange {
  return {
    start: zone.reach(startOfDay(dateAt(zone, start))),
    end: zone.reach(startOfDay(dateAt(zone, end - 1) + 1)),
  };
}

const rangeOf = ({ startsAt, endsAt }: Interval): TimeRange => ({
  start: startsAt.getTime(),
  end: endsAt.getTime(),
});

const intervalFrom = ({ start, end }: TimeRange): Interval => ({
  startsAt: new Date(start),
  endsAt: new Date(Math.min(end, LAST_MOMENT.getTime())),
});
