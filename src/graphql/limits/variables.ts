import { coerceInputValue, isNonNullType, Kind, valueFromAST, type GraphQLError } from "graphql";
import type { InputPath } from "./input-limits.js";
import { badUserInput, type VariablePlan } from "./request-plan.js";

/** Further problems of one request are not reported. */
const MAX_ERRORS = 20;
const MAX_MESSAGE_LENGTH = 300;

export interface Variables {
  /** What the operation is run with; without what could not be read. */
  values: Readonly<Record<string, unknown>>;
  errors: GraphQLError[];
}

/**
 * Reads the variables of a request by their definitions and by the limits of the places in which they are
 * used. What exceeds a limit is not looked at further.
 *
 * @param sent as JSON has them.
 */
export function readVariables(
  plans: readonly VariablePlan[],
  sent: Readonly<Record<string, unknown>>,
): Variables {
  // Without a prototype: a variable may be named like one of its properties.
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

/** The value of a variable; undefined where there is none, or it is wrong. */
function read(
  { name, definition, type, mustNotBeNull, checks }: VariablePlan,
  sent: Readonly<Record<string, unknown>>,
  errors: GraphQLError[],
): unknown {
  const report = (message: string, path: InputPath = []) => {
    errors.push(badUserInput(message, [name, ...path], definition.variable));
    if (errors.length >= MAX_ERRORS) throw new TooManyErrors();
  };
  // Where the place has a default, GraphQL lets a variable that can be null stand for what can't be.
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
