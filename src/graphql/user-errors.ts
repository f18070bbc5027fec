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

/** What a kind of error adds to the code and path that all have. */
type Answer = ConcreteUserError extends infer Concrete
  ? Concrete extends ConcreteUserError
    ? Omit<Concrete, "code" | "path" | "__typename"> & Required<Pick<Concrete, "__typename">>
    : never
  : never;

const general = (message: string): Answer => ({ __typename: "GeneralUserError", message });

/** How the graph words each refusal. A new refusal does not compile until it stands here. */
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
    general("This has control, invisible or undefined characters in it. Remove them."),
  EMAIL_INVALID: ({ because }) => general(`This is not a valid email address: ${because}.`),
  EMAIL_TAKEN: () => general("Another patient has this email. Look the patient up by it."),
  DOCTOR_INACTIVE: () =>
    general("The doctor takes no appointments at present. Choose another doctor."),
  SLOT_TAKEN: ({ blocking }) => ({
    __typename: "SlotTakenError",
    message: `The doctor is taken ${formatInterval(blocking)}. Choose another time or doctor.`,
    blocking,
  }),
  STARTS_IN_PAST: () => general("An appointment must start later than now."),
  STARTS_TOO_LATE: () => general("An appointment must end before the year 10000."),
  DURATION_OUT_OF_RANGE: ({ minimumMinutes, maximumMinutes }) => ({
    __typename: "DurationOutOfRangeError",
    message: `An appointment takes ${minimumMinutes} to ${maximumMinutes} minutes.`,
    minimumMinutes,
    maximumMinutes,
  }),
  HAS_APPOINTMENTS: ({ appointmentCount }) => ({
    __typename: "HasAppointmentsError",
    message: `People with appointments are not deleted, and there ${
      appointmentCount === 1 ? "is 1" : `are ${appointmentCount}`
    }, cancelled ones included.`,
    appointmentCount,
  }),
  APPOINTMENT_NOT_BOOKED: ({ status }) => ({
    __typename: "AppointmentNotBookedError",
    message: `Only a BOOKED appointment can change, and this one is ${status}.`,
    status,
  }),
  APPOINTMENT_NOT_STARTED: ({ startsAt }) => ({
    __typename: "AppointmentNotStartedError",
    message: `This appointment starts at ${utcText(startsAt)}Z. Wait until it has begun, or cancel it.`,
    startsAt,
  }),
  STALE_VERSION: ({ currentVersion }) => ({
    __typename: "StaleVersionError",
    message: `This has been changed since; its version is now ${currentVersion}. Read it again.`,
    currentVersion,
  }),
  IDEMPOTENCY_KEY_REUSED: () =>
    general("This idempotency key was used for another request. Send a new key."),
};

/** The refusal as the graph answers it; its path starts at the mutation's argument. */
export function toUserError(refusal: Refusal): UserError {
  const answer = (ANSWERS[refusal.code] as (refusal: Refusal) => Answer)(refusal);
  return { ...answer, code: refusal.code, path: ["input", ...refusal.path] };
}

type Payload<Name extends string, Value> = { [N in Name]: Value | null } & {
  userErrors: UserError[];
};

/** A mutation's payload: what was done under its name in the SDL, or null and the reasons. */
export function toPayload<Name extends string, Value>(
  name: Name,
  outcome: Outcome<Value>,
): Payload<Name, Value> {
  const payload = outcome.done
    ? { [name]: outcome.value, userErrors: [] }
    : { [name]: null, userErrors: outcome.refusals.map(toUserError) };
  return payload as Payload<Name, Value>;
}

/** The payload of a deletion, which answers with the id that is gone. */
export function toDeletedPayload<Kind extends NodeKind>(
  kind: Kind,
  outcome: Outcome<number>,
): Payload<`deleted${Kind}Id`, string> {
  const id = outcome.done ? { done: true as const, value: toNodeId(kind, outcome.value) } : outcome;
  return toPayload(`deleted${kind}Id` as const, id);
}

const formatInterval = ({ startsAt, endsAt }: Interval): string =>
  `from ${utcText(startsAt)}Z to ${utcText(endsAt)}Z`;
