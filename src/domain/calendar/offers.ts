import type { Schedule } from "./calendar.js";
import type { TimeRange } from "./intervals.js";
import { startOfDay, type LocalDay } from "./local-time.js";
import {
  hoursOn,
  MINUTES_BETWEEN_UNSCHEDULED_STARTS,
  scheduleOn,
  type Opening,
} from "./opening.js";
import { dateAt } from "./zone.js";

/** Dates in a row for which the same schedule counts, and the part of a window that is on them. */
export interface Stretch {
  readonly firstDay: LocalDay;
  readonly lastDay: LocalDay;
  readonly schedule: Schedule;
  readonly range: TimeRange;
}

/** A search that has found enough in the first days does not look at the later ones. */
const MOST_DAYS_IN_A_STRETCH = 7;

const MILLISECONDS_PER_MINUTE = 60_000;

/**
 * A window in stretches, the earliest first, without dates beyond the horizon of their schedule.
 *
 * @param withUnscheduled whether the dates before the first schedule are in it.
 */
export function* stretches(
  opening: Opening,
  window: TimeRange,
  now: Date,
  withUnscheduled: boolean,
): Generator<Stretch> {
  const { zone, scheduledFrom, scheduledFromMoment } = opening;
  const today = dateAt(zone, now.getTime());
  let start = withUnscheduled ? window.start : Math.max(window.start, scheduledFromMoment);
  while (start < window.end) {
    const firstDay = dateAt(zone, start);
    const schedule = scheduleOn(opening, firstDay);
    let lastDay = firstDay;
    while (
      lastDay - firstDay < MOST_DAYS_IN_A_STRETCH - 1 &&
      lastDay + 1 !== scheduledFrom &&
      scheduleOn(opening, lastDay + 1) === schedule
    ) {
      lastDay++;
    }
    const end = Math.min(zone.reach(startOfDay(lastDay + 1)), window.end);
    const lastAllowed = Math.min(lastDay, today + (schedule.horizonDays ?? Infinity));
    if (firstDay <= lastAllowed) {
      const allowed = Math.min(zone.reach(startOfDay(lastAllowed + 1)), end);
      yield { firstDay, lastDay: lastAllowed, schedule, range: { start, end: allowed } };
    }
    start = end;
  }
}

/**
 * The starts that are offered in a stretch, whether free or not, sorted and each once. They count in steps from the
 * start of each interval, wherever the window begins and whatever is booked.
 */
export function offeredStarts(
  opening: Opening,
  { firstDay, lastDay, schedule, range }: Stretch,
): number[] {
  const starts: number[] = [];
  if (firstDay < opening.scheduledFrom) {
    const always = { start: 0, end: range.end };
    addSteps(starts, always, MINUTES_BETWEEN_UNSCHEDULED_STARTS, range);
    return starts;
  }
  for (let day = firstDay; day <= lastDay; day++) {
    for (const hours of hoursOn(opening, day)) {
      addSteps(starts, hours, schedule.slotMinutes, range);
    }
  }
  for (const extra of opening.extraHours) {
    if (extra.start >= range.end || extra.end <= range.start) continue;
    const { slotMinutes } = scheduleOn(opening, dateAt(opening.zone, extra.start));
    addSteps(starts, extra, slotMinutes, range);
  }
  if (isAscending(starts)) return starts;
  return [...new Set(starts)].sort((one, other) => one - other);
}

/** Adds those of the moments that count in steps from the start of `from` on which are in it and in `range`. */
function addSteps(moments: number[], from: TimeRange, minutes: number, range: TimeRange): void {
  const step = minutes * MILLISECONDS_PER_MINUTE;
  const steps = Math.max(0, Math.ceil((range.start - from.start) / step));
  const end = Math.min(from.end, range.end);
  for (let moment = from.start + steps * step; moment < end; moment += step) moments.push(moment);
}

function isAscending(moments: readonly number[]): boolean {
  for (let i = 1; i < moments.length; i++) {
    if ((moments[i] as number) <= (moments[i - 1] as number)) return false;
  }
  return true;
}
