import { setImmediate } from "node:timers/promises";
import type { ApolloServerPlugin, GraphQLResponse } from "@apollo/server";
import { GraphQLError, type FormattedExecutionResult } from "graphql";
import type { Context } from "../context.js";

/** The maximum size of a response, in bytes. */
export const MAX_BYTES = 4 * 1024 * 1024;

/** A response with no more values than this is never too large, because a value has some 2,000 bytes at most. */
const FEW_VALUES = 900;

/** A response with no more values than this may be too large, but can be serialised in one piece. */
const SOME_VALUES = 4_000;

/**
 * Serialises large responses in pieces, and replaces a response that exceeds MAX_BYTES by an error.
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

/** The data of responses that were serialised here; the handler sends their bytes from the context. */
const written = new WeakSet<object>();

/** Serialises a response. Unlike Apollo, it appends no line break, which would copy the whole text. */
export const stringifyResponse = (result: FormattedExecutionResult): string =>
  result.data && written.has(result.data) ? "" : JSON.stringify(inOrder(result));

/** Apollo's order of members: errors first, because data may be long. */
const inOrder = ({ errors, data, extensions }: FormattedExecutionResult) => ({
  errors,
  data,
  extensions,
});

function refuse(response: GraphQLResponse & { http: { status?: number } }): void {
  const error = new GraphQLError(
    `The response would be larger than ${MAX_BYTES} bytes. Request smaller pages or fewer fields.`,
    { extensions: { code: "ANSWER_TOO_LARGE" } },
  );
  response.http.status = 400;
  response.body = { kind: "single", singleResult: { errors: [error.toJSON()] } };
}

/** After this many characters, the event loop may do other work. */
const CHARACTERS_AT_A_TIME = 128 * 1024;

/** Serialises a value as JSON; returns null as soon as it exceeds the maximum. Yields to the event loop in between. */
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

/** The number of values that are serialised at once: JSON.stringify takes a few milliseconds for them at most. */
const VALUES_AT_ONCE = 1_000;

/** The JSON of a value, in parts. */
function* partsOf(value: unknown): Generator<string> {
  if (valuesOf(value) < VALUES_AT_ONCE) yield JSON.stringify(value ?? null);
  else if (Array.isArray(value)) yield* partsOfArray(value);
  else yield* partsOfObject(value as object);
}

/** The number of values in a value; stops counting at VALUES_AT_ONCE. */
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

/** The end of the run of items that are serialised at once: a single large item, or several small ones. */
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
