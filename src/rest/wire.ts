import type { Appointment, AppointmentWithPeople, Doctor, Patient } from "../domain/index.js";

/** A time as this face writes it: UTC without saying so, in whole seconds. */
const naive = (time: Date): string => time.toISOString().slice(0, 19);

export const toPatientRead = (patient: Patient) => ({
  id: patient.id,
  first_name: patient.firstName,
  last_name: patient.lastName,
  email: patient.email,
  phone_number: patient.phoneNumber,
  created_at: naive(patient.createdAt),
  updated_at: naive(patient.updatedAt),
});

export const toDoctorRead = (doctor: Doctor) => ({
  id: doctor.id,
  full_name: doctor.fullName,
  specialty: doctor.specialty,
  active_status: doctor.isActive,
  created_at: naive(doctor.createdAt),
  updated_at: naive(doctor.updatedAt),
});

export const toAppointmentRead = (appointment: Appointment) => ({
  id: appointment.id,
  patient_id: appointment.patientId,
  doctor_id: appointment.doctorId,
  appointment_start_datetime: naive(appointment.startsAt),
  appointment_duration_minutes: appointment.durationMinutes,
  created_at: naive(appointment.createdAt),
  appointment_end_datetime: naive(appointment.endsAt),
});

export const toAppointmentDetailedRead = ({
  patient,
  doctor,
  ...appointment
}: AppointmentWithPeople) => ({
  appointment_id: appointment.id,
  appointment_start_datetime: naive(appointment.startsAt),
  appointment_duration_minutes: appointment.durationMinutes,
  created_at: naive(appointment.createdAt),
  patient_id: patient.id,
  patient_first_name: patient.firstName,
  patient_last_name: patient.lastName,
  patient_email: patient.email,
  doctor_id: doctor.id,
  doctor_full_name: doctor.fullName,
  doctor_specialty: doctor.specialty,
  appointment_end_datetime: naive(appointment.endsAt),
});
