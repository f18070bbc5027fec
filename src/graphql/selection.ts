import type { Fields } from "../domain/index.js";
import { Kind, type FieldNode, type GraphQLResolveInfo, type SelectionSetNode } from "graphql";

/** A cache by AST node: the nodes of a cached document do not change. */
const found = new WeakMap<FieldNode, Fields>();

/** GraphQL fields that are computed from other fields of the model. */
const COMPUTED_FROM: Readonly<Record<string, readonly string[]>> = {
  fullName: ["firstName", "lastName"],
};

/**
 * The names of all fields that are selected anywhere below the field of `info`, and of the fields from which they are
 * computed. @skip and @include are ignored: the names are used for prefetching, where too many do no harm.
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
