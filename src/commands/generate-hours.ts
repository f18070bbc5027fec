import { plusMinutes } from "../domain/appointments/interval.js";
import { writeHours } from "../domain/availability/facts.js";
import type { WorkingHours } from "../domain/calendar/calendar.js";
import {
  formatLocalDate,
  MINUTES_PER_DAY,
  startOfDay,
  weekdayOf,
  type LocalDay,
  type LocalMinute,
} from "../domain/calendar/local-time.js";
import { zoneOf } from "../domain/calendar/zone.js";
import { HOLD_MINUTES } from "../domain/limits.js";
import { pick, type Random } from "./random.js";

/** The hours of a generated doctor. */
export interface DoctorHours {
  timeZone: string;
  hasSummerPlan: boolean;
  /** The first date of a week of time off; null for none. */
  timeOff: LocalDay | null;
  /** A Saturday with extra hours; null for none. */
  extraHours: LocalDay | null;
  minimumNoticeMinutes: number;
  horizonDays: number | null;
}

const MILLISECONDS_PER_DAY = MINUTES_PER_DAY * 60_000;
const DAYS_AHEAD = 28;
const DAYS_OF_TIME_OFF = 7;
const SATURDAY = 6;

const ZONES = ["Europe/Berlin", "America/New_York", "Asia/Kolkata"] as const;

type Times = Pick<WorkingHours, "from" | "until">;

const ALL_YEAR: readonly Times[] = [
  { from: 8 * 60, until: 12 * 60 },
  { from: 13 * 60, until: 17 * 60 + 30 },
];
const SUMMER: readonly Times[] = [{ from: 7 * 60, until: 14 * 60 }];
const EXTRA: Times = { from: 9 * 60, until: 13 * 60 };

/** Hours of so many doctors: a third has a plan for the summer, half are away for a week, a third works on a Saturday. */
export function randomHours(count: number, today: Date, random: Random): DoctorHours[] {
  const firstDay = dayOf(today) + 1;
  return Array.from({ length: count }, () => {
    const day = firstDay + Math.floor(random() * DAYS_AHEAD);
    return {
      timeZone: pick(ZONES, random),
      hasSummerPlan: random() < 1 / 3,
      timeOff: random() < 1 / 2 ? day : null,
      extraHours: random() < 1 / 3 ? day + ((SATURDAY - weekdayOf(day) + 7) % 7) : null,
      minimumNoticeMinutes: pick([0, 0, 60], random),
      horizonDays: pick([null, null, 90], random),
    };
  });
}

/** The working times of a date, in minutes of the day; no extra hours. */
export function timesOn({ hasSummerPlan, timeOff }: DoctorHours, day: LocalDay): readonly Times[] {
  const isAway = timeOff !== null && day >= timeOff && day < timeOff + DAYS_OF_TIME_OFF;
  if (isAway || weekdayOf(day) > 5) return [];
  return hasSummerPlan && isInSummer(day) ? SUMMER : ALL_YEAR;
}

/** July and August. */
const isInSummer = (day: LocalDay): boolean =>
  ["07", "08"].includes(formatLocalDate(day).slice(5, 7));

/** When the doctor's clock shows this minute of a date. */
export const momentOf = ({ timeZone }: DoctorHours, day: LocalDay, minute: number): Date =>
  new Date(zoneOf(timeZone).reach(startOfDay(day) + minute));

export const dayOf = (date: Date): LocalDay => Math.floor(date.getTime() / MILLISECONDS_PER_DAY);

export const SCHEDULE_COLUMNS =
  "doctor_id, valid_from, valid_until, hours, slot_minutes, gap_minutes, minimum_notice_minutes, horizon_days, " +
  "created_at, updated_at";

/** The schedules of all doctors, in which the years of the first appointment and of a year from now are the first and the last. */
export function* scheduleRows(all: readonly DoctorHours[], since: Date, today: Date) {
  const [created, year] = [since, since.getUTCFullYear()];
  const lastYear = today.getUTCFullYear() + 1;
  for (const [index, hours] of all.entries()) {
    const row = (from: string, until: string | null, times: readonly Times[]) => [
      ...[index + 1, from, until, writeHours(onWeekdays(times)), 15, 0],
      ...[hours.minimumNoticeMinutes, hours.horizonDays, created, created],
    ];
    yield row(`${year}-01-01`, null, ALL_YEAR);
    for (let summer = year; hours.hasSummerPlan && summer <= lastYear; summer += 1) {
      yield row(`${summer}-07-01`, `${summer}-08-31`, SUMMER);
    }
  }
}

const onWeekdays = (times: readonly Times[]): WorkingHours[] =>
  [1, 2, 3, 4, 5].flatMap((weekday) => times.map((each) => ({ weekday, ...each })));

export const EXCEPTION_COLUMNS = "doctor_id, kind, local_from, local_until, note, created_at";

/** The time off and the extra hours of all doctors. */
export function* exceptionRows(all: readonly DoctorHours[], created: Date) {
  for (const [index, { timeOff, extraHours }] of all.entries()) {
    const row = (kind: string, day: LocalDay, from: number, until: number, note: string | null) => {
      const start = startOfDay(day);
      return [index + 1, kind, dateOf(start + from), dateOf(start + until), note, created];
    };
    if (timeOff !== null) {
      yield row("TIME_OFF", timeOff, 0, DAYS_OF_TIME_OFF * MINUTES_PER_DAY, "Holiday");
    }
    if (extraHours !== null) yield row("EXTRA_HOURS", extraHours, EXTRA.from, EXTRA.until, null);
  }
}

/** A local time as the table has it: as if it were in UTC. */
const dateOf = (minute: LocalMinute): Date => new Date(minute * 60_000);

export const HOLD_COLUMNS = "hold_key, doctor_id, starts_at, ends_at, expires_at, created_at";

const MINUTES_HELD = 30;

/** Holds of the extra hours, where no appointments are, which last as long as any can from now on. */
export function* holdRows(all: readonly DoctorHours[], now: Date) {
  const created = new Date(now.setUTCMilliseconds(0));
  for (const [index, hours] of all.entries()) {
    if (hours.extraHours === null) continue;
    const start = momentOf(hours, hours.extraHours, EXTRA.from);
    const [end, expiry] = [
      plusMinutes(start, MINUTES_HELD),
      plusMinutes(created, HOLD_MINUTES.maximum),
    ];
    yield [`generated-${index + 1}`, index + 1, start, end, expiry, created];
  }
}
