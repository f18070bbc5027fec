import { seesAppointment } from "../permissions/scopes.js";
import type { Context } from "../context.js";
import { MAXIMUM_LENGTH } from "../limits.js";
import type { Appointment } from "../model.js";
import { done, isDone, refused, type Outcome } from "../outcome.js";
import type { Refusal } from "../refusals.js";
import { checkText, isBlank, type TextRule } from "../text.js";
import { checkVersion } from "../version.js";
import type { AppointmentVersion } from "./remove.js";
import { checkEnd, NOT_FOUND, type FinalStatus } from "./rules.js";
import { readAppointment, updateAppointment } from "./store.js";

export interface CancelAppointment extends AppointmentVersion {
  reason?: string | null | undefined;
}

const CANCELLATION_REASON: TextRule = {
  maximumLength: MAXIMUM_LENGTH.cancellationReason,
  kind: "prose",
};

/** Cancels a booked appointment, which frees its time; one that is cancelled already stays as it is. */
export async function cancel(
  context: Context,
  { reason, ...appointment }: CancelAppointment,
): Promise<Outcome<Appointment>> {
  if (reason == null || isBlank(reason)) return finish(context, appointment, "CANCELLED");
  const { text, refusals } = checkText(reason, ["reason"], CANCELLATION_REASON);
  return finish(context, appointment, "CANCELLED", text, refusals);
}

/** Notes that a booked appointment, which must have begun, took place. */
export const complete = (
  context: Context,
  appointment: AppointmentVersion,
): Promise<Outcome<Appointment>> => finish(context, appointment, "COMPLETED");

/** Notes that the patient of a booked appointment, which must have begun, did not come. */
export const markNoShow = (
  context: Context,
  appointment: AppointmentVersion,
): Promise<Outcome<Appointment>> => finish(context, appointment, "NO_SHOW");

/** Moves a booked appointment to a final status. */
function finish(
  context: Context,
  { appointmentId, expectedVersion }: AppointmentVersion,
  status: FinalStatus,
  cancellationReason: string | null = null,
  reasons: readonly Refusal[] = [],
): Promise<Outcome<Appointment>> {
  return context.db.sqlTransaction(
    async (tx) => {
      const appointment = await readAppointment(tx, appointmentId);
      if (!appointment || !seesAppointment(context.caller, appointment)) {
        return refused(NOT_FOUND, ...reasons);
      }
      const isRepeat = status === "CANCELLED" && appointment.status === "CANCELLED";
      if (isRepeat && reasons.length === 0) return done(appointment);
      const refusals = [
        ...checkEnd(appointment, status, context.now()),
        ...checkVersion(appointment.version, expectedVersion),
        ...reasons,
      ];
      if (refusals.length > 0) return refused(...refusals);
      const changes = { status, cancellationReason };
      return done(await updateAppointment(context, tx, appointment, changes));
    },
    { commitIf: isDone },
  );
}
