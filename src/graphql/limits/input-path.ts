import { BREAK, Kind, visit, type ASTNode, type DocumentNode, type GraphQLError } from "graphql";
import type { InputPath } from "./input-limits.js";

/** The path of a literal in the document, starting with the argument. */
export function literalPath(
  document: DocumentNode,
  { nodes }: GraphQLError,
): InputPath | undefined {
  const [target] = nodes ?? [];
  let found: InputPath | undefined;
  visit(document, {
    enter(node, _key, _parent, path) {
      if (node !== target) return undefined;
      found = namesAlong(document, path);
      return BREAK;
    },
  });
  return found?.length === 0 ? undefined : found;
}

/** The arguments, input fields and list positions on the path from the document to a node. */
function namesAlong(document: DocumentNode, path: readonly (string | number)[]): InputPath {
  const names: (string | number)[] = [];
  let place: unknown = document;
  path.forEach((step, index) => {
    place = (place as Record<string | number, unknown>)[step];
    const node = place as ASTNode;
    if (typeof step === "number" && path[index - 1] === "values") names.push(step);
    if (node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD) names.push(node.name.value);
  });
  return names;
}
