import type { GraphQLResponse } from "@apollo/server";
import type { Role } from "../../domain/index.js";
import { refuseAsForbidden } from "../plugins/errors.js";
import { forbiddenIn, type Operation } from "./operation-access.js";
import { setWith } from "./policy.js";

/** The maximum of coordinates that a refusal lists. */
const MAX_COORDINATES = 20;

const NO_GRAPHQL = "GraphQL is not for callers without credentials. Sign in first.";

/**
 * The response to a caller whose role may not use one of the fields, arguments or input fields of an operation, as
 * `@access` in schema.graphql declares; null if the role may run it.
 *
 * @param variables the variables as JSON; they need not be valid.
 */
export function refusalByRole(
  operation: Operation,
  role: Role,
  variables: Readonly<Record<string, unknown>>,
): Pick<GraphQLResponse, "http" | "body"> | null {
  if (role === "LEGACY_REST") return refuseAsForbidden(NO_GRAPHQL, []);
  const forbidden = forbiddenIn(operation, setWith(role), variables);
  return forbidden.length === 0
    ? null
    : refuseAsForbidden(messageOf(role, forbidden), forbidden.slice(0, MAX_COORDINATES));
}

function messageOf(role: Role, forbidden: readonly string[]): string {
  // A query or mutation that is closed says more than what is in it.
  const first = forbidden.find((it) => /^(Query|Mutation)\.\w+$/.test(it)) ?? forbidden[0] ?? "";
  return forbidden.length === 1
    ? `The role ${role} may not use "${first}". Leave it out, or act in another role.`
    : `The role ${role} may not use "${first}" and ${forbidden.length - 1} more. Leave them out, or act in another role.`;
}
