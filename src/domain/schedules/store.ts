import type { PrismaTransaction } from "../../db/database.js";
import { readHours, writeHours } from "../availability/facts.js";
import type { Calendar } from "../calendar/calendar.js";
import type { LocalDay, LocalMinute } from "../calendar/local-time.js";
import { reportChange } from "../changes.js";
import type { Context } from "../context.js";
import type { Doctor, Schedule, ScheduleException } from "../model.js";
import { wholeSeconds } from "../time.js";
import type { ScheduleFields } from "./rules.js";

type ScheduleRow = Awaited<ReturnType<PrismaTransaction["schedule"]["findUniqueOrThrow"]>>;
type ExceptionRow = Awaited<
  ReturnType<PrismaTransaction["scheduleException"]["findUniqueOrThrow"]>
>;

const MILLISECONDS_PER_DAY = 86_400_000;
const MILLISECONDS_PER_MINUTE = 60_000;

// Local dates and times are kept as if they were in UTC.

const dateOf = (day: LocalDay): Date => new Date(day * MILLISECONDS_PER_DAY);
const dayOf = (date: Date): LocalDay => date.getTime() / MILLISECONDS_PER_DAY;
const timeOf = (minute: LocalMinute): Date => new Date(minute * MILLISECONDS_PER_MINUTE);
const minuteOf = (time: Date): LocalMinute => time.getTime() / MILLISECONDS_PER_MINUTE;

export const toSchedule = ({ validFrom, validUntil, hours, ...row }: ScheduleRow): Schedule => ({
  ...row,
  validFrom: dayOf(validFrom),
  validUntil: validUntil && dayOf(validUntil),
  hours: readHours(hours),
});

export const toException = ({
  localFrom,
  localUntil,
  ...row
}: ExceptionRow): ScheduleException => ({
  ...row,
  from: minuteOf(localFrom),
  until: minuteOf(localUntil),
});

/** The rules of a doctor's time, as far as they matter from a moment on, with the ids of what they are made of. */
export interface Rules extends Calendar {
  schedules: readonly Schedule[];
  exceptions: readonly ScheduleException[];
}

/** The rules of a doctor from a moment on. @param zone of a doctor who has none yet. */
export async function readRules(
  tx: PrismaTransaction,
  doctor: Doctor,
  now: Date,
  zone: string,
): Promise<Rules> {
  const doctorId = doctor.id;
  const yesterday = new Date(now.getTime() - MILLISECONDS_PER_DAY);
  const schedules = await tx.schedule.findMany({ where: { doctorId } });
  const exceptions = await tx.scheduleException.findMany({
    where: { doctorId, localUntil: { gt: yesterday } },
  });
  return {
    zone: doctor.timeZone ?? zone,
    schedules: schedules.map(toSchedule),
    exceptions: exceptions.map(toException),
  };
}

/**
 * Notes a doctor's zone, and that bookings must look at the calendar from now on. It is no change of the doctor's own
 * fields, and does not move the version.
 */
export async function openCalendar(
  tx: PrismaTransaction,
  doctor: Doctor,
  timeZone: string,
): Promise<void> {
  if (doctor.hasCalendar && doctor.timeZone === timeZone) return;
  await tx.doctor.updateMany({
    where: { id: doctor.id },
    data: { hasCalendar: true, timeZone },
  });
}

/** Writes a schedule of a doctor, who must be locked, in the place of the one with the same `validFrom`. */
export async function writeSchedule(
  context: Context,
  tx: PrismaTransaction,
  doctorId: number,
  before: Schedule | null,
  fields: ScheduleFields,
): Promise<Schedule> {
  const now = wholeSeconds(context.now());
  const data = {
    doctorId,
    validFrom: dateOf(fields.validFrom),
    validUntil: fields.validUntil === null ? null : dateOf(fields.validUntil),
    hours: writeHours(fields.hours),
    slotMinutes: fields.slotMinutes,
    gapMinutes: fields.gapMinutes,
    minimumNoticeMinutes: fields.minimumNoticeMinutes,
    horizonDays: fields.horizonDays,
    version: (before?.version ?? 0) + 1,
    createdAt: before?.createdAt ?? now,
    updatedAt: now,
  };
  const row = before
    ? await tx.schedule.update({ where: { id: before.id }, data })
    : await tx.schedule.create({ data });
  const after = toSchedule(row);
  await reportChange(context, tx, { kind: "schedule", before, after });
  return after;
}

/** Deletes a schedule of a doctor, who must be locked. */
export async function deleteSchedule(
  context: Context,
  tx: PrismaTransaction,
  before: Schedule,
): Promise<void> {
  await tx.schedule.deleteMany({ where: { id: before.id } });
  await reportChange(context, tx, { kind: "schedule", before, after: null });
}

/** What is chosen of time off or extra hours. */
export type ExceptionFields = Pick<ScheduleException, "kind" | "from" | "until" | "note">;

/** Adds time off or extra hours of a doctor, who must be locked. */
export async function addException(
  context: Context,
  tx: PrismaTransaction,
  doctorId: number,
  { kind, from, until, note }: ExceptionFields,
): Promise<ScheduleException> {
  const createdAt = wholeSeconds(context.now());
  const data = {
    doctorId,
    kind,
    localFrom: timeOf(from),
    localUntil: timeOf(until),
    note,
    createdAt,
  };
  const after = toException(await tx.scheduleException.create({ data }));
  await reportChange(context, tx, { kind: "scheduleException", before: null, after });
  return after;
}

/** Deletes time off or extra hours of a doctor, who must be locked. */
export async function deleteException(
  context: Context,
  tx: PrismaTransaction,
  before: ScheduleException,
): Promise<void> {
  await tx.scheduleException.deleteMany({ where: { id: before.id } });
  await reportChange(context, tx, { kind: "scheduleException", before, after: null });
}
