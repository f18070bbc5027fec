/** What a request consists of; its words are the names that the caller knows. */
interface Sent {
  document: string | undefined;
  operationName: string | null | undefined;
  variables: object | undefined;
}

/**
 * A name or type of graphql-js, which quotes them: `"Doctor.id"`, `"[ID!]"`. The quotes are not consumed, because a quoted
 * value of the caller may have quotes of its own. A message that is cut off ends with an ellipsis.
 */
const QUOTED = /(?<=")[^"\s…]+(?=["…])/g;

/**
 * Creates functions that replace the names that the caller did not send, so that errors do not reveal the schema to callers
 * who guess: those in quotes in a message, and those in a coordinate such as `Patient.email`.
 */
export function unsentNamesHider({ document, operationName, variables }: Sent) {
  const text = [document, operationName, JSON.stringify(variables)].join(" ");
  const sent = new Set(wordsOf(text));
  return {
    inMessage: (message: string): string =>
      message.replace(QUOTED, (name) =>
        wordsOf(name).every((word) => sent.has(word)) ? name : "…",
      ),
    inCoordinate: (coordinate: string): string =>
      coordinate.replace(/\w+/g, (word) => (sent.has(word) ? word : "…")),
  };
}

const wordsOf = (text: string): readonly string[] => text.match(/\w+/g) ?? [];
