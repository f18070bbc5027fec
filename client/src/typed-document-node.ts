import type { DocumentNode } from "graphql";

/** A parsed operation with the types that Apollo Client, urql and similar clients infer. */
export interface TypedDocumentNode<Result, Variables> extends DocumentNode {
  /** Carries the types; never set. */
  __apiType?: (variables: Variables) => Result;
}
