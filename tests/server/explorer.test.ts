import { readFileSync } from "node:fs";
import { buildSchema, OperationTypeNode, parse, type OperationDefinitionNode } from "graphql";
import { describe, expect, it } from "vitest";
import { pino } from "pino";
import { createApp } from "../../src/http/app.js";
import type { Exposure } from "../../src/common/exposure.js";
import { readExamples } from "../../src/pages/example-operations.js";
import { fillPlaceholders } from "../../src/pages/placeholders.js";
import type { Api } from "../support/api.js";
import { test } from "../support/clinic.js";

/** Asks a server that exposes so much of itself. */
async function ask(
  { sharedDomain: domain }: Api,
  exposure: Exposure,
  url: string,
  accept = "text/html",
) {
  const app = await createApp({ domain, logger: pino({ level: "silent" }), exposure });
  const answer = await app.inject({ url, headers: { accept } });
  await app.close();
  return answer;
}

describe("the examples", () => {
  it("show every query and mutation, with unique names", () => {
    const examples = readExamples();
    const used = examples.flatMap(({ query }) => {
      const [operation] = parse(query).definitions as OperationDefinitionNode[];
      return operation?.selectionSet.selections.map((field) => "name" in field && field.name.value);
    });
    const schema = buildSchema(readFileSync("schema.graphql", "utf8"));
    for (const type of [schema.getQueryType(), schema.getMutationType()]) {
      const fields = Object.keys(type?.getFields() ?? {});
      expect(fields.length).toBeGreaterThan(0);
      for (const field of fields) expect(used).toContain(field);
    }
    expect(new Set(examples.map(({ name }) => name)).size).toBe(examples.length);
    for (const { name, description } of examples) expect(description, name).toMatch(/\.$/);
  });

  it("are marked as refusals only if they are refused", () => {
    for (const { query, group, name } of readExamples()) {
      const [operation] = parse(query).definitions as OperationDefinitionNode[];
      expect(name.startsWith("Refused")).toBe(group === "refusals");
      if (group === "queries") expect(operation?.operation).toBe(OperationTypeNode.QUERY);
      if (group === "mutations") expect(operation?.operation).toBe(OperationTypeNode.MUTATION);
    }
  });

  test("can be fetched, with their placeholders filled", async ({ api }) => {
    const answer = await ask(api, "explorers", "/graphiql/examples");
    expect(answer.headers["cache-control"]).toBe("no-store");
    expect(answer.body).not.toContain("{{");
    const { examples } = answer.json<{ examples: { variables: string }[] }>();
    expect(examples).toHaveLength(readExamples().length);
    for (const { variables } of examples) expect(JSON.parse(variables)).toBeTypeOf("object");
  });

  test("have a time at which all doctors are free, and one at which a doctor is not", async ({
    api,
    clinic,
  }) => {
    const now = new Date("2040-01-02T10:00:00Z");
    const fill = async (text: string) => (await fillPlaceholders([text], api.domain, now))[0];
    const startsAt = new Date("2040-01-03T08:30:00Z");
    const { doctorId } = await clinic.book({ startsAt });
    expect(await fill("{{freeTime}}")).toBe("2040-01-03T09:00:00Z");
    expect(await fill("{{takenTime}} {{takenDoctor}}")).toBe(
      `2040-01-03T08:30:00Z doc_${doctorId}`,
    );
  });

  test("have no placeholder without a value", async ({ api }) => {
    await expect(fillPlaceholders(["{{nonsense}}"], api.domain)).rejects.toThrow(/nonsense/);
  });
});

describe("the first page", () => {
  test("describes the server to people and to programs", async ({ api }) => {
    const page = await ask(api, "costs", "/");
    expect(page.headers["content-type"]).toMatch(/^text\/html/);
    for (const path of ["/graphiql", "/docs", "/openapi.json", "/readyz"]) {
      expect(page.body).toContain(`href="${path}"`);
    }
    expect(page.body).toContain('href="https://studio.apollographql.com/sandbox/explorer?');
    const data = await ask(api, "costs", "/", "application/json");
    expect(data.json()).toMatchObject({ graphql: "/graphql" });
  });

  test("explains what Apollo Sandbox needs, while it is not allowed to call", async ({ api }) => {
    const said = "CORS_ORIGINS=https://studio.apollographql.com";
    expect((await ask(api, "costs", "/")).body).toContain(said);
    const app = await createApp({
      domain: api.sharedDomain,
      logger: pino({ level: "silent" }),
      exposure: "costs",
      corsOrigins: ["https://studio.apollographql.com"],
    });
    const { body } = await app.inject({ url: "/", headers: { accept: "text/html" } });
    await app.close();
    expect(body).toContain("Apollo Sandbox");
    expect(body).not.toContain(said);
  });

  test("links only to pages that the server has", async ({ api }) => {
    for (const exposure of ["nothing", "schema", "explorers", "costs"] as const) {
      const { links } = (await ask(api, exposure, "/", "*/*")).json<{ links: string[] }>();
      for (const link of links) {
        expect((await ask(api, exposure, link)).statusCode, link).toBeLessThan(400);
      }
      expect(links.includes("/graphiql")).toBe(exposure === "explorers" || exposure === "costs");
    }
  });
});

describe("a server that exposes nothing", () => {
  test("has no explorers and no examples", async ({ api }) => {
    for (const exposure of ["nothing", "schema"] as const) {
      for (const url of ["/graphiql", "/graphiql/examples"]) {
        expect((await ask(api, exposure, url)).statusCode).toBe(404);
      }
      expect((await ask(api, exposure, "/")).body).not.toContain("sandbox");
    }
  });
});
