import type { PrismaTransaction } from "../../db/database.js";
import { assertMayChange, hasPatient, patientScope } from "../permissions/scopes.js";
import type { Context } from "../context.js";
import { hasValues } from "../fields.js";
import type { Patient } from "../model.js";
import { done, isDone, refused, type Outcome } from "../outcome.js";
import type { Refusal } from "../refusals.js";
import type { Sent } from "../text.js";
import { checkVersion } from "../version.js";
import type { Email } from "./email.js";
import { checkPatient, NOT_FOUND, type KeptFields, type PatientFields } from "./rules.js";
import { findByEmail, updatePatient } from "./store.js";

export interface UpdatePatient extends PatientVersion {
  changes: Sent<PatientFields>;
}

/** A patient to be changed or deleted. */
export interface PatientVersion {
  patientId: number;
  expectedVersion?: number | null | undefined;
}

/**
 * Changes the fields that are sent; a value that is the same is no change. Patients change themselves, but for the email.
 *
 * @throws Forbidden if a patient sends an email.
 */
export async function update(
  context: Context,
  { patientId, changes, expectedVersion }: UpdatePatient,
): Promise<Outcome<Patient>> {
  assertMayChange(context.caller, changes);
  const { fields, refusals } = checkPatient(changes, ["changes"]);
  // No doctor changes patients (permissions/rules.ts).
  const isTheirs = hasPatient(patientScope(context.caller), patientId, () => false);
  return context.db.transaction(
    async (tx) => {
      const patient = await tx.patient.findUnique({ where: { id: patientId } });
      if (!patient || !isTheirs) return refused(NOT_FOUND, ...refusals);
      const reasons = [
        ...checkVersion(patient.version, expectedVersion),
        ...refusals,
        ...(await checkEmailIsFree(tx, fields.email, ["changes", "email"], patient.id)),
      ];
      if (reasons.length > 0) return refused(...reasons);
      if (isUnchanged(patient, fields)) return done(patient);
      return done(await updatePatient(context, tx, patient, fields));
    },
    { commitIf: isDone },
  );
}

/** Refuses an email that another patient has. */
export async function checkEmailIsFree(
  tx: PrismaTransaction,
  email: Email | undefined,
  path: readonly string[],
  ownId?: number,
): Promise<Refusal[]> {
  if (email === undefined || email.key === "") return [];
  const holder = await findByEmail(tx, email);
  return holder === null || holder === ownId ? [] : [{ code: "EMAIL_TAKEN", path }];
}

const isUnchanged = (patient: Patient, { email, ...names }: Partial<KeptFields>): boolean =>
  hasValues(patient, { ...names, ...(email && { email: email.address }) });
