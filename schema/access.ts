import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  Kind,
  validate,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLInterfaceType,
  type GraphQLSchema,
} from "graphql";
import { rolesForDocument } from "../src/graphql/access/operation-access.js";
import {
  coordinateOf,
  policyOf,
  rolesIn,
  type Decision,
  type RoleSet,
} from "../src/graphql/access/policy.js";
import { MADE_OF } from "./made-of.js";
import type { Operation } from "./operations.js";
import type { SchemaChange } from "./changes.js";

const ROOTS = ["Query", "Mutation"];

/** The faults of the declarations of `@access`: each says what is open, or closed, and should not be. */
export function faultsOfAccess(
  schema: GraphQLSchema,
  madeOf: Readonly<Record<string, readonly string[]>> = MADE_OF,
): string[] {
  const decisions = [...policyOf(schema).values()];
  return [
    ...decisions.flatMap(faultsOfDecision),
    ...decisions.flatMap((decision) => faultsOfTests(schema, decision)),
    ...interfacesOf(schema).flatMap((type) => faultsOfInterface(schema, type)),
    ...Object.entries(madeOf).flatMap(([whole, parts]) => faultsOfParts(schema, whole, parts)),
    ...faultsOfSilentInputs(schema),
    ...faultsOfUse(schema),
  ];
}

function faultsOfDecision({ coordinate, kind, typeName, ...sets }: Decision): string[] {
  const { roles, declared, within } = sets;
  if (kind === "field" && ROOTS.includes(typeName) && declared === undefined) {
    return [`${coordinate} has no @access of its own.`];
  }
  if (roles === undefined) return [`${coordinate}: no @access decides who may use it.`];
  if (roles === 0) return [`${coordinate}: no role may use it.`];
  const beyond = (declared ?? 0) & ~(within ?? ~0);
  return beyond === 0
    ? []
    : [
        `${coordinate}: its @access can only narrow that of where it belongs, but adds ${listOf(beyond)}.`,
      ];
}

/** Who filters, searches or sorts by a value learns it. */
const faultsOfTests = (
  schema: GraphQLSchema,
  { coordinate, roles = 0, tests }: Decision,
): string[] =>
  tests.flatMap((tested) => {
    const field = policyOf(schema).get(tested);
    if (!field) return [`${coordinate} tests ${tested}, which does not exist.`];
    const blind = roles & ~(field.roles ?? 0);
    return blind === 0 ? [] : [`${coordinate} lets ${listOf(blind)} test ${tested} unread.`];
  });

const interfacesOf = (schema: GraphQLSchema): GraphQLInterfaceType[] =>
  Object.values(schema.getTypeMap()).filter(isInterfaceType);

/** A field of an interface is read as that of any of its objects: both must be open to the same roles. */
function faultsOfInterface(schema: GraphQLSchema, type: GraphQLInterfaceType): string[] {
  const policy = policyOf(schema);
  const ofInterface = [...policy.values()].filter(({ typeName }) => typeName === type.name);
  const { objects, interfaces } = schema.getImplementations(type);
  return [...objects, ...interfaces].flatMap(({ name }) =>
    ofInterface.flatMap(({ coordinate, roles = 0 }) => {
      const own = `${name}${coordinate.slice(type.name.length)}`;
      const ownRoles = policy.get(own)?.roles ?? 0;
      const wider = ownRoles & ~roles;
      const narrower = roles & ~ownRoles;
      return [
        ...(wider ? [`${own} is wider than ${coordinate}, by ${listOf(wider)}.`] : []),
        ...(narrower ? [`${coordinate} shows ${listOf(narrower)} the closed ${own}.`] : []),
      ];
    }),
  );
}

/** What can be read from several fields is open to nobody who may not read each of them. */
function faultsOfParts(schema: GraphQLSchema, whole: string, parts: readonly string[]): string[] {
  const policy = policyOf(schema);
  const roles = policy.get(whole)?.roles;
  if (roles === undefined) return [`schema/made-of.ts names ${whole}, which does not exist.`];
  return parts.flatMap((part) => {
    const partRoles = policy.get(part)?.roles;
    if (partRoles === undefined) {
      return [`schema/made-of.ts names ${part}, which does not exist.`];
    }
    const wider = roles & ~partRoles;
    return wider === 0 ? [] : [`${whole} is made of ${part}, which ${listOf(wider)} may not read.`];
  });
}

/** Arguments of queries that filter, search or sort, and declare nothing that they test. */
function faultsOfSilentInputs(schema: GraphQLSchema): string[] {
  const policy = policyOf(schema);
  const isSilent = (coordinate: string) => policy.get(coordinate)?.tests.length === 0;
  return fieldsOf(schema)
    .filter(({ typeName }) => typeName !== "Mutation")
    .flatMap(({ typeName, field }) =>
      field.args.flatMap((argument) => {
        const type = getNamedType(argument.type);
        const coordinate = coordinateOf(typeName, field.name, argument.name);
        const inputs = isInputObjectType(type)
          ? Object.keys(type.getFields()).map((name) => coordinateOf(type.name, name))
          : isEnumType(type) || ["search", "after"].includes(argument.name)
            ? [coordinate]
            : [];
        return inputs
          .filter(isSilent)
          .map((input) => `${input} does not declare what ${coordinate} tests with it.`);
      }),
    );
}

interface OwnedField {
  typeName: string;
  field: GraphQLField<unknown, unknown>;
}

const fieldsOf = (schema: GraphQLSchema): OwnedField[] =>
  Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) || isInterfaceType(type))
    .filter(({ name }) => !name.startsWith("__"))
    .flatMap((type) =>
      Object.values(type.getFields()).map((field) => ({ typeName: type.name, field })),
    );

/** What a role may use, but without a part that must be sent with it or selected in it. */
function faultsOfUse(schema: GraphQLSchema): string[] {
  const policy = policyOf(schema);
  const rolesOf = (coordinate: string) => policy.get(coordinate)?.roles ?? 0;
  const fault = (coordinate: string, needed: RoleSet, what: string): string[] => {
    const stuck = rolesOf(coordinate) & ~needed;
    return stuck === 0 ? [] : [`${coordinate} is open to ${listOf(stuck)}, but ${what} is not.`];
  };
  const ofInput = (coordinate: string, input: GraphQLInputType) => {
    const type = getNamedType(input);
    return isInputObjectType(type)
      ? fault(
          coordinate,
          usableInput(Object.values(type.getFields()), type.name, rolesOf),
          type.name,
        )
      : [];
  };
  const inputs = Object.values(schema.getTypeMap()).filter(isInputObjectType);
  return [
    ...fieldsOf(schema).flatMap(({ typeName, field }) => {
      const coordinate = coordinateOf(typeName, field.name);
      const result = getNamedType(field.type);
      const selectable =
        isObjectType(result) || isInterfaceType(result)
          ? Object.keys(result.getFields()).map((name) => rolesOf(coordinateOf(result.name, name)))
          : [~0];
      return [
        ...fault(coordinate, unionOf(selectable), `every field of ${result.name}`),
        ...field.args.flatMap((argument: GraphQLArgument) => {
          const ofArgument = coordinateOf(typeName, field.name, argument.name);
          return [
            ...(isRequiredArgument(argument)
              ? fault(coordinate, rolesOf(ofArgument), `its ${argument.name}`)
              : []),
            ...ofInput(ofArgument, argument.type),
          ];
        }),
      ];
    }),
    ...inputs.flatMap((type) =>
      Object.values(type.getFields()).flatMap((field) =>
        ofInput(coordinateOf(type.name, field.name), field.type),
      ),
    ),
  ];
}

/** The roles that can send an input object: with all required fields, or else with any field. */
function usableInput(
  fields: readonly GraphQLInputField[],
  typeName: string,
  rolesOf: (coordinate: string) => RoleSet,
): RoleSet {
  const rolesOfAll = (some: readonly GraphQLInputField[]) =>
    some.map(({ name }) => rolesOf(coordinateOf(typeName, name)));
  const required = fields.filter(isRequiredInputField);
  return required.length > 0
    ? rolesOfAll(required).reduce((all, roles) => all & roles, ~0)
    : unionOf(rolesOfAll(fields));
}

const unionOf = (sets: readonly RoleSet[]): RoleSet => sets.reduce((all, set) => all | set, 0);

const listOf = (set: RoleSet): string => rolesIn(set).join(", ");

/** The valid operations that no single role may run. */
export const faultsOfUnrunnable = (
  schema: GraphQLSchema,
  operations: readonly Operation[],
): string[] =>
  operations.flatMap(({ name, kind, file, document }) => {
    const operation = document.definitions.find((it) => it.kind === Kind.OPERATION_DEFINITION);
    if (!operation || validate(schema, document).length > 0) return [];
    if (rolesForDocument({ schema, document, operation }) !== 0) return [];
    return [`${kind} ${name} (of ${file}): no role may run it.`];
  });

/**
 * The roles that lost or gained a field, an argument or an input field. Nothing is known of those on which the release
 * did not decide.
 */
export function changedAccess(released: GraphQLSchema, current: GraphQLSchema): SchemaChange[] {
  const now = policyOf(current);
  return [...policyOf(released).values()].flatMap(({ coordinate, roles: before }) => {
    const decision = now.get(coordinate);
    if (before === undefined || !decision) return [];
    const after = decision.roles ?? 0;
    return [
      ...rolesIn(before & ~after).map((role) => ({
        change: `ACCESS_NARROWED ${coordinate} ${role}`,
        message: `${role} may not use ${coordinate} any more.`,
        effect: "breaks" as const,
      })),
      ...rolesIn(after & ~before).map((role) => ({
        change: `ACCESS_WIDENED ${coordinate} ${role}`,
        message: `${role} may use ${coordinate} now.`,
        effect: "adds" as const,
      })),
    ];
  });
}
