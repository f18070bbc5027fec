import { HeaderMap, type ApolloServerPlugin } from "@apollo/server";
import {
  OperationTypeNode,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { compileQuery, isCompiledQuery, type CompiledQuery } from "graphql-jit";
import { isCompilable } from "./compilable.js";
import type { Context } from "./context.js";
import { formatFieldErrors } from "./errors.js";
import { operationOf, planOf, type RequestPlan } from "./request-plan.js";

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
  return query;
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
