import { utcText } from "../common/utc-text.js";
import type {
  AllFields,
  AppointmentFilter,
  BookAppointment,
  CreateDoctor,
  PatientFields,
} from "../domain/index.js";
import { NO_ROW, toDatabaseId } from "./readers.js";
import type { Values } from "./request.js";
import type { RowId } from "./successors.js";

/**
 * Converts the values of a request to inputs of the domain. readers.ts has validated the values, so they have the types of
 * their schemas; invalid fields are undefined.
 */

export const toPatientId = (values: Values): number => toDatabaseId(values["patient_id"] as number);
export const toDoctorId = (values: Values): number => toDatabaseId(values["doctor_id"] as number);
export const toAppointmentId = (values: Values): number =>
  toDatabaseId(values["appointment_id"] as number);

export function toPatientFields(values: Values): AllFields<PatientFields> {
  const { first_name, last_name, email, phone_number } = values as Record<string, string>;
  return {
    firstName: first_name as string,
    lastName: last_name as string,
    // "Maria Lopez <maria@example.com>" is accepted too.
    email: (email && (/^[^<>]*<([^<>]*)>\s*$/.exec(email)?.[1] ?? email)) as string,
    phoneNumber: phone_number as string,
  };
}

export const toDoctorFields = (values: Values): AllFields<CreateDoctor> => ({
  fullName: values["full_name"] as string,
  specialty: values["specialty"] as string,
  // If missing or null, the domain uses its default: true.
  isActive: values["active_status"] as boolean | null | undefined,
});

export const toBooking = (values: Values): AllFields<BookAppointment> => ({
  patientId: toPatientId(values),
  doctorId: toDoctorId(values),
  startsAt: values["appointment_start_datetime"] as Date,
  durationMinutes: values["appointment_duration_minutes"] as number,
  idempotencyKey: values["Idempotency-Key"] as string | undefined,
  holdKey: undefined,
  despite: undefined,
});

const DAY = 24 * 60 * 60 * 1_000;
const LAST_DAY = Date.parse("9999-12-31T00:00:00Z");

/** The filter by doctor, patient and day, each of which is optional. */
export function toFilter(values: Values): AppointmentFilter {
  const { date, doctor_id, patient_id } = values;
  return {
    ...(doctor_id !== undefined && { doctorId: toDoctorId(values) }),
    ...(patient_id !== undefined && { patientId: toPatientId(values) }),
    ...(date instanceof Date && { startsFrom: date }),
    // The last day has no upper bound, because the database has no times after the year 9999.
    ...(date instanceof Date &&
      date.getTime() < LAST_DAY && { startsBefore: new Date(date.getTime() + DAY) }),
  };
}

/** The statuses of the appointments that these endpoints return. */
const SHOWN = ["BOOKED", "COMPLETED", "NO_SHOW"] as const;

/** The GraphQL filter for the same appointments, without cancelled ones. */
export function toGraphFilter(
  { doctorId, patientId, startsFrom, startsBefore }: AppointmentFilter,
  nodeId: RowId,
): object {
  // There is no GraphQL id for NO_ROW; an empty list of statuses matches nothing.
  if (doctorId === NO_ROW || patientId === NO_ROW) return { status: [] };
  return {
    status: SHOWN,
    ...(doctorId && { doctorId: nodeId("Doctor", doctorId) }),
    ...(patientId && { patientId: nodeId("Patient", patientId) }),
    ...(startsFrom && { startsFrom: toGraphTime(startsFrom) }),
    ...(startsBefore && { startsBefore: toGraphTime(startsBefore) }),
  };
}

/** A time in the GraphQL format. */
export const toGraphTime = (time: Date): string => `${utcText(time)}Z`;
