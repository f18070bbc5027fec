import { Writable } from "node:stream";
import type { FastifyInstance } from "fastify";
import { pino } from "pino";
import { describe, expect } from "vitest";
import { openDatabase } from "../../src/db/database.js";
import { OutcomeUnknown } from "../../src/domain/index.js";
import { formatError } from "../../src/graphql/plugins/errors.js";
import { createApp } from "../../src/http/app.js";
import { ANYONE, createDomain } from "../../src/domain/index.js";
import { openApi, type Api } from "../support/api.js";
import { test } from "../support/clinic.js";
import { databaseUrl } from "../support/environment.js";

/** A logger, and what it wrote. */
function listen() {
  let text = "";
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString();
      done();
    },
  });
  return { logger: pino({ level: "trace" }, stream), written: () => text };
}

const elsewhere = (changes: Partial<Pick<URL, "port" | "pathname">>) =>
  openDatabase(Object.assign(new URL(databaseUrl), changes).href, { connectionLimit: 2 });

describe("health", () => {
  test("is good while the tables can be read", async ({ api }) => {
    const zoneData = process.versions["tz"];
    expect(zoneData).toMatch(/^20\d\d[a-z]$/);
    for (const [url, body] of [
      ["/livez", { status: "ok" }],
      ["/readyz", { status: "ok", zoneData }],
    ] as const) {
      const answer = await api.app.inject({ url });
      expect([answer.statusCode, answer.json()]).toEqual([200, body]);
    }
  });

  test("is bad when they cannot, and the process keeps running", async () => {
    for (const db of [elsewhere({ port: "1" }), elsewhere({ pathname: "/information_schema" })]) {
      const api = await openApi({ db });
      const ready = await api.app.inject({ url: "/readyz" });
      expect(ready.statusCode).toBe(503);
      expect(ready.json()).toMatchObject({ status: "unavailable" });
      expect((await api.app.inject({ url: "/livez" })).statusCode).toBe(200);
      await api.close();
      await db.close();
    }
  });
});

describe("a fault", () => {
  test("is masked, with a request id that the log has too", async () => {
    const { logger, written } = listen();
    // A database of the server's own, in which our tables are not.
    const db = elsewhere({ pathname: "/information_schema" });
    const api = await openApi({ db, logger });
    const answer = await api.send({ query: "{ doctors { nodes { id } } }" });
    const requestId = answer.headers["x-request-id"];
    expect(answer.data).toBeNull();
    expect(answer.errors).toEqual([
      {
        message: "Something went wrong on our side. Report the request id if it happens again.",
        locations: [{ line: 1, column: 13 }],
        path: ["doctors", "nodes"],
        extensions: { code: "INTERNAL_SERVER_ERROR", retryable: false, requestId },
      },
    ]);
    const lines = written()
      .split("\n")
      .filter((line) => line.includes('"fault"'));
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ reqId: requestId });
    expect(lines[0]).not.toMatch(/SELECT|information_schema/);
    await api.close();
    await db.close();
  });

  test("of an unreachable database can be retried", async () => {
    const db = elsewhere({ port: "1" });
    const api = await openApi({ db });
    const mutation = `mutation { createDoctor(input: { fullName: "A", specialty: "B" }) { doctor { id } } }`;
    const queries = ["{ doctors { nodes { id } } }", mutation];
    for (const { errors } of await Promise.all(queries.map((query) => api.send({ query })))) {
      expect(errors).toMatchObject([
        { extensions: { code: "SERVICE_UNAVAILABLE", retryable: true } },
      ]);
      expect(errors?.[0]?.message).toMatch(/Nothing was written; try again/);
    }
    await api.close();
    await db.close();
  });

  test("during the COMMIT says that the outcome is unknown", () => {
    const formatted = formatError({ message: "lost" }, new OutcomeUnknown("lost"));
    expect(formatted).toMatchObject({
      extensions: { code: "OUTCOME_UNKNOWN", retryable: false },
    });
    expect(formatted.message).toMatch(/Check before you try again/);
  });
});

describe("under too much load", () => {
  test("refuses requests beyond the maximum immediately, in both APIs, and serves the rest", async ({
    api,
    clinic,
  }) => {
    const { id } = await clinic.doctor();
    const logger = pino({ level: "silent" });
    const { sharedDomain: domain, db } = api;
    const app = await createApp({ domain, logger, exposure: "costs", limits: { requests: 3 } });
    const address = await app.listen({ port: 0, host: "127.0.0.1" });
    const query = encodeURIComponent("{ doctors { totalCount } }");
    const paths = [`/graphql?query=${query}`, `/doctors/${id}`];
    const headers = { "apollo-require-preflight": "1" };
    const ask = (path: string) => fetch(`${address}${path}`, { headers });
    const deactivate = () => fetch(`${address}/doctors/${id}/toggle-status`, { method: "PUT" });
    try {
      let waiting: Promise<Response>[] = [];
      await db.transaction(async ({ doctor }) => {
        await doctor.updateMany({ where: { id }, data: { bookingLock: { increment: 1 } } });
        waiting = [deactivate(), deactivate(), deactivate()];
        for (const path of paths) {
          await expect.poll(async () => (await ask(path)).status).toBe(503);
          const answer = await ask(path);
          expect(answer.headers.get("retry-after")).toBe("1");
          const message = "The service is busy. Nothing was done; try again.";
          const extensions = { code: "SERVICE_UNAVAILABLE", retryable: true };
          expect(await answer.json()).toEqual({
            detail: message,
            errors: [{ message, extensions }],
          });
        }
        for (const path of ["/livez", "/readyz"]) expect((await ask(path)).status).toBe(200);
      });
      const statuses = (await Promise.all(waiting)).map(({ status }) => status);
      expect(statuses.filter((status) => status < 500)).toHaveLength(3);
      for (const path of [...paths, ...paths]) expect((await ask(path)).status).toBe(200);
    } finally {
      await app.close();
    }
  });
});

describe("under the maximum load", () => {
  /** An app that listens, for as long as the work takes. */
  async function whileListening(
    { sharedDomain: domain }: Api,
    maxConcurrentRequests: number,
    work: (address: string, app: FastifyInstance) => Promise<void>,
  ) {
    const logger = pino({ level: "silent" });
    const app = await createApp({
      domain,
      logger,
      exposure: "costs",
      limits: { requests: maxConcurrentRequests },
    });
    try {
      await work(await app.listen({ port: 0, host: "127.0.0.1" }), app);
    } finally {
      await app.close();
    }
  }

  test("queues the requests that it cannot handle at once, and answers all of them", async ({
    api,
    clinic,
  }) => {
    const { id } = await clinic.doctor();
    await whileListening(api, 200, async (address) => {
      const ask = async () => (await fetch(`${address}/doctors/${id}`)).status;
      const statuses = await Promise.all(Array.from({ length: 200 }, ask));
      expect(statuses).toEqual(Array.from({ length: 200 }, () => 200));
    });
  });

  test("gives the slots of callers that disconnected while waiting to others", async ({
    api,
    clinic,
  }) => {
    const { id } = await clinic.doctor();
    await whileListening(api, 90, async (address, app) => {
      const toggle = async (signal: AbortSignal | null) => {
        const options = { method: "PUT", signal };
        return (await fetch(`${address}/doctors/${id}/toggle-status`, options)).status;
      };
      const read = async () => (await fetch(`${address}/doctors/${id}`)).status;
      const impatient = new AbortController();
      let arrived = 0;
      app.server.on("request", () => (arrived += 1));
      const answers = await api.db.transaction(async ({ doctor }) => {
        await doctor.updateMany({ where: { id }, data: { bookingLock: { increment: 1 } } });
        const patient = Array.from({ length: 64 }, () => toggle(null));
        const gone = Array.from({ length: 26 }, () => toggle(impatient.signal));
        await expect.poll(() => arrived).toBe(90);
        expect(await read()).toBe(503);
        impatient.abort();
        const ends = (await Promise.allSettled(gone)).map(({ status }) => status);
        expect(ends).toEqual(Array.from({ length: 26 }, () => "rejected"));
        return patient;
      });
      expect((await Promise.all(answers)).filter((status) => status < 500)).toHaveLength(64);
      const again = await Promise.all(Array.from({ length: 90 }, read));
      expect(again).toEqual(Array.from({ length: 90 }, () => 200));
    });
  });

  test("keeps connections that are idle for longer than balancers do", async ({ api }) => {
    await whileListening(api, 1, async (address) => {
      const { headers } = await fetch(`${address}/livez`);
      expect(headers.get("keep-alive")).toBe("timeout=72");
    });
  });
});

describe("the log", () => {
  test("has operations, codes and request ids, but no personal data", async ({ api, clinic }) => {
    const { logger, written } = listen();
    const app = await createApp({ domain: api.sharedDomain, logger, exposure: "costs" });
    const query = `mutation Register($input: RegisterPatientInput!) {
      registerPatient(input: $input) { patient { id email } userErrors { code } }
    }`;
    const person = {
      firstName: `First${clinic.tag}`,
      lastName: `Last${clinic.tag}`,
      email: clinic.email(),
      phoneNumber: "0170424242",
    };
    const inputs = [
      person,
      person,
      { ...person, phoneNumber: 424242 },
      { ...person, email: clinic.tag },
    ];
    for (const input of inputs) {
      await app.inject({
        method: "POST",
        url: "/graphql",
        payload: { query, variables: { input } },
      });
    }
    const get = encodeURIComponent(
      `query Find { patients(search: "${clinic.tag}") { totalCount } }`,
    );
    await app.inject({
      url: `/graphql?query=${get}`,
      headers: { "apollo-require-preflight": "1" },
    });
    await app.inject({
      method: "POST",
      url: "/graphql",
      payload: { query: `{ x`, operationName: clinic.tag },
    });
    await app.close();
    expect(written()).toContain('"operation":"Register"');
    expect(written()).toContain('"errorCodes":["BAD_USER_INPUT"]');
    expect(written()).toContain('"operation":"Find"');
    expect(written()).not.toContain(clinic.tag);
    expect(written()).not.toContain("424242");
  });
});

describe("over HTTP", () => {
  test("requests that are not GraphQL get errors of the same shape", async ({ api }) => {
    const post = (payload: string, type = "application/json") =>
      api.app.inject({
        method: "POST",
        url: "/graphql",
        payload,
        headers: { "content-type": type },
      });
    const cases = [
      [await post("{"), 400, "BAD_REQUEST"],
      [await post(""), 400, "BAD_REQUEST"],
      [await post("[]"), 400, "BAD_REQUEST"],
      [await post("query=x", "application/x-www-form-urlencoded"), 415, "BAD_REQUEST"],
      [await post(`{"query":"${" ".repeat(2 ** 20)}"}`), 413, "BAD_REQUEST"],
    ] as const;
    for (const [answer, status, code] of cases) {
      expect(answer.statusCode).toBe(status);
      const { errors } = answer.json<{ errors: { extensions: { code: string } }[] }>();
      expect(errors[0]?.extensions.code).toBe(code);
      expect(answer.body).not.toMatch(/node_modules|at .*:\d+/);
    }
  });

  test("a browser gets the landing page, and a query by GET needs a header against CSRF", async ({
    api,
  }) => {
    const page = await api.app.inject({ url: "/graphql", headers: { accept: "text/html" } });
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain("sandbox");
    expect(page.body).toContain("Content-Security-Policy");
    const url = "/graphql?query={__typename}";
    expect((await api.app.inject({ url })).statusCode).toBe(400);
    const answer = await api.app.inject({ url, headers: { "apollo-require-preflight": "1" } });
    expect(answer.json()).toEqual({ data: { __typename: "Query" } });
  });

  test("pages of other origins may call only if they are listed", async ({ api }) => {
    const origin = "https://clinic.example";
    const ask = async (corsOrigins: string[]) => {
      const logger = pino({ level: "silent" });
      const app = await createApp({
        domain: api.sharedDomain,
        logger,
        exposure: "costs",
        corsOrigins,
      });
      const answer = await app.inject({
        method: "OPTIONS",
        url: "/graphql",
        headers: { origin, "access-control-request-method": "POST" },
      });
      await app.close();
      return answer.headers["access-control-allow-origin"];
    };
    expect(await ask([])).toBeUndefined();
    expect(await ask([origin, "https://other.example"])).toBe(origin);
    expect(await ask(["https://other.example"])).not.toBe(origin);
    expect(await ask(["*"])).toBe("*");
  });

  test("the response to a mutation shows the state after it, also with two mutations in a request", async ({
    api,
    clinic,
  }) => {
    const { id } = await clinic.book({});
    const domain = createDomain({ db: api.db }).as(ANYONE);
    expect(await domain.appointments.byId(id)).not.toBeNull();
    const fields = "appointment { status doctor { appointments { nodes { status } } } }";
    const { data } = await api.send({
      query: `mutation {
        a: rescheduleAppointment(input: { appointmentId: "apt_${id}", startsAt: "2090-01-01T09:00:00Z" }) { ${fields} }
        b: cancelAppointment(input: { appointmentId: "apt_${id}" }) { ${fields} }
      }`,
    });
    const statuses = (name: string) => JSON.stringify(data?.[name]);
    expect(statuses("a")).toBe(
      '{"appointment":{"status":"BOOKED","doctor":{"appointments":{"nodes":[{"status":"BOOKED"}]}}}}',
    );
    expect(statuses("b")).toBe(
      '{"appointment":{"status":"CANCELLED","doctor":{"appointments":{"nodes":[{"status":"CANCELLED"}]}}}}',
    );
  });
});
