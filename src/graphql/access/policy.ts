import {
  getDirectiveValues,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from "graphql";
import { ROLES, type Role } from "../../domain/index.js";

/** The roles that can use GraphQL: the values of the enum `Role` in schema.graphql. */
export type GraphqlRole = Exclude<Role, "LEGACY_REST">;
export const GRAPHQL_ROLES: readonly GraphqlRole[] = ROLES.filter((role) => role !== "LEGACY_REST");

/** A set of roles: bit i stands for the i-th of GRAPHQL_ROLES. */
export type RoleSet = number;

const BITS: Readonly<Record<Role, RoleSet>> = {
  ADMIN: 1,
  STAFF: 2,
  DOCTOR: 4,
  PATIENT: 8,
  AUDITOR: 16,
  // In no set: it cannot use GraphQL.
  LEGACY_REST: 0,
};

/** The set of one role. */
export const setWith = (role: Role): RoleSet => BITS[role];

export const setOf = (roles: readonly Role[]): RoleSet =>
  roles.reduce((set, role) => set | BITS[role], 0);

export const rolesIn = (set: RoleSet): GraphqlRole[] =>
  GRAPHQL_ROLES.filter((role) => (set & BITS[role]) !== 0);

/** Who may use a field, an argument or an input field, as `@access` in schema.graphql declares. */
export interface Decision {
  /** `Patient.email`, `Query.patients(search:)` or `PatientChanges.email`. */
  coordinate: string;
  kind: "field" | "argument" | "input field";
  typeName: string;
  /** The roles that may use it; undefined if nothing declares them. */
  roles: RoleSet | undefined;
  /** The roles that it declares itself; undefined if it declares none. */
  declared: RoleSet | undefined;
  /** The roles of the type or field that it belongs to; undefined if those declare none. */
  within: RoleSet | undefined;
  /** The coordinates of the fields about whose values a caller can learn something by sending it. */
  tests: readonly string[];
}

const policies = new WeakMap<GraphQLSchema, ReadonlyMap<string, Decision>>();

/**
 * The decision on every field, argument and input field of the schema, by coordinate.
 *
 * @throws GraphQLError if an `@access` names a role that does not exist.
 */
export function policyOf(schema: GraphQLSchema): ReadonlyMap<string, Decision> {
  const known = policies.get(schema);
  if (known) return known;
  const decisions = Object.values(schema.getTypeMap())
    .filter((type) => !isIntrospectionType(type))
    .flatMap((type) => decisionsOn(schema, type));
  const policy = new Map(decisions.map((decision) => [decision.coordinate, decision]));
  policies.set(schema, policy);
  return policy;
}

/** The coordinate of a field or input field; with a third name, that of an argument. */
export const coordinateOf = (type: string, field: string, argument?: string): string =>
  argument === undefined ? `${type}.${field}` : `${type}.${field}(${argument}:)`;

function decisionsOn(schema: GraphQLSchema, type: GraphQLNamedType): Decision[] {
  const ofType = declaredOn(schema, type);
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).map((field) => {
      const coordinate = coordinateOf(type.name, field.name);
      const decision = decisionOnInput(schema, field, ofType?.roles);
      const tests = decision.tests.length > 0 ? decision.tests : (ofType?.tests ?? []);
      return { ...decision, coordinate, kind: "input field", typeName: type.name, tests };
    });
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => {
    const coordinate = coordinateOf(type.name, field.name);
    const { roles: declared } = declaredOn(schema, field) ?? {};
    const roles = meet(ofType?.roles, declared);
    const decision = { roles, declared, within: ofType?.roles, tests: [] };
    return [
      { ...decision, coordinate, kind: "field" as const, typeName: type.name },
      ...decisionsOnArguments(schema, type.name, field, roles),
    ];
  });
}

function decisionsOnArguments(
  schema: GraphQLSchema,
  typeName: string,
  field: GraphQLField<unknown, unknown>,
  within: RoleSet | undefined,
): Decision[] {
  // A cursor contains the values of the columns by which its list is sorted.
  const order = field.args.find(({ name }) => name === "orderBy");
  const sorted = order ? decisionOnInput(schema, order, within).tests : [];
  return field.args.map((argument) => {
    const decision = decisionOnInput(schema, argument, within);
    const tests = argument.name === "after" ? [...decision.tests, ...sorted] : decision.tests;
    const coordinate = coordinateOf(typeName, field.name, argument.name);
    return { ...decision, coordinate, kind: "argument", typeName, tests };
  });
}

/** What decides on an argument or input field: where it belongs, its own declaration, and that of its enum. */
function decisionOnInput(
  schema: GraphQLSchema,
  input: GraphQLArgument | GraphQLInputField,
  within: RoleSet | undefined,
) {
  const own = declaredOn(schema, input);
  const type = getNamedType(input.type);
  const ofEnum = isEnumType(type) ? declaredOn(schema, type) : undefined;
  const outer = meet(within, own?.roles);
  return {
    roles: outer === undefined ? undefined : meet(outer, ofEnum?.roles),
    declared: own?.roles,
    within,
    tests: [...(own?.tests ?? []), ...(ofEnum?.tests ?? [])],
  };
}

/** The roles that are in both sets; an undefined set declares nothing. */
const meet = (one: RoleSet | undefined, other: RoleSet | undefined): RoleSet | undefined =>
  one === undefined || other === undefined ? (one ?? other) : one & other;

/** What the `@access` of a part of the schema declares; undefined if it has none. */
export function declaredOn(
  schema: GraphQLSchema,
  { astNode }: Pick<GraphQLNamedType | GraphQLField<unknown, unknown> | GraphQLArgument, "astNode">,
): { roles: RoleSet; tests: readonly string[] } | undefined {
  const directive = schema.getDirective("access");
  const values = directive && astNode ? getDirectiveValues(directive, astNode) : undefined;
  if (!values) return undefined;
  return {
    roles: setOf(values["roles"] as Role[]),
    tests: (values["tests"] ?? []) as string[],
  };
}
