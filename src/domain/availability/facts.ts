import { Prisma, type SqlReader } from "../../db/database.js";
import { dayOf, days, minuteOf, seconds, timeOf } from "../../db/statement.js";
import { MAXIMUM_MINUTES, plusMinutes, type Interval } from "../appointments/interval.js";
import { STATUSES_HOLDING_TIME } from "../appointments/lifecycle.js";
import type {
  Busy,
  Calendar,
  Schedule,
  ScheduleException,
  WorkingHours,
} from "../calendar/calendar.js";
import { SCHEDULE_NUMBERS } from "../limits.js";
import { FIRST_MOMENT, LAST_MOMENT } from "../time.js";

/** All that decides about the times of a doctor: the rules, and what takes time. */
export interface CalendarFacts {
  calendar: Calendar & { schedules: Schedule[]; exceptions: ScheduleException[] };
  busy: Busy[];
}

/** Some time in the calendar of a doctor. */
export interface CalendarSearch {
  doctor: { id: number; timeZone: string | null };
  interval: Interval;
  /** An appointment that is to move, and takes no time. */
  exceptId?: number | undefined;
}

/**
 * The calendars of doctors as far as they decide about some time, in one statement. No two searches of one doctor may differ
 * in `exceptId`.
 *
 * @returns the facts in the order of the searches; searches of one doctor share them.
 */
export async function readCalendars(
  reader: SqlReader,
  searches: readonly CalendarSearch[],
): Promise<CalendarFacts[]> {
  if (searches.length === 0) return [];
  const facts = new Map(searches.map(({ doctor }) => [doctor.id, emptyFacts(doctor.timeZone)]));
  const branches = [schedulesOf([...facts.keys()]), ...searches.flatMap(branchesOf)];
  addRows(facts, (await reader.select(union(branches))) as unknown as Row[]);
  return searches.map(({ doctor }) => facts.get(doctor.id) as CalendarFacts);
}

/** A doctor, and the rules of the doctor's time. */
export interface DoctorFacts extends CalendarFacts {
  isActive: boolean;
}

/**
 * The rules of doctors for some time, without what takes time in it, in one statement.
 *
 * @returns the facts by the ids of those doctors that there are.
 */
export async function readRules(
  reader: SqlReader,
  ids: readonly number[],
  interval: Interval,
): Promise<ReadonlyMap<number, DoctorFacts>> {
  const facts = new Map<number, DoctorFacts>();
  if (ids.length === 0) return facts;
  const branches = [doctorsOf(ids), schedulesOf(ids), exceptionsOf(ids, interval)];
  const rows = (await reader.select(union(branches))) as unknown as Row[];
  // SQL promises no order across the branches of a UNION.
  for (const [kind, id, isActive, , , , , , timeZone] of rows) {
    if (kind === DOCTOR) facts.set(id, { isActive: isActive === 1, ...emptyFacts(timeZone) });
  }
  addRows(facts, rows);
  return facts;
}

/** What takes time of the doctors in or near an interval, in one statement. */
export async function readBusy(
  reader: SqlReader,
  ids: readonly number[],
  interval: Interval,
  exceptId?: number,
): Promise<ReadonlyMap<number, Busy[]>> {
  const busy = new Map(ids.map((id) => [id, [] as Busy[]]));
  if (ids.length === 0) return busy;
  const branches = [holdsOf(ids, interval), appointmentsOf(ids, interval, exceptId)];
  for (const row of (await reader.select(union(branches))) as unknown as Row[]) {
    busy.get(row[1])?.push(busyOf(row));
  }
  return busy;
}

/** Without hours there is nothing local, and the zone does not matter. */
const emptyFacts = (timeZone: string | null): CalendarFacts => ({
  calendar: { zone: timeZone ?? "UTC", schedules: [], exceptions: [] },
  busy: [],
});

const branchesOf = ({ doctor, interval, exceptId }: CalendarSearch): Prisma.Sql[] => [
  exceptionsOf([doctor.id], interval),
  holdsOf([doctor.id], interval),
  appointmentsOf([doctor.id], interval, exceptId),
];

const union = (branches: readonly Prisma.Sql[]): Prisma.Sql =>
  Prisma.join([...branches], " UNION ALL ");

// Every branch selects: kind, doctor, five numbers, a text.

const DOCTOR = 0;
const SCHEDULE = 1;
const EXCEPTION = 2;
const HOLD = 3;
const APPOINTMENT = 4;

const isOneOf = (ids: readonly number[]): Prisma.Sql =>
  Prisma.sql`doctor_id IN (${Prisma.join([...ids])})`;

const doctorsOf = (ids: readonly number[]): Prisma.Sql => Prisma.sql`
  SELECT ${Prisma.raw(String(DOCTOR))}, id, is_active, NULL, NULL, NULL, NULL, NULL, time_zone, NULL
  FROM doctors WHERE id IN (${Prisma.join([...ids])})`;

const schedulesOf = (ids: readonly number[]): Prisma.Sql => Prisma.sql`
  SELECT ${Prisma.raw(String(SCHEDULE))}, doctor_id, ${Prisma.raw(days("valid_from"))}, ${Prisma.raw(days("valid_until"))}, slot_minutes,
    gap_minutes, minimum_notice_minutes, horizon_days, hours, NULL
  FROM schedules WHERE ${isOneOf(ids)}`;

/** No zone differs from UTC by more than that. */
const MOST_MINUTES_FROM_UTC = 24 * 60;

const exceptionsOf = (
  ids: readonly number[],
  { startsAt, endsAt }: Interval,
): Prisma.Sql => Prisma.sql`
  SELECT ${Prisma.raw(String(EXCEPTION))}, doctor_id, ${Prisma.raw(seconds("local_from"))},
    ${Prisma.raw(seconds("local_until"))}, kind = 'TIME_OFF', NULL, NULL, NULL, NULL, NULL
  FROM schedule_exceptions WHERE ${isOneOf(ids)}
    AND local_until > ${shifted(startsAt, -MOST_MINUTES_FROM_UTC)}
    AND local_from < ${shifted(endsAt, MOST_MINUTES_FROM_UTC)}`;

/** So far from a time something can matter to it: the greatest gap. */
const MOST_GAP = SCHEDULE_NUMBERS.gapMinutes.maximum;

const holdsOf = (ids: readonly number[], interval: Interval): Prisma.Sql => Prisma.sql`
  SELECT ${Prisma.raw(String(HOLD))}, doctor_id, ${Prisma.raw(seconds("starts_at"))},
    ${Prisma.raw(seconds("ends_at"))}, ${Prisma.raw(seconds("expires_at"))},
    ${Prisma.raw(seconds("created_at"))}, NULL, NULL, NULL, hold_key
  FROM slot_holds WHERE ${isOneOf(ids)} AND ${isNear(interval)}`;

const appointmentsOf = (
  ids: readonly number[],
  interval: Interval,
  exceptId = 0,
): Prisma.Sql => Prisma.sql`
  SELECT ${Prisma.raw(String(APPOINTMENT))}, doctor_id, ${Prisma.raw(seconds("starts_at"))},
    ${Prisma.raw(seconds("ends_at"))}, NULL, NULL, NULL, NULL, NULL, NULL
  FROM appointments WHERE ${isOneOf(ids)} AND ${isNear(interval)}
    AND status IN (${Prisma.join([...STATUSES_HOLDING_TIME])}) AND id <> ${exceptId}`;

/** Whether something that takes time, for which no more than the longest appointment is known, may matter to an interval. */
const isNear = ({ startsAt, endsAt }: Interval): Prisma.Sql => Prisma.sql`
  starts_at > ${shifted(startsAt, -MAXIMUM_MINUTES - MOST_GAP)}
  AND starts_at < ${shifted(endsAt, MOST_GAP)} AND ends_at > ${shifted(startsAt, -MOST_GAP)}`;

/** A time that the database can hold. */
function shifted(time: Date, minutes: number): Date {
  const shift = plusMinutes(time, minutes);
  if (shift < FIRST_MOMENT) return FIRST_MOMENT;
  return shift > LAST_MOMENT ? LAST_MOMENT : shift;
}

type Row = readonly [
  kind: number,
  doctorId: number,
  from: number,
  until: number | null,
  number | null,
  number | null,
  number | null,
  number | null,
  text: string | null,
  key: string | null,
];

function addRows(facts: ReadonlyMap<number, CalendarFacts>, rows: readonly Row[]): void {
  for (const row of rows) {
    const known = facts.get(row[1]);
    if (row[0] === SCHEDULE) known?.calendar.schedules.push(scheduleOf(row));
    else if (row[0] === EXCEPTION) known?.calendar.exceptions.push(exceptionOf(row));
    else if (row[0] !== DOCTOR) known?.busy.push(busyOf(row));
  }
}

const scheduleOf = ([, , from, until, slot, gap, notice, horizon, hours]: Row): Schedule => ({
  validFrom: dayOf(from),
  validUntil: until === null ? null : dayOf(until),
  hours: readHours(hours as string),
  slotMinutes: slot as number,
  gapMinutes: gap as number,
  minimumNoticeMinutes: notice as number,
  horizonDays: horizon,
});

const exceptionOf = ([, , from, until, isTimeOff]: Row): ScheduleException => ({
  kind: isTimeOff ? "TIME_OFF" : "EXTRA_HOURS",
  from: minuteOf(from),
  until: minuteOf(until as number),
});

function busyOf([kind, , from, until, expiresAt, placedAt, , , , key]: Row): Busy {
  const interval = { startsAt: timeOf(from), endsAt: timeOf(until as number) };
  if (kind === APPOINTMENT) return { kind: "APPOINTMENT", ...interval };
  return {
    kind: "HOLD",
    key: key as string,
    until: timeOf(expiresAt as number),
    placedAt: timeOf(placedAt as number),
    ...interval,
  };
}

type HoursText = [weekday: number, from: number, until: number][];

/** The hours of a week as the table has them. */
export const writeHours = (hours: readonly WorkingHours[]): string =>
  JSON.stringify(
    hours.map(({ weekday, from, until }): HoursText[number] => [weekday, from, until]),
  );

/** The other way round. @throws SyntaxError if it is no JSON, which a CHECK prevents. */
export function readHours(text: string): readonly WorkingHours[] {
  const known = hoursByText.get(text);
  if (known) return known;
  const hours = (JSON.parse(text) as HoursText).map(([weekday, from, until]) => {
    return { weekday, from, until };
  });
  if (hoursByText.size >= MOST_HOURS_KEPT) hoursByText.clear();
  hoursByText.set(text, hours);
  return hours;
}

/** Many doctors have the same hours, and a search reads those of many doctors. */
const hoursByText = new Map<string, readonly WorkingHours[]>();
const MOST_HOURS_KEPT = 500;
