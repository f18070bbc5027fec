import { setImmediate } from "node:timers/promises";
import type { ApolloServerPlugin, GraphQLResponse } from "@apollo/server";
import { GraphQLError, type FormattedExecutionResult } from "graphql";
import type { Context } from "./context.js";

/** The most bytes of an answer. */
export const MOST_BYTES = 4 * 1024 * 1024;

/** With so few values, no answer can be so large: a value has some 2,000 bytes at most. */
const FEW_VALUES = 900;

/** With so few, an answer may be too large, but not so large that it could not be written first. */
const SOME_VALUES = 4_000;

/** Answers that were written here, by their data, for `writeAnswer`. */
const written = new WeakMap<object, string>();

/**
 * Writes large answers piece by piece, and gives up one that grows beyond MOST_BYTES: its caller gets an error
 * in its place.
 */
export const answerSizePlugin: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    async willSendResponse({ response, contextValue }) {
      if (contextValue.cost <= FEW_VALUES || response.body.kind !== "single") return;
      const { singleResult: result } = response.body;
      if (!result.data) return;
      const isLarge = contextValue.cost > SOME_VALUES;
      const text = isLarge
        ? await writeWithin(inOrder(result), MOST_BYTES)
        : JSON.stringify(inOrder(result));
      // Of a text within so many characters, few have more bytes; they are counted at once.
      if (text === null || Buffer.byteLength(text) > MOST_BYTES) refuse(response);
      else written.set(result.data, text);
    },
  }),
};

/** The text of an answer. It has no line break at its end, for which the whole text would be copied once more. */
export function writeAnswer(result: FormattedExecutionResult): string {
  return (result.data && written.get(result.data)) ?? JSON.stringify(inOrder(result));
}

/** As Apollo sends them: errors before what may be long. */
const inOrder = ({ errors, data, extensions }: FormattedExecutionResult) => ({
  errors,
  data,
  extensions,
});

function refuse(response: GraphQLResponse & { http: { status?: number } }): void {
  const error = new GraphQLError(
    `The answer would be larger than ${MOST_BYTES} bytes. Ask for smaller pages or fewer fields.`,
    { extensions: { code: "ANSWER_TOO_LARGE" } },
  );
  response.http.status = 400;
  response.body = { kind: "single", singleResult: { errors: [error.toJSON()] } };
}

/** After so many characters, others get a turn. */
const CHARACTERS_AT_A_TIME = 128 * 1024;

/** A value as JSON; null as soon as that has more characters than allowed. Others get turns while it is written. */
export async function writeWithin(value: unknown, most: number): Promise<string | null> {
  const parts: string[] = [];
  let [length, pause] = [0, CHARACTERS_AT_A_TIME];
  for (const part of partsOf(value)) {
    parts.push(part);
    length += part.length;
    if (length > most) return null;
    if (length < pause) continue;
    pause = length + CHARACTERS_AT_A_TIME;
    await setImmediate();
  }
  return parts.join("");
}

/** The parts of a value as JSON; what holds no other lists or objects is one part. */
function* partsOf(value: unknown): Generator<string> {
  if (typeof value !== "object" || value === null) yield JSON.stringify(value ?? null);
  else if (Array.isArray(value)) yield* partsOfArray(value);
  else if (Object.values(value).every(isLeaf)) yield JSON.stringify(value);
  else yield* partsOfObject(value);
}

const isLeaf = (value: unknown): boolean => typeof value !== "object" || value === null;

function* partsOfArray(items: readonly unknown[]): Generator<string> {
  let before = "[";
  for (const item of items) {
    yield before;
    yield* partsOf(item);
    before = ",";
  }
  yield items.length === 0 ? "[]" : "]";
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
