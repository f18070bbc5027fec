import {
  getDirectiveValues,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
} from "graphql";
import { isNodeKind, readNodeId, type NodeKind } from "./node-ids.js";

/** Where a bad value stands: in the variables, or in the arguments of a field. */
export type InputPath = readonly (string | number)[];

/** Something wrong with a value that a caller has sent. */
export interface InputProblem {
  /** What is wrong and what is expected instead; it never repeats the value. */
  message: string;
  path: InputPath;
}

/** What schema.graphql allows for an argument or an input field, beyond its type. */
export interface InputLimits {
  /** The most characters of a text, in UTF-16 code units. */
  length: number | undefined;
  /** The most items of a list. */
  items: number | undefined;
  range: { from: number; to: number } | undefined;
  /** The type whose ids are taken; null for those of all types; undefined for what is no id. */
  idOf: NodeKind | null | undefined;
}

type Input = GraphQLArgument | GraphQLInputField;

const known = new WeakMap<Input, InputLimits>();

/** The limits that the directives `@maximum`, `@range` and `@idOf` declare for an argument or input field. */
export function limitsOf(schema: GraphQLSchema, input: Input): InputLimits {
  const earlier = known.get(input);
  if (earlier) return earlier;
  const maximum = valuesOf(schema, input, "maximum");
  const range = valuesOf(schema, input, "range");
  const idOf = valuesOf(schema, input, "idOf");
  const limits = {
    length: maximum?.["length"] as number | undefined,
    items: maximum?.["items"] as number | undefined,
    range: range as InputLimits["range"],
    idOf: idOf && kindOf(idOf["type"] as string | undefined),
  };
  known.set(input, limits);
  return limits;
}

/** @throws Error if schema.graphql names a type that has no ids. */
function kindOf(type: string | undefined): NodeKind | null {
  if (type === undefined) return null;
  if (!isNodeKind(type)) throw new Error(`@idOf names ${type}, which has no ids`);
  return type;
}

/** The arguments of a directive that an argument or input field has in schema.graphql. */
function valuesOf(
  schema: GraphQLSchema,
  { astNode }: Input,
  name: string,
): Record<string, unknown> | undefined {
  const directive = schema.getDirective(name);
  return directive && astNode ? getDirectiveValues(directive, astNode) : undefined;
}

/**
 * Reports each part of a value that exceeds its limits, without a look at what exceeds them. Values of
 * another type than theirs are left to the coercion, which reports them.
 *
 * @param value as JSON has it; undefined where nothing was sent.
 * @param limits of the place where it stands; undefined where only its parts have limits.
 */
export function checkInput(
  schema: GraphQLSchema,
  value: unknown,
  { type, limits }: { type: GraphQLInputType; limits: InputLimits | undefined },
  path: InputPath,
  report: (problem: InputProblem) => void,
): void {
  if (value === null || value === undefined) return;
  if (isNonNullType(type)) {
    checkInput(schema, value, { type: type.ofType, limits }, path, report);
  } else if (isListType(type) && Array.isArray(value)) {
    if (limits?.items !== undefined && value.length > limits.items) {
      report({ message: `This list may have at most ${limits.items} items.`, path });
      return;
    }
    value.forEach((item: unknown, index) => {
      checkInput(schema, item, { type: type.ofType, limits }, [...path, index], report);
    });
  } else if (isListType(type)) {
    checkInput(schema, value, { type: type.ofType, limits }, path, report);
  } else if (isInputObjectType(type)) {
    if (typeof value !== "object") return;
    const fields = value as Readonly<Record<string, unknown>>;
    for (const field of Object.values(type.getFields())) {
      if (!Object.hasOwn(fields, field.name)) continue;
      const place = { type: field.type, limits: limitsOf(schema, field) };
      checkInput(schema, fields[field.name], place, [...path, field.name], report);
    }
  } else if (limits) {
    const message = problemOf(value, limits);
    if (message !== null) report({ message, path });
  }
}

function problemOf(value: unknown, { length, range, idOf }: InputLimits): string | null {
  if (typeof value === "string" && length !== undefined && value.length > length) {
    return `This text may have at most ${length} characters.`;
  }
  if (range && Number.isInteger(value) && !isWithin(Number(value), range)) {
    return `This must be a whole number from ${range.from} to ${range.to}.`;
  }
  if (idOf === undefined || (typeof value !== "string" && !Number.isInteger(value))) return null;
  const { problem } = readNodeId(String(value), idOf);
  return problem ?? null;
}

const isWithin = (value: number, { from, to }: { from: number; to: number }): boolean =>
  value >= from && value <= to;
