import { readdirSync, readFileSync } from "node:fs";
import { makeExecutableSchema } from "@graphql-tools/schema";
import {
  execute,
  getIntrospectionQuery,
  Kind,
  OperationTypeNode,
  parse,
  print,
  separateOperations,
} from "graphql";
import { pino } from "pino";
import { describe, expect, it } from "vitest";
import { isCompilable } from "../../src/graphql/compiled/compilable.js";
import { ANYONE } from "../../src/domain/index.js";
import { createContext } from "../../src/graphql/context.js";
import { planOf } from "../../src/graphql/limits/request-plan.js";
import { resolvers } from "../../src/graphql/resolvers/index.js";
import { future, test } from "../support/clinic.js";

const schema = makeExecutableSchema({
  typeDefs: readFileSync("schema.graphql", "utf8"),
  resolvers,
});

const QUERIES: [what: string, query: string][] = [
  [
    "fragments, aliases and names of types",
    `query ($doctor: ID!, $ids: [ID!]!) {
      first: doctor(by: { id: $doctor }) { ...Doctor again: fullName }
      nodes(ids: $ids) { __typename id ... on Patient { email } ...Doctor ... on Appointment { startsAt endsAt status } }
    }
    fragment Doctor on Doctor { __typename id isActive version createdAt
      appointments(first: 2, orderBy: STARTS_AT_DESC) { totalCount edges { cursor node { ...Appointment } } pageInfo { hasNextPage endCursor startCursor hasPreviousPage } } }
    fragment Appointment on Appointment { id patient { fullName appointments(first: 1) { nodes { doctor { id } } } } cancellationReason }`,
  ],
  [
    "fields that are skipped and included",
    `query ($doctor: ID!, $ids: [ID!]!, $yes: Boolean = true, $no: Boolean = false) {
      doctor(by: { id: $doctor }) { id @skip(if: $yes) fullName @include(if: $yes) specialty @include(if: $no)
        appointments(first: 5) { nodes { id doctor @include(if: $no) { id } patient @skip(if: $no) { email } } } }
      nodes(ids: $ids) @skip(if: $yes) { id }
    }`,
  ],
  [
    "what is not there",
    `query ($doctor: ID!, $ids: [ID!]!) {
      patient(by: { databaseId: 2147483647 }) { id }
      doctor(by: { id: $doctor }) { appointments(filter: { status: [] }) { nodes { id } totalCount } }
      missing: nodes(ids: ["pat_2147483647"]) { id }
      nodes(ids: $ids) { id }
    }`,
  ],
  ["the schema itself", "{ __schema { types { name kind fields { name type { name } } } } }"],
];

const parsed = (query: string) => {
  const document = parse(query);
  const operation = document.definitions.find(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  if (!operation) throw new Error("The document has no operation");
  return { operation, plan: planOf(schema, document, operation) };
};

const doctorsFields = (count: number, selection: string) =>
  Array.from({ length: count }, (_, i) => `a${i}: doctors { ${selection} }`).join(" ");
const manyNodes = (count: number) =>
  Array.from({ length: count }, (_, i) => `a${i}: nodes(ids: $ids) { id __typename }`).join(" ");
const levels = (count: number): string =>
  count === 0
    ? "totalCount"
    : `nodes { patient { appointments(first: 1) { ${levels(count - 1)} } } }`;
function doublingFragments(count: number): string {
  const fragments = Array.from({ length: count }, (_, index) => {
    const inner = `nodes { patient { appointments(first: 1) { ...F${index + 1} } } }`;
    return `fragment F${index} on AppointmentConnection { a: ${inner} b: ${inner} }`;
  });
  return `${fragments.join(" ")} fragment F${count} on AppointmentConnection { totalCount }`;
}

describe("a query is compiled", () => {
  it.each([
    ["with variables and fragments", QUERIES[2]?.[1].replace(/missing: .*\n/, "") ?? "", true],
    ["with a text in it", '{ patients(search: "a") { totalCount } }', false],
    [
      "with a text in a default",
      'query ($s: String = "a") { patients(search: $s) { totalCount } }',
      false,
    ],
    ["with @include", "query ($b: Boolean!) { doctors @include(if: $b) { totalCount } }", false],
    [
      "with @skip on a fragment",
      "{ doctors { ... on DoctorConnection @skip(if: false) { totalCount } } }",
      false,
    ],
    ["with an underscore in a response name", "{ a_b: doctors { totalCount } }", false],
    ["with __typename", "{ doctors { __typename } }", true],
    [
      "with __proto__ as a variable",
      "query ($__proto__: Int!) { doctors(first: $__proto__) { totalCount } }",
      false,
    ],
    ["of the whole schema", getIntrospectionQuery({ inputValueDeprecation: true }), false],
    ["of three hundred fields", `{ ${doctorsFields(150, "totalCount")} }`, true],
    ["of six hundred fields", `{ ${doctorsFields(300, "totalCount")} }`, false],
    [
      "of few fields that are spread five hundred times",
      `{ ${doctorsFields(500, "...F")} } fragment F on DoctorConnection { totalCount pageInfo { hasNextPage } nodes { id } }`,
      false,
    ],
    ["with an interface of many types", `query ($ids: [ID!]!) { ${manyNodes(300)} }`, false],
    ["of fifty levels", `{ appointments(first: 1) { ${levels(50)} } }`, false],
    [
      "of fragments that double fifty times",
      `{ appointments(first: 1) { ...F0 } } ${doublingFragments(50)}`,
      false,
    ],
  ])("%s or not", (_what, query, expected) => {
    const { operation, plan } = parsed(query);
    expect(isCompilable(schema, operation, plan, { isTrusted: false })).toBe(expected);
  });

  it("if it is one of the client's, whatever its size", () => {
    const folder = "client/src/operations";
    const fragments = readFileSync(`${folder}/fragments.graphql`, "utf8");
    const files = readdirSync(folder).filter((name) => name !== "fragments.graphql");
    const documents = separateOperations(
      parse(
        [...files.map((name) => readFileSync(`${folder}/${name}`, "utf8")), fragments].join("\n"),
      ),
    );
    const queries = Object.values(documents)
      .map((document) => parsed(print(document)))
      .filter(({ operation }) => operation.operation === OperationTypeNode.QUERY);
    expect(queries.length).toBeGreaterThan(4);
    for (const { operation, plan } of queries) {
      expect(
        isCompilable(schema, operation, plan, { isTrusted: false }),
        operation.name?.value,
      ).toBe(true);
    }
  });
});

describe("compiled queries", () => {
  test.for(QUERIES)("answer %s as graphql-js does", async ([, query], { api, clinic }) => {
    const { id, doctorId, patientId } = await clinic.book({});
    await clinic.book({ doctorId, patientId, startsAt: future(8) });
    await api.domain.appointments.cancel({ appointmentId: id, reason: "ill — 病気" });
    const ids = [`pat_${patientId}`, `doc_${doctorId}`, `apt_${id}`, `doc_${doctorId}`];
    const variables = { doctor: `doc_${doctorId}`, ids };
    const log = pino({ level: "silent" });
    const expected = await execute({
      schema,
      document: parse(query),
      variableValues: variables,
      contextValue: createContext(api.sharedDomain, { caller: ANYONE, id: "test", log }),
    });
    expect(expected.errors).toBeUndefined();
    // The first run is interpreted, the others are compiled, if that is possible.
    for (let run = 1; run <= 3; run += 1) {
      const { data, errors } = await api.send({ query, variables });
      expect(errors).toBeUndefined();
      expect(data).toEqual(JSON.parse(JSON.stringify(expected.data)));
    }
  });

  test("never have a text of the caller in their code", async ({ api }) => {
    const marker = "__MAGIC_DATE__33a9e76d_02e0_4128_8e92_3530ad3da74d";
    const code = `${marker}(globalThis.hasRun = true, 0)`;
    for (const query of [
      `{ patients(search: "${code}") { totalCount } }`,
      `{ patients(search: """${code}""") { totalCount } }`,
      `{ doctors(filter: { name: "${code}" }) { totalCount } }`,
      `query ($s: String = "${code}") { patients(search: $s) { totalCount } }`,
      `query Q_x { patients(search: "${code}") { totalCount } }`,
    ]) {
      for (let run = 1; run <= 3; run += 1) {
        const { data } = await api.send({ query });
        expect(Object.values(data ?? {})).toEqual([{ totalCount: 0 }]);
      }
    }
    expect(globalThis).not.toHaveProperty("hasRun");
  });

  test("run nothing twice where one of their fields fails", async ({ api }) => {
    const query = `query ($first: Int!) { doctors(first: $first) { totalCount } patients(first: $first) { totalCount } }`;
    const counts: number[] = [];
    for (let run = 1; run <= 3; run += 1) {
      const statements = await api.statements(() => api.send({ query, variables: { first: 1 } }));
      counts.push(statements.length);
    }
    expect(counts).toEqual([2, 2, 2]);
  });

  test("leave exactly one of @oneOf, operations by name and errors to graphql-js", async ({
    api,
    clinic,
  }) => {
    const { id } = await clinic.patient();
    const query = `query One($by: PatientBy!) { patient(by: $by) { id } } query Two { doctors(first: 0) { nodes { id } } }`;
    const ask = (operationName: string, variables: object = {}) =>
      api.send({ query, operationName, variables });
    const by = { id: `pat_${id}`, databaseId: id };
    expect(await ask("One", { by: { id: by.id } })).toMatchObject({
      data: { patient: { id: by.id } },
    });
    expect((await ask("One", { by })).errors).toMatchObject([
      { extensions: { code: "BAD_USER_INPUT" } },
    ]);
    expect((await ask("Two")).errors).toMatchObject([
      { extensions: { code: "BAD_USER_INPUT", inputPath: ["first"] } },
    ]);
    expect((await ask("Three")).errors).toHaveLength(1);
  });
});
