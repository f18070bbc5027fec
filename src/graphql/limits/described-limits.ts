import {
  Kind,
  visit,
  type ConstDirectiveNode,
  type DocumentNode,
  type InputValueDefinitionNode,
  type StringValueNode,
} from "graphql";

/**
 * The schema with the limits that its directives declare said in its descriptions, too: introspection shows no
 * directives, and so neither do explorers and generated types.
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
  const said = limits.filter((limit) => limit !== null).join(" or ");
  return `More than ${said} are refused with BAD_USER_INPUT.`;
}

function numberOf(
  { arguments: values = [] }: ConstDirectiveNode,
  name: string,
  unit: string,
): string | null {
  const value = values.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.INT ? `${Number(value.value).toLocaleString("en")} ${unit}` : null;
}
