/** An operation as text, with the types of its variables and its result. */
export interface TypedDocument<Result, Variables> {
  readonly name: string;
  readonly kind: "query" | "mutation";
  readonly text: string;
  /** Whether its variable `input` takes an `idempotencyKey`, which makes a repeat safe. */
  readonly takesIdempotencyKey: boolean;
  /** Carries the types; never set. */
  readonly types?: (variables: Variables) => Result;
}

/** The result of a mutation without top-level errors, in which no payload is null. */
export type Answered<Mutation> = { [Field in keyof Mutation]: NonNullable<Mutation[Field]> };

/** The result of a document. */
export type ResultOf<Document> =
  Document extends TypedDocument<infer Result, never> ? Result : never;

/** The variables of a document. */
export type VariablesOf<Document> =
  Document extends TypedDocument<unknown, infer Variables> ? Variables : never;
