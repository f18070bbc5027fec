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

// V8 keeps what was made of texts of code, in case the same text comes again, until two full collections have
// passed. With many documents, each collection finds more of it, and the heap grows without end.
setFlagsFromString("--no-compilation-cache");

export interface CompiledExecutionOptions {
  /** Whether a document, by its text, is compiled at its first use; others are when they come again. */
  isTrusted: (source: string) => boolean;
}

/**
 * Runs queries by code that is compiled from them (graphql-jit) instead of interpreting them each time. The data
 * and the errors of that code are the answer. All other operations are interpreted.
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
 * The variables as compiled code takes them: with all defaults filled in, which it gets wrong, and without a
 * prototype, whose names it takes for variables.
 */
const withDefaults = (
  { defaults }: RequestPlan,
  variables: Readonly<Record<string, unknown>> | undefined,
): Record<string, unknown> =>
  Object.assign(Object.create(null) as Record<string, unknown>, defaults, variables);

/** The compiled form of operations: null if there is none, "once" of one that has been run but once. */
const compiled = new WeakMap<OperationDefinitionNode, CompiledQuery | null | "once">();

interface Source {
  schema: GraphQLSchema;
  document: DocumentNode;
  isTrusted: boolean;
}

/** The compiled form of an operation; null if there is none, or none yet: compiling takes longer than one run. */
function compiledOf(
  operation: OperationDefinitionNode,
  plan: RequestPlan,
  read: () => Source,
): CompiledQuery | null {
  const known = compiled.get(operation);
  if (known !== undefined && known !== "once") return known;
  const { schema, document, isTrusted } = read();
  if (known === undefined && !isTrusted) {
    compiled.set(operation, "once");
    return null;
  }
  const query = isCompilable(schema, operation, plan, { isTrusted })
    ? compile(schema, document, operation)
    : null;
  compiled.set(operation, query);
  if (query && !isTrusted) evictOldest(operation, stepsOf(schema, operation, plan.fragments));
  return query;
}

/** What a compiled operation takes besides its steps, in steps. */
const STEPS_OF_ANY = 20;
/** A step takes some 2.5 KB as long as it is kept. */
const MAX_STEPS_KEPT = 10_000;

/** The compiled operations that stand in no manifest, the oldest first, with what they take. */
const unknown = new Map<OperationDefinitionNode, number>();
let stepsKept = 0;

/** Notes that this operation has been compiled, and forgets the oldest where all take too much together. */
function evictOldest(operation: OperationDefinitionNode, steps: number): void {
  unknown.set(operation, STEPS_OF_ANY + steps);
  stepsKept += STEPS_OF_ANY + steps;
  for (const [oldest, itsSteps] of unknown) {
    if (stepsKept <= MAX_STEPS_KEPT) return;
    unknown.delete(oldest);
    stepsKept -= itsSteps;
    compiled.set(oldest, "once");
  }
}

function compile(
  schema: GraphQLSchema,
  document: DocumentNode,
  { name }: OperationDefinitionNode,
): CompiledQuery | null {
  const query = compileQuery(schema, document, name?.value, {
    // Values of the built-in scalars and of enums come from typed columns.
    disableLeafSerialization: true,
  });
  return isCompiledQuery(query) ? query : null;
}
