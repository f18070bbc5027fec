import { GraphQLError } from "graphql";

/**
 * An argument that no rule of the domain needs to see to refuse it.
 *
 * @param message what is wrong and what is expected instead; it must not repeat what was sent.
 * @param inputPath where it stands in the field's arguments, `["input", "doctorId"]`.
 */
export function badUserInput(
  message: string,
  inputPath: readonly (string | number)[],
): GraphQLError {
  return new GraphQLError(message, { extensions: { code: "BAD_USER_INPUT", inputPath } });
}
