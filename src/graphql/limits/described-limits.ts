import {
  Kind,
  visit,
  type ConstDirectiveNode,
  type DocumentNode,
  type InputValueDefinitionNode,
  type StringValueNode,
} from "graphql";

/**
 * Adds the limits that directives declare to the descriptions of a schema, because introspection, and with it explorers and
 * generated types, does not show directives.
 */
export function describeLimits(schema: DocumentNode): DocumentNode {
  return visit(schema, {
    [Kind.INPUT_VALUE_DEFINITION](node) {
      const sentence = sentenceOf(node);
      if (sentence === null) return undefined;
      const text = node.description ? `${node.description.value} ${sentence}` : sentence;
      const description: StringValueNode = { kind: Kind.STRING, value: text };
      return { ...node, description };
    },
  });
}

function sentenceOf({ directives = [] }: InputValueDefinitionNode): string | null {
  const maximum = directives.find(({ name }) => name.value === "maximum");
  if (!maximum) return null;
  const limits = [numberOf(maximum, "items", "items"), numberOf(maximum, "length", "characters")];
  const sentence = limits.filter((limit) => limit !== null).join(" or ");
  return `More than ${sentence} are refused with BAD_USER_INPUT.`;
}

function numberOf(
  { arguments: values = [] }: ConstDirectiveNode,
  name: string,
  unit: string,
): string | null {
  const value = values.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.INT ? `${Number(value.value).toLocaleString("en")} ${unit}` : null;
}
