import { Prisma } from "../../db/database.js";
import { dayOf, days, daysTo, minuteOf, seconds, timeOf } from "../../db/statement.js";
import { visibleException } from "../permissions/scopes.js";
import { readHours } from "../availability/facts.js";
import { readerOf } from "../availability/reader.js";
import type { LocalDay } from "../calendar/local-time.js";
import { dateAt, zoneOf } from "../calendar/zone.js";
import type { Context } from "../context.js";
import type { Schedule, ScheduleException } from "../model.js";

/** A list of a doctor's schedules. */
export interface SchedulesRequest {
  doctorId: number;
  /** Those that are valid on this date or later; today's in the doctor's zone if it is null. */
  from: LocalDay | null;
  first: number;
}

/** A list of a doctor's time off and extra hours. */
export type ExceptionsRequest = SchedulesRequest;

/** The schedule with this id; null if there is none. */
export async function byId({ db }: Context, id: number): Promise<Schedule | null> {
  const rows = await readerOf(db).select(
    Prisma.sql`SELECT ${SCHEDULE} FROM schedules WHERE id = ${id}`,
  );
  return rows[0] ? toSchedule(rows[0] as ScheduleRow) : null;
}

/** The time off or the extra hours with this id; null if there are none. */
export async function exceptionById(
  { db, caller }: Context,
  id: number,
): Promise<ScheduleException | null> {
  const rows = await readerOf(db).select(
    Prisma.sql`SELECT ${EXCEPTION} FROM schedule_exceptions WHERE id = ${id}`,
  );
  return rows[0] ? visibleException(caller, toException(rows[0] as ExceptionRow)) : null;
}

/** Schedules of many doctors by `validFrom`, in the order of the requests, in one statement. */
export async function schedulesOf(
  context: Context,
  requests: readonly SchedulesRequest[],
): Promise<Schedule[][]> {
  const dates = await firstDates(context, requests);
  const rows = await readLists(context, requests, ({ doctorId, first }, index) => {
    const date = dates[index] as LocalDay;
    return Prisma.sql`
      SELECT ${Prisma.raw(String(index))}, ${SCHEDULE} FROM schedules
      WHERE doctor_id = ${doctorId} AND (valid_until IS NULL OR ${VALID_UNTIL} >= ${daysTo(date)})
      ORDER BY valid_from LIMIT ${first}`;
  });
  return rows.map((list) =>
    list
      .map((row) => toSchedule(row as ScheduleRow))
      .sort((one, other) => one.validFrom - other.validFrom),
  );
}

/** Time off and extra hours of many doctors by their start, in the order of the requests, in one statement. */
export async function exceptionsOf(
  context: Context,
  requests: readonly ExceptionsRequest[],
): Promise<ScheduleException[][]> {
  const dates = await firstDates(context, requests);
  const rows = await readLists(context, requests, ({ doctorId, first }, index) => {
    const midnight = new Date((dates[index] as LocalDay) * MILLISECONDS_PER_DAY);
    return Prisma.sql`
      SELECT ${Prisma.raw(String(index))}, ${EXCEPTION} FROM schedule_exceptions
      WHERE doctor_id = ${doctorId} AND local_until > ${midnight}
      ORDER BY local_from, id LIMIT ${first}`;
  });
  return rows.map((list) =>
    list
      .map((row) => visibleException(context.caller, toException(row as ExceptionRow)))
      .sort((one, other) => one.from - other.from || one.id - other.id),
  );
}

const MILLISECONDS_PER_DAY = 86_400_000;

/** The first date of each list. */
const firstDates = (
  { reads, now }: Context,
  requests: readonly SchedulesRequest[],
): Promise<LocalDay[]> =>
  Promise.all(
    requests.map(async ({ doctorId, from }) => {
      if (from !== null) return from;
      const doctor = await reads.doctor(doctorId);
      return dateAt(zoneOf(doctor?.timeZone ?? "UTC"), now().getTime());
    }),
  );

/** Sends a SELECT for each request, with the number of the request as its first column, in one statement. */
async function readLists(
  { db }: Context,
  requests: readonly SchedulesRequest[],
  select: (request: SchedulesRequest, index: number) => Prisma.Sql,
): Promise<unknown[][][]> {
  const branches = requests.map((request, index) => Prisma.sql`(${select(request, index)})`);
  const rows = await readerOf(db).select(Prisma.join(branches, " UNION ALL "));
  const lists = requests.map((): unknown[][] => []);
  for (const [index, ...row] of rows) lists[index as number]?.push(row);
  return lists;
}

const VALID_UNTIL = Prisma.raw(days("valid_until"));

const SCHEDULE = Prisma.raw(
  `id, doctor_id, ${days("valid_from")}, ${days("valid_until")}, hours, slot_minutes, gap_minutes,
    minimum_notice_minutes, horizon_days, version, ${seconds("created_at")}, ${seconds("updated_at")}`,
);

type ScheduleRow = [
  id: number,
  doctorId: number,
  validFrom: number,
  validUntil: number | null,
  hours: string,
  slotMinutes: number,
  gapMinutes: number,
  minimumNoticeMinutes: number,
  horizonDays: number | null,
  version: number,
  createdAt: number,
  updatedAt: number,
];

const toSchedule = (row: ScheduleRow): Schedule => ({
  id: row[0],
  doctorId: row[1],
  validFrom: dayOf(row[2]),
  validUntil: row[3] === null ? null : dayOf(row[3]),
  hours: readHours(row[4]),
  slotMinutes: row[5],
  gapMinutes: row[6],
  minimumNoticeMinutes: row[7],
  horizonDays: row[8],
  version: row[9],
  createdAt: timeOf(row[10]),
  updatedAt: timeOf(row[11]),
});

const EXCEPTION = Prisma.raw(
  `id, doctor_id, kind, ${seconds("local_from")}, ${seconds("local_until")}, note, ${seconds("created_at")}`,
);

type ExceptionRow = [
  id: number,
  doctorId: number,
  kind: ScheduleException["kind"],
  from: number,
  until: number,
  note: string | null,
  createdAt: number,
];

const toException = ([
  id,
  doctorId,
  kind,
  from,
  until,
  note,
  createdAt,
]: ExceptionRow): ScheduleException => ({
  id,
  doctorId,
  kind,
  from: minuteOf(from),
  until: minuteOf(until),
  note,
  createdAt: timeOf(createdAt),
});
