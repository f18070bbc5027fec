import {
  Kind,
  visit,
  type ASTNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import { reachable, type RequestPlan } from "./request-plan.js";

/** Compiling takes some tenths of a millisecond for each selection, in which nothing else is done. */
const MOST_SELECTIONS = 100;

/** graphql-jit makes names of its own of response names, joined by underscores, and one of them must not be another. */
const RESPONSE_NAME = /^(__typename|[A-Za-z][A-Za-z0-9]*)$/;

/**
 * Whether graphql-jit 0.8 answers a query as graphql-js does, and compiles it in a bounded time. It does not
 * - where a text stands in the document: it becomes part of the generated code, in which the text of
 *   a caller must never be;
 * - with directives: where @skip or @include meets a fragment that is reached in several ways, fields are lost;
 * - with response names that have underscores, or a variable of the name `__proto__`;
 * - where many fields are selected, perhaps by fragments that are spread in many places.
 *
 * tests/fuzz holds the two against each other.
 */
export function isCompilable(
  operation: OperationDefinitionNode,
  { fragments }: RequestPlan,
  { isTrusted }: { isTrusted: boolean },
): boolean {
  const definitions = [operation, ...reachable(operation, fragments)];
  if (!definitions.every(isPlain)) return false;
  return isTrusted || countSelections(operation.selectionSet, fragments) <= MOST_SELECTIONS;
}

function isPlain(definition: ASTNode): boolean {
  let result = true;
  const exclude = () => {
    result = false;
  };
  visit(definition, {
    [Kind.STRING]: exclude,
    [Kind.DIRECTIVE]: exclude,
    [Kind.FIELD]({ alias, name }) {
      if (!RESPONSE_NAME.test((alias ?? name).value)) exclude();
    },
    [Kind.VARIABLE]({ name }) {
      if (name.value === "__proto__") exclude();
    },
  });
  return result;
}

/** How many fields are selected, those of a fragment at each of the places where it is spread. */
function countSelections(
  root: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): number {
  const known = new Map<SelectionSetNode, number>();
  const count = (set: SelectionSetNode): number => {
    const earlier = known.get(set);
    if (earlier !== undefined) return earlier;
    const total = set.selections.reduce((sum, selection) => {
      const inner =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? fragments.get(selection.name.value)?.selectionSet
          : selection.selectionSet;
      return sum + (selection.kind === Kind.FIELD ? 1 : 0) + (inner ? count(inner) : 0);
    }, 0);
    known.set(set, total);
    return total;
  };
  return count(root);
}
