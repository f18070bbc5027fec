/** `2030-01-07`, a date in the zone that is shown. */
export type Day = string;

/** The reader's time zone. */
export const ownZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;

const LANGUAGE = "en-GB";
const MILLISECONDS_PER_DAY = 24 * 60 * 60 * 1_000;

/** What the clocks of a zone show at an instant. */
export function wallOf(instant: string | Date, zone: string): { day: Day; time: string } {
  const shown = clockIn(zone).formatToParts(new Date(instant));
  const part = (name: string) => shown.find(({ type }) => type === name)?.value ?? "";
  return {
    day: `${part("year")}-${part("month")}-${part("day")}`,
    time: `${part("hour")}:${part("minute")}`,
  };
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockIn(timeZone: string): Intl.DateTimeFormat {
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat(LANGUAGE, {
      timeZone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
  clocks.set(timeZone, clock);
  return clock;
}

/** `09:30`, of an instant as the API writes it. */
export const timeOf = (instant: string, zone: string): string => wallOf(instant, zone).time;

/** `Mon 7 Jan, 09:30`. */
export function momentOf(instant: string, zone: string): string {
  const { day, time } = wallOf(instant, zone);
  return `${shortNameOf(day)}, ${time}`;
}

/** Whether an instant, as the API writes it, has come. */
export const hasCome = (instant: string): boolean => new Date(instant) <= new Date();

export const today = (zone: string): Day => wallOf(new Date(), zone).day;

/** `Monday 7 January 2030`. */
export const nameOf = (day: Day): string => longDay.format(inUtc(day));

/** `Mon 7 Jan`. */
const shortNameOf = (day: Day): string => shortDay.format(inUtc(day)).replace(",", "");

/** `Mon` and `7`. */
export const headingOf = (day: Day): [weekday: string, number: string] => [
  shortNameOf(day).slice(0, 3),
  String(Number(day.slice(8))),
];

/** `7–13 January 2030`. */
export const nameOfWeek = (week: readonly Day[]): string =>
  dates.formatRange(inUtc(week[0] ?? ""), inUtc(week.at(-1) ?? ""));

// A date is the same in every zone.
const UTC = { timeZone: "UTC" } as const;
const dates = new Intl.DateTimeFormat(LANGUAGE, { ...UTC, dateStyle: "long" });
const longDay = new Intl.DateTimeFormat(LANGUAGE, { ...UTC, dateStyle: "full" });
const shortDay = new Intl.DateTimeFormat(LANGUAGE, {
  ...UTC,
  weekday: "short",
  day: "numeric",
  month: "short",
});

/** The day so many days later. */
export const plusDays = (day: Day, count: number): Day =>
  new Date(inUtc(day).getTime() + count * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);

/** The seven days, from Monday on, of which this is one. */
export function weekOf(day: Day): Day[] {
  const sinceMonday = (inUtc(day).getUTCDay() + 6) % 7;
  return [0, 1, 2, 3, 4, 5, 6].map((index) => plusDays(day, index - sinceMonday));
}

/** When the clocks of a zone show `09:30` on this day, or nearly then where they are put forward. */
export function instantOf(day: Day, time: string, zone: string): string {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  // The offset at the instant is needed, and known only near it.
  const near = wanted - offsetAt(wanted, zone);
  return new Date(wanted - offsetAt(near, zone)).toISOString();
}

function offsetAt(instant: number, zone: string): number {
  const { day, time } = wallOf(new Date(instant), zone);
  return Date.parse(`${day}T${time}:00Z`) - instant;
}

/** The start of the first of these days, and the end of the last. */
export const boundsOf = (days: readonly Day[], zone: string): { from: string; until: string } => ({
  from: instantOf(days[0] ?? "", "00:00", zone),
  until: instantOf(plusDays(days.at(-1) ?? "", 1), "00:00", zone),
});

export const plusMinutes = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString();

export const minutesOf = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }): number =>
  (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000;

const inUtc = (day: Day): Date => new Date(`${day}T00:00:00Z`);
