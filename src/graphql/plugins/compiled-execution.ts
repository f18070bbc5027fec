import { setFlagsFromString } from "node:v8";
import { HeaderMap, type ApolloServerPlugin } from "@apollo/server";
import { OperationTypeNode } from "graphql";
import { CompiledQueries } from "../compiled/compiled-queries.js";
import type { Context } from "../context.js";
import { operationOf, planOf, type RequestPlan } from "../limits/request-plan.js";
import { formatFieldErrors } from "./errors.js";

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
}: CompiledExecutionOptions): ApolloServerPlugin<Context> => {
  const compiledQueries = new CompiledQueries();
  return {
    requestDidStart: async () => ({
      async responseForOperation(requestContext) {
        const { schema, document, request, source, contextValue } = requestContext;
        const operation = operationOf(requestContext);
        if (operation?.operation !== OperationTypeNode.QUERY) return null;
        const plan = planOf(schema, document, operation);
        const query = compiledQueries.of(operation, () => {
          return { schema, document, operation, plan, isTrusted: isTrusted(source) };
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
  };
};

/**
 * The variables for compiled code: with all defaults, which graphql-jit applies incorrectly, and without a prototype, whose
 * properties it takes for variables.
 */
const withDefaults = (
  { defaults }: RequestPlan,
  variables: Readonly<Record<string, unknown>> | undefined,
): Record<string, unknown> =>
  Object.assign(Object.create(null) as Record<string, unknown>, defaults, variables);
