import type { PrismaTransaction } from "../../db/database.js";
import { WriteConflict } from "../../db/errors.js";
import { reportChange } from "../changes.js";
import type { Context } from "../context.js";
import type { Patient } from "../model.js";
import { wholeSeconds } from "../time.js";
import type { Email } from "./email.js";
import type { KeptFields } from "./rules.js";

/** The id of the patient with this email; null if there is none. */
export async function findByEmail(
  { patient }: PrismaTransaction,
  { key }: Email,
): Promise<number | null> {
  const holder = await patient.findUnique({ where: { emailKey: key }, select: { id: true } });
  return holder?.id ?? null;
}

/** Adds a patient. */
export async function createPatient(
  context: Context,
  tx: PrismaTransaction,
  { email, ...names }: KeptFields,
): Promise<Patient> {
  const now = wholeSeconds(context.now());
  const data = { ...names, ...columnsOf(email), version: 1, createdAt: now, updatedAt: now };
  const after = await tx.patient.create({ data });
  await reportChange(context, tx, { kind: "patient", before: null, after });
  return after;
}

/** Writes the changes. @throws WriteConflict if the patient was written since they were read. */
export async function updatePatient(
  context: Context,
  tx: PrismaTransaction,
  before: Patient,
  { email, ...names }: Partial<KeptFields>,
): Promise<Patient> {
  const { id, version } = before;
  const marks = { version: version + 1, updatedAt: wholeSeconds(context.now()) };
  const { count } = await tx.patient.updateMany({
    where: { id, version },
    data: { ...names, ...(email && columnsOf(email)), ...marks },
  });
  if (count === 0) throw new WriteConflict();
  const after = { ...before, ...names, ...(email && { email: email.address }), ...marks };
  await reportChange(context, tx, { kind: "patient", before, after });
  return after;
}

/**
 * Deletes a patient without appointments. Should one be booked meanwhile, the foreign key refuses and the transaction
 * is run again.
 *
 * @throws WriteConflict if the patient was written since they were read.
 */
export async function deletePatient(
  context: Context,
  tx: PrismaTransaction,
  before: Patient,
): Promise<void> {
  const { id, version } = before;
  const { count } = await tx.patient.deleteMany({ where: { id, version } });
  if (count === 0) throw new WriteConflict();
  await reportChange(context, tx, { kind: "patient", before, after: null });
}

const columnsOf = ({ address, key }: Email) => ({ email: address, emailKey: key });
