import type { Calendar, Schedule, ScheduleException } from "./calendar.js";
import { clip, union, type TimeRange } from "./intervals.js";
import { startOfDay, weekdayOf, type LocalDay } from "./local-time.js";
import { dateAt, zoneOf, type Zone } from "./zone.js";

/** A calendar whose local times are turned into moments, as far as they don't repeat every week. */
export interface Opening {
  readonly zone: Zone;
  /** The latest `validFrom` first: the first that covers a date counts. */
  readonly schedules: readonly Schedule[];
  /** The first date that a schedule covers; Infinity without one. */
  readonly scheduledFrom: LocalDay;
  /** When that date begins. Until then the doctor can be booked at any time. */
  readonly scheduledFromMoment: number;
  /** Sorted by their starts; they may overlap. */
  readonly extraHours: readonly TimeRange[];
  /** A neat list. */
  readonly timeOff: readonly TimeRange[];
}

/** In which steps starts are offered on a date for which no schedule says it. */
export const MINUTES_BETWEEN_UNSCHEDULED_STARTS = 15;

/** What counts on a date that no schedule covers: nothing is asked of a booking but that the time is open. */
const NO_SCHEDULE: Schedule = {
  validFrom: -Infinity,
  validUntil: null,
  hours: [],
  slotMinutes: MINUTES_BETWEEN_UNSCHEDULED_STARTS,
  gapMinutes: 0,
  minimumNoticeMinutes: 0,
  horizonDays: null,
};

export function openingOf({ zone: name, schedules, exceptions }: Calendar): Opening {
  const zone = zoneOf(name);
  const scheduledFrom = Math.min(...schedules.map(({ validFrom }) => validFrom), Infinity);
  return {
    zone,
    schedules: [...schedules].sort((one, other) => other.validFrom - one.validFrom),
    scheduledFrom,
    scheduledFromMoment:
      scheduledFrom === Infinity ? Infinity : zone.reach(startOfDay(scheduledFrom)),
    extraHours: rangesOf(exceptions, "EXTRA_HOURS", zone).sort(
      (one, other) => one.start - other.start,
    ),
    timeOff: union(rangesOf(exceptions, "TIME_OFF", zone)),
  };
}

const rangesOf = (
  exceptions: readonly ScheduleException[],
  wanted: ScheduleException["kind"],
  zone: Zone,
): TimeRange[] =>
  exceptions
    .filter(({ kind }) => kind === wanted)
    .map(({ from, until }) => ({ start: zone.reach(from), end: zone.reach(until) }));

/** The schedule that counts on a date: of those that cover it, the one with the latest `validFrom`. */
export function scheduleOn({ schedules }: Opening, day: LocalDay): Schedule {
  return schedules.find((schedule) => isValidOn(schedule, day)) ?? NO_SCHEDULE;
}

const isValidOn = ({ validFrom, validUntil }: Schedule, day: LocalDay): boolean =>
  validFrom <= day && (validUntil === null || day <= validUntil);

/** The hours of a date, each for itself, in no order. What the clock skips that day may be empty. */
export function hoursOn(opening: Opening, day: LocalDay): TimeRange[] {
  const { zone } = opening;
  const weekday = weekdayOf(day);
  const midnight = startOfDay(day);
  const ranges: TimeRange[] = [];
  for (const hours of scheduleOn(opening, day).hours) {
    if (hours.weekday !== weekday) continue;
    ranges.push({
      start: zone.reach(midnight + hours.from),
      end: zone.reach(midnight + hours.until),
    });
  }
  return ranges;
}

/** The time that is open within a range, as a neat list: hours, extra hours, and all before the first schedule. */
export function openTimes(opening: Opening, range: TimeRange): TimeRange[] {
  const { zone, scheduledFrom, scheduledFromMoment, extraHours } = opening;
  const open: TimeRange[] = [...extraHours, { start: -Infinity, end: scheduledFromMoment }];
  const lastDay = dateAt(zone, range.end - 1);
  for (let day = Math.max(dateAt(zone, range.start), scheduledFrom); day <= lastDay; day++) {
    open.push(...hoursOn(opening, day));
  }
  return clip(union(open), range);
}
