import type { Interval } from "../apis/answers.js";

/**
 * The rules of hours, written anew without the API's own decisions: every quarter of an hour is asked on its own. All times of
 * a history are whole quarters, and all doctors have one time zone without transitions.
 */

export const TIME_ZONE = "Asia/Kolkata";
const MINUTE = 60_000;
const AHEAD_OF_UTC = 330 * MINUTE;
const QUARTER = 15 * MINUTE;
const MINUTES_PER_DAY = 24 * 60;

/** The same hours on every day, in minutes of the day. */
export interface Schedule {
  id: number;
  from: number;
  until: number;
  gapMinutes: number;
}

export type ExceptionKind = "TIME_OFF" | "EXTRA_HOURS";

export interface Exception extends Interval {
  kind: ExceptionKind;
}

export interface Hours {
  schedule: Schedule | null;
  /** By id. */
  exceptions: ReadonlyMap<number, Exception>;
}

export interface Reason {
  code: string;
  blocking?: Interval;
  appointmentCount?: number;
}

/** The local time of an instant, `2030-01-31T09:00`. */
export const toLocal = (time: number): string =>
  new Date(time + AHEAD_OF_UTC).toISOString().slice(0, 16);

/** The instant of a local time that is read as if it were one of UTC. */
export const fromLocal = (time: Date): number => time.getTime() - AHEAD_OF_UTC;

/** The reasons of the hours against an interval. */
export function againstHours(hours: Hours, interval: Interval): Reason[] {
  const quarters = quartersOf(interval);
  const away = quarters.find((quarter) => isAway(hours, quarter));
  return [
    ...(quarters.every((quarter) => isOpen(hours, quarter)) ? [] : [{ code: "OUTSIDE_HOURS" }]),
    ...(away === undefined ? [] : [{ code: "DOCTOR_AWAY", blocking: absence(hours, away) }]),
  ];
}

function quartersOf({ startsAt, endsAt }: Interval): number[] {
  return Array.from(
    { length: (endsAt - startsAt) / QUARTER },
    (_, index) => startsAt + index * QUARTER,
  );
}

const isAway = (hours: Hours, quarter: number): boolean => isIn(hours, "TIME_OFF", quarter);

function isOpen(hours: Hours, quarter: number): boolean {
  const { schedule } = hours;
  if (!schedule || isIn(hours, "EXTRA_HOURS", quarter)) return true;
  const minute = ((quarter + AHEAD_OF_UTC) / MINUTE) % MINUTES_PER_DAY;
  return schedule.from <= minute && minute < schedule.until;
}

const isIn = ({ exceptions }: Hours, kind: ExceptionKind, quarter: number): boolean =>
  [...exceptions.values()].some(
    (each) => each.kind === kind && each.startsAt <= quarter && quarter < each.endsAt,
  );

/** The time around a quarter in which the doctor is away without a break. */
function absence(hours: Hours, quarter: number): Interval {
  let [startsAt, endsAt] = [quarter, quarter];
  while (isAway(hours, startsAt - QUARTER)) startsAt -= QUARTER;
  while (isAway(hours, endsAt)) endsAt += QUARTER;
  return { startsAt, endsAt };
}
