import { Prisma, type SqlTransaction } from "../../db/database.js";
import { DOCTOR } from "../reading/columns.js";
import type { Doctor } from "../model.js";

/**
 * What is done while a doctor is locked goes past Prisma: the lock keeps others waiting, and Prisma's
 * own work takes far longer than the database's. Statements that are asked for together are sent together,
 * in that order.
 */

const COLUMNS = Prisma.raw(DOCTOR.whole.sql);

/**
 * Makes this transaction the only one that changes these doctors or their appointments, until its end,
 * and reads them, by their ids.
 *
 * The row is written, not only locked: on a multi-primary cluster a lock holds on its own node,
 * while two writes of one row are never both committed. It must come before all that is read of the
 * doctors' appointments.
 */
export async function lockDoctors(
  tx: SqlTransaction,
  ids: readonly number[],
): Promise<ReadonlyMap<number, Doctor>> {
  const isOne = Prisma.sql`id IN (${Prisma.join([...new Set(ids)])})`;
  const [, rows] = await Promise.all([
    tx.execute(Prisma.sql`UPDATE doctors SET booking_lock = booking_lock + 1 WHERE ${isOne}`),
    tx.select(Prisma.sql`SELECT ${COLUMNS} FROM doctors d WHERE ${isOne}`),
  ]);
  return new Map(rows.map((row) => [row[0] as number, DOCTOR.whole.read(row)]));
}

/** The same for one doctor; null if there is none. */
export async function lockDoctor(tx: SqlTransaction, id: number): Promise<Doctor | null> {
  return (await lockDoctors(tx, [id])).get(id) ?? null;
}

/** Writes all that may change of a doctor, who must be locked. */
export async function writeDoctor(tx: SqlTransaction, doctor: Doctor): Promise<void> {
  await tx.execute(Prisma.sql`
    UPDATE doctors
    SET full_name = ${doctor.fullName}, specialty = ${doctor.specialty},
      is_active = ${doctor.isActive}, version = ${doctor.version}, updated_at = ${doctor.updatedAt}
    WHERE id = ${doctor.id}`);
}

/** How many appointments a doctor has, in any status. */
export async function countAppointmentsOf(tx: SqlTransaction, doctorId: number): Promise<number> {
  const [row] = await tx.select(
    Prisma.sql`SELECT COUNT(*) FROM appointments WHERE doctor_id = ${doctorId}`,
  );
  return row?.[0] as number;
}

/** Removes a doctor without appointments. */
export async function deleteDoctor(tx: SqlTransaction, id: number): Promise<void> {
  await tx.execute(Prisma.sql`DELETE FROM doctors WHERE id = ${id}`);
}
