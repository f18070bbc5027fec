import { seesAppointment } from "../permissions/scopes.js";
import type { Context } from "../context.js";
import { done, isDone, refused, type Outcome } from "../outcome.js";
import { checkVersion } from "../version.js";
import { NOT_FOUND } from "./rules.js";
import { deleteAppointment, readAppointment } from "./store.js";

/** An appointment to be completed, marked or deleted. */
export interface AppointmentVersion {
  appointmentId: number;
  expectedVersion?: number | null | undefined;
}

/** Deletes an appointment in any status, as if it had never been; answers with its id. */
export function remove(
  context: Context,
  { appointmentId, expectedVersion }: AppointmentVersion,
): Promise<Outcome<number>> {
  return context.db.sqlTransaction(
    async (tx) => {
      const appointment = await readAppointment(tx, appointmentId);
      if (!appointment || !seesAppointment(context.caller, appointment)) return refused(NOT_FOUND);
      const refusals = checkVersion(appointment.version, expectedVersion);
      if (refusals.length > 0) return refused(...refusals);
      await deleteAppointment(context, tx, appointment);
      return done(appointmentId);
    },
    { commitIf: isDone },
  );
}
