import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  concatAST,
  GraphQLError,
  Kind,
  NoDeprecatedCustomRule,
  NoUnusedFragmentsRule,
  parse,
  Source,
  specifiedRules,
  validate,
  visit,
  type DefinitionNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type ValidationRule,
} from "graphql";

/** An operation of callers, with its fragments. */
export interface Operation {
  name: string;
  kind: "query" | "mutation" | "subscription";
  /** Its file, relative to the root of the project. */
  file: string;
  document: DocumentNode;
}

/** The operations of one folder, whose files share fragments. */
export interface Registry {
  folder: string;
  operations: Operation[];
  /** Invalid files, duplicate names, and invalid fragments. */
  faults: string[];
}

/** Reads all `.graphql` files under a folder; a missing folder has none. */
export function readRegistry(root: string, folder: string, schema: GraphQLSchema): Registry {
  const faults: string[] = [];
  const documents = graphqlFilesUnder(root, folder).flatMap((file) => {
    try {
      return [parse(new Source(readFileSync(join(root, file), "utf8"), file))];
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      faults.push(`${placeOf(error)}: ${error.message}`);
      return [];
    }
  });
  const { definitions } = concatAST(documents);
  faults.push(...faultsOfNames(definitions));
  if (faults.length > 0) return { folder, operations: [], faults };
  const all: DocumentNode = { kind: Kind.DOCUMENT, definitions };
  const fragments = new Map(
    definitions.filter(isFragment).map((fragment) => [fragment.name.value, fragment]),
  );
  const operations = definitions.filter(isOperation).map((definition) => ({
    name: definition.name?.value ?? "",
    kind: definition.operation,
    file: fileOf(definition),
    document: documentOf(definition, fragments),
  }));
  return { folder, operations, faults: faultsOfSpareFragments(schema, all, operations) };
}

/** The operation, followed by its fragments in the order of their use, as client generators do. */
function documentOf(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): DocumentNode {
  const used = new Set<FragmentDefinitionNode>();
  const follow = (definition: DefinitionNode) => {
    visit(definition, {
      FragmentSpread: ({ name }) => {
        const fragment = fragments.get(name.value);
        if (!fragment || used.has(fragment)) return;
        used.add(fragment);
        follow(fragment);
      },
    });
  };
  follow(operation);
  return { kind: Kind.DOCUMENT, definitions: [operation, ...used] };
}

/** Validates operations against the schema. Each error names the operation, its location and the reason. */
export const faultsOfOperations = (
  schema: GraphQLSchema,
  operations: readonly Operation[],
): string[] => operations.flatMap((operation) => judge(schema, operation, specifiedRules));

/** The uses of deprecated fields in operations. */
export const deprecatedUses = (schema: GraphQLSchema, operations: readonly Operation[]): string[] =>
  operations.flatMap((operation) => judge(schema, operation, [NoDeprecatedCustomRule]));

function judge(
  schema: GraphQLSchema,
  { kind, name, document, file }: Operation,
  rules: readonly ValidationRule[],
): string[] {
  return validate(schema, document, rules).map((error) => {
    const place = placeOf(error);
    const whose = place.startsWith(`${file}:`) ? "" : ` (of ${file})`;
    return `${kind} ${name}${whose} at ${place}: ${error.message}`;
  });
}

/** Validates fragments that no operation uses, because clients may still use them. */
function faultsOfSpareFragments(
  schema: GraphQLSchema,
  all: DocumentNode,
  operations: readonly Operation[],
): string[] {
  const used = new Set(operations.flatMap(({ document }) => document.definitions));
  const fragments = all.definitions.filter(isFragment);
  const spare = fragments.filter((fragment) => !used.has(fragment));
  const rules = specifiedRules.filter((rule) => rule !== NoUnusedFragmentsRule);
  return validate(schema, { kind: Kind.DOCUMENT, definitions: fragments }, rules)
    .filter(({ nodes }) => spare.some((definition) => isWithin(definition, nodes?.[0])))
    .map((error) => `a fragment at ${placeOf(error)}: ${error.message}`);
}

function isWithin({ loc }: DefinitionNode, node: { loc?: DefinitionNode["loc"] } | undefined) {
  const inner = node?.loc;
  if (!loc || loc.source !== inner?.source) return false;
  return loc.start <= inner.start && inner.end <= loc.end;
}

function faultsOfNames(definitions: readonly DefinitionNode[]): string[] {
  const seen = new Map<string, string>();
  return definitions.flatMap((definition) => {
    const file = fileOf(definition);
    if (!isOperation(definition) && !isFragment(definition))
      return [`${file}: only operations and fragments belong here.`];
    if (!definition.name) return [`${file}: an operation has no name.`];
    const name = `${isOperation(definition) ? "operation" : "fragment"} ${definition.name.value}`;
    const earlier = seen.get(name);
    seen.set(name, file);
    return earlier === undefined ? [] : [`${file}: ${name} stands in ${earlier} too.`];
  });
}

function graphqlFilesUnder(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory())
        return entry.name === "node_modules" ? [] : graphqlFilesUnder(root, path);
      return entry.name.endsWith(".graphql") ? [path] : [];
    });
}

const isOperation = (definition: DefinitionNode): definition is OperationDefinitionNode =>
  definition.kind === Kind.OPERATION_DEFINITION;

const isFragment = (definition: DefinitionNode): definition is FragmentDefinitionNode =>
  definition.kind === Kind.FRAGMENT_DEFINITION;

const fileOf = ({ loc }: DefinitionNode): string => loc?.source.name ?? "";

function placeOf({ source, nodes, locations }: GraphQLError): string {
  const file = source?.name ?? nodes?.[0]?.loc?.source.name ?? "";
  const { line, column } = locations?.[0] ?? { line: 1, column: 1 };
  return `${file}:${line}:${column}`;
}
