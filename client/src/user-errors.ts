import type { RefusalCodes } from "./__generated__/refusals.js";
import type { BookAppointmentMutation, UserErrorCode } from "./__generated__/types.js";

/** A reason why a mutation was refused, as selected by the documents of the client. */
export type UserError = NonNullable<
  BookAppointmentMutation["bookAppointment"]
>["userErrors"][number];

/** `SLOT_TAKEN` → `SlotTaken`. */
type PascalCase<Code extends string> = Code extends `${infer Word}_${infer Rest}`
  ? `${Capitalize<Lowercase<Word>>}${PascalCase<Rest>}`
  : Capitalize<Lowercase<Code>>;

/** An error type is named after its code; codes without a type of their own are general errors. */
type KindOf<Name extends string> = Name extends UserError["__typename"] ? Name : "GeneralUserError";

/** The refusal with this code and its details: `UserErrorOf<"SLOT_TAKEN">["blocking"]`. */
export type UserErrorOf<Code extends UserErrorCode> = Code extends UserErrorCode
  ? Omit<Extract<UserError, { __typename: KindOf<`${PascalCase<Code>}Error`> }>, "code"> & {
      code: Code;
    }
  : never;

/** A mutation of the schema: `"bookAppointment"`. */
export type MutationName = keyof RefusalCodes;

/** The codes that this mutation can be refused with. */
export type RefusalCodeOf<Mutation extends MutationName> = RefusalCodes[Mutation];

/** A handler for each code. */
export type UserErrorHandlers<Code extends UserErrorCode, Result> = {
  [Each in Code]: (error: UserErrorOf<Each>) => Result;
} & {
  /** For codes of a later server that this client does not know; without it, they are thrown. */
  otherwise?: (error: UserError) => Result;
};

/** A refusal whose code this version of the client does not know. */
export class UnknownRefusalError extends Error {
  override readonly name = "UnknownRefusalError";

  constructor(readonly userError: UserError) {
    super(`Refused with ${userError.code}, for which there is no handler: ${userError.message}`);
  }
}

/**
 * Calls the handler of each refusal of a mutation, and returns their results in order. Does not compile if the handler of a
 * code is missing.
 *
 * @throws UnknownRefusalError for an unknown code, if there is no `otherwise`.
 */
export function matchUserErrors<Mutation extends MutationName, Result>(
  mutation: Mutation,
  errors: readonly UserError[],
  handlers: UserErrorHandlers<RefusalCodeOf<Mutation>, Result>,
): Result[];
/** Like this for refusals of any mutation, with a handler for every code. */
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
