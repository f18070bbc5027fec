import { GraphQLError } from "graphql";

const TYPES = ["application/json", "application/graphql-response+json"];

/**
 * Whether an `Accept` header allows one of the JSON media types of GraphQL over HTTP. Apollo checks this only after it has
 * run the operation, whose result the caller would then not get.
 */
export function acceptsJson(accept: string | undefined): boolean {
  if (accept === undefined || accept === "*/*" || accept === "application/json") return true;
  return accept.split(",").some((part) => {
    const [range = "", ...parameters] = part.split(";").map((each) => each.trim().toLowerCase());
    const isRefused = parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
    return !isRefused && (range === "*/*" || range === "application/*" || TYPES.includes(range));
  });
}

export const NOT_ACCEPTABLE = new GraphQLError(
  `The Accept header does not allow JSON, so the operation was not run. Accept ${TYPES.join(" or ")}.`,
  { extensions: { code: "NOT_ACCEPTABLE" } },
);
