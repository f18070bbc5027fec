import type { Context } from "../context.js";
import { done, isDone, refused, type Outcome } from "../outcome.js";
import { checkVersion } from "../version.js";
import type { PatientVersion } from "./change.js";
import { NOT_FOUND } from "./rules.js";
import { deletePatient } from "./store.js";

/** Deletes a patient who has no appointments in any status; answers with the id. */
export function remove(
  context: Context,
  { patientId, expectedVersion }: PatientVersion,
): Promise<Outcome<number>> {
  return context.db.transaction(
    async (tx) => {
      const patient = await tx.patient.findUnique({ where: { id: patientId } });
      if (!patient) return refused(NOT_FOUND);
      const appointmentCount = await tx.appointment.count({ where: { patientId } });
      const reasons = checkVersion(patient.version, expectedVersion);
      if (appointmentCount > 0) {
        reasons.push({ code: "HAS_APPOINTMENTS", path: ["patientId"], appointmentCount });
      }
      if (reasons.length > 0) return refused(...reasons);
      await deletePatient(context, tx, patient);
      return done(patientId);
    },
    { commitIf: isDone },
  );
}
