import type { ApolloServerPlugin } from "@apollo/server";
import { getNamedType, getVariableValues, GraphQLError, isLeafType } from "graphql";
import { getComplexity, type ComplexityEstimatorArgs } from "graphql-query-complexity";
import type { Context } from "./context.js";

/** The most objects that one query may ask for: a hundred appointments, their people and pages, fit. */
export const MOST_OBJECTS = 10_000;

/**
 * Refuses a query before it is run if it could answer with more objects than MOST_OBJECTS: each
 * object counts one, a page as many times what is selected in it as it may have items.
 */
export const complexityPlugin: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ schema, document, operation, request, operationName }) => {
      const variables = request.variables ?? {};
      const { errors } = getVariableValues(schema, operation?.variableDefinitions ?? [], variables);
      // The execution will tell of all of them, and run nothing.
      if (errors) return;
      const complexity = getComplexity({
        schema,
        query: document,
        variables,
        ...(operationName !== null && { operationName }),
        estimators: [countObjects],
      });
      if (complexity > MOST_OBJECTS) {
        throw new GraphQLError(
          `This query may answer with ${complexity} objects, and ${MOST_OBJECTS} are allowed. ` +
            "Ask for smaller pages or fewer levels.",
          { extensions: { code: "QUERY_TOO_COMPLEX", http: { status: 400 } } },
        );
      }
    },
  }),
};

function countObjects({ field, args, childComplexity }: ComplexityEstimatorArgs): number {
  if (isLeafType(getNamedType(field.type))) return 0;
  const { first, ids } = args as { first?: unknown; ids?: unknown };
  if (Array.isArray(ids)) return ids.length * (1 + childComplexity);
  return 1 + childComplexity * (typeof first === "number" ? Math.max(first, 1) : 1);
}
