import type { GraphQLSchema } from "graphql";
import { assertEnumType, assertObjectType } from "graphql";
import { REFUSAL_EXAMPLES, type RefusalCode } from "../src/domain/index.js";
import { declaredRefusals } from "../src/graphql/declared-refusals.js";
import { toUserError } from "../src/graphql/user-errors.js";
import { toProblem } from "../src/rest/problems.js";
import { ROUTES } from "../src/rest/routes.js";

/** A reason for a refusal, as both APIs report it. */
export interface Rule {
  code: RefusalCode;
  /** What must hold, in the words of the schema. */
  rule: string;
  /** The type that the graph answers with, and what it has beyond every error's fields. */
  errorType: string;
  extraFields: { name: string; type: string }[];
  /** An example: messages name what was sent, or what is in the way. */
  message: string;
  /** The mutations that can be refused for it. */
  mutations: string[];
  rest: RestAnswer;
}

interface RestAnswer {
  status: number;
  /** Another status, where what was not found is named in the request's body; else null. */
  statusOfReference: number | null;
  detail: string;
  /** The endpoints that can answer so. */
  endpoints: string[];
}

/** Every error code of the schema with all that is known of it, in the schema's order. */
export function ruleBookOf(schema: GraphQLSchema): Rule[] {
  const codes = assertEnumType(schema.getType("UserErrorCode")).getValues();
  return codes.map(({ name, description }) => {
    const code = name as RefusalCode;
    const { __typename, message } = toUserError(REFUSAL_EXAMPLES[code]);
    return {
      code,
      rule: description ?? "",
      errorType: __typename,
      extraFields: extraFieldsOf(schema, __typename),
      message,
      mutations: mutationsRefusedFor(schema, code),
      rest: restAnswerOf(code),
    };
  });
}

function extraFieldsOf(schema: GraphQLSchema, typeName: string): Rule["extraFields"] {
  const type = assertObjectType(schema.getType(typeName));
  const shared = type.getInterfaces().flatMap((base) => Object.keys(base.getFields()));
  return Object.values(type.getFields())
    .filter(({ name }) => !shared.includes(name))
    .map(({ name, type: fieldType }) => ({ name, type: String(fieldType) }));
}

/** The mutations that declare the code with `@refusals`. */
const mutationsRefusedFor = (schema: GraphQLSchema, code: RefusalCode): string[] =>
  [...declaredRefusals(schema)].filter(([, codes]) => codes.includes(code)).map(([name]) => name);

function restAnswerOf(code: RefusalCode): RestAnswer {
  const { status, body } = toProblem([REFUSAL_EXAMPLES[code]], {}, false);
  const reference = toProblem([REFUSAL_EXAMPLES[code]], {}, true).status;
  return {
    status,
    statusOfReference: reference === status ? null : reference,
    detail: typeof body.detail === "string" ? body.detail : (body.detail[0]?.msg ?? ""),
    endpoints: ROUTES.filter(({ refusals }) => refusals.some((it) => it.code === code)).map(
      ({ method, url }) => `${method} ${url.replaceAll(/:(\w+)/g, "{$1}")}`,
    ),
  };
}
