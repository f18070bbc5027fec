import type { AppointmentFilter } from "../appointments/queries.js";
import type { Caller, Role } from "../caller.js";
import type { Appointment, ScheduleException } from "../model.js";
import type { PatientFields } from "../patients/rules.js";
import type { Sent } from "../text.js";
import { Forbidden } from "./forbidden.js";

/**
 * Which rows are a caller's own. What is not theirs is to them as if it were not there. Whoever sees an appointment
 * sees its patient and its doctor.
 */

type ByRole<Result> = {
  readonly [R in Role]: (caller: Caller & { role: R }) => Result;
};

const everything = () => null;

/** A filter that all of a caller's appointments match. */
type AppointmentScope = Pick<AppointmentFilter, "doctorId" | "patientId" | "status">;

const APPOINTMENTS: ByRole<AppointmentScope | null> = {
  ADMIN: everything,
  STAFF: everything,
  LEGACY_REST: everything,
  DOCTOR: ({ doctorId }) => ({ doctorId }),
  PATIENT: ({ patientId }) => ({ patientId }),
  // One of no statuses: nothing matches.
  AUDITOR: () => ({ status: [] }),
};

/** The filter that a caller's appointments match besides whatever else is asked for; null if all are the caller's. */
export const appointmentScope = (caller: Caller): AppointmentScope | null =>
  APPOINTMENTS[caller.role](caller as never);

/** Whether an appointment is the caller's. */
export function seesAppointment(
  caller: Caller,
  appointment: Pick<Appointment, "doctorId" | "patientId">,
): boolean {
  const scope = appointmentScope(caller);
  if (scope === null) return true;
  if (scope.status) return false;
  return (
    (scope.doctorId ?? appointment.doctorId) === appointment.doctorId &&
    (scope.patientId ?? appointment.patientId) === appointment.patientId
  );
}

/** A caller's patients: one, those who have an appointment in any status with a doctor, or nobody. */
export type PatientScope = { patientId: number } | { doctorId: number } | "nobody";

const PATIENTS: ByRole<PatientScope | null> = {
  ADMIN: everything,
  STAFF: everything,
  LEGACY_REST: everything,
  DOCTOR: ({ doctorId }) => ({ doctorId }),
  PATIENT: ({ patientId }) => ({ patientId }),
  AUDITOR: () => "nobody",
};

/** The patients who are a caller's; null if all are. */
export const patientScope = (caller: Caller): PatientScope | null =>
  PATIENTS[caller.role](caller as never);

/**
 * Whether a patient is in a scope.
 *
 * @param isPatientOf whether the patient has an appointment with a doctor; asked for scopes that depend on it alone.
 */
export function hasPatient(
  scope: PatientScope | null,
  patientId: number,
  isPatientOf: (doctorId: number) => boolean,
): boolean {
  if (scope === null) return true;
  if (scope === "nobody") return false;
  return "patientId" in scope ? scope.patientId === patientId : isPatientOf(scope.doctorId);
}

/** Whether a caller may decide about the time of a doctor: doctors may about their own alone. */
export const decidesAboutTimeOf = (caller: Caller, doctorId: number): boolean =>
  caller.role !== "DOCTOR" || caller.doctorId === doctorId;

/** Time off or extra hours as a caller may see them: the note is for the office and for the doctor. */
export function visibleException(caller: Caller, exception: ScheduleException): ScheduleException {
  const { role } = caller;
  const seesNote =
    role === "ADMIN" ||
    role === "STAFF" ||
    (role === "DOCTOR" && caller.doctorId === exception.doctorId);
  return seesNote ? exception : { ...exception, note: null };
}

/** The office alone waives rules. @throws Forbidden */
export function assertMayWaive(
  { role }: Caller,
  despite: readonly unknown[] | null | undefined,
): void {
  if (!despite?.length || role === "ADMIN" || role === "STAFF") return;
  throw new Forbidden("rules that are waived");
}

/** Patients, by whose email the clinic knows them, don't change it. @throws Forbidden */
export function assertMayChange({ role }: Caller, changes: Sent<PatientFields>): void {
  if (role === "PATIENT" && changes.email !== undefined) {
    throw new Forbidden("patients.update with an email");
  }
}
