/** `2030-01-07`, a day where the reader is. */
export type Day = string;

/** As a field for a time takes it, wherever the reader is. */
const clock = new Intl.DateTimeFormat("en-GB", {
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});
const longDay = new Intl.DateTimeFormat(undefined, {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
});

export const timeZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** `09:30`, of an instant as the API writes it. */
export const timeOf = (instant: string): string => clock.format(new Date(instant));

/** Whether an instant, as the API writes it, has come. */
export const hasCome = (instant: string): boolean => new Date(instant) <= new Date();

export const nameOf = (day: Day): string => longDay.format(startOf(day));

export const today = (): Day => dayOf(new Date());

export function dayOf(date: Date): Day {
  const [month, number] = [date.getMonth() + 1, date.getDate()].map((part) => pad(part));
  return `${date.getFullYear()}-${month}-${number}`;
}

/** The day so many days later; days are not all 24 hours long. */
export function plusDays(day: Day, count: number): Day {
  const date = startOf(day);
  date.setDate(date.getDate() + count);
  return dayOf(date);
}

/** What the API is to be asked for, to hear of this day where the reader is. */
export const boundsOf = (day: Day): { startsFrom: string; startsBefore: string } => ({
  startsFrom: startOf(day).toISOString(),
  startsBefore: startOf(plusDays(day, 1)).toISOString(),
});

/** The instant of `09:30` on this day. */
export const instantOf = (day: Day, time: string): string =>
  new Date(`${day}T${time}:00`).toISOString();

const startOf = (day: Day): Date => new Date(`${day}T00:00:00`);

const pad = (part: number): string => String(part).padStart(2, "0");
