import { coerceInputValue, isNonNullType, Kind, valueFromAST, type GraphQLError } from "graphql";
import type { InputPath } from "./input-limits.js";
import { badUserInput, type VariablePlan } from "./request-plan.js";

/** The maximum of reported errors of one request. */
const MAX_ERRORS = 20;
const MAX_MESSAGE_LENGTH = 300;

export interface Variables {
  /** The coerced values, without those that have errors. */
  values: Readonly<Record<string, unknown>>;
  errors: GraphQLError[];
}

/**
 * Validates and coerces the variables of a request, by their types and the limits of their uses. A value that exceeds a
 * limit is not examined further.
 *
 * @param sent the variables as JSON.
 */
export function readVariables(
  plans: readonly VariablePlan[],
  sent: Readonly<Record<string, unknown>>,
): Variables {
  // Without a prototype, because a variable may have the name of one of its properties.
  const values = Object.create(null) as Record<string, unknown>;
  const errors: GraphQLError[] = [];
  try {
    for (const plan of plans) {
      const value = read(plan, sent, errors);
      if (value !== undefined) values[plan.name] = value;
    }
  } catch (error) {
    if (!(error instanceof TooManyErrors)) throw error;
  }
  return { values, errors };
}

class TooManyErrors extends Error {}

/** The value of a variable; undefined if it is missing or has errors. */
function read(
  { name, definition, type, mustNotBeNull, checks }: VariablePlan,
  sent: Readonly<Record<string, unknown>>,
  errors: GraphQLError[],
): unknown {
  const report = (message: string, path: InputPath = []) => {
    errors.push(badUserInput(message, [name, ...path], definition.variable));
    if (errors.length >= MAX_ERRORS) throw new TooManyErrors();
  };
  // GraphQL allows a nullable variable for a non-null argument that has a default.
  const reportNull = () => {
    report(`Variable "$${name}" must not be null here. Leave it out to get the default.`);
  };
  if (!Object.hasOwn(sent, name)) {
    const { defaultValue } = definition;
    if (defaultValue?.kind === Kind.NULL && mustNotBeNull) reportNull();
    if (defaultValue) return valueFromAST(defaultValue, type);
    if (isNonNullType(type)) {
      report(`Variable "$${name}" of required type "${String(type)}" was not provided.`);
    }
    return undefined;
  }
  const value = sent[name];
  if (value === null) {
    if (isNonNullType(type)) {
      report(`Variable "$${name}" of non-null type "${String(type)}" must not be null.`);
    } else if (mustNotBeNull) {
      reportNull();
    }
    return null;
  }
  const before = errors.length;
  for (const check of checks) {
    check(value, ({ message, path }) => {
      report(message, path);
    });
  }
  if (errors.length > before) return undefined;
  return coerceInputValue(value, type, (path, _invalid, { message }) => {
    const text = `Variable "$${name}" got an invalid value: ${message}`;
    report(text.length > MAX_MESSAGE_LENGTH ? `${text.slice(0, MAX_MESSAGE_LENGTH)}…` : text, path);
  });
}
