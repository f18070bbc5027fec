import type { ApolloServerPlugin } from "@apollo/server";
import {
  getNamedType,
  GraphQLError,
  isLeafType,
  Kind,
  visit,
  type DocumentNode,
  type GraphQLSchema,
} from "graphql";
import { getComplexity, type ComplexityEstimatorArgs } from "graphql-query-complexity";
import type { Context } from "./context.js";
import { areVariablesFine } from "./variables.js";

/** The most objects that one query may ask for: a hundred appointments, their people and pages, fit. */
export const MOST_OBJECTS = 10_000;

/**
 * Refuses a query before it is run if it could answer with more objects than MOST_OBJECTS: each
 * object counts one, a page as many times what is selected in it as it may have items.
 */
export const complexityPlugin: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ schema, document, operation, request, operationName }) => {
      if (!areVariablesFine(schema, operation ?? {}, request)) return;
      const { variables = {} } = request;
      const complexity = complexityOf(schema, document, operationName, variables);
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

/** Of a document that Apollo keeps: which variables are sizes, and the complexities that were worked out. */
interface Known {
  sizes: readonly string[];
  complexities: Map<string, number>;
}
const known = new WeakMap<DocumentNode, Known>();
/** So many are kept of one document: as many as there are sizes of pages, more or less. */
const MOST_COMPLEXITIES = 200;

/**
 * The most objects that an operation may answer with. Depends on the document and on those variables that say
 * how many are asked for, nothing else.
 */
export function complexityOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null,
  variables: Record<string, unknown>,
): number {
  const { sizes, complexities } = known.get(document) ?? learn(document);
  const key = JSON.stringify([operationName, ...sizes.map((name) => sizeOf(variables[name]))]);
  const earlier = complexities.get(key);
  if (earlier !== undefined) return earlier;
  const complexity = getComplexity({
    schema,
    query: document,
    variables,
    ...(operationName !== null && { operationName }),
    estimators: [countObjects],
  });
  if (complexities.size < MOST_COMPLEXITIES) complexities.set(key, complexity);
  return complexity;
}

function learn(document: DocumentNode): Known {
  const names = new Set<string>();
  const note = { Variable: ({ name }: { name: { value: string } }) => void names.add(name.value) };
  visit(document, {
    Argument: (argument) => {
      if (SIZES.has(argument.name.value)) visit(argument.value, note);
    },
    // @skip and @include, whose fields may not count.
    Directive: (directive) => {
      visit(directive, note);
    },
    [Kind.VARIABLE_DEFINITION]: ({ defaultValue, variable }) => {
      if (defaultValue) names.add(variable.name.value);
    },
  });
  const learnt = { sizes: [...names], complexities: new Map<string, number>() };
  known.set(document, learnt);
  return learnt;
}

/** The arguments by which countObjects counts. */
const SIZES = new Set(["first", "ids"]);

const sizeOf = (value: unknown): unknown =>
  Array.isArray(value) ? [value.length] : (value ?? null);

function countObjects({ field, args, childComplexity }: ComplexityEstimatorArgs): number {
  if (isLeafType(getNamedType(field.type))) return 0;
  const { first, ids } = args as { first?: unknown; ids?: unknown };
  if (Array.isArray(ids)) return ids.length * (1 + childComplexity);
  return 1 + childComplexity * (typeof first === "number" ? Math.max(first, 1) : 1);
}
