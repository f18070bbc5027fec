import {
  Kind,
  visit,
  type ConstDirectiveNode,
  type ConstValueNode,
  type DocumentNode,
  type StringValueNode,
} from "graphql";

/**
 * The schema with what its directives `@maximum` and `@refusals` declare said in its descriptions, too:
 * introspection shows no applied directives, and so neither do explorers and generated types.
 */
export function describeDirectives(schema: DocumentNode): DocumentNode {
  return visit(schema, {
    [Kind.INPUT_VALUE_DEFINITION]: (node) => withSentence(node, limitsOf(node)),
    [Kind.FIELD_DEFINITION]: (node) => withSentence(node, refusalsOf(node)),
  });
}

interface Described {
  readonly description?: StringValueNode | undefined;
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
}

/** The node with the sentence at the end of its description; undefined, which leaves it as it is, without one. */
function withSentence<Node extends Described>(
  node: Node,
  sentence: string | null,
): Node | undefined {
  if (sentence === null) return undefined;
  const value = node.description ? `${node.description.value} ${sentence}` : sentence;
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

function refusalsOf(node: Described): string | null {
  const codes = argumentOf(node, "refusals", "codes");
  if (codes?.kind !== Kind.LIST) return null;
  const names = codes.values.flatMap((code) => (code.kind === Kind.ENUM ? code.value : []));
  return `Refusals: ${names.join(", ")}.`;
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
