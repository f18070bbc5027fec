import {
  getNamedType,
  isAbstractType,
  Kind,
  visit,
  type ASTNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import { fieldOf } from "../limits/cost-rule.js";
import { reachable, type RequestPlan } from "../limits/request-plan.js";

/**
 * Compiling takes a time in which nothing else is done, 20 to 30 µs for each selected field and each field above
 * it, and memory that is collected late. The client's longest query has 150 of them.
 */
const MAX_STEPS = 600;

/** graphql-jit makes names of its own of response names, joined by underscores, and one of them must not be another. */
const RESPONSE_NAME = /^(__(typename|schema|type)|[A-Za-z][A-Za-z0-9]*)$/;

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
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  { fragments }: RequestPlan,
  { isTrusted }: { isTrusted: boolean },
): boolean {
  const definitions = [operation, ...reachable(operation, fragments)];
  if (!definitions.every(isPlain)) return false;
  return isTrusted || stepsOf(schema, operation, fragments) <= MAX_STEPS;
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

/**
 * How many steps lead to all fields that are selected, those of a fragment at each of the places where it is
 * spread, and those of an interface once for each of its types; no more are counted than MAX_STEPS.
 */
export function stepsOf(
  schema: GraphQLSchema,
  { operation, selectionSet }: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): number {
  let steps = 0;
  const count = (set: SelectionSetNode, type: GraphQLNamedType, depth: number, times: number) => {
    for (const selection of set.selections) {
      if (steps > MAX_STEPS) return;
      if (selection.kind === Kind.FIELD) {
        steps += depth * times;
        const field = fieldOf(type, selection.name.value);
        if (!field || !selection.selectionSet) continue;
        const inner = getNamedType(field.type);
        const kinds = isAbstractType(inner) ? schema.getPossibleTypes(inner).length : 1;
        count(selection.selectionSet, inner, depth + 1, times * kinds);
      } else {
        const fragment =
          selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
        const name = fragment?.typeCondition?.name.value;
        const condition = name === undefined ? type : schema.getType(name);
        if (fragment && condition) count(fragment.selectionSet, condition, depth, times);
      }
    }
  };
  const root = schema.getRootType(operation);
  if (root) count(selectionSet, root, 1, 1);
  return steps;
}
