import { wholeSeconds } from "../time.js";

/** A stretch of time, half-open: `startsAt` belongs to it, `endsAt` does not. */
export interface Interval {
  startsAt: Date;
  endsAt: Date;
}

export const MINIMUM_MINUTES = 15;
export const MAXIMUM_MINUTES = 180;

const MILLISECONDS_PER_MINUTE = 60_000;

/** The interval that starts at `startsAt`, in whole seconds, and takes that many minutes. */
export function intervalOf(startsAt: Date, durationMinutes: number): Interval {
  const start = wholeSeconds(startsAt);
  return { startsAt: start, endsAt: plusMinutes(start, durationMinutes) };
}

export function plusMinutes(time: Date, minutes: number): Date {
  return new Date(time.getTime() + minutes * MILLISECONDS_PER_MINUTE);
}

/** Whether the two have any moment in common; one that ends when the other starts has none. */
export function overlaps(one: Interval, other: Interval): boolean {
  return one.startsAt < other.endsAt && other.startsAt < one.endsAt;
}

/**
 * Bounds for the starts of all appointments that can overlap `interval`: none takes longer than
 * MAXIMUM_MINUTES, so one that started earlier than that before it is over. They turn the question
 * for overlaps into a short range of an index on starts.
 */
export function overlapSearchRange(interval: Interval): { after: Date; before: Date } {
  return { after: plusMinutes(interval.startsAt, -MAXIMUM_MINUTES), before: interval.endsAt };
}
