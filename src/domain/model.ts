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
  /** Counts the changes of the fields above, from 1; bookings do not move it. */
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
  /** Counts the changes of the fields above, from 1. */
  version: number;
  createdAt: Date;
  updatedAt: Date;
}
