import {
  matchUserErrors,
  OutcomeUnknownError,
  ServiceUnavailableError,
  type UserError,
} from "patient-encounter-system-client";
import { timeOf } from "./time.js";

/** Why a booking was refused, for people, and what is in its way. */
export interface Refusal {
  text: string;
  blocking?: { startsAt: string; endsAt: string };
}

const say = ({ message }: { message: string }): Refusal => ({ text: message });

export const explainBooking = (errors: readonly UserError[]): Refusal[] =>
  matchUserErrors("bookAppointment", errors, {
    SLOT_TAKEN: ({ blocking }): Refusal => ({
      text: `The doctor is taken from ${timeOf(blocking.startsAt)} to ${timeOf(blocking.endsAt)}.`,
      blocking,
    }),
    DURATION_OUT_OF_RANGE: ({ minimumMinutes, maximumMinutes }) => ({
      text: `A visit takes ${minimumMinutes} to ${maximumMinutes} minutes.`,
    }),
    STARTS_IN_PAST: () => ({ text: "This time has passed already. Choose a later one." }),
    STARTS_TOO_LATE: () => ({ text: "This is too far ahead. Choose an earlier day." }),
    DOCTOR_INACTIVE: () => ({ text: "The doctor takes no appointments at present." }),
    DOCTOR_NOT_FOUND: () => ({ text: "This doctor is no longer with the clinic." }),
    PATIENT_NOT_FOUND: () => ({ text: "This patient is no longer with the clinic." }),
    APPOINTMENT_NOT_FOUND: () => ({ text: "This was booked before and has been deleted since." }),
    IDEMPOTENCY_KEY_REUSED: say,
    REQUIRED: say,
    TOO_LONG: say,
    INVALID_CHARACTERS: say,
    otherwise: say,
  });

export const explainCancelling = (errors: readonly UserError[]): string[] =>
  matchUserErrors("cancelAppointment", errors, {
    APPOINTMENT_NOT_FOUND: () => "This visit is gone already.",
    APPOINTMENT_NOT_BOOKED: ({ status }) => `This visit is ${wordFor(status)} already.`,
    STALE_VERSION: () => "Somebody has changed this visit meanwhile. Look at it again.",
    TOO_LONG: ({ maximumLength }) => `The reason may have ${maximumLength} characters.`,
    INVALID_CHARACTERS: () => "The reason has characters that can't be kept.",
    otherwise: ({ message }) => message,
  });

export const explainCompleting = (errors: readonly UserError[]): string[] =>
  matchUserErrors("completeAppointment", errors, {
    APPOINTMENT_NOT_FOUND: () => "This visit is gone already.",
    APPOINTMENT_NOT_BOOKED: ({ status }) => `This visit is ${wordFor(status)} already.`,
    APPOINTMENT_NOT_STARTED: ({ startsAt }) => `This visit only begins at ${timeOf(startsAt)}.`,
    STALE_VERSION: () => "Somebody has changed this visit meanwhile. Look at it again.",
    otherwise: ({ message }) => message,
  });

/** A request that has not been answered, for people. */
export function explainFault(error: unknown): string {
  if (error instanceof OutcomeUnknownError) {
    return "The connection broke: this may have been done or not. Look at the day before you try again.";
  }
  if (error instanceof ServiceUnavailableError) {
    return "The clinic's server is busy. Nothing was changed; try again in a moment.";
  }
  return "The clinic's server does not answer. Try again in a moment.";
}

const WORDS = {
  BOOKED: "booked",
  CANCELLED: "cancelled",
  COMPLETED: "completed",
  NO_SHOW: "no-show",
};

export const wordFor = (status: keyof typeof WORDS): string => WORDS[status];
