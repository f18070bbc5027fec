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
 * The maximum of steps of a query that is compiled. Compiling blocks the event loop, for 20 to 30 µs per step (a selected
 * field or one of its ancestors), and uses memory that is freed late. The longest query of the client has 150 steps.
 */
const MAX_STEPS = 600;

/** graphql-jit joins response names by underscores to internal names, which must not collide. */
const RESPONSE_NAME = /^(__(typename|schema|type)|[A-Za-z][A-Za-z0-9]*)$/;

/**
 * Whether graphql-jit 0.8 gives the same response to a query as graphql-js, and compiles it in bounded time. Excluded are:
 * - queries with string literals, because graphql-jit puts them into the generated code, which must never contain
 *   text of a caller;
 * - directives: with @skip or @include on a fragment that is spread several times, fields are lost;
 * - response names with underscores, and variables named `__proto__`;
 * - large selections, for example by fragments that are spread in many places.
 *
 * tests/fuzz compares graphql-jit with graphql-js.
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
 * The number of steps: the sum of the depths of all selected fields. Fields of a fragment count at each place where it is
 * spread; fields of an interface count once for each of its types, those of a fragment only for its own. Stops counting beyond MAX_STEPS.
 */
export function stepsOf(
  schema: GraphQLSchema,
  { operation, selectionSet }: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): number {
  let steps = 0;
  const count = (set: SelectionSetNode, type: GraphQLNamedType, depth: number, outer: number) => {
    const times = outer * (isAbstractType(type) ? schema.getPossibleTypes(type).length : 1);
    for (const selection of set.selections) {
      if (steps > MAX_STEPS) return;
      if (selection.kind === Kind.FIELD) {
        steps += depth * times;
        const field = fieldOf(type, selection.name.value);
        if (!field || !selection.selectionSet) continue;
        count(selection.selectionSet, getNamedType(field.type), depth + 1, times);
      } else {
        const fragment =
          selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
        const name = fragment?.typeCondition?.name.value;
        const condition = name === undefined ? type : schema.getType(name);
        if (fragment && condition) count(fragment.selectionSet, condition, depth, outer);
      }
    }
  };
  const root = schema.getRootType(operation);
  if (root) count(selectionSet, root, 1, 1);
  return steps;
}
