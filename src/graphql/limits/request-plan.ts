import {
  getNamedType,
  GraphQLError,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  TypeInfo,
  typeFromAST,
  valueFromASTUntyped,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type ValueNode,
  type VariableDefinitionNode,
} from "graphql";
import { isListName, type ListName } from "../connections.js";
import {
  inputCheck,
  limitsOf,
  type InputCheck,
  type InputLimits,
  type InputPath,
} from "./input-limits.js";

/** What can be derived from the document of an operation alone. It is computed once for each cached document. */
export interface RequestPlan {
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** The errors of the literals in the document. */
  literalErrors: readonly GraphQLError[];
  variables: readonly VariablePlan[];
  /** The fields that have a cursor argument. */
  cursors: readonly CursorUse[];
  /** The names of the variables on which the cost depends. */
  sizes: readonly string[];
  /** The default values of the variables, as JSON. */
  defaults: Readonly<Record<string, unknown>>;
}

/** How to validate the values of a variable. */
export interface VariablePlan {
  name: string;
  definition: VariableDefinitionNode;
  type: GraphQLInputType;
  /** Whether its uses forbid null, although its own type allows it. */
  mustNotBeNull: boolean;
  /** The checks for the limits of its type and of all its uses. */
  checks: readonly InputCheck[];
}

/** A use of a variable in a document. */
interface VariableUse {
  name: string;
  /** The OneOf input type, if the variable is a field of one. */
  oneOf: GraphQLInputObjectType | null;
  type: GraphQLInputType;
  limits: InputLimits | undefined;
  node: ValueNode;
}

/** An `after` argument, and the list and order to which its cursor must belong. */
export interface CursorUse {
  list: ListName;
  after: ValueNode;
  orderBy: ValueNode | undefined;
  defaultOrder: string;
}

/** The operation of a request; undefined if the document has none of that name (a case that Apollo's types omit). */
export const operationOf = ({
  operation,
}: {
  operation: OperationDefinitionNode | undefined;
}): OperationDefinitionNode | undefined => operation;

const plans = new WeakMap<OperationDefinitionNode, RequestPlan>();

/** The plan of an operation in a validated document. */
export function planOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): RequestPlan {
  const known = plans.get(operation);
  if (known) return known;
  const plan = makePlan(schema, document, operation);
  plans.set(operation, plan);
  return plan;
}

function makePlan(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): RequestPlan {
  const fragments = new Map(
    document.definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const literalErrors: GraphQLError[] = [];
  const uses: VariableUse[] = [];
  const cursors: CursorUse[] = [];
  const sizes = new Set<string>();

  const readArgument = (
    { name, value }: { name: { value: string }; value: ValueNode },
    type: GraphQLInputType,
    limits: InputLimits | undefined,
  ) => {
    const found: VariableUse[] = [];
    collectUses(schema, value, { type, limits }, found);
    uses.push(...found);
    if (name.value === "first" || name.value === "ids" || limits === undefined) {
      for (const use of found) sizes.add(use.name);
    }
    if (value.kind !== Kind.VARIABLE) {
      literalErrors.push(...literalErrorsOf(schema, value, { type, limits }, [name.value]));
    }
  };

  const typeInfo = new TypeInfo(schema);
  const visitor = visitWithTypeInfo(typeInfo, {
    Field(node) {
      const field = typeInfo.getFieldDef();
      for (const argument of field?.args ?? []) {
        const sent = node.arguments?.find(({ name }) => name.value === argument.name);
        if (sent) readArgument(sent, argument.type, limitsOf(schema, argument));
      }
      const list = field ? String(getNamedType(field.type)) : undefined;
      const order = field?.args.find(({ name }) => name === "orderBy")?.defaultValue;
      if (list !== undefined && isListName(list)) cursors.push(...cursorOf(list, node, order));
    },
    Directive(node) {
      const directive = schema.getDirective(node.name.value);
      for (const argument of directive?.args ?? []) {
        const sent = node.arguments?.find(({ name }) => name.value === argument.name);
        if (sent) readArgument(sent, argument.type, undefined);
      }
    },
  });
  for (const definition of [operation, ...reachable(operation, fragments)])
    visit(definition, visitor);

  const variables = (operation.variableDefinitions ?? []).map((definition) =>
    planVariable(schema, definition, uses),
  );
  return {
    fragments,
    literalErrors: [
      ...literalErrors,
      ...variables.flatMap(defaultErrorsOf),
      ...uses.flatMap((use) => oneOfErrorOf(use, variables)),
    ],
    variables,
    cursors,
    sizes: [...sizes],
    defaults: Object.fromEntries(
      (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
        defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
      ),
    ),
  };
}

/** The fragments that an operation spreads, directly or indirectly. */
export function reachable(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): Set<FragmentDefinitionNode> {
  const found = new Set<FragmentDefinitionNode>();
  const follow = (definition: OperationDefinitionNode | FragmentDefinitionNode) => {
    visit(definition, {
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value);
        if (!fragment || found.has(fragment)) return;
        found.add(fragment);
        follow(fragment);
      },
    });
  };
  follow(operation);
  return found;
}

interface Place {
  type: GraphQLInputType;
  limits: InputLimits | undefined;
  oneOf?: GraphQLInputObjectType | null;
}

/** Finds the variables in a literal. */
function collectUses(
  schema: GraphQLSchema,
  node: ValueNode,
  { type, limits, oneOf = null }: Place,
  uses: VariableUse[],
): void {
  const nullable = isNonNullType(type) ? type.ofType : type;
  if (node.kind === Kind.VARIABLE) {
    uses.push({ name: node.name.value, type, limits, node, oneOf });
  } else if (node.kind === Kind.LIST && isListType(nullable)) {
    for (const item of node.values)
      collectUses(schema, item, { type: nullable.ofType, limits }, uses);
  } else if (isListType(nullable)) {
    collectUses(schema, node, { type: nullable.ofType, limits }, uses);
  } else if (node.kind === Kind.OBJECT && isInputObjectType(nullable)) {
    const definitions = nullable.getFields();
    for (const { name, value } of node.fields) {
      const field = definitions[name.value];
      if (!field) continue;
      const place = {
        type: field.type,
        limits: limitsOf(schema, field),
        oneOf: nullable.isOneOf ? nullable : null,
      };
      collectUses(schema, value, place, uses);
    }
  }
}

function literalErrorsOf(
  schema: GraphQLSchema,
  node: ValueNode,
  { type, limits }: Place,
  path: InputPath,
): GraphQLError[] {
  const check = inputCheck(schema, type, limits);
  return check ? errorsOf(check, node, path) : [];
}

function errorsOf(check: InputCheck, node: ValueNode, path: InputPath): GraphQLError[] {
  const errors: GraphQLError[] = [];
  check(valueFromASTUntyped(node), (problem) => {
    errors.push(badUserInput(problem.message, [...path, ...problem.path], node));
  });
  return errors;
}

function planVariable(
  schema: GraphQLSchema,
  definition: VariableDefinitionNode,
  allUses: readonly VariableUse[],
): VariablePlan {
  const name = definition.variable.name.value;
  const type = typeFromAST(schema, definition.type) as GraphQLInputType;
  const uses = allUses.filter((use) => use.name === name);
  const limits = new Set(uses.map((use) => use.limits));
  return {
    name,
    definition,
    type,
    mustNotBeNull: !isNonNullType(type) && uses.some((use) => isNonNullType(use.type)),
    checks: [...limits].flatMap((each) => inputCheck(schema, type, each) ?? []),
  };
}

/** The errors of the default value of a variable. */
const defaultErrorsOf = ({ name, definition, checks }: VariablePlan): GraphQLError[] => {
  const { defaultValue } = definition;
  return defaultValue ? checks.flatMap((check) => errorsOf(check, defaultValue, [name])) : [];
};

/**
 * The error of a nullable variable in a OneOf input, which the GraphQL specification forbids ("All Variable Usages Are
 * Allowed"). graphql-js 16 validates such a document and fails during execution.
 */
function oneOfErrorOf(
  { name, oneOf, node }: VariableUse,
  variables: readonly VariablePlan[],
): GraphQLError[] {
  const type = variables.find((variable) => variable.name === name)?.type;
  if (!oneOf || !type || isNonNullType(type)) return [];
  const message = `Variable "$${name}" is of type "${String(type)}" but must be non-nullable to be used for the OneOf input "${oneOf.name}".`;
  const extensions = { code: "GRAPHQL_VALIDATION_FAILED", inputPath: [name] };
  return [new GraphQLError(message, { nodes: node, extensions })];
}

function cursorOf(
  list: ListName,
  { arguments: nodes = [] }: FieldNode,
  defaultOrder: unknown,
): CursorUse[] {
  const after = nodes.find(({ name }) => name.value === "after")?.value;
  const orderBy = nodes.find(({ name }) => name.value === "orderBy")?.value;
  return after && after.kind !== Kind.NULL
    ? [{ list, after, orderBy, defaultOrder: String(defaultOrder) }]
    : [];
}

/**
 * The error for an input that is refused before execution.
 *
 * @param message says what is wrong and what is expected instead; must not quote the value.
 * @param inputPath the location in the variables, or in the arguments of a field.
 */
export function badUserInput(
  message: string,
  inputPath: InputPath,
  node?: ValueNode,
): GraphQLError {
  return new GraphQLError(message, {
    nodes: node ?? null,
    extensions: { code: "BAD_USER_INPUT", inputPath },
  });
}
