import {
  getDirectiveValues,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
} from "graphql";
import { isNodeKind, readNodeId, type NodeKind } from "../node-ids.js";

/** The location of a value in the variables, or in the arguments of a field. */
export type InputPath = readonly (string | number)[];

/** A problem of a value that a caller has sent. */
export interface InputProblem {
  /** Says what is wrong and what is expected instead; never quotes the value. */
  message: string;
  path: InputPath;
}

/** The limits that schema.graphql declares for an argument or an input field, besides its type. */
export interface InputLimits {
  /** The maximum length of a string, in UTF-16 code units. */
  length: number | undefined;
  /** The maximum number of items of a list. */
  items: number | undefined;
  range: { from: number; to: number } | undefined;
  /** The type whose ids are accepted; null for ids of any type; undefined if the input is not an id. */
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

/** A path as a linked list from the inside out. It is only converted to a list for a problem, and most values have none. */
interface Place {
  key: string | number;
  within: Place | null;
}

function pathOf(place: Place | null): InputPath {
  const path: (string | number)[] = [];
  for (let each = place; each; each = each.within) path.unshift(each.key);
  return path;
}

export type Report = (problem: InputProblem) => void;

/** @param value a JSON value, but never null or undefined. */
type Check = (value: unknown, place: Place | null, report: Report) => void;

/**
 * Reports each part of a value that exceeds its limits, and does not look inside such a part. Values of a wrong type are
 * ignored: the coercion reports them.
 */
export type InputCheck = (value: unknown, report: Report) => void;

/**
 * Creates the check for values of a type.
 *
 * @param limits the limits of the argument or input field; undefined if only parts of the value may have limits.
 * @returns null if there are no limits.
 */
export function inputCheck(
  schema: GraphQLSchema,
  type: GraphQLInputType,
  limits: InputLimits | undefined,
): InputCheck | null {
  const check = checkOf(schema, type, limits);
  return (
    check &&
    ((value, report) => {
      if (value !== null && value !== undefined) check(value, null, report);
    })
  );
}

function checkOf(
  schema: GraphQLSchema,
  type: GraphQLInputType,
  limits: InputLimits | undefined,
): Check | null {
  if (isNonNullType(type)) return checkOf(schema, type.ofType, limits);
  if (isListType(type)) return checkOfList(checkOf(schema, type.ofType, limits), limits?.items);
  if (isInputObjectType(type)) return checkOfObject(schema, type);
  return limits ? checkOfLeaf(limits) : null;
}

const checkOfList =
  (item: Check | null, most = Infinity): Check =>
  (value, place, report) => {
    if (!Array.isArray(value)) {
      item?.(value, place, report);
    } else if (value.length > most) {
      report({ message: `This list may have at most ${most} items.`, path: pathOf(place) });
    } else {
      value.forEach((each: unknown, key) => {
        if (each !== null) item?.(each, { key, within: place }, report);
      });
    }
  };

const objects = new WeakMap<GraphQLInputObjectType, Check>();

function checkOfObject(schema: GraphQLSchema, type: GraphQLInputObjectType): Check {
  const known = objects.get(type);
  if (known) return known;
  let fields: (readonly [string, Check])[] | undefined;
  const check: Check = (value, place, report) => {
    if (typeof value !== "object") return;
    // Created at the first use, because a type may have fields of its own type.
    fields ??= Object.values(type.getFields()).flatMap((field) => {
      const inner = checkOf(schema, field.type, limitsOf(schema, field));
      return inner ? [[field.name, inner] as const] : [];
    });
    for (const [key, inner] of fields) {
      const each = (value as Readonly<Record<string, unknown>>)[key];
      if (each !== null && each !== undefined) inner(each, { key, within: place }, report);
    }
  };
  objects.set(type, check);
  return check;
}

function checkOfLeaf(limits: InputLimits): Check | null {
  const { length, range, idOf } = limits;
  if (length === undefined && !range && idOf === undefined) return null;
  return (value, place, report) => {
    const message = problemOf(value, limits);
    if (message !== null) report({ message, path: pathOf(place) });
  };
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
