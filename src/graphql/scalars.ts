import {
  GraphQLError,
  GraphQLScalarType,
  GraphQLString,
  Kind,
  type GraphQLScalarTypeConfig,
  type ValueNode,
} from "graphql";
import { GraphQLDateTime } from "graphql-scalars";
import { utcText } from "../utc-text.js";

const EXPECTED_TIME =
  "Expected a time in RFC 3339 with its offset, like 2030-01-07T10:00:00+01:00 or 2030-01-07T09:00:00Z.";

/** An instant: RFC 3339 with an offset in, UTC in whole seconds out. */
export const DateTime = describedInSdl<Date, string>({
  name: "DateTime",
  parseValue: (value) => parseTime(value),
  parseLiteral: (node) => parseTime(node.kind === Kind.STRING ? node.value : null, node),
  serialize: (value) => `${utcText(value as Date)}Z`,
});

/** An email address as a string; the domain says whether it is one. */
export const EmailAddress = describedInSdl<string, string>({
  name: "EmailAddress",
  parseValue: (value) => GraphQLString.parseValue(value),
  parseLiteral: (node, variables) => GraphQLString.parseLiteral(node, variables),
  serialize: (value) => GraphQLString.serialize(value),
});

/** A scalar with the description of schema.graphql, which one of its own, even undefined, would replace. */
function describedInSdl<Internal, External>(
  config: GraphQLScalarTypeConfig<Internal, External>,
): GraphQLScalarType<Internal, External> {
  const scalar = new GraphQLScalarType(config);
  Reflect.deleteProperty(scalar, "description");
  return scalar;
}

/** The library's reading of RFC 3339, with an error that says what is expected instead of what came. */
function parseTime(value: unknown, node?: ValueNode): Date {
  try {
    if (typeof value === "string") return GraphQLDateTime.parseValue(value);
  } catch {
    // Said below.
  }
  throw new GraphQLError(EXPECTED_TIME, {
    extensions: { code: "BAD_USER_INPUT" },
    nodes: node ?? null,
  });
}
