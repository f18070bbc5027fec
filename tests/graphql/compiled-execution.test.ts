import { readFileSync } from "node:fs";
import { makeExecutableSchema } from "@graphql-tools/schema";
import { execute, parse } from "graphql";
import { pino } from "pino";
import { describe, expect } from "vitest";
import { createContext } from "../../src/graphql/context.js";
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
      appointments(first: 2, orderBy: STARTS_AT_DESC) { totalCount edges { cursor node { ...Visit } } pageInfo { hasNextPage endCursor startCursor hasPreviousPage } } }
    fragment Visit on Appointment { id patient { fullName appointments(first: 1) { nodes { doctor { id } } } } cancellationReason }`,
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
      contextValue: createContext(api.domain, { id: "test", log }),
    });
    expect(expected.errors).toBeUndefined();
    const { data } = await api.send({ query, variables });
    expect(data).toEqual(JSON.parse(JSON.stringify(expected.data)));
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
      { path: ["doctors"], extensions: { code: "BAD_USER_INPUT", inputPath: ["first"] } },
    ]);
    expect((await ask("Three")).errors).toHaveLength(1);
  });
});
