/**
 * Formats times. `Date.toISOString` takes several times as long, which matters for lists with several times in each
 * row.
 */

const DAY = 24 * 60 * 60 * 1_000;

/** The numbers from 0 to 59, in two digits. */
const TWO_DIGITS = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, "0"));

/** The text of each minute of a day: `T09:00:`. */
const MINUTES = Array.from({ length: 24 * 60 }, (_, minute) => {
  const [hours, minutes] = [Math.floor(minute / 60), minute % 60];
  return `T${TWO_DIGITS[hours]}:${TWO_DIGITS[minutes]}:`;
});

/** A cache of the text of days (`2030-01-07`), by days since 1970: there are far fewer days than times. */
const days = new Map<number, string>();
const MAX_DAYS = 10_000;

/** A time in UTC, in whole seconds: `2030-01-07T09:00:00`. */
export function utcText(time: Date): string {
  const milliseconds = time.getTime();
  const day = Math.floor(milliseconds / DAY);
  const second = Math.floor((milliseconds - day * DAY) / 1_000);
  return `${dayText(day)}${MINUTES[Math.floor(second / 60)]}${TWO_DIGITS[second % 60]}`;
}

function dayText(day: number): string {
  const known = days.get(day);
  if (known !== undefined) return known;
  const [text = ""] = new Date(day * DAY).toISOString().split("T");
  if (days.size >= MAX_DAYS) days.clear();
  days.set(day, text);
  return text;
}
