import { GraphQLError, GraphQLScalarType, GraphQLString, Kind, type ValueNode } from "graphql";
import { GraphQLDateTime } from "graphql-scalars";
import { utcText } from "../common/utc-text.js";

const EXPECTED_TIME =
  "Expected a time in RFC 3339 with its offset, like 2030-01-07T10:00:00+01:00 or 2030-01-07T09:00:00Z.";

/** An instant: accepts RFC 3339 with an offset; returns UTC in whole seconds. */
export const DateTime = new GraphQLScalarType<Date, string>({
  name: "DateTime",
  parseValue: (value) => parseTime(value),
  parseLiteral: (node) => parseTime(node.kind === Kind.STRING ? node.value : null, node),
  serialize: (value) => `${utcText(value as Date)}Z`,
});

/** An email address. It accepts any string; the domain validates it. */
export const EmailAddress = new GraphQLScalarType<string, string>({
  name: "EmailAddress",
  parseValue: (value) => GraphQLString.parseValue(value),
  parseLiteral: (node, variables) => GraphQLString.parseLiteral(node, variables),
  serialize: (value) => GraphQLString.serialize(value),
});

/** Parses RFC 3339 with graphql-scalars. The error says what is expected, and does not quote the value. */
function parseTime(value: unknown, node?: ValueNode): Date {
  try {
    if (typeof value === "string") return GraphQLDateTime.parseValue(value);
  } catch {
    // Reported below.
  }
  throw new GraphQLError(EXPECTED_TIME, {
    extensions: { code: "BAD_USER_INPUT" },
    nodes: node ?? null,
  });
}
