import { readFileSync } from "node:fs";
import { buildSchema, getIntrospectionQuery, introspectionFromSchema } from "graphql";
import { describe, expect } from "vitest";
import { declaredRefusals } from "../../src/graphql/declared-refusals.js";
import { test } from "../support/clinic.js";
import { schema } from "../support/declared-refusals.js";

describe("introspection", () => {
  test("describes the limits of inputs, which are directives in schema.graphql", async ({
    api,
  }) => {
    const query = `{ input: __type(name: "CancelAppointmentInput") { inputFields { name description } }
      query: __type(name: "Query") { fields { name args { name description } } } }`;
    const { data } = await api.send({ query });
    expect(JSON.stringify(data)).toContain("More than 10,000 characters are refused");
    expect(JSON.stringify(data)).toContain("More than 100 items or 20 characters are refused");
  });

  test("lists the refusals of each mutation, which are directives, too", async ({ api }) => {
    const query = `{ __type(name: "Mutation") { fields(includeDeprecated: true) { name description } } }`;
    const { data } = await api.send({ query });
    const { fields } = data?.["__type"] as { fields: { name: string; description: string }[] };
    const declared = declaredRefusals(schema);
    expect(fields).toHaveLength(declared.size);
    for (const { name, description } of fields) {
      expect(description).toMatch(/^\w.+\. Refusals: [A-Z_, ]+\.$/s);
      expect(description).toContain(` Refusals: ${declared.get(name)?.join(", ")}.`);
    }
  });

  test("returns all descriptions of schema.graphql, including those of scalars", async ({
    api,
  }) => {
    const { data } = await api.send({ query: getIntrospectionQuery() });
    const written = introspectionFromSchema(buildSchema(readFileSync("schema.graphql", "utf8")), {
      specifiedByUrl: false,
      directiveIsRepeatable: false,
      schemaDescription: false,
      inputValueDeprecation: false,
      oneOf: false,
    });
    const descriptions = (types: readonly { name: string; description?: unknown }[]) =>
      Object.fromEntries(types.map(({ name, description }) => [name, description]));
    const { types } = data?.["__schema"] as { types: { name: string; description: string }[] };
    expect(descriptions(types)).toEqual(descriptions(written.__schema.types));
    expect(descriptions(types)["DateTime"]).toMatch(/RFC 3339/);
  });
});
