import type {
  Schedule as ScheduleRules,
  ScheduleException as ExceptionRules,
} from "./calendar/calendar.js";

/** A person who comes to the clinic. */
export interface Patient {
  id: number;
  firstName: string;
  lastName: string;
  /** As it was typed, its domain in lower case. */
  email: string;
  phoneNumber: string;
  /** Counts the changes of the fields above, from 1. */
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

/** A doctor of the clinic. */
export interface Doctor {
  id: number;
  fullName: string;
  specialty: string;
  /** Only active doctors take new appointments. */
  isActive: boolean;
  /** The IANA zone of the doctor's hours; null before there are any. */
  timeZone: string | null;
  /** Whether schedules, exceptions or holds may decide about appointments; once it is true, it stays so. */
  hasCalendar: boolean;
  /** Counts the changes of the name, the specialty and whether the doctor is active, from 1. */
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

export type AppointmentStatus = "BOOKED" | "CANCELLED" | "COMPLETED" | "NO_SHOW";

/** An appointment of one patient with one doctor. Times are whole seconds. */
export interface Appointment {
  id: number;
  patientId: number;
  doctorId: number;
  startsAt: Date;
  /** `startsAt` plus `durationMinutes`: the first second after the appointment. */
  endsAt: Date;
  durationMinutes: number;
  status: AppointmentStatus;
  cancellationReason: string | null;
  /** The rules that were waived when it was booked or last moved, with commas (waiving.ts); null for none. */
  waived: string | null;
  /** Counts the changes of the fields above, from 1. */
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

/** Hours of the week of a doctor, as they were published. Its dates and times are on the clock of the doctor's zone. */
export interface Schedule extends ScheduleRules {
  id: number;
  doctorId: number;
  /** Counts the changes, from 1. */
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

/** Time off or extra hours of a doctor. Its times are on the clock of the doctor's zone. */
export interface ScheduleException extends ExceptionRules {
  id: number;
  doctorId: number;
  note: string | null;
  createdAt: Date;
}

/** A time of a doctor that is kept for the caller who knows the key. Times are whole seconds. */
export interface Hold {
  /** As it is kept: another caller's is another one. */
  key: string;
  doctorId: number;
  startsAt: Date;
  endsAt: Date;
  /** From here on it counts no more. */
  until: Date;
  /** When it was placed on this time. */
  placedAt: Date;
}
