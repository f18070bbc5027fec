import {
  Kind,
  visit,
  type ConstDirectiveNode,
  type ConstValueNode,
  type DocumentNode,
  type StringValueNode,
} from "graphql";

/**
 * The schema with what its directives `@maximum`, `@access` and `@refusals` declare said in its descriptions, too;
 * `@access` only where a field or an input has one of its own. Introspection shows no applied directives, and so neither do explorers and generated types.
 */
export function describeDirectives(schema: DocumentNode): DocumentNode {
  return visit(schema, {
    [Kind.INPUT_VALUE_DEFINITION]: (node) => withSentences(node, [limitsOf(node), rolesOf(node)]),
    [Kind.FIELD_DEFINITION]: (node) => withSentences(node, [rolesOf(node), refusalsOf(node)]),
  });
}

interface Described {
  readonly description?: StringValueNode | undefined;
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
}

/** The node with the sentences at the end of its description; undefined, which leaves it as it is, without any. */
function withSentences<Node extends Described>(
  node: Node,
  sentences: readonly (string | null)[],
): Node | undefined {
  const added = sentences.filter((sentence) => sentence !== null);
  if (added.length === 0) return undefined;
  const value = [...(node.description ? [node.description.value] : []), ...added].join(" ");
  return { ...node, description: { kind: Kind.STRING, value } };
}

function limitsOf(node: Described): string | null {
  const limits = [
    numberOf(argumentOf(node, "maximum", "items"), "items"),
    numberOf(argumentOf(node, "maximum", "length"), "characters"),
  ].filter((limit) => limit !== null);
  return limits.length > 0
    ? `More than ${limits.join(" or ")} are refused with BAD_USER_INPUT.`
    : null;
}

const rolesOf = (node: Described): string | null => listOf(node, "Roles", ["access", "roles"]);

const refusalsOf = (node: Described): string | null =>
  listOf(node, "Refusals", ["refusals", "codes"]);

/** `Title: A, B.` for the enum values in an argument of a directive. */
function listOf(
  node: Described,
  title: string,
  [directive, argument]: [directive: string, argument: string],
): string | null {
  const list = argumentOf(node, directive, argument);
  if (list?.kind !== Kind.LIST) return null;
  const names = list.values.flatMap((value) => (value.kind === Kind.ENUM ? value.value : []));
  return `${title}: ${names.join(", ")}.`;
}

function argumentOf(
  { directives = [] }: Described,
  directive: string,
  argument: string,
): ConstValueNode | undefined {
  return directives
    .find(({ name }) => name.value === directive)
    ?.arguments?.find(({ name }) => name.value === argument)?.value;
}

const numberOf = (value: ConstValueNode | undefined, unit: string): string | null =>
  value?.kind === Kind.INT ? `${Number(value.value).toLocaleString("en")} ${unit}` : null;
