import { GraphQLError } from "graphql";

const TYPES = ["application/json", "application/graphql-response+json"];

/**
 * Whether an `Accept` header takes JSON, in one of the forms in which GraphQL answers. Apollo finds that out when
 * an operation has been run, of which its caller would then learn nothing.
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
  `Nothing was done: the answer would be JSON, which the Accept header does not take. Accept ${TYPES.join(" or ")}.`,
  { extensions: { code: "NOT_ACCEPTABLE" } },
);
