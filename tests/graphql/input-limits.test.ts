import { readFileSync } from "node:fs";
import {
  buildSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredArgument,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
} from "graphql";
import { describe, expect } from "vitest";
import { limitsOf } from "../../src/graphql/limits/input-limits.js";
import { toNodeId } from "../../src/graphql/node-ids.js";
import { test } from "../support/clinic.js";

const schema = buildSchema(readFileSync("schema.graphql", "utf8"));
const TEXTS = new Set([
  "String",
  "ID",
  "DateTime",
  "EmailAddress",
  "LocalDate",
  "LocalTime",
  "LocalDateTime",
]);

type Input = GraphQLArgument | GraphQLInputField;

/** An argument or input field that takes a text or a list, and a request that sends it `value`. */
interface Place {
  coordinate: string;
  input: Input;
  /** Its path from the argument on. */
  path: string[];
  request: (value: unknown) => { query: string; variables: Record<string, unknown> };
}

const isText = ({ type }: Input) => TEXTS.has(String(getNamedType(type)));
const isList = ({ type }: Input) => isListType(getNullableType(type));

/** Valid values of arguments that must be sent beside another one. */
const LITERALS: Readonly<Record<string, string>> = {
  among: "{ ids: [] }",
  durationMinutes: "30",
};

function placesOf(kind: "query" | "mutation", field: GraphQLField<unknown, unknown>): Place[] {
  const selection = "{ __typename }";
  return field.args.flatMap((argument) => {
    const others = field.args
      .filter((other) => other !== argument && isRequiredArgument(other))
      .map(({ name }) => `, ${name}: ${LITERALS[name]}`);
    const call = `${field.name}(${argument.name}: $value${others.join("")})`;
    const query = `${kind} ($value: ${String(argument.type)}) { ${call} ${selection} }`;
    const below = (input: Input, path: string[], wrap: (value: unknown) => unknown): Place[] => {
      const type = getNamedType(input.type);
      if (isInputObjectType(type)) {
        return Object.values(type.getFields()).flatMap((each) =>
          below(each, [...path, each.name], (value) => wrap({ [each.name]: value })),
        );
      }
      const coordinate = [field.name, argument.name, ...path].join(".");
      const request = (value: unknown) => ({ query, variables: { value: wrap(value) } });
      return isText(input) || isList(input) ? [{ coordinate, input, path, request }] : [];
    };
    return below(argument, [], (value) => value);
  });
}

const PLACES = [
  ...Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap((field) =>
    placesOf("query", field),
  ),
  ...Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap((field) =>
    placesOf("mutation", field),
  ),
];

describe("whatever a caller may send has a maximum", () => {
  test("on every argument and input field that takes a text or a list", () => {
    const without: string[] = [];
    const note = (name: string, input: Input) => {
      const { length, items } = limitsOf(schema, input);
      if (isText(input) && length === undefined) without.push(`${name}: length`);
      if (isList(input) && items === undefined) without.push(`${name}: items`);
    };
    for (const type of Object.values(schema.getTypeMap())) {
      if (type.name.startsWith("__") || !("getFields" in type)) continue;
      for (const field of Object.values(type.getFields()) as (
        GraphQLInputField | GraphQLField<unknown, unknown>
      )[]) {
        const inputs: readonly Input[] = "args" in field ? field.args : [field];
        for (const input of inputs) note(`${type.name}.${field.name}`, input);
      }
    }
    expect(without).toEqual([]);
    expect(PLACES.length).toBeGreaterThan(40);
  });

  test.for(PLACES.map((place) => [place.coordinate, place] as const))(
    "%s refuses more before anything is run",
    async ([, { input, path, request }], { api }) => {
      const { length, items } = limitsOf(schema, input);
      const tooLong = isText(input) ? "x".repeat((length ?? 0) + 1) : "BOOKED";
      const value = isList(input)
        ? Array.from({ length: (items ?? 0) + 1 }, () => tooLong)
        : tooLong;
      const statements = await api.statements(async () => {
        const answer = await api.send(request(value));
        expect(answer.status).toBe(400);
        expect(answer.errors).toHaveLength(1);
        expect(answer.errors?.[0]?.extensions).toMatchObject({
          code: "BAD_USER_INPUT",
          inputPath: ["value", ...path],
        });
        expect(answer.errors?.[0]?.message).toMatch(/at most \d+ (characters|items)/);
      });
      expect(statements).toEqual([]);
    },
  );

  test.for(
    PLACES.filter(({ input }) => isList(input)).map((place) => [place.coordinate, place] as const),
  )("%s limits each of its texts", async ([, { input, path, request }], { api }) => {
    if (isEnumType(getNamedType(input.type))) return;
    const { length = 0, idOf } = limitsOf(schema, input);
    const valid = toNodeId(idOf ?? "Patient", 1);
    const answer = await api.send(request([valid, "x".repeat(length + 1)]));
    expect(answer.errors?.[0]?.extensions?.["inputPath"]).toEqual(["value", ...path, 1]);
  });

  test("in the document itself, too, and in the defaults of variables", async ({ api }) => {
    const search = "x".repeat(501);
    for (const [query, path] of [
      [`{ patients(search: "${search}") { totalCount } }`, ["search"]],
      [`{ doctors(filter: { name: "${search}" }) { totalCount } }`, ["filter", "name"]],
      [`query ($s: String = "${search}") { patients(search: $s) { totalCount } }`, ["s"]],
      [
        `query ($name: String = "${search}") { doctors(filter: { name: $name }) { totalCount } }`,
        ["name"],
      ],
    ] as const) {
      const { status, errors } = await api.send({ query });
      expect(status).toBe(400);
      expect(errors?.map(({ extensions }) => extensions)).toEqual([
        { code: "BAD_USER_INPUT", inputPath: path },
      ]);
    }
  });

  test("for a variable wherever it is used", async ({ api }) => {
    const query = `query ($text: String) {
      doctors(filter: { specialty: $text }) { totalCount }
      patients(after: $text, search: $text) { totalCount }
    }`;
    const { errors } = await api.send({ query, variables: { text: "x".repeat(501) } });
    expect(errors?.[0]?.extensions).toEqual({ code: "BAD_USER_INPUT", inputPath: ["text"] });
  });
});
