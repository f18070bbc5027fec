import { Prisma, type PrismaTransaction, type SqlTransaction } from "../../db/database.js";
import { reportChange } from "../changes.js";
import type { Context } from "../context.js";
import type { Doctor } from "../model.js";
import { DOCTOR } from "../reading/columns.js";
import { wholeSeconds } from "../time.js";

/**
 * The row of a doctor is the lock on the doctor and their appointments. It is written, not only locked: on a
 * multi-primary cluster a lock holds on its own node, while two writes of one row are never both committed. A
 * transaction must lock the doctor before it reads anything of their appointments.
 */

/** Locks doctors until the end of a transaction about appointments, and reads them, by their ids. */
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

const COLUMNS = Prisma.raw(DOCTOR.whole.sql);

/** The same for one doctor; null if there is none. */
export async function lockDoctor(tx: SqlTransaction, id: number): Promise<Doctor | null> {
  return (await lockDoctors(tx, [id])).get(id) ?? null;
}

/** Locks a doctor until the end of a transaction about doctors, and reads them; null if there is none. */
export async function lockRecord(
  { doctor }: PrismaTransaction,
  id: number,
): Promise<Doctor | null> {
  await doctor.updateMany({ where: { id }, data: { bookingLock: { increment: 1 } } });
  return doctor.findUnique({ where: { id } });
}

/** Adds a doctor. */
export async function createDoctor(
  context: Context,
  tx: PrismaTransaction,
  fields: Pick<Doctor, "fullName" | "specialty" | "isActive">,
): Promise<Doctor> {
  const now = wholeSeconds(context.now());
  const data = { ...fields, version: 1, createdAt: now, updatedAt: now };
  const after = await tx.doctor.create({ data });
  await reportChange(context, tx, { kind: "doctor", before: null, after });
  return after;
}

/** Writes the changes of a doctor, who must be locked. */
export async function updateDoctor(
  context: Context,
  tx: PrismaTransaction,
  before: Doctor,
  changes: Partial<Pick<Doctor, "fullName" | "specialty" | "isActive">>,
): Promise<Doctor> {
  const data = {
    ...changes,
    version: before.version + 1,
    updatedAt: wholeSeconds(context.now()),
  };
  await tx.doctor.updateMany({ where: { id: before.id }, data });
  const after = { ...before, ...data };
  await reportChange(context, tx, { kind: "doctor", before, after });
  return after;
}

/** Deletes a doctor, who must be locked and have no appointments. */
export async function deleteDoctor(
  context: Context,
  tx: PrismaTransaction,
  before: Doctor,
): Promise<void> {
  await tx.doctor.deleteMany({ where: { id: before.id } });
  await reportChange(context, tx, { kind: "doctor", before, after: null });
}
