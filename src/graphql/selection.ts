import type { Fields } from "../domain/index.js";
import { Kind, type FieldNode, type GraphQLResolveInfo, type SelectionSetNode } from "graphql";

/** The parts of a parsed operation stay the same as long as it is kept: what was found in one holds. */
const found = new WeakMap<FieldNode, Fields>();

/** Fields of the graph that are made of others of the model. */
const COMPUTED_FROM: Readonly<Record<string, readonly string[]>> = {
  fullName: ["firstName", "lastName"],
};

/**
 * The names of all fields that are selected anywhere below the field that `info` is about, and of those
 * that they are made of. Some may be left out by @skip or @include: this is for reading ahead, where too
 * much does no harm.
 */
export function fieldsBelow({ fieldNodes, fragments }: GraphQLResolveInfo): Fields {
  const [first] = fieldNodes;
  if (!first) return new Set();
  const known = fieldNodes.length === 1 ? found.get(first) : undefined;
  if (known) return known;
  const names = new Set<string>();
  for (const { selectionSet } of fieldNodes) collect(selectionSet, fragments, names);
  if (fieldNodes.length === 1) found.set(first, names);
  return names;
}

function collect(
  selectionSet: SelectionSetNode | undefined,
  fragments: GraphQLResolveInfo["fragments"],
  names: Set<string>,
): void {
  for (const selection of selectionSet?.selections ?? []) {
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      collect(fragments[selection.name.value]?.selectionSet, fragments, names);
      continue;
    }
    if (selection.kind === Kind.FIELD) {
      const { value: name } = selection.name;
      for (const each of [name, ...(COMPUTED_FROM[name] ?? [])]) names.add(each);
    }
    collect(selection.selectionSet, fragments, names);
  }
}
