import {
  matchUserErrors,
  OutcomeUnknownError,
  ServiceUnavailableError,
  type UserError,
} from "patient-encounter-system-client";
import { timeOf } from "./time.js";

/** Why a booking was refused, as text for users, and the time of the blocking appointment. */
export interface Refusal {
  text: string;
  blocking?: { startsAt: string; endsAt: string };
}

const asIs = ({ message }: { message: string }): Refusal => ({ text: message });

export const explainBooking = (errors: readonly UserError[]): Refusal[] =>
  matchUserErrors("bookAppointment", errors, {
    SLOT_TAKEN: ({ blocking }): Refusal => ({
      text: `The doctor is taken from ${timeOf(blocking.startsAt)} to ${timeOf(blocking.endsAt)}.`,
      blocking,
    }),
    DURATION_OUT_OF_RANGE: ({ minimumMinutes, maximumMinutes }) => ({
      text: `An appointment takes ${minimumMinutes} to ${maximumMinutes} minutes.`,
    }),
    STARTS_IN_PAST: () => ({ text: "This time is in the past. Choose a later one." }),
    STARTS_TOO_LATE: () => ({ text: "This is too far ahead. Choose an earlier day." }),
    DOCTOR_INACTIVE: () => ({ text: "This doctor takes no appointments at present." }),
    DOCTOR_NOT_FOUND: () => ({ text: "This doctor is no longer with the clinic." }),
    PATIENT_NOT_FOUND: () => ({ text: "This patient is no longer with the clinic." }),
    APPOINTMENT_NOT_FOUND: () => ({ text: "This was booked before and has been deleted since." }),
    IDEMPOTENCY_KEY_REUSED: asIs,
    REQUIRED: asIs,
    TOO_LONG: asIs,
    INVALID_CHARACTERS: asIs,
    otherwise: asIs,
  });

export const explainCancelling = (errors: readonly UserError[]): string[] =>
  matchUserErrors("cancelAppointment", errors, {
    APPOINTMENT_NOT_FOUND: () => "This appointment no longer exists.",
    APPOINTMENT_NOT_BOOKED: ({ status }) => `This appointment is already ${wordFor(status)}.`,
    STALE_VERSION: () => "This appointment was changed in the meantime. Check it again.",
    TOO_LONG: ({ maximumLength }) => `The reason may have at most ${maximumLength} characters.`,
    INVALID_CHARACTERS: () => "The reason contains invalid characters.",
    otherwise: ({ message }) => message,
  });

export const explainCompleting = (errors: readonly UserError[]): string[] =>
  matchUserErrors("completeAppointment", errors, {
    APPOINTMENT_NOT_FOUND: () => "This appointment no longer exists.",
    APPOINTMENT_NOT_BOOKED: ({ status }) => `This appointment is already ${wordFor(status)}.`,
    APPOINTMENT_NOT_STARTED: ({ startsAt }) => `This appointment starts at ${timeOf(startsAt)}.`,
    STALE_VERSION: () => "This appointment was changed in the meantime. Check it again.",
    otherwise: ({ message }) => message,
  });

/** Explains a request without a response to users. */
export function explainFault(error: unknown): string {
  if (error instanceof OutcomeUnknownError) {
    return "The connection was lost. The change may or may not have been made: check the day before you try again.";
  }
  if (error instanceof ServiceUnavailableError) {
    return "The clinic's server is busy. Nothing was changed; try again in a moment.";
  }
  return "The clinic's server does not respond. Try again in a moment.";
}

const WORDS = {
  BOOKED: "booked",
  CANCELLED: "cancelled",
  COMPLETED: "completed",
  NO_SHOW: "no-show",
};

export const wordFor = (status: keyof typeof WORDS): string => WORDS[status];
