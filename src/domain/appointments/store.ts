import { Prisma, type SqlReader, type SqlTransaction } from "../../db/database.js";
import { WriteConflict } from "../../db/errors.js";
import { seconds, timeOf } from "../../db/statement.js";
import { reportChange } from "../changes.js";
import type { Context } from "../context.js";
import type { Appointment } from "../model.js";
import { APPOINTMENT } from "../reading/columns.js";
import { assignments, insertInto } from "../writing.js";
import { overlapSearchRange, type Interval } from "./interval.js";
import { wholeSeconds } from "../time.js";
import { STATUSES_HOLDING_TIME } from "./lifecycle.js";

const COLUMNS = Prisma.raw(APPOINTMENT.whole.sql);
const STARTS_AT = Prisma.raw(seconds(APPOINTMENT.columnOf.startsAt));
const ENDS_AT = Prisma.raw(seconds(APPOINTMENT.columnOf.endsAt));
const HOLDS_TIME = Prisma.sql`a.status IN (${Prisma.join([...STATUSES_HOLDING_TIME])})`;

/** Those of the ids that patients have. */
export async function existingPatients(
  tx: SqlReader,
  ids: readonly number[],
): Promise<ReadonlySet<number>> {
  const wanted = Prisma.join([...new Set(ids)]);
  const rows = await tx.select(Prisma.sql`SELECT id FROM patients WHERE id IN (${wanted})`);
  return new Set(rows.map(([id]) => id as number));
}

/** The appointment with this id; null if there is none. */
export async function readAppointment(tx: SqlReader, id: number): Promise<Appointment | null> {
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
  tx: SqlReader,
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
export type NewAppointment = Omit<
  Appointment,
  "id" | keyof typeof BOOKED | "waived" | "createdAt" | "updatedAt"
> &
  Partial<Pick<Appointment, "waived">>;

/** How every appointment begins: the defaults of its table. */
const BOOKED = { status: "BOOKED", cancellationReason: null, version: 1 } as const;

/** A new appointment, with the context of the caller who asked for it. */
interface Wanted {
  appointment: NewAppointment;
  context: Pick<Context, "caller" | "onChange">;
}

/**
 * Writes booked appointments, of which no two are of one doctor at one time.
 *
 * @param now in whole seconds.
 * @param options whether the COMMIT is to be sent with them, before the changes could be reported.
 */
export async function insertAppointments<Item extends Wanted>(
  tx: SqlTransaction,
  items: readonly Item[],
  now: Date,
  { andCommit }: { andCommit: boolean },
): Promise<(readonly [Item, Appointment])[]> {
  // The rest is as the table has it by default.
  const isWaived = items.some(({ appointment }) => appointment.waived != null);
  const rows = items.map(({ appointment: { waived = null, ...appointment } }) => {
    return { createdAt: now, updatedAt: now, ...appointment, ...(isWaived && { waived }) };
  });
  const inserted = tx.execute(insertInto("appointments", APPOINTMENT.names, rows));
  const reading = rows.length > 1 ? readIds(tx, rows) : null;
  const committing = andCommit ? tx.commit() : null;
  const [{ insertId }, ids] = await Promise.all([inserted, reading, committing]);
  const written = items.map((item, index) => {
    const row = rows[index] as (typeof rows)[number];
    const appointment: Appointment = {
      id: (ids ? ids.get(placeOf(row)) : insertId) ?? NaN,
      ...row,
      ...BOOKED,
      waived: item.appointment.waived ?? null,
    };
    return [item, appointment] as const;
  });
  for (const [{ context }, after] of written) {
    await reportChange(context, tx, { kind: "appointment", before: null, after });
  }
  return written;
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

/** What may change of an appointment. */
export type AppointmentChanges = Partial<
  Omit<Appointment, "id" | "patientId" | "version" | "createdAt" | "updatedAt">
>;

/** Writes the changes. @throws WriteConflict if the appointment was written since it was read. */
export async function updateAppointment(
  context: Context,
  tx: SqlTransaction,
  before: Appointment,
  changes: AppointmentChanges,
): Promise<Appointment> {
  const { id, version } = before;
  const marks = { version: version + 1, updatedAt: wholeSeconds(context.now()) };
  const after = { ...before, ...changes, ...marks };
  const { affectedRows } = await tx.execute(Prisma.sql`
    UPDATE appointments SET ${assignments(APPOINTMENT.names, { ...changes, ...marks })}
    WHERE id = ${id} AND version = ${version}`);
  if (affectedRows === 0) throw new WriteConflict();
  await reportChange(context, tx, { kind: "appointment", before, after });
  return after;
}

/** Deletes an appointment. @throws WriteConflict if it was written since it was read. */
export async function deleteAppointment(
  context: Context,
  tx: SqlTransaction,
  before: Appointment,
): Promise<void> {
  const { id, version } = before;
  const { affectedRows } = await tx.execute(
    Prisma.sql`DELETE FROM appointments WHERE id = ${id} AND version = ${version}`,
  );
  if (affectedRows === 0) throw new WriteConflict();
  await reportChange(context, tx, { kind: "appointment", before, after: null });
}
