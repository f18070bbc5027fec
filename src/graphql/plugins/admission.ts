import type { ApolloServerPlugin } from "@apollo/server";
import {
  GraphQLError,
  Kind,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type ValueNode,
} from "graphql";
import { acceptsJson, NOT_ACCEPTABLE } from "../accept.js";
import { refusalByRole } from "../access/refusal.js";
import { readCursor } from "../connections.js";
import type { Context } from "../context.js";
import { costOf, MAX_NAME_BYTES, MAX_VALUES, type Cost } from "../limits/cost-rule.js";
import { refuseAsBusy, refuseRequest } from "./errors.js";
import {
  badUserInput,
  operationOf,
  planOf,
  type CursorUse,
  type RequestPlan,
} from "../limits/request-plan.js";
import { createConcurrencyLimit } from "../limits/concurrency-limit.js";
import { readVariables, type Variables } from "../limits/variables.js";

/** Operations that cost more than this many values run one at a time. */
const COSTLY_VALUES = 2_400;
/** Running several costly operations at once would only make each of them, and all others, slower. */
const COSTLY_LIMIT = { concurrency: 1, maxWaiting: 40 };

/**
 * Checks a request before any part of it runs. Refuses operations that the caller's role may not run, invalid input, with all
 * of its errors, and operations that cost too much. Costly operations wait for a slot.
 */
export function admissionPlugin(): ApolloServerPlugin<Context> {
  const limit = createConcurrencyLimit(COSTLY_LIMIT);
  return {
    requestDidStart: async () => ({
      async responseForOperation(request) {
        const operation = operationOf(request);
        // Apollo responds with an error of its own.
        if (!operation) return null;
        const { schema, document, contextValue } = request;
        if (!acceptsJson(request.request.http?.headers.get("accept"))) {
          return refuseRequest([NOT_ACCEPTABLE], { status: 406, headers: JSON_TYPE });
        }
        if (!schema.getRootType(operation.operation)) {
          return refuseRequest([withoutRoot(operation)]);
        }
        const variables = request.request.variables ?? {};
        const { role } = contextValue.caller;
        const forbidden = refusalByRole({ schema, document, operation }, role, variables);
        if (forbidden) return forbidden;
        const plan = planOf(schema, document, operation);
        const { values, errors } = validateInputs(plan, variables);
        if (errors.length > 0) return refuseRequest(errors);
        const cost = knownCostOf(schema, operation, plan, values);
        const tooComplex = checkCost(cost);
        if (tooComplex) return refuseRequest([tooComplex]);
        contextValue.cost = cost.values;
        if (cost.values > COSTLY_VALUES) {
          const slot = await limit.acquire(contextValue.hasGone);
          if (!slot) return refuseAsBusy("costly operations");
          contextValue.releases.push(slot.release);
        }
        return null;
      },
    }),
  };
}

const withoutRoot = ({ operation }: OperationDefinitionNode): GraphQLError =>
  new GraphQLError(`This schema has no ${operation}s.`, {
    extensions: { code: "GRAPHQL_VALIDATION_FAILED" },
  });

/** Without a content type, Apollo would choose one that the caller accepts, and fail. */
const JSON_TYPE = { "content-type": "application/json; charset=utf-8" };

function validateInputs(
  { literalErrors, variables, cursors }: RequestPlan,
  sent: Readonly<Record<string, unknown>>,
): Variables {
  const { values, errors } = readVariables(variables, sent);
  if (literalErrors.length > 0) errors.unshift(...literalErrors);
  // A cursor can only be validated together with its order.
  if (errors.length > 0 || cursors.length === 0) return { values, errors };
  return { values, errors: cursors.flatMap((cursor) => checkCursor(cursor, values)) };
}

function checkCursor(
  { list, after, orderBy, defaultOrder }: CursorUse,
  variables: Readonly<Record<string, unknown>>,
): GraphQLError[] {
  const cursor = textOf(after, variables);
  const order = (orderBy && textOf(orderBy, variables)) ?? defaultOrder;
  if (cursor === undefined || readCursor(list, order, cursor)) return [];
  const path = after.kind === Kind.VARIABLE ? after.name.value : "after";
  return [
    badUserInput(
      "This is not a cursor of this list in this order. Send the `endCursor` of the previous page, or null.",
      [path],
      after,
    ),
  ];
}

/** The string or enum value of an argument. */
function textOf(node: ValueNode, variables: Readonly<Record<string, unknown>>): string | undefined {
  const value = node.kind === Kind.VARIABLE ? variables[node.name.value] : null;
  if (typeof value === "string") return value;
  return node.kind === Kind.STRING || node.kind === Kind.ENUM ? node.value : undefined;
}

/** Cached costs, by the values of the variables on which they depend. */
const costs = new WeakMap<RequestPlan, Map<string, Cost>>();
/** The maximum of cached costs for one operation: about as many as there are page sizes. */
const MAX_COSTS = 100;

/** The cost of an operation; cached for requests with the same page sizes. */
export function knownCostOf(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  plan: RequestPlan,
  variables: Readonly<Record<string, unknown>>,
): Cost {
  const known = costs.get(plan) ?? new Map<string, Cost>();
  costs.set(plan, known);
  const key = plan.sizes.map((name) => sizeOf(variables[name])).join();
  const earlier = known.get(key);
  if (earlier) return earlier;
  const type = schema.getRootType(operation.operation);
  if (!type) throw new Error("The root type of an operation was not validated");
  const root = { selectionSet: operation.selectionSet, type };
  const cost = costOf(schema, plan.fragments, root, variables);
  if (known.size < MAX_COSTS) known.set(key, cost);
  return cost;
}

const sizeOf = (value: unknown): string =>
  Array.isArray(value) ? `[${value.length}]` : JSON.stringify(value ?? null);

function checkCost({ values, nameBytes }: Cost): GraphQLError | null {
  const problem =
    values > MAX_VALUES
      ? `This operation may return ${values} values; the maximum is ${MAX_VALUES}. Request smaller pages, fewer levels or fewer counts.`
      : nameBytes > MAX_NAME_BYTES
        ? "The field names would make the response too large. Use shorter aliases or smaller pages."
        : null;
  return problem === null
    ? null
    : new GraphQLError(problem, { extensions: { code: "QUERY_TOO_COMPLEX" } });
}
