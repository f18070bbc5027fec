/** An operation as text that knows the types of its variables and of its result. */
export interface TypedDocument<Result, Variables> {
  readonly name: string;
  readonly kind: "query" | "mutation";
  readonly text: string;
  /** Whether its variable `input` takes an `idempotencyKey`, which makes a repeat of it safe. */
  readonly takesIdempotencyKey: boolean;
  /** Carries the types; it is never there. */
  readonly types?: (variables: Variables) => Result;
}

/** A mutation's result where there are no top-level errors: then no payload is null. */
export type Answered<Mutation> = { [Field in keyof Mutation]: NonNullable<Mutation[Field]> };

/** What a document is answered with. */
export type ResultOf<Document> =
  Document extends TypedDocument<infer Result, never> ? Result : never;

/** What a document takes. */
export type VariablesOf<Document> =
  Document extends TypedDocument<unknown, infer Variables> ? Variables : never;
