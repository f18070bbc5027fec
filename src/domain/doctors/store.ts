import type { PrismaTransaction } from "../../db/database.js";
import { reportChange } from "../changes.js";
import type { Context } from "../context.js";
import type { Doctor } from "../model.js";
import { wholeSeconds } from "../time.js";

/**
 * Locks a doctor and their appointments until the end of the transaction (appointments/locks.ts says how), and reads the
 * doctor; null if there is none.
 */
export async function lockDoctor(
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
