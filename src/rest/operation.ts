import type { FastifySchema } from "fastify";
import { ServiceUnavailable, type Refusal } from "../domain/index.js";
import type { ObjectSchema, Schema } from "./json-schema.js";
import { faultProblem, invalid, Problem, toProblem } from "./problems.js";
import { readFields, type ValidationError } from "./readers.js";
import type { Route } from "./routes.js";
import { Detail, ValidationErrors } from "./schemas.js";

/** A route as the OpenAPI document shows it: what it takes, and all that it can answer, by example. */
export function toOperation(route: Route): FastifySchema {
  const { params, query, body, headers, graphql, summary, tag } = route;
  return {
    summary,
    tags: [tag],
    operationId: `${route.method.toLowerCase()}${route.url.replaceAll(/[/:_-]+(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
    description: `In GraphQL:\n\n\`\`\`graphql\n${graphql}\n\`\`\``,
    ...(params && { params }),
    ...(query && { querystring: query }),
    ...(body && { body: withExample(body) }),
    ...(headers && { headers }),
    response: { [route.status]: successOf(route), ...problemsOf(route) },
  };
}

const successOf = ({ answer }: Route): object =>
  answer ? { description: "Done", ...withExample(answer) } : { description: "Done", type: "null" };

const withExample = (schema: Schema): object => ({ ...schema, examples: [exampleOf(schema)] });

/** A value of the schema, made of the examples of its fields. */
export function exampleOf({ items, properties, examples }: Schema): unknown {
  if (items) return [exampleOf(items)];
  if (properties) {
    const fields = Object.entries(properties);
    return Object.fromEntries(fields.map(([name, field]) => [name, exampleOf(field)]));
  }
  return examples?.[0];
}

const DESCRIPTIONS: Record<number, string> = {
  400: "A value is too long, or another patient has the email",
  404: "There is none",
  409: "A rule is against it",
  413: "The body is larger than a mebibyte",
  422: "What was sent can't be read, or a rule is against a field",
  500: "A fault of ours; the header X-Request-Id helps to find it",
  503: "The service is busy, or its database is away: nothing was written, try again",
};

/** The bodies that are documented for one status, by name. */
type Examples = Record<string, { value: unknown }>;

function problemsOf(route: Route): Record<number, object> {
  const byStatus = new Map<number, Examples>();
  for (const [name, problem] of examplesOf(route)) {
    const examples = byStatus.get(problem.status) ?? {};
    examples[name] = { value: JSON.parse(problem.toJson()) as unknown };
    byStatus.set(problem.status, examples);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, examples]) => {
      const schema = status === 422 ? ValidationErrors : Detail;
      return [status, { description: DESCRIPTIONS[status], ...schema, "x-examples": examples }];
    }),
  );
}

function examplesOf(route: Route): [name: string, problem: Problem][] {
  const unreadable = unreadableOf(route);
  return [
    ...(unreadable ? [["UNREADABLE", unreadable] as [string, Problem]] : []),
    ...route.refusals.map((refusal) => refused(route, refusal)),
    ...(route.body ? [["TOO_LARGE", faultProblem({ statusCode: 413 })] as [string, Problem]] : []),
    ["FAULT", faultProblem(new Error())],
    ["UNAVAILABLE", faultProblem(new ServiceUnavailable())],
  ];
}

function refused({ body }: Route, refusal: Refusal): [name: string, problem: Problem] {
  const input = body ? (exampleOf(body) as Record<string, unknown>) : {};
  const name = [refusal.code, ...(body ? [refusal.path.at(-1)] : [])].join(" ");
  return [name, toProblem([refusal], input, body !== undefined)];
}

/** What comes of a request in which every field is missing or no number. */
function unreadableOf({ params, query, body }: Route): Problem | null {
  const unreadable = (schema: ObjectSchema | undefined, loc: string): ValidationError[] => {
    const names = loc === "body" ? [] : Object.keys(schema?.properties ?? {});
    const given = Object.fromEntries(names.map((name) => [name, "x"]));
    return schema ? readFields(schema, given, loc).errors : [];
  };
  const errors = [
    ...unreadable(params, "path"),
    ...unreadable(query, "query"),
    ...unreadable(body, "body"),
  ];
  return errors.length > 0 ? invalid(errors) : null;
}
