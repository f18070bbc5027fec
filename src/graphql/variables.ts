import {
  coerceInputValue,
  isNonNullType,
  typeFromAST,
  valueFromAST,
  type GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from "graphql";
import { checkInput, type InputPath } from "./input-limits.js";
import { badUserInput, limitsOfVariable, type VariableUse } from "./request-plan.js";

/** Further problems of one request are not reported. */
const MOST_ERRORS = 20;
const LONGEST_MESSAGE = 300;

export interface Variables {
  /** What the operation is run with; without what could not be read. */
  values: Record<string, unknown>;
  errors: GraphQLError[];
}

/**
 * Reads the variables of a request by their definitions and by the limits of the places in which they are
 * used. What exceeds a limit is not looked at further.
 *
 * @param given as JSON has them.
 */
export function readVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  uses: readonly VariableUse[],
  given: Readonly<Record<string, unknown>>,
): Variables {
  // Without a prototype: a variable may be named like one of its properties.
  const values = Object.create(null) as Record<string, unknown>;
  const errors: GraphQLError[] = [];
  for (const definition of variableDefinitions) {
    const name = definition.variable.name.value;
    const type = typeFromAST(schema, definition.type) as GraphQLInputType;
    const report: Report = (message, path) => {
      errors.push(badUserInput(message, [name, ...path], definition.variable));
      if (errors.length >= MOST_ERRORS) throw new TooManyErrors();
    };
    try {
      const before = errors.length;
      const sent = Object.hasOwn(given, name) ? given[name] : undefined;
      checkLimits(schema, sent, { name, type, uses }, report);
      if (errors.length > before) continue;
      const value = coerce(given, definition, type, report);
      if (value !== undefined) values[name] = value;
    } catch (error) {
      if (error instanceof TooManyErrors) break;
      throw error;
    }
  }
  return { values, errors };
}

type Report = (message: string, path: InputPath) => void;

class TooManyErrors extends Error {}

function checkLimits(
  schema: GraphQLSchema,
  value: unknown,
  { name, type, uses }: { name: string; type: GraphQLInputType; uses: readonly VariableUse[] },
  report: Report,
): void {
  if (value === undefined) return;
  // Where the place has a default, GraphQL lets a variable that can be null stand for what can't be.
  if (value === null && !isNonNullType(type)) {
    if (uses.some((use) => use.name === name && isNonNullType(use.type))) {
      report(`Variable "$${name}" must not be null here. Leave it out to get the default.`, []);
    }
    return;
  }
  for (const limits of limitsOfVariable(name, uses)) {
    checkInput(schema, value, { type, limits }, [], ({ message, path }) => {
      report(message, path);
    });
  }
}

function coerce(
  given: Readonly<Record<string, unknown>>,
  { variable, defaultValue }: VariableDefinitionNode,
  type: GraphQLInputType,
  report: Report,
): unknown {
  const name = variable.name.value;
  if (!Object.hasOwn(given, name)) {
    if (defaultValue) return valueFromAST(defaultValue, type);
    if (isNonNullType(type)) {
      report(`Variable "$${name}" of required type "${String(type)}" was not provided.`, []);
    }
    return undefined;
  }
  if (given[name] === null && isNonNullType(type)) {
    report(`Variable "$${name}" of non-null type "${String(type)}" must not be null.`, []);
    return undefined;
  }
  return coerceInputValue(given[name], type, (path, _invalid, { message }) => {
    const text = `Variable "$${name}" got an invalid value: ${message}`;
    report(text.length > LONGEST_MESSAGE ? `${text.slice(0, LONGEST_MESSAGE)}…` : text, path);
  });
}
