import { Validator } from "@seriousme/openapi-schema-validator";
import Schema from "typebox/schema";
import { describe, expect } from "vitest";
import { projectVersion } from "../../src/common/project-root.js";
import { declaredRefusals } from "../../src/graphql/declared-refusals.js";
import { ROUTES } from "../../src/rest/routes.js";
import { test } from "../support/clinic.js";
import { schema } from "../support/declared-refusals.js";
import { documented, documentedProblems, type Media, type Operation } from "../support/openapi.js";
import { call } from "../support/rest.js";

const operations = (paths: Record<string, Record<string, Operation>>) =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      operation,
    })),
  );

/** The examples of a body, which must be there. */
function examplesOf(name: string, { example, examples }: Media): unknown[] {
  const values = examples ? Object.values(examples).map(({ value }) => value) : [example];
  expect(values, name).not.toContain(undefined);
  expect(values, name).not.toHaveLength(0);
  return values;
}

describe("the OpenAPI document", () => {
  test("is valid, by the schema of OpenAPI 3.1", async ({ api }) => {
    const { body } = await call(api, "GET", "/openapi.json");
    const result = await new Validator().validate(body as Record<string, unknown>);
    expect(result).toEqual({ valid: true });
    expect(body).toMatchObject({
      openapi: "3.1.0",
      info: { version: projectVersion },
      servers: [{ url: "/" }],
    });
    expect(JSON.stringify(body)).not.toMatch(/"(x-[\w-]+|\$id|emptyIsAbsent)":/);
  });

  test("has all endpoints, each with its GraphQL operation", ({ api }) => {
    const found = operations(documented(api.app).paths);
    expect(found.map(({ name }) => name).sort()).toEqual([
      "DELETE /appointments/{appointment_id}",
      "DELETE /doctors/{doctor_id}",
      "DELETE /patients/{patient_id}",
      "GET /appointments",
      "GET /appointments/by-date",
      "GET /appointments/{appointment_id}",
      "GET /doctors",
      "GET /doctors/{doctor_id}",
      "GET /patients",
      "GET /patients/{patient_id}",
      "POST /appointments",
      "POST /doctors",
      "POST /patients",
      "PUT /doctors/{doctor_id}/toggle-status",
    ]);
    const byName = new Map(
      ROUTES.map(({ method, url, graphql }) => [
        `${method} ${url.replaceAll(/:(\w+)/g, "{$1}")}`,
        graphql,
      ]),
    );
    for (const { operation, name } of found) {
      const graphql = byName.get(name) ?? "";
      expect(operation.description, name).toContain(`\`\`\`graphql\n${graphql}\n\`\`\``);
      const [, variables = ""] = /```json\n(.*?)\n```/s.exec(operation.description) ?? [];
      const needed = [...graphql.matchAll(/\$(\w+): \w+!/g)].map(([, variable]) => variable);
      expect(Object.keys(JSON.parse(variables) as object), name).toEqual([...new Set(needed)]);
    }
  });

  test("shows requests and responses by examples that match its schemas", ({ api }) => {
    const { paths, components } = documented(api.app);
    for (const { name, operation } of operations(paths)) {
      const bodies = Object.entries({ request: operation.requestBody, ...operation.responses });
      for (const [part, body] of bodies) {
        for (const media of Object.values(body?.content ?? {})) {
          for (const value of examplesOf(`${name} ${part}`, media)) {
            expect(Schema.Check({ ...media.schema, components }, value), `${name} ${part}`).toBe(
              true,
            );
          }
        }
      }
      const isVoid = Boolean(operation.responses["204"]);
      for (const [status, { content }] of Object.entries(operation.responses)) {
        expect(Boolean(content), `${name} ${status}`).toBe(!(isVoid && status === "204"));
      }
    }
  });

  test("has the answers of a booking, one for each rule", ({ api }) => {
    const { responses } = documented(api.app).paths["/appointments"]?.["post"] ?? {};
    const examples = Object.entries(responses ?? {}).map(([status, { content }]) => [
      status,
      Object.keys(content?.["application/json"]?.examples ?? {}),
    ]);
    // `npm test -- tests/rest/openapi.test.ts -u` writes it anew.
    expect(Object.fromEntries(examples)).toMatchInlineSnapshot(`
      {
        "201": [],
        "400": [
          "TOO_LONG idempotencyKey",
          "UNDECODABLE",
        ],
        "403": [
          "ORIGIN_NOT_ALLOWED",
        ],
        "409": [
          "IDEMPOTENCY_KEY_REUSED idempotencyKey",
          "APPOINTMENT_NOT_FOUND idempotencyKey",
          "APPOINTMENT_NOT_BOOKED idempotencyKey",
          "DOCTOR_NOT_FOUND doctorId",
          "DOCTOR_INACTIVE doctorId",
          "OUTSIDE_HOURS startsAt",
          "DOCTOR_AWAY startsAt",
          "TOO_SHORT_NOTICE startsAt",
          "TOO_FAR_AHEAD startsAt",
          "SLOT_TAKEN startsAt",
          "SLOT_HELD startsAt",
          "TOO_CLOSE startsAt",
          "PATIENT_NOT_FOUND patientId",
        ],
        "413": [
          "TOO_LARGE",
        ],
        "415": [
          "COMPRESSED",
          "NOT_JSON",
          "NOT_UTF8",
        ],
        "421": [
          "HOST_NOT_ALLOWED",
        ],
        "422": [
          "UNREADABLE",
          "DURATION_OUT_OF_RANGE durationMinutes",
          "STARTS_IN_PAST startsAt",
          "STARTS_TOO_LATE startsAt",
          "REQUIRED idempotencyKey",
          "INVALID_CHARACTERS idempotencyKey",
        ],
        "500": [
          "FAULT",
        ],
        "503": [
          "UNAVAILABLE",
        ],
      }
    `);
  });

  test("has the refusals that precede an endpoint, for each operation that can get them", async ({
    api,
  }) => {
    const foreign = { origin: "https://evil.example" };
    for (const { method, url } of ROUTES) {
      const target = url.replaceAll(/:\w+/g, "0");
      const isWrite = method !== "GET";
      const send = async (headers: Record<string, string>, body?: string) =>
        (await call(api, method, target, body, headers)).status;
      const requests = {
        421: () => send({ host: "evil.example" }),
        ...(isWrite && {
          403: () => send(foreign),
          413: () => send({}, " ".repeat(65_537)),
          415: async () => {
            const gzip = await send({ "content-encoding": "gzip" }, "{}");
            const text = await send({ "content-type": "text/plain" }, "{}");
            const latin1 = await send({ "content-type": "application/json; charset=latin1" }, "{}");
            return gzip === text && text === latin1 ? text : 0;
          },
        }),
      };
      for (const [status, request] of Object.entries(requests)) {
        expect(await request(), `${method} ${target}`).toBe(Number(status));
      }
      if (isWrite) continue;
      expect((await call(api, "GET", target, undefined, foreign)).status).not.toBe(403);
      for (const status of [403, 413, 415]) {
        expect(documentedProblems(api.app, method, target, status)).toBeUndefined();
      }
    }
  });

  test("shows each refusal that the mutation declares by which an endpoint is succeeded", () => {
    const declared = declaredRefusals(schema);
    const found = ROUTES.flatMap(({ method, url, graphql, refusals }) => {
      const [mutation] = /(?<=^mutation [^{]*\{\s*)\w+/.exec(graphql) ?? [];
      if (mutation === undefined) return [];
      const shown = new Set<string>(refusals.map(({ code }) => code));
      const codes = declared.get(mutation) ?? [];
      return {
        endpoint: `${method} ${url}`,
        missing: codes.filter((code) => !shown.delete(code)),
        others: [...shown],
      };
    });
    // REST knows no versions, and does not show what is cancelled.
    const withVersion = { missing: ["STALE_VERSION"], others: [] };
    expect(found).toEqual([
      { endpoint: "POST /patients", missing: [], others: [] },
      { endpoint: "DELETE /patients/:patient_id", ...withVersion },
      { endpoint: "POST /doctors", missing: [], others: [] },
      { endpoint: "PUT /doctors/:doctor_id/toggle-status", ...withVersion },
      { endpoint: "DELETE /doctors/:doctor_id", ...withVersion },
      { endpoint: "POST /appointments", missing: [], others: ["APPOINTMENT_NOT_BOOKED"] },
      { endpoint: "DELETE /appointments/:appointment_id", ...withVersion },
    ]);
  });

  test("keeps the operation ids by which generated clients call the endpoints", ({ api }) => {
    const names = operations(documented(api.app).paths).map(
      ({ operation }) => operation.operationId,
    );
    expect(names.sort()).toEqual([
      "deleteAppointmentsAppointmentId",
      "deleteDoctorsDoctorId",
      "deletePatientsPatientId",
      "getAppointments",
      "getAppointmentsAppointmentId",
      "getAppointmentsByDate",
      "getDoctors",
      "getDoctorsDoctorId",
      "getPatients",
      "getPatientsPatientId",
      "postAppointments",
      "postDoctors",
      "postPatients",
      "putDoctorsDoctorIdToggleStatus",
    ]);
  });

  test("names the schema of every body, and declares what may be null or empty", ({ api }) => {
    const document = documented(api.app);
    const names = Object.keys(document.components.schemas);
    expect(names.sort()).toEqual([
      "AppointmentCreate",
      "AppointmentDetailedRead",
      "AppointmentRead",
      "Detail",
      "DoctorCreate",
      "DoctorRead",
      "PatientCreate",
      "PatientRead",
      "ValidationError",
      "ValidationErrors",
    ]);
    const references = [...JSON.stringify(document.paths).matchAll(/"schema":(\{[^}]*\})/g)];
    const inline = references
      .map(([, text = ""]) => text)
      .filter((text) => /"properties"/.test(text));
    expect(inline).toEqual([]);
    const { DoctorCreate } = document.components.schemas;
    expect(DoctorCreate).toMatchObject({
      required: ["full_name", "specialty"],
      properties: { active_status: { type: ["boolean", "null"] } },
    });
    const { parameters } = document.paths["/appointments"]?.["get"] ?? {};
    expect(parameters).toMatchObject([
      { name: "doctor_id", in: "query", required: false },
      { name: "patient_id", in: "query", required: false },
      { name: "date", in: "query", required: false, allowEmptyValue: true },
    ]);
    expect(document.paths["/appointments"]?.["post"]?.parameters).toMatchObject([
      { name: "Idempotency-Key", in: "header", required: false, schema: { maxLength: 255 } },
    ]);
  });

  test("is shown at /docs, to which /redoc redirects", async ({ api }) => {
    expect((await call(api, "GET", "/docs/")).status).toBe(200);
    expect((await call(api, "GET", "/redoc")).headers["location"]).toBe("/docs");
  });
});
