import type { DocumentNode } from "graphql";

/** A parsed operation that Apollo Client, urql and their like know the types of. */
export interface TypedDocumentNode<Result, Variables> extends DocumentNode {
  /** Carries the types; it is never there. */
  __apiType?: (variables: Variables) => Result;
}
