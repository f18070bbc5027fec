import { Prisma, type SqlReader, type SqlTransaction } from "../../db/database.js";
import type { Doctor } from "../model.js";
import { DOCTOR } from "../reading/columns.js";

/**
 * The row of a doctor is the lock on the doctor and their appointments. It is written, not only locked: on a
 * multi-primary cluster a lock holds on its own node, while two writes of one row are never both committed. A
 * transaction must lock the doctor before it reads anything of their appointments.
 */

/** Locks doctors until the end of the transaction, and reads them, by their ids. */
export async function lockDoctors(
  tx: SqlTransaction,
  ids: readonly number[],
): Promise<ReadonlyMap<number, Doctor>> {
  const isOne = Prisma.sql`id IN (${Prisma.join([...new Set(ids)])})`;
  const [, doctors] = await Promise.all([
    tx.execute(Prisma.sql`UPDATE doctors SET booking_lock = booking_lock + 1 WHERE ${isOne}`),
    readDoctors(tx, ids),
  ]);
  return doctors;
}

/** Reads doctors by their ids, without a lock. */
export async function readDoctors(
  reader: SqlReader,
  ids: readonly number[],
): Promise<ReadonlyMap<number, Doctor>> {
  const isOne = Prisma.sql`id IN (${Prisma.join([...new Set(ids)])})`;
  const rows = await reader.select(Prisma.sql`SELECT ${COLUMNS} FROM doctors d WHERE ${isOne}`);
  return new Map(rows.map((row) => [row[0] as number, DOCTOR.whole.read(row)]));
}

const COLUMNS = Prisma.raw(DOCTOR.whole.sql);

/** The same for one doctor; null if there is none. */
export async function lockDoctor(tx: SqlTransaction, id: number): Promise<Doctor | null> {
  return (await lockDoctors(tx, [id])).get(id) ?? null;
}
