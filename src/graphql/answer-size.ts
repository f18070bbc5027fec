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
        ? writeWithin(inOrder(result), MOST_BYTES)
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

/** A value as JSON; null as soon as that has more characters than allowed. */
export function writeWithin(value: unknown, most: number): string | null {
  const parts: string[] = [];
  let left = most;
  /** Returns false when there is no more room. */
  const write = (part: string): boolean => {
    parts.push(part);
    left -= part.length;
    return left >= 0;
  };
  const writeValue = (each: unknown): boolean => {
    if (typeof each !== "object" || each === null) return write(JSON.stringify(each));
    return Array.isArray(each) ? writeArray(each) : writeObject(each);
  };
  const writeArray = (items: readonly unknown[]): boolean =>
    items.every((item, index) => write(index === 0 ? "[" : ",") && writeValue(item ?? null)) &&
    write(items.length === 0 ? "[]" : "]");
  const writeObject = (fields: object): boolean => {
    const entries = Object.entries(fields).filter(([, field]) => field !== undefined);
    return (
      entries.every(([name, field], index) => {
        const start = `${index === 0 ? "{" : ","}${JSON.stringify(name)}:`;
        return write(start) && writeValue(field);
      }) && write(entries.length === 0 ? "{}" : "}")
    );
  };
  return writeValue(value) ? parts.join("") : null;
}
