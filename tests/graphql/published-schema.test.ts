import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import {
  buildClientSchema,
  getIntrospectionQuery,
  printSchema,
  type IntrospectionQuery,
} from "graphql";
import { describe, expect } from "vitest";
import { openApi } from "../support/api.js";
import { test } from "../support/clinic.js";

const PATHS = ["/schema.graphql", "/schema.json", "/schema"];
const sdl = readFileSync("schema.graphql", "utf8");
const hash = createHash("sha256").update(sdl).digest("hex");
const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };

describe("the published schema", () => {
  test("is schema.graphql, byte by byte", async ({ api }) => {
    const { statusCode, body, headers } = await api.app.inject("/schema.graphql");
    expect([statusCode, body]).toEqual([200, sdl]);
    expect(headers["content-type"]).toBe("application/graphql; charset=utf-8");
  });

  test("equals the result of introspection", async ({ api }) => {
    const answer = await api.app.inject("/schema.json");
    const published = answer.json<{ data: IntrospectionQuery; extensions: object }>();
    expect(published.extensions).toEqual({ version, sha256: hash });
    const query = getIntrospectionQuery({
      oneOf: true,
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      inputValueDeprecation: true,
      schemaDescription: true,
    });
    const { data } = await api.send({ query });
    const schema = buildClientSchema(data as unknown as IntrospectionQuery);
    expect(printSchema(buildClientSchema(published.data))).toBe(printSchema(schema));
  });

  test("has its version and its hash in headers, and is sent only to clients that do not have it", async ({
    api,
  }) => {
    for (const url of PATHS) {
      const { headers, body } = await api.app.inject(url);
      expect(headers).toMatchObject({ "x-schema-version": version, "x-schema-sha256": hash });
      const etag = String(headers["etag"]);
      expect(etag).toBe(`"${createHash("sha256").update(body).digest("hex")}"`);
      const ask = (tags: string) => api.app.inject({ url, headers: { "if-none-match": tags } });
      for (const tags of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) {
        const repeat = await ask(tags);
        expect([repeat.statusCode, repeat.body], `${url} ${tags}`).toEqual([304, ""]);
        expect(repeat.headers).toMatchObject({ etag, "x-schema-sha256": hash });
      }
      expect((await ask('"other"')).statusCode).toBe(200);
    }
  });

  test("is a page that may run only its own scripts", async ({ api }) => {
    const { headers } = await api.app.inject("/schema");
    const policy = String(headers["content-security-policy"]);
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-\S+'; script-src 'sha256-\S+';/);
    expect(policy).not.toContain("unsafe");
  });

  test("is hidden together with introspection", async () => {
    const closed = await openApi({ exposure: "nothing" });
    for (const url of PATHS) expect((await closed.app.inject(url)).statusCode, url).toBe(404);
    expect((await closed.send({ query: "{ __schema { types { name } } }" })).errors).toHaveLength(
      1,
    );
    await closed.close();
  });
});
