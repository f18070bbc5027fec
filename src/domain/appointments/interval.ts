/** A stretch of time, half-open: `startsAt` belongs to it, `endsAt` does not. */
export interface Interval {
  startsAt: Date;
  endsAt: Date;
}

export const MINIMUM_MINUTES = 15;
export const MAXIMUM_MINUTES = 180;

/** The moments that the database's DATETIME can hold, in UTC; no appointment starts before or ends after them. */
export const FIRST_MOMENT = new Date("1000-01-01T00:00:00Z");
export const LAST_MOMENT = new Date("9999-12-31T23:59:59Z");

const MILLISECONDS_PER_MINUTE = 60_000;

/** `time` with its fraction of a second cut off. The engines of the database round it differently. */
export function wholeSeconds(time: Date): Date {
  return new Date(Math.floor(time.getTime() / 1_000) * 1_000);
}

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
