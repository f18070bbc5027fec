import { overlaps, plusMinutes, type Interval } from "../appointments/interval.js";
import { wholeSeconds } from "../time.js";
import type { CalendarRefusal } from "../refusals.js";
import type { Asked, Asking, Busy, Hold, Schedule } from "./calendar.js";
import { union, type TimeRange } from "./intervals.js";

/** What all that a calendar refuses is about. */
export const STARTS_AT: readonly string[] = ["startsAt"];

const MILLISECONDS_PER_MINUTE = 60_000;

/** What others have against an interval: of each code at most one, with the earliest that blocks. */
export function checkBusy(
  { gapMinutes }: Schedule,
  busy: readonly Busy[],
  asked: Asked,
): CalendarRefusal[] {
  const near = busy
    .filter((other) => isInTheWay(other, asked) && overlaps(widened(other, gapMinutes), asked))
    .sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
  const overlapping = near.filter((other) => overlaps(other, asked));
  const refusals: CalendarRefusal[] = [];
  const appointment = overlapping.find(({ kind }) => kind === "APPOINTMENT");
  if (appointment) {
    refusals.push({ code: "SLOT_TAKEN", path: STARTS_AT, blocking: onlyInterval(appointment) });
  }
  const hold = overlapping.find(isHold);
  if (hold) {
    const { until } = hold;
    refusals.push({ code: "SLOT_HELD", path: STARTS_AT, blocking: onlyInterval(hold), until });
  }
  const close = near.find((other) => !overlaps(other, asked));
  if (close) {
    refusals.push({
      code: "TOO_CLOSE",
      path: STARTS_AT,
      blocking: onlyInterval(close),
      gapMinutes,
    });
  }
  return refusals;
}

/** The earliest start that is not too short notice; without a minimum, no start is. */
export function earliestStart({ minimumNoticeMinutes }: Schedule, now: Date): number {
  if (minimumNoticeMinutes === 0) return -Infinity;
  return plusMinutes(wholeSeconds(now), minimumNoticeMinutes).getTime();
}

/** Whether the caller holds all of a range, and did so when it was still in time. */
export function isHeldInTime(
  { start, end }: TimeRange,
  schedule: Schedule,
  busy: readonly Busy[],
  { now, holdKey }: Asking,
): boolean {
  return busy.some(
    (other) =>
      isHold(other) &&
      other.key === holdKey &&
      other.until > now &&
      other.startsAt.getTime() <= start &&
      end <= other.endsAt.getTime() &&
      start >= earliestStart(schedule, other.placedAt),
  );
}

const isHold = (busy: Busy): busy is Hold => busy.kind === "HOLD";

/** Whether it takes time from the caller. */
const isInTheWay = (busy: Busy, { now, holdKey }: Asking): boolean =>
  busy.kind === "APPOINTMENT" || (busy.until > now && busy.key !== holdKey);

/** What is busy, widened by the gap of a schedule, as a neat list. */
export function takenTimes(
  busy: readonly Busy[],
  asking: Asking,
): (schedule: Schedule) => TimeRange[] {
  const known = new Map<number, TimeRange[]>();
  return ({ gapMinutes }) => {
    const gap = gapMinutes * MILLISECONDS_PER_MINUTE;
    let taken = known.get(gap);
    if (!taken) {
      const ranges: TimeRange[] = [];
      for (const other of busy) {
        if (!isInTheWay(other, asking)) continue;
        ranges.push({ start: other.startsAt.getTime() - gap, end: other.endsAt.getTime() + gap });
      }
      taken = union(ranges);
      known.set(gap, taken);
    }
    return taken;
  };
}

const widened = ({ startsAt, endsAt }: Interval, minutes: number): Interval => ({
  startsAt: plusMinutes(startsAt, -minutes),
  endsAt: plusMinutes(endsAt, minutes),
});

const onlyInterval = ({ startsAt, endsAt }: Interval): Interval => ({ startsAt, endsAt });
