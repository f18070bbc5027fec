/** `time` with its fraction of a second cut off. The engines of the database round it differently. */
export function wholeSeconds(time: Date): Date {
  return new Date(Math.floor(time.getTime() / 1_000) * 1_000);
}

/** The moments that the database's DATETIME can hold, in UTC; no appointment starts before or ends after them. */
export const FIRST_MOMENT = new Date("1000-01-01T00:00:00Z");
export const LAST_MOMENT = new Date("9999-12-31T23:59:59Z");
