import {
  BREAK,
  coerceInputValue,
  isInputType,
  isNonNullType,
  Kind,
  typeFromAST,
  visit,
  type ASTNode,
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from "graphql";

/** Where a bad value stands: in the variables, or in the arguments of a field. */
export type InputPath = readonly (string | number)[];

/**
 * The path of each bad variable, in the order in which graphql-js reports them. It names the paths
 * only in the text of its messages, so the variables are read once more, with an ear for the path.
 */
export function badVariablePaths(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): InputPath[] {
  return variableDefinitions.flatMap((definition) => badPaths(schema, definition, variables));
}

function badPaths(
  schema: GraphQLSchema,
  { variable, type: typeNode, defaultValue }: VariableDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): InputPath[] {
  const name = variable.name.value;
  const type = typeFromAST(schema, typeNode);
  if (!isInputType(type)) return [];
  if (!Object.hasOwn(variables, name)) {
    return isNonNullType(type) && defaultValue === undefined ? [[name]] : [];
  }
  const paths: InputPath[] = [];
  coerceInputValue(variables[name], type, (path) => paths.push([name, ...path]));
  return paths;
}

/** The path of a value that is written into the query itself, from the argument on. */
export function literalPath(
  document: DocumentNode,
  { nodes }: GraphQLError,
): InputPath | undefined {
  const [target] = nodes ?? [];
  let found: InputPath | undefined;
  visit(document, {
    enter(node, _key, _parent, path) {
      if (node !== target) return undefined;
      found = namesAlong(document, path);
      return BREAK;
    },
  });
  return found?.length === 0 ? undefined : found;
}

/** The arguments, fields and list positions that are passed on the way from the document to a node. */
function namesAlong(document: DocumentNode, path: readonly (string | number)[]): InputPath {
  const names: (string | number)[] = [];
  let place: unknown = document;
  path.forEach((step, index) => {
    place = (place as Record<string | number, unknown>)[step];
    const node = place as ASTNode;
    if (typeof step === "number" && path[index - 1] === "values") names.push(step);
    if (node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD) names.push(node.name.value);
  });
  return names;
}
