import { getVariableValues, type GraphQLSchema, type OperationDefinitionNode } from "graphql";

/** What was found of a request's variables; each is looked at once. */
const found = new WeakMap<object, boolean>();

/**
 * Whether graphql-js takes a request's variables. Where it does not, the execution tells of all that is
 * wrong with them, and runs nothing.
 *
 * @param request Apollo's own object, the same in all hooks of a request.
 */
export function areVariablesFine(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: Pick<OperationDefinitionNode, "variableDefinitions">,
  request: { variables?: Record<string, unknown> },
): boolean {
  const known = found.get(request);
  if (known !== undefined) return known;
  const { variables = {} } = request;
  const isFine = !getVariableValues(schema, variableDefinitions, variables, { maxErrors: 1 })
    .errors;
  found.set(request, isFine);
  return isFine;
}
