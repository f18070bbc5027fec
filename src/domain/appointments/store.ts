import { Prisma, type SqlTransaction } from "../../db/database.js";
import { WriteConflict } from "../../db/errors.js";
import { seconds, timeOf } from "../../db/statement.js";
import { APPOINTMENT } from "../reading/columns.js";
import type { Appointment } from "../model.js";
import { overlapSearchRange, type Interval } from "./interval.js";
import { STATUSES_HOLDING_TIME } from "./lifecycle.js";

const COLUMNS = Prisma.raw(APPOINTMENT.whole.sql);
const STARTS_AT = Prisma.raw(seconds("a.starts_at"));
const ENDS_AT = Prisma.raw(seconds("a.ends_at"));
const HOLDS_TIME = Prisma.sql`a.status IN (${Prisma.join([...STATUSES_HOLDING_TIME])})`;

/** Those of the ids that patients have. */
export async function existingPatients(
  tx: SqlTransaction,
  ids: readonly number[],
): Promise<ReadonlySet<number>> {
  const wanted = Prisma.join([...new Set(ids)]);
  const rows = await tx.select(Prisma.sql`SELECT id FROM patients WHERE id IN (${wanted})`);
  return new Set(rows.map(([id]) => id as number));
}

/** The appointment with this id; null if there is none. */
export async function readAppointment(tx: SqlTransaction, id: number): Promise<Appointment | null> {
  const [row] = await tx.select(
    Prisma.sql`SELECT ${COLUMNS} FROM appointments a WHERE a.id = ${id}`,
  );
  return row ? APPOINTMENT.whole.read(row) : null;
}

/** A time that is looked at in the calendar of a doctor, who must be locked. */
export interface Search {
  doctorId: number;
  interval: Interval;
  /** An appointment that is to move, and is not in its own way. */
  exceptId?: number;
}

/** For each search, the doctor's earliest appointment that holds time in the interval; null if none does. */
export async function findBlocking(
  tx: SqlTransaction,
  searches: readonly Search[],
): Promise<(Interval | null)[]> {
  if (searches.length === 0) return [];
  const branches = searches.map(({ doctorId, interval, exceptId = 0 }, branch) => {
    const range = overlapSearchRange(interval);
    return Prisma.sql`(
      SELECT ${Prisma.raw(String(branch))} AS branch, ${STARTS_AT}, ${ENDS_AT}
      FROM appointments a
      WHERE a.doctor_id = ${doctorId}
        AND a.starts_at > ${range.after} AND a.starts_at < ${range.before}
        AND a.ends_at > ${interval.startsAt} AND ${HOLDS_TIME} AND a.id <> ${exceptId}
      ORDER BY a.starts_at LIMIT 1)`;
  });
  const rows = await tx.select(Prisma.join(branches, " UNION ALL "));
  const found = new Map(
    (rows as [number, number, number][]).map(([branch, startsAt, endsAt]) => {
      return [branch, { startsAt: timeOf(startsAt), endsAt: timeOf(endsAt) }];
    }),
  );
  return searches.map((_, branch) => found.get(branch) ?? null);
}

/** What is chosen for a new appointment. */
export type NewAppointment = Pick<Appointment, "patientId" | "doctorId" | "durationMinutes"> &
  Interval;

/**
 * Writes booked appointments, of which no two are of one doctor at one time.
 *
 * @param now in whole seconds.
 * @param options whether the COMMIT is to be sent with them.
 */
export async function insertAppointments<Wanted extends { visit: NewAppointment }>(
  tx: SqlTransaction,
  wanted: readonly Wanted[],
  now: Date,
  { andCommit }: { andCommit: boolean },
): Promise<(readonly [Wanted, Appointment])[]> {
  const visits = wanted.map(({ visit }) => visit);
  const rows = visits.map(({ patientId, doctorId, startsAt, endsAt, durationMinutes }) => {
    return Prisma.sql`(${patientId}, ${doctorId}, ${startsAt}, ${endsAt}, ${durationMinutes}, ${now}, ${now})`;
  });
  const inserted = tx.execute(Prisma.sql`
    INSERT INTO appointments
      (patient_id, doctor_id, starts_at, ends_at, duration_minutes, created_at, updated_at)
    VALUES ${Prisma.join(rows)}`);
  const reading = visits.length > 1 ? readIds(tx, visits) : null;
  const committing = andCommit ? tx.commit() : null;
  const [{ insertId }, ids] = await Promise.all([inserted, reading, committing]);
  const idOf = (visit: NewAppointment) => (ids ? ids.get(placeOf(visit)) : insertId) ?? NaN;
  const fresh = { status: "BOOKED", cancellationReason: null, version: 1 } as const;
  const stamps = { createdAt: now, updatedAt: now };
  return wanted.map((each) => {
    return [each, { id: idOf(each.visit), ...each.visit, ...fresh, ...stamps }] as const;
  });
}

type Place = Pick<Appointment, "doctorId" | "startsAt">;

/** One doctor has one appointment at one time. */
const placeOf = ({ doctorId, startsAt }: Place): string => `${doctorId} ${startsAt.getTime()}`;

/** The ids by places: those that one INSERT gives need not follow on each other on a cluster. */
async function readIds(
  tx: SqlTransaction,
  places: readonly Place[],
): Promise<ReadonlyMap<string, number>> {
  const conditions = places.map(({ doctorId, startsAt }) => {
    return Prisma.sql`a.doctor_id = ${doctorId} AND a.starts_at = ${startsAt}`;
  });
  const rows = await tx.select(Prisma.sql`
    SELECT a.id, a.doctor_id, ${STARTS_AT} FROM appointments a
    WHERE (${Prisma.join(conditions, " OR ")}) AND ${HOLDS_TIME}`);
  return new Map(
    (rows as [number, number, number][]).map(([id, doctorId, startsAt]) => {
      return [placeOf({ doctorId, startsAt: timeOf(startsAt) }), id];
    }),
  );
}

/** Gives an appointment other times, and perhaps another doctor. @param now in whole seconds. */
export async function moveAppointment(
  tx: SqlTransaction,
  appointment: Appointment,
  changes: Omit<NewAppointment, "patientId">,
  now: Date,
): Promise<Appointment> {
  const { id, version } = appointment;
  const { doctorId, startsAt, endsAt, durationMinutes } = changes;
  const { affectedRows } = await tx.execute(Prisma.sql`
    UPDATE appointments
    SET doctor_id = ${doctorId}, starts_at = ${startsAt}, ends_at = ${endsAt},
      duration_minutes = ${durationMinutes}, version = ${version + 1}, updated_at = ${now}
    WHERE id = ${id} AND version = ${version}`);
  if (affectedRows === 0) throw new WriteConflict();
  return { ...appointment, ...changes, version: version + 1, updatedAt: now };
}
