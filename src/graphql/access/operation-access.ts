import {
  getNamedType,
  isInputObjectType,
  isListType,
  isNonNullType,
  TypeInfo,
  typeFromAST,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { planOf, reachable } from "../limits/request-plan.js";
import { coordinateOf, policyOf, setOf, GRAPHQL_ROLES, type RoleSet } from "./policy.js";

const EVERYONE = setOf(GRAPHQL_ROLES);

/** Who may run an operation. It depends on the document alone, but for the input fields in its variables. */
interface OperationAccess {
  /** The roles that may use all that the document names, and all that its variables can have. */
  roles: RoleSet;
  /** Who may use each field, argument and input field of the document, by coordinate. */
  used: ReadonlyMap<string, RoleSet>;
  /** The variables whose values may have input fields. */
  variables: readonly VariableAccess[];
}

interface VariableAccess {
  name: string;
  type: GraphQLInputType;
}

const known = new WeakMap<OperationDefinitionNode, OperationAccess>();

/**
 * The coordinates in an operation of a validated document, and in its variables, that a role may not use; empty if
 * the role may run it. What `@skip` and `@include` leave out counts, too.
 *
 * @param role a set of one role, or of none.
 * @param variables the variables as JSON; they need not be valid.
 */
export function forbiddenIn(
  { schema, document, operation }: Operation,
  role: RoleSet,
  variables: Readonly<Record<string, unknown>>,
): string[] {
  const access = accessOf(schema, document, operation);
  if ((access.roles & role) !== 0) return NOTHING;
  const found = new Set<string>();
  for (const [coordinate, roles] of access.used) {
    if ((roles & role) === 0) found.add(coordinate);
  }
  for (const { name, type } of access.variables) {
    if (!Object.hasOwn(variables, name)) continue;
    inputFieldsOf(type, variables[name], (coordinate) => {
      if ((rolesOf(schema, coordinate) & role) === 0) found.add(coordinate);
    });
  }
  // An argument is no news where its field is closed.
  return [...found].filter((it) => !it.includes("(") || !found.has(it.replace(/\(.*/, ""))).sort();
}

/** The roles that may use all that a document names, whatever its variables are. */
export const rolesForDocument = ({ schema, document, operation }: Operation): RoleSet =>
  meetOf([...accessOf(schema, document, operation).used.values()]);

const meetOf = (sets: readonly RoleSet[]): RoleSet =>
  sets.reduce((all, roles) => all & roles, EVERYONE);

/** An operation in a validated document. */
export interface Operation {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
}

const NOTHING: string[] = [];

/** Nobody may use what the schema does not decide on. */
const rolesOf = (schema: GraphQLSchema, coordinate: string): RoleSet =>
  policyOf(schema).get(coordinate)?.roles ?? 0;

function accessOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): OperationAccess {
  const earlier = known.get(operation);
  if (earlier) return earlier;
  const access = makeAccess(schema, document, operation);
  known.set(operation, access);
  return access;
}

function makeAccess(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): OperationAccess {
  const used = new Map<string, RoleSet>();
  for (const coordinate of coordinatesIn(schema, document, operation)) {
    used.set(coordinate, rolesOf(schema, coordinate));
  }
  const variables = (operation.variableDefinitions ?? [])
    .map(({ variable, type }) => ({
      name: variable.name.value,
      type: typeFromAST(schema, type) as GraphQLInputType,
    }))
    .filter(({ type }) => isInputObjectType(getNamedType(type)));
  const sets = [...used.values(), ...variables.map(({ type }) => rolesOfInput(schema, type))];
  return { roles: meetOf(sets), used, variables };
}

/** The coordinates of the fields, arguments and input fields that the operation names, default values included. */
function coordinatesIn(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Set<string> {
  const found = new Set<string>();
  const typeInfo = new TypeInfo(schema);
  const visitor = visitWithTypeInfo(typeInfo, {
    Field({ name, arguments: sent = [] }) {
      const parent = typeInfo.getParentType()?.name ?? "";
      // Who may see the schema is not a matter of roles.
      if (name.value.startsWith("__") || parent.startsWith("__")) return;
      found.add(coordinateOf(parent, name.value));
      for (const argument of sent) {
        found.add(coordinateOf(parent, name.value, argument.name.value));
      }
    },
    ObjectField({ name }) {
      const parent = typeInfo.getParentInputType();
      if (parent) found.add(coordinateOf(getNamedType(parent).name, name.value));
    },
  });
  const { fragments } = planOf(schema, document, operation);
  for (const definition of [operation, ...reachable(operation, fragments)]) {
    visit(definition, visitor);
  }
  return found;
}

/** The roles that may use every input field of a type, and of the types of these fields. */
function rolesOfInput(
  schema: GraphQLSchema,
  type: GraphQLInputType,
  seen = new Set<string>(),
): RoleSet {
  const named = getNamedType(type);
  if (!isInputObjectType(named) || seen.has(named.name)) return EVERYONE;
  seen.add(named.name);
  return Object.values(named.getFields()).reduce(
    (roles, field) =>
      roles &
      rolesOf(schema, coordinateOf(named.name, field.name)) &
      rolesOfInput(schema, field.type, seen),
    EVERYONE,
  );
}

/** Reports the coordinate of each input field that a value has. Values of a wrong type have none. */
function inputFieldsOf(
  type: GraphQLInputType,
  value: unknown,
  report: (coordinate: string) => void,
): void {
  if (isNonNullType(type)) {
    inputFieldsOf(type.ofType, value, report);
  } else if (isListType(type)) {
    // GraphQL takes a single value for a list of one.
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    for (const item of items) inputFieldsOf(type.ofType, item, report);
  } else if (isInputObjectType(type) && typeof value === "object" && value !== null) {
    for (const field of Object.values(type.getFields())) {
      if (!Object.hasOwn(value, field.name)) continue;
      report(coordinateOf(type.name, field.name));
      inputFieldsOf(field.type, (value as Record<string, unknown>)[field.name], report);
    }
  }
}
