import type { Interval, Outcome, Refusal, RefusalCode, RefusalOf } from "../domain/index.js";
import type {
  AppointmentNotBookedError,
  AppointmentNotStartedError,
  DurationOutOfRangeError,
  GeneralUserError,
  HasAppointmentsError,
  SlotTakenError,
  StaleVersionError,
  TooLongError,
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
  | StaleVersionError;

export type UserError = ConcreteUserError & { __typename: string };

/** The members of an error besides the code and the path. */
type Answer = ConcreteUserError extends infer Concrete
  ? Concrete extends ConcreteUserError
    ? Omit<Concrete, "code" | "path" | "__typename"> & Required<Pick<Concrete, "__typename">>
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
};

/** Converts a refusal to a GraphQL user error; its path starts at the argument of the mutation. */
export function toUserError(refusal: Refusal): UserError {
  const answer = (ANSWERS[refusal.code] as (refusal: Refusal) => Answer)(refusal);
  return { ...answer, code: refusal.code, path: ["input", ...refusal.path] };
}

type Payload<Name extends string, Value> = { [N in Name]: Value | null } & {
  userErrors: UserError[];
};

/** The payload of a mutation: the result under its name in the SDL, or null and the user errors. */
export function toPayload<Name extends string, Value>(
  name: Name,
  outcome: Outcome<Value>,
): Payload<Name, Value> {
  const payload = outcome.done
    ? { [name]: outcome.value, userErrors: [] }
    : { [name]: null, userErrors: outcome.refusals.map(toUserError) };
  return payload as Payload<Name, Value>;
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
