import { createHash, randomUUID } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Kind, print, type DocumentNode } from "graphql";
import { pino } from "pino";
import { Writable } from "node:stream";
import { describe, expect } from "vitest";
import { manifestOf, withTypeNames } from "../../schema/manifest.js";
import { readRegistry } from "../../schema/operations.js";
import { readProject } from "../../schema/project.js";
import { projectRoot } from "../../src/common/project-root.js";
import { ManifestError, readManifests, type Trust } from "../../src/graphql/trusted-documents.js";
import * as documents from "../../client/src/documents.js";
import * as client from "../../client/src/index.js";
import { openApi, type Api, type ApiOptions } from "../support/api.js";
import { test } from "../support/clinic.js";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

const { schema } = readProject(projectRoot);
const registry = readRegistry(projectRoot, "client/src", schema);
const manifest = manifestOf(registry.operations);

const TRUSTED = print(documents.DoctorDocument);
const UNKNOWN = "query Unknown { doctors { totalCount } }";

/** Runs the work with an API that trusts the client's operations. */
async function withTrust(
  trust: Trust,
  work: (api: Api) => Promise<void>,
  options: ApiOptions = {},
): Promise<void> {
  const file = join(tmpdir(), `manifest-${randomUUID()}.json`);
  writeFileSync(file, manifest);
  const api = await openApi({ ...options, trustedDocuments: { trust, manifests: [file] } });
  try {
    await work(api);
  } finally {
    await api.close();
    rmSync(file);
  }
}

const persisted = (sha256Hash: string) => ({ persistedQuery: { version: 1, sha256Hash } });

/** Asks over the URL, as caches in between like it. */
async function get({ app }: Api, parameters: Record<string, unknown>) {
  const text = Object.entries(parameters).map(([name, value]) => [
    name,
    typeof value === "string" ? value : JSON.stringify(value),
  ]);
  const search = new URLSearchParams(Object.fromEntries(text) as Record<string, string>);
  const answer = await app.inject({
    url: `/graphql?${search.toString()}`,
    headers: { "apollo-require-preflight": "1" },
  });
  return { status: answer.statusCode, ...answer.json<{ data?: unknown; errors?: unknown[] }>() };
}

const isTypedDocument = (value: unknown): value is { text: string } =>
  typeof value === "object" && value !== null && "text" in value;

const refusal = {
  status: 400,
  errors: [{ extensions: { code: "DOCUMENT_NOT_TRUSTED" } }],
};

describe("the manifest", () => {
  test("has each operation under the hash of what clients send, with and without __typename", () => {
    expect(registry.faults).toEqual([]);
    const { operations } = JSON.parse(manifest) as {
      operations: { id: string; body: string; name: string; type: string }[];
    };
    const ids = new Set(operations.map(({ id }) => id));
    for (const { id, body } of operations) expect(id).toBe(sha256(body));
    const sent = Object.values(documents)
      .filter((it): it is typeof documents.DoctorDocument => "kind" in it)
      .filter(({ definitions }) => definitions[0]?.kind === Kind.OPERATION_DEFINITION);
    expect(sent.length).toBeGreaterThan(10);
    for (const document of sent as DocumentNode[]) {
      expect(ids).toContain(sha256(print(document)));
      expect(ids).toContain(sha256(print(withTypeNames(document))));
    }
    const texts = Object.values<unknown>(client).filter(isTypedDocument);
    expect(texts.length).toBe(sent.length);
    for (const { text } of texts) expect(ids).toContain(sha256(text));
  });

  test("that cannot be read is named in the error", () => {
    expect(() => readManifests(["package.json"])).toThrow(ManifestError);
    expect(() => readManifests(["no/such.json"])).toThrow(/TRUSTED_MANIFESTS: no\/such\.json/);
  });
});

describe("a server that runs only trusted documents", () => {
  test("runs one by its id, in each way to write it, by POST and by GET", async ({ clinic }) => {
    const doctor = await clinic.doctor();
    const id = sha256(TRUSTED);
    const variables = { by: { id: `doc_${doctor.id}` } };
    const forms = [
      { extensions: persisted(id) },
      { documentId: `sha256:${id}` },
      { documentId: id },
      { extensions: { ...persisted(id), other: 1 }, operationName: "Doctor" },
      { query: TRUSTED },
      { query: TRUSTED, extensions: persisted(id) },
    ];
    await withTrust("only", async (api) => {
      for (const form of forms) {
        const data = { doctor: { id: `doc_${doctor.id}` } };
        const posted = await api.send({ ...form, variables });
        expect(posted, JSON.stringify(form)).toMatchObject({ status: 200, data });
        const got = await get(api, { ...form, variables });
        expect(got, JSON.stringify(form)).toMatchObject({ status: 200, data });
      }
    });
  });

  test("runs mutations, and refuses by the rules as ever", async () => {
    await withTrust("only", async (api) => {
      const answer = await api.send({
        documentId: sha256(print(documents.CancelAppointmentDocument)),
        variables: { input: { appointmentId: "apt_2147483647" } },
      });
      expect(answer.data).toMatchObject({
        cancelAppointment: { userErrors: [{ code: "APPOINTMENT_NOT_FOUND" }] },
      });
    });
  });

  test("refuses all else, without a statement to the database", async () => {
    const id = sha256(UNKNOWN);
    const bodies = [
      { query: UNKNOWN },
      { query: `${TRUSTED} ` },
      { query: "" },
      { query: "{ not GraphQL" },
      { query: "{ __schema { types { name } } }" },
      { extensions: persisted(id) },
      { documentId: `sha256:${id}` },
      { query: UNKNOWN, extensions: persisted(id) },
      { query: UNKNOWN, extensions: persisted(sha256(TRUSTED)) },
      { query: UNKNOWN, documentId: sha256(TRUSTED) },
    ];
    await withTrust("only", async (api) => {
      const statements = await api.statements(async () => {
        for (const body of bodies) {
          expect(await api.send(body), JSON.stringify(body)).toMatchObject(refusal);
          expect(await get(api, body), JSON.stringify(body)).toMatchObject(refusal);
        }
        const broken = { query: UNKNOWN, extensions: "no JSON" };
        expect(await get(api, broken)).toMatchObject(refusal);
      });
      expect(statements).toEqual([]);
      const [error] = (await api.send({ query: UNKNOWN })).errors ?? [];
      expect(error?.message).toMatch(/To trust it, add it to a folder of operations/);
    });
  });

  test("runs nothing that hides behind another one, and leaves what is no request to Apollo", async () => {
    await withTrust("only", async (api) => {
      const two = new URLSearchParams([
        ["query", TRUSTED],
        ["query", UNKNOWN],
      ]);
      const headers = { "apollo-require-preflight": "1" };
      const url = `/graphql?${two.toString()}`;
      const answers = [
        await api.app.inject({ url, headers }),
        await api.app.inject({
          url: `/graphql?query=${encodeURIComponent(UNKNOWN)}`,
          method: "HEAD",
        }),
        await api.app.inject({ url: "/graphql", method: "POST", payload: [{ query: UNKNOWN }] }),
        await api.app.inject({ url: "/graphql", method: "POST", payload: {} }),
        await api.app.inject({ url: "/graphql", method: "POST", payload: { query: [UNKNOWN] } }),
      ];
      for (const answer of answers) {
        expect(answer.statusCode).toBeGreaterThanOrEqual(400);
        expect(answer.body).not.toContain("totalCount");
      }
    });
  });

  test("is as healthy and as explorable as any", async () => {
    await withTrust("only", async ({ app }) => {
      for (const url of ["/livez", "/readyz", "/schema", "/doctors"]) {
        expect((await app.inject(url)).statusCode, url).toBe(200);
      }
      const page = await app.inject({ url: "/graphql", headers: { accept: "text/html" } });
      expect(page.statusCode).toBe(200);
    });
  });

  test("answers in the media type that was asked for", async () => {
    await withTrust("only", async ({ app }) => {
      const type = "application/graphql-response+json";
      const post = { method: "POST", url: "/graphql", payload: { query: UNKNOWN } } as const;
      const answer = await app.inject({ ...post, headers: { accept: type } });
      expect(answer.headers["content-type"]).toBe(`${type}; charset=utf-8`);
    });
  });
});

describe("a server that reports", () => {
  test("runs what is not trusted, and logs its id alone", async () => {
    let log = "";
    const stream = new Writable({
      write(chunk: Buffer, _encoding, done) {
        log += chunk.toString();
        done();
      },
    });
    const logger = pino({ level: "warn" }, stream);
    await withTrust(
      "report",
      async (api) => {
        expect((await api.send({ query: UNKNOWN })).status).toBe(200);
        expect(
          (await api.send({ query: TRUSTED, variables: { by: { databaseId: 1 } } })).status,
        ).toBe(200);
      },
      { logger },
    );
    expect(log).toContain(sha256(UNKNOWN));
    expect(log).not.toContain(sha256(TRUSTED));
    expect(log).not.toContain("totalCount");
  });
});

describe("automatic persisted queries", () => {
  const query = `query ($by: DoctorBy!) { doctor(by: $by) { id appointments(first: 1) { totalCount } } }`;

  test("are learnt once and then run by their hash, compiled or not", async ({ api, clinic }) => {
    const doctor = await clinic.doctor();
    const variables = { by: { databaseId: doctor.id } };
    // Another text for each run: the API is shared by the tests of this file.
    const text = `${query} # ${clinic.tag}`;
    const extensions = persisted(sha256(text));
    expect(await api.send({ extensions, variables })).toMatchObject({
      errors: [{ extensions: { code: "PERSISTED_QUERY_NOT_FOUND" } }],
    });
    const expected = { doctor: { id: `doc_${doctor.id}`, appointments: { totalCount: 0 } } };
    const taught = await api.send({ query: text, extensions, variables });
    expect([taught.errors, taught.data]).toEqual([undefined, expected]);
    for (const ask of [
      () => api.send({ extensions, variables }),
      () => api.send({ documentId: `sha256:${sha256(text)}`, variables }),
      () => get(api, { extensions, variables }),
      () => get(api, { documentId: sha256(text), variables }),
    ]) {
      expect(await ask()).toMatchObject({ status: 200, data: expected });
    }
    const both = { id: "doc_1", databaseId: 1 };
    expect((await api.send({ extensions, variables: { by: both } })).errors).toMatchObject([
      { extensions: { code: "BAD_USER_INPUT" } },
    ]);
  });

  test("must have the hash of their text", async ({ api }) => {
    const answer = await api.send({ query, extensions: persisted(sha256(UNKNOWN)) });
    expect(answer).toMatchObject({
      status: 400,
      errors: [
        { message: "provided sha does not match query", extensions: { code: "BAD_REQUEST" } },
      ],
    });
  });
});
