import { GraphQLError, GraphQLScalarType, GraphQLString, Kind, type ValueNode } from "graphql";
import { GraphQLDateTime } from "graphql-scalars";
import {
  formatLocalDate,
  formatLocalDateTime,
  formatLocalTime,
  parseLocalDate,
  parseLocalDateTime,
  parseLocalTime,
} from "../domain/index.js";
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

/** A scalar whose texts the domain reads and writes as numbers: days or minutes. */
function localScalar(
  name: string,
  expected: string,
  parse: (text: string) => number | null,
  format: (value: number) => string,
): GraphQLScalarType<number, string> {
  const read = (value: unknown, node?: ValueNode): number => {
    const number = typeof value === "string" ? parse(value) : null;
    if (number !== null) return number;
    throw new GraphQLError(expected, {
      extensions: { code: "BAD_USER_INPUT" },
      nodes: node ?? null,
    });
  };
  return new GraphQLScalarType<number, string>({
    name,
    parseValue: (value) => read(value),
    parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : null, node),
    serialize: (value) => format(value as number),
  });
}

/** A date without a zone, as its number of days since 1970-01-01. */
export const LocalDate = localScalar(
  "LocalDate",
  "Expected a date like 2030-01-31.",
  parseLocalDate,
  formatLocalDate,
);

/** A time of day without a zone, in minutes. */
export const LocalTime = localScalar(
  "LocalTime",
  "Expected a time of day from 00:00 to 24:00, like 09:30.",
  parseLocalTime,
  formatLocalTime,
);

/** A date and time without a zone, in minutes since 1970-01-01T00:00. */
export const LocalDateTime = localScalar(
  "LocalDateTime",
  "Expected a date and time without an offset, like 2030-01-31T09:30.",
  parseLocalDateTime,
  formatLocalDateTime,
);

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
