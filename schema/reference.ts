import {
  astFromValue,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  print,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from "graphql";
import { declaredOn, rolesIn } from "../src/graphql/access/policy.js";
import { fieldsOf } from "./fields.js";
import { ruleBookOf, type Rule } from "./rule-book.js";

/** The content of the reference, independent of its format. */
export interface Reference {
  version: string;
  /** The SHA-256 of schema.graphql, in hexadecimal. */
  hash: string;
  rules: Rule[];
  sections: Section[];
  /** The names of all types that have an entry. */
  typeNames: ReadonlySet<string>;
}

export interface Section {
  title: string;
  types: TypeEntry[];
}

export interface TypeEntry {
  name: string;
  kind: string;
  description: string;
  interfaces: string[];
  /** The implementations of this interface. */
  implementations: string[];
  /** The roles that may use its fields, if their own declarations don't narrow them; empty if it declares none. */
  roles: string[];
  members: Member[];
  /** The fields and arguments of this type, for example `Query.doctor` or `Query.doctor(by:)`. */
  usedBy: string[];
}

/** A field, an input field or an enum value. */
export interface Member {
  name: string;
  /** The type in SDL syntax, `[Doctor!]!`; null for enum values. */
  type: string | null;
  description: string;
  defaultValue: string | null;
  deprecationReason: string | null;
  arguments: Member[];
}

/** The sections in order; a type is in the first one that accepts it. */
const SECTIONS: { title: string; takes: (type: GraphQLNamedType) => boolean }[] = [
  { title: "Queries", takes: ({ name }) => name === "Query" },
  { title: "Mutations", takes: ({ name }) => name === "Mutation" },
  { title: "Errors", takes: ({ name }) => /Error(Code)?$/.test(name) },
  { title: "Answers of mutations", takes: ({ name }) => name.endsWith("Payload") },
  { title: "Pages", takes: ({ name }) => /^PageInfo$|(Connection|Edge)$/.test(name) },
  { title: "Objects", takes: (type) => isObjectType(type) || isInterfaceType(type) },
  { title: "Inputs", takes: isInputObjectType },
  { title: "Enums", takes: isEnumType },
  { title: "Scalars", takes: () => true },
];

/** The order of the sections in the reference, which differs from the order in which they are matched. */
const READING_ORDER = [
  ...["Queries", "Mutations", "Objects", "Inputs", "Answers of mutations"],
  ...["Errors", "Pages", "Enums", "Scalars"],
];

export function referenceOf(schema: GraphQLSchema, version: string, hash: string): Reference {
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  );
  const uses = usesOf(types);
  const entries = new Map<string, TypeEntry[]>(READING_ORDER.map((title) => [title, []]));
  for (const type of types) {
    const title = SECTIONS.find(({ takes }) => takes(type))?.title ?? "Scalars";
    entries.get(title)?.push(entryOf(schema, type, uses.get(type.name) ?? []));
  }
  return {
    version,
    hash,
    rules: ruleBookOf(schema),
    sections: [...entries].map(([title, list]) => ({ title, types: list })),
    typeNames: new Set(types.map(({ name }) => name)),
  };
}

function entryOf(schema: GraphQLSchema, type: GraphQLNamedType, usedBy: string[]): TypeEntry {
  return {
    name: type.name,
    kind: kindOf(type),
    description: type.description ?? "",
    interfaces: isObjectType(type) ? type.getInterfaces().map(({ name }) => name) : [],
    implementations: isInterfaceType(type)
      ? schema.getPossibleTypes(type).map(({ name }) => name)
      : [],
    roles: rolesIn(declaredOn(schema, type)?.roles ?? 0),
    members: membersOf(type),
    usedBy,
  };
}

function kindOf(type: GraphQLNamedType): string {
  if (isObjectType(type)) return "type";
  if (isInterfaceType(type)) return "interface";
  if (isInputObjectType(type)) return type.isOneOf ? "input, exactly one of" : "input";
  return isEnumType(type) ? "enum" : "scalar";
}

function membersOf(type: GraphQLNamedType): Member[] {
  if (isEnumType(type)) {
    return type.getValues().map(member);
  }
  if (isInputObjectType(type)) return Object.values(type.getFields()).map(inputMember);
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).map(fieldMember);
}

const fieldMember = (field: GraphQLField<unknown, unknown>): Member => ({
  ...member(field),
  type: String(field.type),
  arguments: field.args.map(inputMember),
});

function inputMember(input: GraphQLArgument | GraphQLInputField): Member {
  const value =
    input.defaultValue === undefined ? null : astFromValue(input.defaultValue, input.type);
  return { ...member(input), type: String(input.type), defaultValue: value ? print(value) : null };
}

interface Described {
  name: string;
  description?: string | null | undefined;
  deprecationReason?: string | null | undefined;
}

const member = ({ name, description, deprecationReason }: Described): Member => ({
  name,
  type: null,
  description: description ?? "",
  defaultValue: null,
  deprecationReason: deprecationReason ?? null,
  arguments: [],
});

/** The uses of each type. */
function usesOf(types: readonly GraphQLNamedType[]): Map<string, string[]> {
  const uses = new Map<string, string[]>();
  const note = (name: string, use: string) => uses.set(name, [...(uses.get(name) ?? []), use]);
  for (const type of types) {
    for (const field of fieldsOf(type)) {
      note(field.typeName, `${type.name}.${field.name}`);
      for (const argument of field.arguments) {
        note(argument.typeName, `${type.name}.${field.name}(${argument.name}:)`);
      }
    }
  }
  return uses;
}
