import {
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
} from "graphql";

/** An argument, or a field of an object, an interface or an input. */
export interface AnyField {
  name: string;
  /** The name of its type, without lists and non-null. */
  typeName: string;
  deprecationReason: string | null;
  arguments: AnyField[];
}

/** The fields of a type; empty for kinds without fields. */
export function fieldsOf(type: GraphQLNamedType): AnyField[] {
  if (isInputObjectType(type)) return Object.values(type.getFields()).map(toInput);
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).map(toField);
}

const toField = (field: GraphQLField<unknown, unknown>): AnyField => ({
  name: field.name,
  typeName: getNamedType(field.type).name,
  deprecationReason: field.deprecationReason ?? null,
  arguments: field.args.map(toInput),
});

const toInput = (input: GraphQLArgument | GraphQLInputField): AnyField => ({
  name: input.name,
  typeName: getNamedType(input.type).name,
  deprecationReason: input.deprecationReason ?? null,
  arguments: [],
});
