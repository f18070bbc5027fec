import { utcText } from "../common/utc-text.js";
import type {
  AllFields,
  AppointmentFilter,
  BookAppointment,
  CreateDoctor,
  PatientFields,
} from "../domain/index.js";
import { toDatabaseId } from "./readers.js";
import type { Values } from "./request.js";
import type { NodeId } from "./successors.js";

/**
 * What the values of a request mean to the domain. Those that readers.ts has read by a schema have the
 * schema's types; where a field could not be read, it is undefined.
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
    // "Maria Lopez <maria@example.com>" names its address too.
    email: (email && (/^[^<>]*<([^<>]*)>\s*$/.exec(email)?.[1] ?? email)) as string,
    phoneNumber: phone_number as string,
  };
}

export const toDoctorFields = (values: Values): AllFields<CreateDoctor> => ({
  fullName: values["full_name"] as string,
  specialty: values["specialty"] as string,
  // Left out or null, it is what the domain takes it for: true.
  isActive: values["active_status"] as boolean | null | undefined,
});

export const toBooking = (values: Values): AllFields<BookAppointment> => ({
  patientId: toPatientId(values),
  doctorId: toDoctorId(values),
  startsAt: values["appointment_start_datetime"] as Date,
  durationMinutes: values["appointment_duration_minutes"] as number,
  idempotencyKey: values["Idempotency-Key"] as string | undefined,
});

const DAY = 24 * 60 * 60 * 1_000;
const LAST_DAY = Date.parse("9999-12-31T00:00:00Z");

/** The appointments of a doctor, a patient and a day, as far as these are given. */
export function toFilter(values: Values): AppointmentFilter {
  const { date, doctor_id, patient_id } = values;
  return {
    ...(doctor_id !== undefined && { doctorId: toDoctorId(values) }),
    ...(patient_id !== undefined && { patientId: toPatientId(values) }),
    ...(date instanceof Date && { startsFrom: date }),
    // Nothing starts after the year 9999, and the database has no time there.
    ...(date instanceof Date &&
      date.getTime() < LAST_DAY && { startsBefore: new Date(date.getTime() + DAY) }),
  };
}

/** The states of the appointments that these endpoints show. */
const SHOWN = ["BOOKED", "COMPLETED", "NO_SHOW"] as const;

/** The filter of the graph for the same appointments, without those that are cancelled. */
export function toGraphFilter(
  { doctorId, patientId, startsFrom, startsBefore }: AppointmentFilter,
  nodeId: NodeId,
): object {
  // Nobody has the id 0, and the graph has no id for it; an empty list of states matches nothing.
  if (doctorId === 0 || patientId === 0) return { status: [] };
  return {
    status: SHOWN,
    ...(doctorId && { doctorId: nodeId("Doctor", doctorId) }),
    ...(patientId && { patientId: nodeId("Patient", patientId) }),
    ...(startsFrom && { startsFrom: toGraphTime(startsFrom) }),
    ...(startsBefore && { startsBefore: toGraphTime(startsBefore) }),
  };
}

/** A time as the graph writes it. */
export const toGraphTime = (time: Date): string => `${utcText(time)}Z`;
