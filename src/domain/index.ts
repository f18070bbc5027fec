import { appointmentUseCases } from "./appointments/appointments.js";
import type { Dependencies } from "./dependencies.js";
import { doctorUseCases } from "./doctors/doctors.js";
import { readsById } from "./reading/by-id.js";
import { idempotencyUseCases } from "./idempotency/keys.js";
import { patientUseCases } from "./patients/patients.js";

/**
 * The clinic's rules over its database: all that a face (GraphQL, REST) may do.
 *
 * Every use case answers with an Outcome; it throws only on faults, which are ServiceUnavailable,
 * StatementTimeout, OutcomeUnknown, or a defect of ours.
 */
export function createDomain({ db, now = () => new Date() }: DomainOptions) {
  const dependencies: Dependencies = { db, now, reads: readsById(db) };
  return {
    patients: patientUseCases(dependencies),
    doctors: doctorUseCases(dependencies),
    appointments: appointmentUseCases(dependencies),
    idempotencyKeys: idempotencyUseCases(dependencies),
    /** Whether the tables can be read, found out now, within a second. */
    isReady: (): Promise<boolean> => db.isReachable(),
  };
}

export interface DomainOptions extends Pick<Dependencies, "db"> {
  /** The current time; the system's if left out. */
  now?: () => Date;
}

export type Domain = ReturnType<typeof createDomain>;

export type { Explainer } from "../db/explainer.js";
export {
  OutcomeUnknown,
  ServiceUnavailable,
  StatementTimeout,
  isLostConnection,
  loggableError,
} from "../db/errors.js";
export {
  APPOINTMENT_KEYSETS,
  type AppointmentFilter,
  type AppointmentOrder,
  type AppointmentPageRequest,
  type AppointmentRow,
  type DoctorRow,
  type PatientRow,
} from "./appointments/queries.js";
export type { AppointmentWithPeople } from "./appointments/appointments.js";
export type { Fields } from "./reading/columns.js";
export { DOCTOR_KEYSETS } from "./doctors/queries.js";
export { isPosition, type Keyset, type Page, type Position } from "./reading/keyset.js";
export type { Appointment, AppointmentStatus, Doctor, Patient } from "./model.js";
export type { Outcome } from "./outcome.js";
export { PATIENT_KEYSETS } from "./patients/queries.js";
export type { Refusal, RefusalCode, RefusalOf } from "./refusals.js";
export { MAXIMUM_LENGTH } from "./limits.js";
export { MAXIMUM_MINUTES, MINIMUM_MINUTES, type Interval } from "./appointments/interval.js";
