import type { WorkingHours } from "../calendar/calendar.js";
import type { LocalDay } from "../calendar/local-time.js";
import { isTimeZone } from "../calendar/zone.js";
import { MAXIMUM_LENGTH, MAXIMUM_SCHEDULES, SCHEDULE_NUMBERS } from "../limits.js";
import type { Refusal } from "../refusals.js";
import { checkText, isBlank, type TextRule } from "../text.js";

export const SCHEDULE_NOT_FOUND: Refusal = { code: "SCHEDULE_NOT_FOUND", path: ["scheduleId"] };
export const EXCEPTION_NOT_FOUND: Refusal = {
  code: "SCHEDULE_EXCEPTION_NOT_FOUND",
  path: ["scheduleExceptionId"],
};
export const TOO_MANY_SCHEDULES: Refusal = {
  code: "TOO_MANY_SCHEDULES",
  path: ["validFrom"],
  maximumCount: MAXIMUM_SCHEDULES,
};

/** What a caller chooses of a schedule. */
export interface ScheduleFields {
  timeZone: string | null;
  validFrom: LocalDay;
  validUntil: LocalDay | null;
  hours: readonly WorkingHours[];
  slotMinutes: number;
  gapMinutes: number;
  minimumNoticeMinutes: number;
  horizonDays: number | null;
}

/** What is wrong with a schedule, whatever else is known of the doctor. */
export const checkSchedule = (schedule: ScheduleFields): Refusal[] => [
  ...checkTimeZone(schedule.timeZone),
  ...checkValidity(schedule),
  ...checkHours(schedule.hours),
  ...checkNumbers(schedule),
];

const checkTimeZone = (timeZone: string | null): Refusal[] =>
  timeZone === null || isTimeZone(timeZone)
    ? []
    : [{ code: "TIME_ZONE_UNKNOWN", path: ["timeZone"] }];

const checkValidity = ({ validFrom, validUntil }: ScheduleFields): Refusal[] =>
  validUntil === null || validUntil >= validFrom
    ? []
    : [{ code: "VALIDITY_INVALID", path: ["validUntil"] }];

/** Hours must end after they start, and not overlap earlier ones of the list on the same day. */
const checkHours = (hours: readonly WorkingHours[]): Refusal[] =>
  hours.flatMap((each, index) => {
    const isValid =
      each.from < each.until && !hours.slice(0, index).some((other) => overlap(each, other));
    return isValid ? [] : [{ code: "HOURS_INVALID" as const, path: ["hours", String(index)] }];
  });

const overlap = (one: WorkingHours, other: WorkingHours): boolean =>
  one.weekday === other.weekday && one.from < other.until && other.from < one.until;

const checkNumbers = (schedule: ScheduleFields): Refusal[] =>
  (Object.keys(SCHEDULE_NUMBERS) as (keyof typeof SCHEDULE_NUMBERS)[]).flatMap((name) => {
    const range = SCHEDULE_NUMBERS[name];
    const value = schedule[name];
    return value === null || (value >= range.minimum && value <= range.maximum)
      ? []
      : [{ code: "NUMBER_OUT_OF_RANGE" as const, path: [name], ...range }];
  });

/** Time off and extra hours must end after they start. */
export const checkTimesOfException = ({
  from,
  until,
}: {
  from: number;
  until: number;
}): Refusal[] => (from < until ? [] : [{ code: "VALIDITY_INVALID", path: ["until"] }]);

const NOTE: TextRule = { maximumLength: MAXIMUM_LENGTH.scheduleNote, kind: "prose" };

/** A note as it is kept; null if there is nothing in it. */
export function checkNote(note: string | null | undefined): {
  note: string | null;
  refusals: Refusal[];
} {
  if (note == null || isBlank(note)) return { note: null, refusals: [] };
  const { text, refusals } = checkText(note, ["note"], NOTE);
  return { note: text, refusals };
}
