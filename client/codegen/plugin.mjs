// Writes the client's documents: as text for the fetch client, as nodes for Apollo Client and urql, and
// which refusals each mutation can answer with. A plugin of GraphQL Code Generator (see codegen.ts).
import {
  getDirectiveValues,
  getNamedType,
  getOperationAST,
  isInputObjectType,
  isInterfaceType,
  Kind,
  print,
  separateOperations,
  stripIgnoredCharacters,
  typeFromAST,
  visit,
} from "graphql";

/**
 * @typedef {import("graphql").GraphQLSchema} GraphQLSchema
 * @typedef {import("graphql").DocumentNode} DocumentNode
 * @typedef {{ document?: DocumentNode }} DocumentFile
 * @typedef {{ name: string, kind: string, takesIdempotencyKey: boolean, document: DocumentNode }} Operation
 */

/** @type {Record<string, (schema: GraphQLSchema, files: DocumentFile[]) => string>} */
const WRITERS = { text: writeText, nodes: writeNodes, refusals: writeRefusals };

/**
 * @param {GraphQLSchema} schema
 * @param {DocumentFile[]} files
 * @param {{ write: string }} config which of the three files is written.
 */
export function plugin(schema, files, { write }) {
  const writer = WRITERS[write];
  if (!writer) throw new Error(`The client has no file of the kind ${write}.`);
  return writer(schema, files);
}

/** @param {GraphQLSchema} schema @param {DocumentFile[]} files */
function writeText(schema, files) {
  const documents = operationsOf(schema, files).map(
    ({ name, kind, takesIdempotencyKey, document }) => `
export const ${name}Document: TypedDocument<${typesOf(name, kind)}> = {
  name: ${JSON.stringify(name)},
  kind: ${JSON.stringify(kind)},
  takesIdempotencyKey: ${takesIdempotencyKey},
  text: ${JSON.stringify(stripIgnoredCharacters(print(document)))},
};
`,
  );
  return `import type { Answered, TypedDocument } from "../typed-document.js";
import type * as Types from "./types.js";
${documents.join("")}`;
}

/** @param {GraphQLSchema} schema @param {DocumentFile[]} files */
function writeNodes(schema, files) {
  /** @type {Map<string, string>} */
  const fragments = new Map();
  const documents = operationsOf(schema, files).map(({ name, kind, document }) => {
    const definitions = document.definitions.map((definition) => {
      const json = JSON.stringify(definition, withoutLocation);
      if (definition.kind !== Kind.FRAGMENT_DEFINITION) return json;
      const fragment = `${definition.name.value}Fragment`;
      fragments.set(fragment, json);
      return fragment;
    });
    const node = `{ kind: "Document", definitions: [${definitions.join(", ")}] }`;
    const types = `Types.${name}${typeSuffix(kind)}, Types.${name}${typeSuffix(kind)}Variables`;
    return `
export const ${name}Document = ${node} as unknown as TypedDocumentNode<${types}>;
`;
  });
  const constants = [...fragments].map(([name, json]) => `\nconst ${name} = ${json};\n`);
  return `import type { TypedDocumentNode } from "../typed-document-node.js";
import type * as Types from "./types.js";

/** Which types an interface stands for, for \`new InMemoryCache({ possibleTypes })\` of Apollo Client. */
export const possibleTypes: Record<string, string[]> = ${JSON.stringify(possibleTypesOf(schema))};
${constants.join("")}${documents.join("")}`;
}

/** @param {GraphQLSchema} schema */
function possibleTypesOf(schema) {
  const interfaces = Object.values(schema.getTypeMap()).filter(isInterfaceType);
  return Object.fromEntries(
    interfaces.map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name)]),
  );
}

/** Reads them off the directive `@refusals`. @param {GraphQLSchema} schema */
function writeRefusals(schema) {
  const directive = schema.getDirective("refusals");
  const fields = Object.values(schema.getMutationType()?.getFields() ?? {}).map((field) => {
    const values = directive && field.astNode && getDirectiveValues(directive, field.astNode);
    if (!values) throw new Error(`Mutation.${field.name} has no @refusals.`);
    const codes = /** @type {string[]} */ (values["codes"]);
    return `  ${field.name}: ${codes.map((code) => JSON.stringify(code)).join(" | ")};\n`;
  });
  return `/** The codes that each mutation can be refused with. */
export interface RefusalCodes {
${fields.join("")}}
`;
}

/** @param {GraphQLSchema} schema @param {DocumentFile[]} files @returns {Operation[]} */
function operationsOf(schema, files) {
  const definitions = files.flatMap(({ document }) => document?.definitions ?? []);
  const separate = separateOperations({ kind: Kind.DOCUMENT, definitions });
  return Object.entries(separate).map(([name, document]) => {
    const operation = getOperationAST(document);
    if (!operation) throw new Error(`There is no operation ${name}.`);
    const takesIdempotencyKey = (operation.variableDefinitions ?? []).some(({ variable, type }) => {
      const input = getNamedType(typeFromAST(schema, type));
      return (
        variable.name.value === "input" &&
        isInputObjectType(input) &&
        "idempotencyKey" in input.getFields()
      );
    });
    const ordered = inOrderOfUse(operation, document);
    return { name, kind: operation.operation, takesIdempotencyKey, document: ordered };
  });
}

/**
 * The operation and then its fragments in the order of their use: other generators write them so, and servers that
 * run trusted documents alone know them by the hash of that text.
 *
 * @param {import("graphql").OperationDefinitionNode} operation @param {DocumentNode} document @returns {DocumentNode}
 */
function inOrderOfUse(operation, document) {
  /** @type {Set<import("graphql").DefinitionNode>} */
  const definitions = new Set([operation]);
  const follow = (/** @type {import("graphql").DefinitionNode} */ definition) => {
    visit(definition, {
      FragmentSpread: ({ name: { value } }) => {
        const fragment = document.definitions.find(
          (other) => other.kind === Kind.FRAGMENT_DEFINITION && other.name.value === value,
        );
        if (!fragment || definitions.has(fragment)) return;
        definitions.add(fragment);
        follow(fragment);
      },
    });
  };
  follow(operation);
  return { kind: Kind.DOCUMENT, definitions: [...definitions] };
}

/** @param {string} name @param {string} kind */
function typesOf(name, kind) {
  const type = `Types.${name}${typeSuffix(kind)}`;
  return `${kind === "mutation" ? `Answered<${type}>` : type}, ${type}Variables`;
}

/** @param {string} kind */
const typeSuffix = (kind) => (kind === "mutation" ? "Mutation" : "Query");

/** @param {string} key @param {unknown} value */
const withoutLocation = (key, value) => (key === "loc" ? undefined : value);
