import type {
  Appointment,
  AskedTime,
  ChangedHours,
  Interval,
  Outcome,
  Refusal,
  RefusalCode,
  RefusalOf,
} from "../domain/index.js";
import type {
  AppointmentNotBookedError,
  AppointmentNotStartedError,
  AppointmentsInTheWayError,
  DoctorAwayError,
  DurationOutOfRangeError,
  GeneralUserError,
  HasAppointmentsError,
  NumberOutOfRangeError,
  OutsideHoursError,
  SlotHeldError,
  SlotTakenError,
  StaleVersionError,
  TooCloseError,
  TooFarAheadError,
  TooLongError,
  TooShortNoticeError,
  UserErrorCode,
} from "./__generated__/resolvers.js";
import { utcText } from "../common/utc-text.js";
import { toNodeId, type NodeKind } from "./node-ids.js";

type ConcreteUserError =
  | GeneralUserError
  | TooLongError
  | SlotTakenError
  | DurationOutOfRangeError
  | HasAppointmentsError
  | AppointmentNotBookedError
  | AppointmentNotStartedError
  | StaleVersionError
  | OutsideHoursError
  | DoctorAwayError
  | SlotHeldError
  | TooCloseError
  | TooShortNoticeError
  | TooFarAheadError
  | NumberOutOfRangeError
  | InTheWay;

/** AppointmentsInTheWayError, whose resolver cuts the list. */
type InTheWay = Omit<AppointmentsInTheWayError, "appointments"> & {
  inTheWay: readonly Appointment[];
};

/** What a time error is about, from which its resolver finds other times; null where nobody asks for them. */
interface About {
  asked: AskedTime | null;
}

/** A time error, as its resolvers get it. */
export interface TimeError extends About {
  code: UserErrorCode;
  message: string;
  path?: readonly string[] | null;
}

/** A user error as its resolvers get it; those of times say which was asked for. */
export type UserError = Resolved<ConcreteUserError> & About & { __typename: string };

/** Without the fields that resolvers add. */
type Resolved<Concrete> = Concrete extends unknown ? Omit<Concrete, "nextFreeTimes"> : never;

/** The members of an error besides the code and the path. */
type Answer = ConcreteUserError extends infer Concrete
  ? Concrete extends ConcreteUserError
    ? Omit<Concrete, "code" | "path" | "__typename" | "nextFreeTimes"> &
        Required<Pick<Concrete, "__typename">>
    : never
  : never;

const general = (message: string): Answer => ({ __typename: "GeneralUserError", message });

/** The GraphQL error of each refusal. A new refusal does not compile until it is listed here. */
const ANSWERS: {
  [Code in RefusalCode | UserErrorCode]: (refusal: RefusalOf<Code & RefusalCode>) => Answer;
} = {
  PATIENT_NOT_FOUND: () => general("There is no patient with this id."),
  DOCTOR_NOT_FOUND: () => general("There is no doctor with this id."),
  APPOINTMENT_NOT_FOUND: () => general("There is no appointment with this id (any more)."),
  REQUIRED: () => general("This must not be null, empty or blank."),
  TOO_LONG: ({ maximumLength }) => ({
    __typename: "TooLongError",
    message: `This must have at most ${maximumLength} characters.`,
    maximumLength,
  }),
  INVALID_CHARACTERS: () =>
    general("This contains control, invisible or undefined characters. Remove them."),
  EMAIL_INVALID: ({ because }) => general(`This is not a valid email address: ${because}.`),
  EMAIL_TAKEN: () => general("Another patient has this email address. Look up the patient by it."),
  DOCTOR_INACTIVE: () =>
    general("The doctor is inactive and takes no appointments. Choose another doctor."),
  SLOT_TAKEN: ({ blocking }) => ({
    __typename: "SlotTakenError",
    message: `The doctor is taken ${formatInterval(blocking)}. Choose another time or doctor.`,
    blocking,
  }),
  OUTSIDE_HOURS: ({ workingTimes }) => ({
    __typename: "OutsideHoursError",
    message:
      workingTimes.length > 0
        ? `The doctor works ${workingTimes.map(formatInterval).join(", ")} on that day. Choose another time.`
        : "The doctor does not work on that day. Choose another day.",
    workingTimes: [...workingTimes],
  }),
  DOCTOR_AWAY: ({ blocking }) => ({
    __typename: "DoctorAwayError",
    message: `The doctor is away ${formatInterval(blocking)}. Choose another time or doctor.`,
    blocking,
  }),
  SLOT_HELD: ({ blocking, until }) => ({
    __typename: "SlotHeldError",
    message: `Somebody holds the time ${formatInterval(blocking)}, until ${utcText(until)}Z at the latest. Choose another time, or try again later.`,
    blocking,
    until,
  }),
  TOO_CLOSE: ({ blocking, gapMinutes }) => ({
    __typename: "TooCloseError",
    message: `The doctor is taken ${formatInterval(blocking)} and needs ${gapMinutes} minutes between appointments. Choose another time.`,
    blocking,
    gapMinutes,
  }),
  TOO_SHORT_NOTICE: ({ earliest }) => ({
    __typename: "TooShortNoticeError",
    message: `This is too soon. The earliest start that can be booked now is ${utcText(earliest)}Z.`,
    earliest,
  }),
  TOO_FAR_AHEAD: ({ latest }) => ({
    __typename: "TooFarAheadError",
    message: `This is too far ahead. The latest start that can be booked now is ${utcText(latest)}Z.`,
    latest,
  }),
  STARTS_IN_PAST: () => general("startsAt must be in the future."),
  STARTS_TOO_LATE: () => general("An appointment must end before the year 10000."),
  DURATION_OUT_OF_RANGE: ({ minimumMinutes, maximumMinutes }) => ({
    __typename: "DurationOutOfRangeError",
    message: `durationMinutes must be between ${minimumMinutes} and ${maximumMinutes}.`,
    minimumMinutes,
    maximumMinutes,
  }),
  HAS_APPOINTMENTS: ({ appointmentCount }) => ({
    __typename: "HasAppointmentsError",
    message: `Cannot delete: ${
      appointmentCount === 1 ? "1 appointment exists" : `${appointmentCount} appointments exist`
    } (cancelled ones count).`,
    appointmentCount,
  }),
  APPOINTMENT_NOT_BOOKED: ({ status }) => ({
    __typename: "AppointmentNotBookedError",
    message: `Only a BOOKED appointment can be changed; this one is ${status}.`,
    status,
  }),
  APPOINTMENT_NOT_STARTED: ({ startsAt }) => ({
    __typename: "AppointmentNotStartedError",
    message: `This appointment starts at ${utcText(startsAt)}Z. Wait until it has begun, or cancel it.`,
    startsAt,
  }),
  STALE_VERSION: ({ currentVersion }) => ({
    __typename: "StaleVersionError",
    message: `This has been changed in the meantime; its version is now ${currentVersion}. Read it again.`,
    currentVersion,
  }),
  IDEMPOTENCY_KEY_REUSED: () =>
    general("This idempotency key was used for another request. Send a new key."),
  SCHEDULE_NOT_FOUND: () => general("There is no schedule with this id (any more)."),
  SCHEDULE_EXCEPTION_NOT_FOUND: () =>
    general("There is no time off and there are no extra hours with this id (any more)."),
  TIME_ZONE_UNKNOWN: () =>
    general("This is not the name of an IANA time zone. Names look like Europe/Berlin."),
  HOURS_INVALID: () =>
    general("Hours must end after they start, and must not overlap others of the same day."),
  VALIDITY_INVALID: () => general("The end must come after the start."),
  NUMBER_OUT_OF_RANGE: ({ path, minimum, maximum }) => ({
    __typename: "NumberOutOfRangeError",
    message: `${path.at(-1) ?? "This"} must be between ${minimum} and ${maximum}.`,
    minimum,
    maximum,
  }),
  TOO_MANY_SCHEDULES: ({ maximumCount }) =>
    general(`A doctor can have at most ${maximumCount} schedules. Remove one first.`),
  APPOINTMENTS_IN_THE_WAY: ({ appointments }) => ({
    __typename: "AppointmentsInTheWayError",
    message: `${
      appointments.length === 1
        ? "1 booked appointment"
        : `${appointments.length} booked appointments`
    } would lie outside the hours. Move or cancel them, or send ifBooked: KEEP.`,
    appointmentCount: appointments.length,
    inTheWay: appointments,
  }),
};

/**
 * Converts a refusal to a GraphQL user error.
 *
 * @param asked the time that was asked for.
 * @param within where in the arguments the input of the use case is.
 */
export function toUserError(
  refusal: Refusal,
  asked: AskedTime | null = null,
  within: readonly string[] = ["input"],
): UserError {
  const answer = (ANSWERS[refusal.code] as (refusal: Refusal) => Answer)(refusal);
  return { asked, code: refusal.code, path: [...within, ...refusal.path], ...answer };
}

/** What a check found, for its resolvers. */
export interface Check {
  userErrors: UserError[];
  asked: AskedTime;
}

type Payload<Name extends string, Value> = { [N in Name]: Value | null } & {
  userErrors: UserError[];
};

/**
 * The payload of a mutation: the result under its name in the SDL, or null and the user errors.
 *
 * @param asked the time that was asked for, if one was.
 */
export function toPayload<Name extends string, Value>(
  name: Name,
  outcome: Outcome<Value>,
  asked: AskedTime | null = null,
): Payload<Name, Value> {
  const payload = outcome.done
    ? { [name]: outcome.value, userErrors: [] }
    : { [name]: null, userErrors: outcome.refusals.map((refusal) => toUserError(refusal, asked)) };
  return payload as Payload<Name, Value>;
}

/** The payload of a change of hours, whose resolver cuts the list of the appointments outside. */
export type HoursPayload<Name extends string, Value> = Payload<Name, Value> & {
  outside: readonly Appointment[];
};

/** The payload of a change of hours. */
export function toHoursPayload<Name extends string, Changed, Value>(
  name: Name,
  outcome: Outcome<ChangedHours<Changed>>,
  convert: (changed: Changed) => Value,
): HoursPayload<Name, Value> {
  if (!outcome.done) return { outside: [], ...toPayload<Name, Value>(name, outcome) };
  const { changed, outside } = outcome.value;
  return { outside, ...toPayload(name, { done: true, value: convert(changed) }) };
}

/** The payload of a deletion, which contains the id of the deleted object. */
export function toDeletedPayload<Kind extends NodeKind>(
  kind: Kind,
  outcome: Outcome<number>,
): Payload<`deleted${Kind}Id`, string> {
  const id = outcome.done ? { done: true as const, value: toNodeId(kind, outcome.value) } : outcome;
  return toPayload(`deleted${kind}Id` as const, id);
}

const formatInterval = ({ startsAt, endsAt }: Interval): string =>
  `from ${utcText(startsAt)}Z to ${utcText(endsAt)}Z`;
