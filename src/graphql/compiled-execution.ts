import { HeaderMap, type ApolloServerPlugin } from "@apollo/server";
import {
  OperationTypeNode,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { compileQuery, isCompiledQuery, type CompiledQuery } from "graphql-jit";
import type { Context } from "./context.js";
import { areVariablesFine } from "./variables.js";

/** What was compiled of a document, by the name of the operation; Apollo keeps the documents it has parsed. */
const compiled = new WeakMap<DocumentNode, Map<string | null, CompiledQuery | null>>();

/**
 * Runs queries by code that is compiled from them once (graphql-jit), instead of interpreting them each
 * time. Only clean answers come from there: mutations, and whatever has an error, go Apollo's ordinary way,
 * so that errors look as they always do.
 */
export const compiledExecutionPlugin: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    responseForOperation: async (requestContext) => {
      const { schema, document, operationName, request, contextValue } = requestContext;
      // There is none where the document has none of that name; the types don't know.
      const operation = requestContext.operation as OperationDefinitionNode | undefined;
      if (operation?.operation !== OperationTypeNode.QUERY) return null;
      // The compiled code does not know all the reasons against them, @oneOf among them.
      if (!areVariablesFine(schema, operation, request)) return null;
      const query = compiledOf(schema, document, operationName);
      const result = await query?.query(undefined, contextValue, request.variables ?? {});
      if (!result || result.errors) return null;
      return {
        http: { headers: new HeaderMap() },
        body: { kind: "single" as const, singleResult: { data: result.data ?? null } },
      };
    },
  }),
};

function compiledOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null,
): CompiledQuery | null {
  const known = compiled.get(document) ?? new Map<string | null, CompiledQuery | null>();
  compiled.set(document, known);
  const earlier = known.get(operationName);
  if (earlier !== undefined) return earlier;
  const query = compileQuery(schema, document, operationName ?? undefined, {
    // Values of the built-in scalars and of enums come from typed columns.
    disableLeafSerialization: true,
  });
  const result = isCompiledQuery(query) ? query : null;
  known.set(operationName, result);
  return result;
}
