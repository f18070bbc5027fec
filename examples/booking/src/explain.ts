import {
  matchUserErrors,
  OutcomeUnknownError,
  ServiceUnavailableError,
  type RefusalCodeOf,
  type UserError,
  type UserErrorHandlers,
} from "patient-encounter-system-client";
import type { FreeTime, Interval } from "./clinic.js";
import { momentOf, timeOf } from "./time.js";

/** Why a time can't be had, as text for users, and times that can be had instead. */
export interface Refusal {
  text: string;
  next?: readonly FreeTime[] | undefined;
}

const asIs = ({ message }: { message: string }): Refusal => ({ text: message });

/** Explains why a time can't be held; times are those of the zone. */
export const explainHolding = (errors: readonly UserError[], zone: string): Refusal[] =>
  matchUserErrors("holdTime", errors, {
    ...timeHandlers(zone),
    NUMBER_OUT_OF_RANGE: asIs,
    otherwise: asIs,
  });

/** Explains why an appointment can't be booked; times are those of the zone. */
export const explainBooking = (errors: readonly UserError[], zone: string): Refusal[] =>
  matchUserErrors("bookAppointment", errors, {
    ...timeHandlers(zone),
    PATIENT_NOT_FOUND: () => ({ text: "This patient is no longer with the clinic." }),
    APPOINTMENT_NOT_FOUND: () => ({ text: "This was booked before and has been deleted since." }),
    IDEMPOTENCY_KEY_REUSED: asIs,
    otherwise: asIs,
  });

/** Explains why an appointment can't be moved; times are those of the zone. */
export const explainMoving = (errors: readonly UserError[], zone: string): Refusal[] =>
  matchUserErrors("rescheduleAppointment", errors, {
    ...timeHandlers(zone),
    APPOINTMENT_NOT_FOUND: () => ({ text: "This appointment no longer exists." }),
    APPOINTMENT_NOT_BOOKED: ({ status }) => ({
      text: `This appointment is already ${wordFor(status)}.`,
    }),
    STALE_VERSION: () => ({
      text: "This appointment was changed in the meantime. Check it again.",
    }),
    IDEMPOTENCY_KEY_REUSED: asIs,
    otherwise: asIs,
  });

/** The reasons that holding, booking and moving have in common. */
type TimeCode = Extract<RefusalCodeOf<"holdTime">, RefusalCodeOf<"bookAppointment">>;

function timeHandlers(zone: string): UserErrorHandlers<TimeCode, Refusal> {
  const at = (instant: string) => momentOf(instant, zone);
  const span = ({ startsAt, endsAt }: Interval) =>
    `${timeOf(startsAt, zone)} to ${timeOf(endsAt, zone)}`;
  return {
    SLOT_TAKEN: ({ blocking, nextFreeTimes }) => ({
      text: `The doctor is taken from ${span(blocking)}.`,
      next: nextFreeTimes,
    }),
    SLOT_HELD: ({ blocking, nextFreeTimes }) => ({
      text: `Somebody else is about to book the time from ${span(blocking)}.`,
      next: nextFreeTimes,
    }),
    OUTSIDE_HOURS: ({ workingTimes, nextFreeTimes }) => ({
      text:
        workingTimes.length > 0
          ? `The doctor works only from ${workingTimes.map(span).join(" and ")} then.`
          : "The doctor does not work on that day.",
      next: nextFreeTimes,
    }),
    DOCTOR_AWAY: ({ blocking, nextFreeTimes }) => ({
      text: `The doctor is away until ${at(blocking.endsAt)}.`,
      next: nextFreeTimes,
    }),
    TOO_CLOSE: ({ blocking, gapMinutes, nextFreeTimes }) => ({
      text: `The doctor needs ${gapMinutes} minutes between two appointments, and is taken from ${span(blocking)}.`,
      next: nextFreeTimes,
    }),
    TOO_SHORT_NOTICE: ({ earliest, nextFreeTimes }) => ({
      text: `This is too soon: the earliest start is ${at(earliest)}.`,
      next: nextFreeTimes,
    }),
    TOO_FAR_AHEAD: ({ latest, nextFreeTimes }) => ({
      text: `This is too far ahead: the latest start is ${at(latest)}.`,
      next: nextFreeTimes,
    }),
    DURATION_OUT_OF_RANGE: ({ minimumMinutes, maximumMinutes }) => ({
      text: `An appointment takes ${minimumMinutes} to ${maximumMinutes} minutes.`,
    }),
    STARTS_IN_PAST: () => ({ text: "This time is in the past. Choose a later one." }),
    STARTS_TOO_LATE: () => ({ text: "This is too far ahead. Choose an earlier day." }),
    DOCTOR_INACTIVE: () => ({ text: "This doctor takes no appointments at present." }),
    DOCTOR_NOT_FOUND: () => ({ text: "This doctor is no longer with the clinic." }),
    REQUIRED: asIs,
    TOO_LONG: asIs,
    INVALID_CHARACTERS: asIs,
  };
}

export const explainCancelling = (errors: readonly UserError[]): string[] =>
  matchUserErrors("cancelAppointment", errors, {
    APPOINTMENT_NOT_FOUND: () => "This appointment no longer exists.",
    APPOINTMENT_NOT_BOOKED: ({ status }) => `This appointment is already ${wordFor(status)}.`,
    STALE_VERSION: () => "This appointment was changed in the meantime. Check it again.",
    TOO_LONG: ({ maximumLength }) => `The reason may have at most ${maximumLength} characters.`,
    INVALID_CHARACTERS: () => "The reason contains invalid characters.",
    otherwise: ({ message }) => message,
  });

export const explainCompleting = (errors: readonly UserError[], zone: string): string[] =>
  matchUserErrors("completeAppointment", errors, {
    APPOINTMENT_NOT_FOUND: () => "This appointment no longer exists.",
    APPOINTMENT_NOT_BOOKED: ({ status }) => `This appointment is already ${wordFor(status)}.`,
    APPOINTMENT_NOT_STARTED: ({ startsAt }) =>
      `This appointment starts at ${timeOf(startsAt, zone)}.`,
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
