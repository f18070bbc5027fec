import type { Context } from "../context.js";
import { done, isDone, refused, type Outcome } from "../outcome.js";
import { checkVersion } from "../version.js";
import type { DoctorVersion } from "./change.js";
import { NOT_FOUND } from "./rules.js";
import { deleteDoctor, lockDoctor } from "./store.js";

/** Deletes a doctor who has no appointments in any status; answers with the id. */
export function remove(
  context: Context,
  { doctorId, expectedVersion }: DoctorVersion,
): Promise<Outcome<number>> {
  return context.db.transaction(
    async (tx) => {
      const doctor = await lockDoctor(tx, doctorId);
      if (!doctor) return refused(NOT_FOUND);
      const appointmentCount = await tx.appointment.count({ where: { doctorId } });
      const refusals = checkVersion(doctor.version, expectedVersion);
      if (appointmentCount > 0) {
        refusals.push({ code: "HAS_APPOINTMENTS", path: ["doctorId"], appointmentCount });
      }
      if (refusals.length > 0) return refused(...refusals);
      await deleteDoctor(context, tx, doctor);
      return done(doctorId);
    },
    { commitIf: isDone },
  );
}
