import type { AppointmentWithPeople, Doctor, Patient } from "../domain/index.js";
import { utcText } from "../common/utc-text.js";

// Times are UTC without an offset, in whole seconds.

export const toPatientRead = (patient: Patient) => ({
  id: patient.id,
  first_name: patient.firstName,
  last_name: patient.lastName,
  email: patient.email,
  phone_number: patient.phoneNumber,
  created_at: utcText(patient.createdAt),
  updated_at: utcText(patient.updatedAt),
});

export const toDoctorRead = (doctor: Doctor) => ({
  id: doctor.id,
  full_name: doctor.fullName,
  specialty: doctor.specialty,
  active_status: doctor.isActive,
  created_at: utcText(doctor.createdAt),
  updated_at: utcText(doctor.updatedAt),
});

export const toAppointmentRead = (
  appointment: Omit<AppointmentWithPeople, "patient" | "doctor" | "status">,
) => ({
  id: appointment.id,
  patient_id: appointment.patientId,
  doctor_id: appointment.doctorId,
  appointment_start_datetime: utcText(appointment.startsAt),
  appointment_duration_minutes: appointment.durationMinutes,
  created_at: utcText(appointment.createdAt),
  appointment_end_datetime: utcText(appointment.endsAt),
});

export const toAppointmentDetailedRead = (appointment: AppointmentWithPeople) => ({
  appointment_id: appointment.id,
  appointment_start_datetime: utcText(appointment.startsAt),
  appointment_duration_minutes: appointment.durationMinutes,
  created_at: utcText(appointment.createdAt),
  patient_id: appointment.patient.id,
  patient_first_name: appointment.patient.firstName,
  patient_last_name: appointment.patient.lastName,
  patient_email: appointment.patient.email,
  doctor_id: appointment.doctor.id,
  doctor_full_name: appointment.doctor.fullName,
  doctor_specialty: appointment.doctor.specialty,
  appointment_end_datetime: utcText(appointment.endsAt),
});
