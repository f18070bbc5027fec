import { z } from "zod";
import { Prisma, type Database } from "../db/database.js";
import type { Interval } from "./appointments/interval.js";
import {
  BY_DOCTOR,
  BY_ID,
  idAfter,
  pagesOf,
  STARTS_AT_A_TIME,
  text,
  toTime,
  visitAfter,
  type AuditedRows,
  type Finding,
  type Read,
} from "./audit-rows.js";
import { readRules } from "./availability/facts.js";
import { readerOf } from "./availability/reader.js";
import type { WorkingHours } from "./calendar/calendar.js";
import { MINUTES_PER_DAY } from "./calendar/local-time.js";
import { isTimeZone } from "./calendar/zone.js";
import type { Keyset } from "./reading/keyset.js";
import { isOutside } from "./schedules/conflicts.js";
import { checkSchedule } from "./schedules/rules.js";
import { LAST_MOMENT } from "./time.js";

/**
 * Looks for hours, time off, extra hours and holds that the rules forbid or that bookings would not look at, and notes
 * what somebody may want to know of them.
 */
export async function* auditCalendars(db: Database, now: Date): AsyncGenerator<AuditedRows> {
  for await (const rows of pagesOf<ScheduleRow>(db, BY_ID, scheduleRows)) {
    yield { table: "schedules", rows: rows.length, findings: rows.flatMap(judgeSchedule) };
  }
  for await (const rows of pagesOf<ExceptionRow>(db, BY_ID, exceptionRows)) {
    const findings = rows.flatMap(judgeException);
    yield { table: "schedule_exceptions", rows: rows.length, findings };
  }
  yield* auditHolds(db, now);
  for await (const rows of pagesOf<CalendarRow>(db, BY_ID, calendarRows)) {
    yield* auditBooked(db, rows, now);
  }
}

/** Whether a zone can be used, and there is one where it is needed. */
export function judgeZone(who: string, timeZone: string | null): Finding[] {
  if (timeZone === null || isTimeZone(timeZone)) return [];
  return [{ kind: "HOURS", sentence: `${who} has a time zone that does not exist.` }];
}

/** What is known of the doctor of a row. */
interface OfDoctor {
  doctorId: number;
  hasDoctor: bigint;
  timeZone: string | null;
  hasCalendar: boolean | number | null;
}

const DOCTOR = Prisma.sql`d.id IS NOT NULL AS hasDoctor, d.time_zone AS timeZone,
  d.has_calendar AS hasCalendar`;

interface ScheduleRow extends OfDoctor {
  id: number;
  validFrom: string;
  validUntil: string | null;
  hours: string;
  slotMinutes: number;
  gapMinutes: number;
  minimumNoticeMinutes: number;
  horizonDays: number | null;
}

const SCHEDULE = Prisma.sql`s.id, s.doctor_id AS doctorId, ${text("s.valid_from")} AS validFrom,
  ${text("s.valid_until")} AS validUntil, s.hours, s.slot_minutes AS slotMinutes,
  s.gap_minutes AS gapMinutes, s.minimum_notice_minutes AS minimumNoticeMinutes,
  s.horizon_days AS horizonDays, ${DOCTOR}
  FROM schedules s LEFT JOIN doctors d ON d.id = s.doctor_id`;

const scheduleRows: Read = (after, limit) =>
  Prisma.sql`SELECT ${SCHEDULE} WHERE s.id > ${idAfter(after)} ORDER BY s.id LIMIT ${limit}`;

function judgeSchedule(schedule: ScheduleRow): Finding[] {
  const who = `Schedule ${schedule.id}`;
  return [...judgeOwner(who, schedule), ...judgeFields(who, schedule)];
}

/** What bookings need to know of the doctor of a schedule, time off or extra hours. */
function judgeOwner(who: string, owner: OfDoctor): Finding[] {
  const { doctorId, timeZone } = owner;
  if (!Number(owner.hasDoctor)) return [orphan(who, doctorId)];
  const findings: Finding[] = [];
  if (timeZone === null) {
    const sentence = `${who} is of doctor ${doctorId}, who has no time zone.`;
    findings.push({ kind: "HOURS", sentence });
  }
  return [...findings, ...judgeIsLookedAt(who, owner)];
}

const orphan = (who: string, doctorId: number): Finding => ({
  kind: "ORPHAN",
  sentence: `${who} is of doctor ${doctorId}, who does not exist.`,
});

const judgeIsLookedAt = (who: string, { doctorId, hasCalendar }: OfDoctor): Finding[] =>
  Number(hasCalendar)
    ? []
    : [
        {
          kind: "HOURS",
          sentence: `${who} is of doctor ${doctorId}, whose has_calendar says that bookings need not look at it.`,
        },
      ];

function judgeFields(who: string, schedule: ScheduleRow): Finding[] {
  const hours = hoursOf(schedule.hours);
  if (hours === null) {
    return [{ kind: "HOURS", sentence: `${who} has a text in hours that is no hours of a week.` }];
  }
  const { slotMinutes, gapMinutes, minimumNoticeMinutes, horizonDays } = schedule;
  const validFrom = dayOf(schedule.validFrom);
  const validUntil = schedule.validUntil === null ? null : dayOf(schedule.validUntil);
  if (Number.isNaN(validFrom) || Number.isNaN(validUntil ?? 0)) {
    return [{ kind: "HOURS", sentence: `${who} is valid on what is no date.` }];
  }
  const numbers = { slotMinutes, gapMinutes, minimumNoticeMinutes, horizonDays };
  return checkSchedule({ timeZone: null, validFrom, validUntil, hours, ...numbers }).map(
    ({ code, path }) => ({
      kind: "HOURS",
      sentence: `${who} has a ${path.join(".")} refused as ${code}.`,
    }),
  );
}

const minute = z.int().min(0).max(MINUTES_PER_DAY);
const HOURS = z.array(z.tuple([z.int().min(1).max(7), minute, minute]));

/** The hours that a text says; null if it is none that the API would have written. */
function hoursOf(written: string): WorkingHours[] | null {
  try {
    return HOURS.parse(JSON.parse(written)).map(([weekday, from, until]) => ({
      weekday,
      from,
      until,
    }));
  } catch {
    return null;
  }
}

const MILLISECONDS_PER_DAY = MINUTES_PER_DAY * 60_000;

const dayOf = (date: string): number =>
  (toTime(`${date} 00:00:00`)?.getTime() ?? NaN) / MILLISECONDS_PER_DAY;

interface ExceptionRow extends OfDoctor {
  id: number;
  kind: string;
  localFrom: string;
  localUntil: string;
}

const exceptionRows: Read = (after, limit) => Prisma.sql`
  SELECT e.id, e.doctor_id AS doctorId, ${text("e.kind")} AS kind, ${text("e.local_from")} AS localFrom,
    ${text("e.local_until")} AS localUntil, ${DOCTOR}
  FROM schedule_exceptions e LEFT JOIN doctors d ON d.id = e.doctor_id
  WHERE e.id > ${idAfter(after)} ORDER BY e.id LIMIT ${limit}`;

function judgeException(exception: ExceptionRow): Finding[] {
  const who = `Schedule exception ${exception.id}`;
  const [from, until] = [toTime(exception.localFrom), toTime(exception.localUntil)];
  const findings = judgeOwner(who, exception);
  if (from === null || until === null || from >= until) {
    findings.push({ kind: "HOURS", sentence: `${who} does not end after it starts.` });
  }
  if (exception.kind !== "TIME_OFF" && exception.kind !== "EXTRA_HOURS") {
    findings.push({ kind: "HOURS", sentence: `${who} is of a kind that does not exist.` });
  }
  return findings;
}

interface HoldRow extends OfDoctor {
  key: string;
  startsAt: string;
  endsAt: string;
  expiresAt: string;
}

const BY_KEY: Keyset<HoldRow> = { columns: [{ name: "key", kind: "text" }], direction: "asc" };

const holdRows: Read = (after, limit) => Prisma.sql`
  SELECT h.hold_key AS ${Prisma.raw("`key`")}, h.doctor_id AS doctorId, ${text("h.starts_at")} AS startsAt,
    ${text("h.ends_at")} AS endsAt, ${text("h.expires_at")} AS expiresAt, ${DOCTOR}
  FROM slot_holds h LEFT JOIN doctors d ON d.id = h.doctor_id
  WHERE h.hold_key > ${after?.[0] ?? ""} ORDER BY h.hold_key LIMIT ${limit}`;

/** Holds, which are not named: who knows a key can use it. */
async function* auditHolds(db: Database, now: Date): AsyncGenerator<AuditedRows> {
  let expired = 0;
  for await (const rows of pagesOf(db, BY_KEY, holdRows)) {
    yield { table: "slot_holds", rows: rows.length, findings: rows.flatMap(judgeHold) };
    expired += rows.filter((hold) => (toTime(hold.expiresAt) ?? now) <= now).length;
  }
  if (expired === 0) return;
  const holds = expired === 1 ? "1 hold has" : `${expired} holds have`;
  const sentence = `${holds} expired and can be deleted, which a server does every hour.`;
  yield { table: "slot_holds", rows: 0, findings: [{ kind: "NOTE", sentence }] };
}

function judgeHold(hold: HoldRow): Finding[] {
  const who = "A hold";
  if (!Number(hold.hasDoctor)) return [orphan(who, hold.doctorId)];
  const [startsAt, endsAt] = [toTime(hold.startsAt), toTime(hold.endsAt)];
  const findings = judgeIsLookedAt(who, hold);
  if (startsAt === null || endsAt === null || startsAt >= endsAt || !toTime(hold.expiresAt)) {
    const sentence = `A hold of doctor ${hold.doctorId} has no real times.`;
    findings.push({ kind: "TIME", sentence });
  }
  return findings;
}

/** A doctor whose bookings look at the calendar. */
interface CalendarRow {
  id: number;
  timeZone: string | null;
}

const calendarRows: Read = (after, limit) => Prisma.sql`
  SELECT id, time_zone AS timeZone FROM doctors
  WHERE has_calendar AND id > ${idAfter(after)} ORDER BY id LIMIT ${limit}`;

interface BookedRow {
  id: number;
  doctorId: number;
  startsAt: string;
  endsAt: string;
}

/** Notes the booked appointments in the future of these doctors that the hours, as they are now, do not cover. */
async function* auditBooked(
  db: Database,
  doctors: readonly CalendarRow[],
  now: Date,
): AsyncGenerator<AuditedRows> {
  const ids = await withReadableHours(db, doctors);
  if (ids.length === 0) return;
  const rules = await readRules(readerOf(db), ids, { startsAt: now, endsAt: LAST_MOMENT });
  for await (const rows of pagesOf<BookedRow>(db, BY_DOCTOR, bookedRows(ids, now))) {
    const findings = rows.flatMap((row): Finding[] => {
      const calendar = rules.get(row.doctorId)?.calendar;
      const interval = intervalOf(row);
      if (!calendar || !interval || !isOutside(calendar, interval)) return [];
      const sentence = `Appointment ${row.id} is not within the hours of doctor ${row.doctorId}.`;
      return [{ kind: "NOTE", sentence }];
    });
    yield { table: "appointments", rows: 0, findings };
  }
}

/** Of these doctors, those whose hours can be read; what is wrong with the others has been found already. */
async function withReadableHours(db: Database, doctors: readonly CalendarRow[]): Promise<number[]> {
  const ids = doctors.flatMap(({ id, timeZone }) =>
    timeZone === null || isTimeZone(timeZone) ? [id] : [],
  );
  if (ids.length === 0) return [];
  const sql = Prisma.sql`SELECT ${SCHEDULE} WHERE s.doctor_id IN (${Prisma.join(ids)})`;
  const schedules = await db.read((tables) => tables.$queryRaw<ScheduleRow[]>(sql));
  const unreadable = new Set(
    schedules.filter((each) => judgeFields("", each).length > 0).map(({ doctorId }) => doctorId),
  );
  return ids.filter((id) => !unreadable.has(id));
}

const bookedRows =
  (ids: readonly number[], now: Date): Read =>
  (after, limit) => Prisma.sql`
    SELECT id, doctor_id AS doctorId, ${text("starts_at")} AS startsAt, ${text("ends_at")} AS endsAt
    FROM appointments
    WHERE doctor_id IN (${Prisma.join([...ids])}) AND starts_at > ${now} AND status = 'BOOKED'
      AND ${visitAfter(after)} AND ${STARTS_AT_A_TIME}
    ORDER BY doctor_id, starts_at, id LIMIT ${limit}`;

/** The interval of an appointment; null if its times are none. */
function intervalOf(row: BookedRow): Interval | null {
  const [startsAt, endsAt] = [toTime(row.startsAt), toTime(row.endsAt)];
  return startsAt && endsAt && startsAt < endsAt ? { startsAt, endsAt } : null;
}
