import { setFlagsFromString } from "node:v8";
import { HeaderMap, type ApolloServerPlugin } from "@apollo/server";
import {
  OperationTypeNode,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { compileQuery, isCompiledQuery, type CompiledQuery } from "graphql-jit";
import { isCompilable, stepsOf } from "./compilable.js";
import type { Context } from "../context.js";
import { formatFieldErrors } from "./errors.js";
import { operationOf, planOf, type RequestPlan } from "../limits/request-plan.js";

// V8 caches compiled code by its source text for two full garbage collections. With many different documents, the heap
// would grow without limit.
setFlagsFromString("--no-compilation-cache");

export interface CompiledExecutionOptions {
  /** Whether the document with this text is compiled at its first use; others are compiled at their second. */
  isTrusted: (source: string) => boolean;
}

/**
 * Queries are compiled with graphql-jit. A compiled query is not run again if it has errors: its data and errors are the
 * response. All other operations are executed by graphql-js.
 */
export const compiledExecutionPlugin = ({
  isTrusted,
}: CompiledExecutionOptions): ApolloServerPlugin<Context> => ({
  requestDidStart: async () => ({
    async responseForOperation(requestContext) {
      const { schema, document, request, source, contextValue } = requestContext;
      const operation = operationOf(requestContext);
      if (operation?.operation !== OperationTypeNode.QUERY) return null;
      const plan = planOf(schema, document, operation);
      const query = compiledOf(operation, plan, () => {
        return { schema, document, isTrusted: isTrusted(source) };
      });
      if (!query) return null;
      const variables = withDefaults(plan, request.variables);
      const { data, errors } = await query.query(undefined, contextValue, variables);
      return {
        http: { headers: new HeaderMap() },
        body: {
          kind: "single" as const,
          singleResult: {
            ...(errors && { errors: formatFieldErrors(errors, contextValue) }),
            data: data ?? null,
          },
        },
      };
    },
  }),
});

/**
 * The variables for compiled code: with all defaults, which graphql-jit applies incorrectly, and without a prototype, whose
 * properties it takes for variables.
 */
const withDefaults = (
  { defaults }: RequestPlan,
  variables: Readonly<Record<string, unknown>> | undefined,
): Record<string, unknown> =>
  Object.assign(Object.create(null) as Record<string, unknown>, defaults, variables);

/** The compiled form of operations: null if it cannot be compiled, "once" if the operation has run only once. */
const compiled = new WeakMap<OperationDefinitionNode, CompiledQuery | null | "once">();

interface Source {
  schema: GraphQLSchema;
  document: DocumentNode;
  isTrusted: boolean;
}

/** The compiled form of an operation; null if it cannot be compiled, or is not yet, since compiling takes longer than one run. */
function compiledOf(
  operation: OperationDefinitionNode,
  plan: RequestPlan,
  read: () => Source,
): CompiledQuery | null {
  const known = compiled.get(operation);
  if (known !== undefined && known !== "once") {
    markAsUsed(operation);
    return known;
  }
  const { schema, document, isTrusted } = read();
  if (known === undefined && !isTrusted) {
    compiled.set(operation, "once");
    return null;
  }
  const query = isCompilable(schema, operation, plan, { isTrusted })
    ? compile(schema, document, operation)
    : null;
  compiled.set(operation, query);
  if (query && !isTrusted) recordCompiled(operation, stepsOf(schema, operation, plan.fragments));
  return query;
}

/** The fixed memory of a compiled operation, in steps. */
const STEPS_OF_ANY = 20;
/** The maximum of steps that are kept compiled; a step occupies some 2.5 KB. */
const MAX_STEPS_KEPT = 10_000;

/** The size of each compiled operation that is in no manifest, in steps; the least recently used one comes first. */
const unknown = new Map<OperationDefinitionNode, number>();
let stepsKept = 0;

function markAsUsed(operation: OperationDefinitionNode): void {
  const steps = unknown.get(operation);
  if (steps === undefined) return;
  unknown.delete(operation);
  unknown.set(operation, steps);
}

/** Records a compiled operation, and evicts the least recently used ones if all of them together are too large. */
function recordCompiled(operation: OperationDefinitionNode, steps: number): void {
  unknown.set(operation, STEPS_OF_ANY + steps);
  stepsKept += STEPS_OF_ANY + steps;
  for (const [unused, itsSteps] of unknown) {
    if (stepsKept <= MAX_STEPS_KEPT) return;
    unknown.delete(unused);
    stepsKept -= itsSteps;
    compiled.set(unused, "once");
  }
}

function compile(
  schema: GraphQLSchema,
  document: DocumentNode,
  { name }: OperationDefinitionNode,
): CompiledQuery | null {
  const query = compileQuery(schema, document, name?.value, {
    // The values of built-in scalars and enums come from typed columns and need no validation.
    disableLeafSerialization: true,
  });
  return isCompiledQuery(query) ? query : null;
}
