import type { RefusalCodes } from "./__generated__/refusals.js";
import type { BookAppointmentMutation, UserErrorCode } from "./__generated__/types.js";

/** A reason why a mutation was refused, as all the client's documents ask for it. */
export type UserError = NonNullable<
  BookAppointmentMutation["bookAppointment"]
>["userErrors"][number];

/** `SLOT_TAKEN` → `SlotTaken`. */
type PascalCase<Code extends string> = Code extends `${infer Word}_${infer Rest}`
  ? `${Capitalize<Lowercase<Word>>}${PascalCase<Rest>}`
  : Capitalize<Lowercase<Code>>;

/** A kind of error of its own is named after its code; all other codes are general errors. */
type KindOf<Name extends string> = Name extends UserError["__typename"] ? Name : "GeneralUserError";

/** The refusal with this code, and what can be acted on: `UserErrorOf<"SLOT_TAKEN">["blocking"]`. */
export type UserErrorOf<Code extends UserErrorCode> = Code extends UserErrorCode
  ? Omit<Extract<UserError, { __typename: KindOf<`${PascalCase<Code>}Error`> }>, "code"> & {
      code: Code;
    }
  : never;

/** A mutation of the schema: `"bookAppointment"`. */
export type MutationName = keyof RefusalCodes;

/** The codes that this mutation can be refused with. */
export type RefusalCodeOf<Mutation extends MutationName> = RefusalCodes[Mutation];

/** What is done about each code. */
export type UserErrorHandlers<Code extends UserErrorCode, Result> = {
  [Each in Code]: (error: UserErrorOf<Each>) => Result;
} & {
  /** For codes that the server has learnt since this client was made; without it they are thrown. */
  otherwise?: (error: UserError) => Result;
};

/** A refusal whose code this version of the client does not know. */
export class UnknownRefusalError extends Error {
  override readonly name = "UnknownRefusalError";

  constructor(readonly userError: UserError) {
    super(`Refused with ${userError.code}, which nothing handles: ${userError.message}`);
  }
}

/**
 * Calls for each refusal of a mutation the handler of its code, and returns what they returned, in
 * order. Does not compile where the handler of a code is missing.
 *
 * @throws UnknownRefusalError for a code without a handler, where there is no `otherwise`.
 */
export function matchUserErrors<Mutation extends MutationName, Result>(
  mutation: Mutation,
  errors: readonly UserError[],
  handlers: UserErrorHandlers<RefusalCodeOf<Mutation>, Result>,
): Result[];
/** The same for refusals of any mutation: with a handler for every code that there is. */
export function matchUserErrors<Result>(
  errors: readonly UserError[],
  handlers: UserErrorHandlers<UserErrorCode, Result>,
): Result[];
export function matchUserErrors<Result>(...args: unknown[]): Result[] {
  const [errors, handlers] = args.slice(-2) as [
    readonly UserError[],
    Partial<Record<string, (error: UserError) => Result>>,
  ];
  return errors.map((error) => {
    const handle = Object.hasOwn(handlers, error.code)
      ? handlers[error.code]
      : handlers["otherwise"];
    if (!handle) throw new UnknownRefusalError(error);
    return handle(error);
  });
}
