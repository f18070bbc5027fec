import { setImmediate } from "node:timers/promises";
import type { ApolloServerPlugin, GraphQLResponse } from "@apollo/server";
import { GraphQLError, type FormattedExecutionResult } from "graphql";
import type { Context } from "../context.js";

/** The most bytes of an answer. */
export const MAX_BYTES = 4 * 1024 * 1024;

/** With so few values, no answer can be so large: a value has some 2,000 bytes at most. */
const FEW_VALUES = 900;

/** With so few, an answer may be too large, but not so large that it could not be written first. */
const SOME_VALUES = 4_000;

/**
 * Writes large answers piece by piece, and gives up one that grows beyond MAX_BYTES: its caller gets an error
 * in its place.
 */
export const responseSizePlugin: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    async willSendResponse({ response, contextValue }) {
      if (contextValue.cost <= FEW_VALUES || response.body.kind !== "single") return;
      const { singleResult: result } = response.body;
      if (!result.data) return;
      const isLarge = contextValue.cost > SOME_VALUES;
      const bytes = isLarge
        ? await stringifyWithin(inOrder(result), MAX_BYTES)
        : Buffer.from(JSON.stringify(inOrder(result)));
      if (bytes === null || bytes.length > MAX_BYTES) refuse(response);
      else {
        contextValue.written.bytes = bytes;
        written.add(result.data);
      }
    },
  }),
};

/** The data of answers that were written here, and are sent from their context. */
const written = new WeakSet<object>();

/** The text of an answer. It has no line break at its end, for which the whole text would be copied once more. */
export const stringifyResponse = (result: FormattedExecutionResult): string =>
  result.data && written.has(result.data) ? "" : JSON.stringify(inOrder(result));

/** As Apollo sends them: errors before what may be long. */
const inOrder = ({ errors, data, extensions }: FormattedExecutionResult) => ({
  errors,
  data,
  extensions,
});

function refuse(response: GraphQLResponse & { http: { status?: number } }): void {
  const error = new GraphQLError(
    `The answer would be larger than ${MAX_BYTES} bytes. Ask for smaller pages or fewer fields.`,
    { extensions: { code: "ANSWER_TOO_LARGE" } },
  );
  response.http.status = 400;
  response.body = { kind: "single", singleResult: { errors: [error.toJSON()] } };
}

/** After so many characters, others get a turn. */
const CHARACTERS_AT_A_TIME = 128 * 1024;

/** A value as JSON; null as soon as that has more bytes than allowed. Others get turns while it is written. */
export async function stringifyWithin(value: unknown, most: number): Promise<Buffer | null> {
  const pieces: Buffer[] = [];
  let [text, length] = ["", 0];
  const endPiece = () => {
    const piece = Buffer.from(text);
    pieces.push(piece);
    length += piece.length;
    text = "";
  };
  for (const part of partsOf(value)) {
    text += part;
    if (text.length < CHARACTERS_AT_A_TIME) continue;
    endPiece();
    if (length > most) return null;
    await setImmediate();
  }
  endPiece();
  return length > most ? null : Buffer.concat(pieces, length);
}

/** So many values are written at once: JSON.stringify takes some milliseconds for them at most. */
const VALUES_AT_ONCE = 1_000;

/** The parts of a value as JSON. */
function* partsOf(value: unknown): Generator<string> {
  if (valuesOf(value) < VALUES_AT_ONCE) yield JSON.stringify(value ?? null);
  else if (Array.isArray(value)) yield* partsOfArray(value);
  else yield* partsOfObject(value as object);
}

/** How many values there are in it; it stops counting at VALUES_AT_ONCE. */
function valuesOf(value: unknown): number {
  if (typeof value !== "object" || value === null) return 1;
  let count = 1;
  for (const name in value) {
    count += valuesOf((value as Record<string, unknown>)[name]);
    if (count >= VALUES_AT_ONCE) break;
  }
  return count;
}

function* partsOfArray(items: readonly unknown[]): Generator<string> {
  let before = "[";
  for (let index = 0; index < items.length;) {
    const next = endOfRun(items, index);
    yield before;
    if (next === index + 1) yield* partsOf(items[index]);
    else yield JSON.stringify(items.slice(index, next)).slice(1, -1);
    before = ",";
    index = next;
  }
  yield "]";
}

/** Where the items end that are written at once from this one on: one of them, or as many as have few values. */
function endOfRun(items: readonly unknown[], first: number): number {
  let count = valuesOf(items[first]);
  let next = first + 1;
  while (next < items.length && (count += valuesOf(items[next])) < VALUES_AT_ONCE) next += 1;
  return next;
}

function* partsOfObject(fields: object): Generator<string> {
  let before = "{";
  for (const [name, field] of Object.entries(fields)) {
    if (field === undefined) continue;
    yield `${before}${JSON.stringify(name)}:`;
    yield* partsOf(field);
    before = ",";
  }
  yield before === "{" ? "{}" : "}";
}
