import { Writable } from "node:stream";
import type { FastifyInstance } from "fastify";
import { pino } from "pino";
import { describe, expect } from "vitest";
import { createApp, type AppOptions } from "../../src/http/app.js";
import { hostMatcher } from "../../src/http/hosts.js";
import { createMetricsApp } from "../../src/http/metrics.js";
import type { Api } from "../support/api.js";
import { test } from "../support/clinic.js";
import { ask, connectRaw, get, whileListening } from "../support/listening.js";

const UUID = /^[\da-f-]{36}$/;
const OWN = "http://localhost:4000";
const FOREIGN = "https://evil.example";
const GRAPHQL = JSON.stringify({ query: "{ __typename }" });

/** Lets the work have an app that listens to nothing. */
async function withApp(
  { sharedDomain: domain }: Api,
  options: Partial<AppOptions>,
  work: (app: FastifyInstance) => Promise<void>,
) {
  const logger = pino({ level: "silent" });
  const app = await createApp({ domain, logger, exposure: "costs", ...options });
  try {
    await work(app);
  } finally {
    await app.close();
  }
}

/** What every refusal of HTTP has, in the shape of the API that was asked. */
function expectRefused(
  answer: { statusCode: number; headers: Record<string, unknown>; json: () => unknown },
  url: string,
  status: number,
  code: string,
) {
  expect(answer.statusCode, url).toBe(status);
  expect(answer.headers["x-request-id"]).toMatch(UUID);
  expect(answer.headers["cache-control"]).toBe("no-store");
  expect(answer.headers["content-type"]).toBe("application/json");
  const requestId = answer.headers["x-request-id"];
  expect(answer.json()).toEqual(
    url.startsWith("/graphql")
      ? { errors: [{ message: expect.any(String) as unknown, extensions: { code, requestId } }] }
      : { detail: expect.any(String) as unknown, code },
  );
}

describe("a Host", () => {
  const names: [host: string, isLoopback: boolean, isListed: boolean][] = [
    ["localhost", true, false],
    ["LOCALHOST:4000", true, false],
    ["localhost.", true, false],
    ["clinic.localhost:1", true, false],
    ["127.0.0.1", true, false],
    ["127.8.9.10:80", true, false],
    ["[::1]:4000", true, false],
    ["[::ffff:127.0.0.1]", true, false],
    ["clinic.example", false, true],
    ["Clinic.Example:443", false, true],
    ["10.0.0.5", false, true],
    ["[2001:db8::5]:4000", false, true],
    ["evil.example", false, false],
    ["evil.example:4000", false, false],
    ["localhost.evil.example", false, false],
    ["127.0.0.1.evil.example", false, false],
    ["evil-localhost", false, false],
    ["0.0.0.0:4000", false, false],
    ["127.1", false, false],
    ["2130706433", false, false],
    ["[::]", false, false],
    ["[::1", false, false],
    ["user@localhost", false, false],
    ["localhost/evil.example", false, false],
    ["localhost:4000:80", false, false],
    ["localhost, evil.example", false, false],
    ["", false, false],
  ];
  const allowed = ["Clinic.example", "10.0.0.5", "2001:db8::5"];

  test("is accepted if it names loopback on loopback, or is listed", () => {
    const onLoopback = hostMatcher({ allowed: [], isOnLoopback: () => true });
    const both = hostMatcher({ allowed, isOnLoopback: () => true });
    const beyond = hostMatcher({ allowed, isOnLoopback: () => false });
    const any = hostMatcher({ allowed: [], isOnLoopback: () => false });
    const all = hostMatcher({ allowed: ["*"], isOnLoopback: () => true });
    for (const [host, isLoopback, isListed] of [...names, ...names]) {
      expect(onLoopback(host), host).toBe(isLoopback);
      expect(both(host), host).toBe(isLoopback || isListed);
      expect(beyond(host), host).toBe(isListed);
    }
    for (const answers of [any, all]) {
      expect(["evil.example", "localhost", "10.0.0.1:1"].map(answers)).toEqual([true, true, true]);
      expect(["", "user@localhost", "a b"].map(answers)).toEqual([false, false, false]);
    }
  });

  test("is refused with another name on every route except health", async ({ api }) => {
    const host = "evil.example:4000";
    const requests = [
      ["GET", "/patients"],
      ["GET", "/patients/1"],
      ["DELETE", "/patients/1"],
      ["POST", "/appointments"],
      ["GET", "/graphql"],
      ["POST", "/graphql"],
      ["PUT", "/graphql"],
      ["OPTIONS", "/graphql"],
      ["GET", "/graphql?query={__typename}"],
      ["GET", "/"],
      ["GET", "/docs"],
      ["GET", "/openapi.json"],
      ["GET", "/schema.graphql"],
      ["GET", "/graphiql"],
      ["GET", "/graphiql/examples"],
      ["GET", "/assets/icon.svg"],
      ["GET", "/metrics"],
      ["GET", "/patients/1/"],
      ["GET", "/nowhere"],
      ["GET", "/patients/%"],
      ["GET", "/livez?x"],
    ] as const;
    for (const [method, url] of requests) {
      const answer = await api.app.inject({ method, url, headers: { host } });
      expectRefused(answer, url, 421, "MISDIRECTED_REQUEST");
      expect(JSON.stringify(answer.headers)).not.toContain("evil");
    }
    for (const url of ["/livez", "/readyz"]) {
      expect((await api.app.inject({ url, headers: { host } })).statusCode).toBe(200);
    }
  });

  test("in the URL takes precedence over the header", async ({ api }) => {
    await whileListening({ domain: api.sharedDomain }, async (address) => {
      const status = async (url: string) => {
        const { send, received } = await connectRaw(address);
        send(get(url));
        await expect.poll(received).toMatch(/^HTTP/);
        return /\d{3}/.exec(received())?.[0];
      };
      expect(await status("http://evil.example/doctors/0")).toBe("421");
      expect(await status("http://localhost/doctors/0")).toBe("404");
    });
  });

  test("is refused if it is sent twice, even with the same name", async ({ api }) => {
    await whileListening({ domain: api.sharedDomain }, async (address) => {
      const answer = async (host: string, name = "Host") => {
        const { send, received } = await connectRaw(address);
        send(get("/doctors/0", { [name]: host }));
        await expect.poll(received).toMatch(/^HTTP/);
        return received();
      };
      expect(await answer("evil.example")).toMatch(/^HTTP\/1.1 400 .*one Host header/s);
      expect(await answer("localhost", "hOST")).toMatch(/^HTTP\/1.1 400 /);
      expect(await answer("evil.example", "X-Forwarded-Host")).toMatch(/^HTTP\/1.1 404 /);
    });
  });

  test("is always accepted beyond loopback if none is listed, with a warning", async ({ api }) => {
    let log = "";
    const stream = new Writable({
      write(chunk: Buffer, _encoding, done) {
        log += chunk.toString();
        done();
      },
    });
    const logger = pino({ level: "warn" }, stream);
    for (const [host, allowedHosts, status, warning] of [
      ["0.0.0.0", [], 404, true],
      ["0.0.0.0", ["clinic.example"], 421, false],
      ["127.0.0.1", [], 421, false],
    ] as const) {
      log = "";
      await withApp(api, { logger, allowedHosts }, async (app) => {
        const { port } = new URL(await app.listen({ port: 0, host }));
        const headers = { host: "other.example" };
        const answer = await ask(`http://127.0.0.1:${port}`, "/doctors/0", { headers });
        expect(answer.status).toBe(status);
        expect(log.includes("ALLOWED_HOSTS")).toBe(warning);
      });
    }
  });
});

describe("a request that may change something", () => {
  const requests = [
    ["POST", "/graphql", GRAPHQL, 200],
    ["POST", "/patients", "{}", 422],
    ["POST", "/doctors", "{}", 422],
    ["POST", "/appointments", "{}", 422],
    ["PUT", "/doctors/0/toggle-status", undefined, 404],
    ["DELETE", "/patients/0", undefined, 404],
    ["DELETE", "/doctors/0", undefined, 404],
    ["DELETE", "/appointments/0", undefined, 404],
    ["PATCH", "/patients/0", "{}", 405],
    ["POST", "/patients/", "{}", 307],
    ["POST", "/nowhere", "{}", 404],
  ] as const;

  test.for([
    [{}, true],
    [{ origin: OWN }, true],
    [{ origin: OWN.toUpperCase() }, true],
    [{ origin: OWN, "sec-fetch-site": "same-origin" }, true],
    [{ "sec-fetch-site": "none" }, true],
    [{ origin: "https://allowed.example", "sec-fetch-site": "cross-site" }, true],
    [{ origin: FOREIGN }, false],
    [{ origin: "http://localhost:5173" }, false],
    [{ origin: "http://localhost" }, false],
    [{ origin: "http://127.0.0.1:4000" }, false],
    [{ origin: "null" }, false],
    [{ origin: "" }, false],
    [{ origin: "localhost:4000" }, false],
    [{ origin: `${OWN}.evil.example` }, false],
    [{ origin: `${FOREIGN}, ${OWN}` }, false],
    [{ origin: FOREIGN, "sec-fetch-site": "same-origin" }, false],
    [{ origin: OWN, "sec-fetch-site": "cross-site" }, false],
    [{ "sec-fetch-site": "cross-site" }, false],
    [{ "sec-fetch-site": "same-site" }, false],
    [{ origin: FOREIGN, "sec-fetch-site": "cross-site" }, false],
  ] as const)("with %j is let in: %s", async ([sent, isLetIn], { api }) => {
    await withApp(api, { corsOrigins: ["https://allowed.example"] }, async (app) => {
      for (const [method, url, payload, status] of requests) {
        const type = payload === undefined ? {} : { "content-type": "application/json" };
        const headers = { host: "localhost:4000", ...type, ...sent };
        const answer = await app.inject({ method, url, headers, ...(payload && { payload }) });
        if (isLetIn) expect(answer.statusCode, url).toBe(status);
        else expectRefused(answer, url, 403, "FORBIDDEN");
      }
      // Reading is for CORS to allow, in the browser.
      const headers = { host: "localhost:4000", ...sent };
      expect((await app.inject({ url: "/doctors/0", headers })).statusCode).toBe(404);
    });
  });
});

describe("a body", () => {
  const routes = [
    ["POST", "/graphql", GRAPHQL, 200],
    ["POST", "/patients", "{}", 422],
    ["POST", "/appointments", "{}", 422],
    ["PUT", "/doctors/0/toggle-status", "{}", 404],
    ["DELETE", "/patients/0", "{}", 404],
  ] as const;
  const types: [type: string | undefined, isRead: boolean][] = [
    ["application/json", true],
    ["Application/JSON", true],
    ["application/json; charset=utf-8", true],
    ['application/json;charset="UTF-8"', true],
    ["application/json; charset=utf8", true],
    ["application/json; odata=verbose", true],
    ["application/vnd.clinic+json", true],
    [undefined, false],
    ["", false],
    ["text/plain", false],
    ["text/plain; charset=utf-8", false],
    ["text/plain;application/json", false],
    ["application/x-www-form-urlencoded", false],
    ["multipart/form-data; boundary=x", false],
    ["application/json, text/plain", false],
    ["application/jsonp", false],
    ["application/json; charset=latin1", false],
    ["application/json; charset=utf-16", false],
    ["application/json; charset=utf-8; charset=latin1", false],
    ["json", false],
    ["*/*", false],
  ];

  test.for(types)("of the type %s is read: %s", async ([type, isRead], { api }) => {
    for (const [method, url, payload, status] of routes) {
      const headers = type === undefined ? {} : { "content-type": type };
      const answer = await api.app.inject({ method, url, payload, headers });
      if (isRead) {
        expect(answer.statusCode, url).toBe(status);
        continue;
      }
      expectRefused(answer, url, 415, "BAD_REQUEST");
      expect(answer.headers["accept"]).toBe("application/json");
      expect(answer.body).toContain("Content-Type: application/json");
    }
  });

  test("needs no type where REST is lenient, and GraphQL is not", async ({ api }) => {
    await withApp(api, { isRestLenient: true }, async (app) => {
      const post = async (url: string, headers: Record<string, string>) =>
        (await app.inject({ method: "POST", url, payload: "{}", headers })).statusCode;
      expect(await post("/patients", {})).toBe(422);
      expect(await post("/patients", { "content-type": "text/plain" })).toBe(422);
      expect(await post("/graphql", {})).toBe(415);
      expect(await post("/patients", { origin: FOREIGN })).toBe(403);
      expect(await post("/patients", { "content-encoding": "gzip" })).toBe(415);
    });
  });

  test.for(["gzip", "br", "deflate", "identity, gzip", "zstd"])(
    "in the encoding %s is refused with the reason",
    async (encoding, { api }) => {
      for (const [method, url, payload] of routes) {
        const headers = { "content-type": "application/json", "content-encoding": encoding };
        const answer = await api.app.inject({ method, url, payload, headers });
        expectRefused(answer, url, 415, "BAD_REQUEST");
        expect(answer.body).toContain("Content-Encoding");
      }
    },
  );

  test("is refused if its bytes are not UTF-8, and nothing is stored", async ({ api, clinic }) => {
    const query = `mutation { createDoctor(input: { fullName: "A\u00ff", specialty: "${clinic.tag}" }) { doctor { id } } }`;
    const payloads = [
      ["/graphql", Buffer.from(JSON.stringify({ query }), "latin1")],
      [
        "/doctors",
        Buffer.from(JSON.stringify({ full_name: "A\u00ff", specialty: clinic.tag }), "latin1"),
      ],
    ] as const;
    for (const [url, payload] of payloads) {
      const headers = { "content-type": "application/json" };
      const answer = await api.app.inject({ method: "POST", url, payload, headers });
      expect(answer.statusCode, url).toBe(400);
    }
    const count = await api.db.read(({ doctor }) =>
      doctor.count({ where: { specialty: clinic.tag } }),
    );
    expect(count).toBe(0);
  });

  test("may have at most 65,536 bytes, with or without a Content-Length", async ({ api }) => {
    const padded = (body: string, length: number) => body + " ".repeat(length - body.length);
    await whileListening({ domain: api.sharedDomain }, async (address) => {
      for (const [method, url, body, status] of routes) {
        for (const framing of ["content-length", "transfer-encoding"]) {
          const send = async (length: number) => {
            const headers = {
              "content-type": "application/json",
              [framing]: framing === "content-length" ? length : "chunked",
            };
            return ask(address, url, { method, headers, body: padded(body, length) });
          };
          expect((await send(65_536)).status, `${url} ${framing}`).toBe(status);
          const refused = await send(65_537);
          expect(refused.status, `${url} ${framing}`).toBe(413);
          expect(refused.body).toContain('"code":"BAD_REQUEST"');
          expect(refused.headers["x-request-id"]).toMatch(UUID);
        }
      }
    });
    for (const [method, url, body] of routes) {
      const headers = { "content-type": "application/json" };
      const payload = padded(body, 65_537);
      expect((await api.app.inject({ method, url, payload, headers })).statusCode).toBe(413);
    }
  });
});

describe("another origin", () => {
  const preflight = (url: string, origin: string | undefined, method = "PUT") => ({
    method: "OPTIONS" as const,
    url,
    headers: {
      ...(origin !== undefined && { origin }),
      "access-control-request-method": method,
      "access-control-request-headers": "content-type, idempotency-key",
    },
  });
  const origin = "https://clinic.example";

  test("that is allowed may send every method, and read our headers", async ({ api }) => {
    for (const corsOrigins of [[origin, "https://other.example"], ["*"]]) {
      await withApp(api, { corsOrigins }, async (app) => {
        for (const url of ["/graphql", "/patients/1", "/doctors/1/toggle-status", "/nowhere"]) {
          const answer = await app.inject(preflight(url, origin));
          expect(answer.statusCode).toBe(204);
          expect(answer.headers["access-control-allow-origin"]).toBe(
            corsOrigins.includes("*") ? "*" : origin,
          );
          expect(answer.headers["access-control-allow-methods"]).toBe(
            "GET, HEAD, POST, PUT, PATCH, DELETE",
          );
          expect(answer.headers["access-control-allow-headers"]).toContain("idempotency-key");
          expect(answer.headers["access-control-max-age"]).toBe("7200");
        }
        const { headers } = await app.inject({ url: "/doctors/0", headers: { origin } });
        const exposed = String(headers["access-control-expose-headers"]).split(", ");
        for (const name of [
          "link",
          "retry-after",
          "deprecation",
          "sunset",
          "etag",
          "x-request-id",
        ]) {
          expect(exposed).toContain(name);
        }
      });
    }
  });

  test("that is not allowed gets an ordinary 403 for its preflight", async ({ api }) => {
    for (const corsOrigins of [[], ["https://other.example"]]) {
      await withApp(api, { corsOrigins }, async (app) => {
        for (const url of ["/graphql", "/patients/1", "/nowhere"]) {
          const answer = await app.inject(preflight(url, origin));
          expectRefused(answer, url, 403, "FORBIDDEN");
          expect(Object.keys(answer.headers).join()).not.toContain("access-control");
        }
      });
    }
  });
});

describe("a response", () => {
  test("with personal data is never cached, and files are", async ({ api, clinic }) => {
    const { id } = await clinic.patient();
    const post = { method: "POST" as const, url: "/graphql", payload: { query: "{ __typename }" } };
    const requests = [
      post,
      { ...post, payload: { query: "{" } },
      { url: `/patients/${id}` },
      { url: "/patients/0" },
      { url: "/patients" },
      { url: "/readyz" },
      { url: "/graphiql/examples" },
      { url: "/metrics" },
      { url: "/nowhere" },
      { url: "/patients/%" },
    ];
    for (const request of requests) {
      const { headers } = await api.app.inject(request);
      expect(headers["cache-control"], request.url).toBe("no-store");
      expect(headers["x-request-id"], request.url).toMatch(UUID);
    }
    const caching = async (url: string) => (await api.app.inject({ url })).headers["cache-control"];
    expect(await caching("/assets/icon.svg")).toBe("public, max-age=0");
    expect(await caching("/schema.graphql")).toBe("no-cache");
    const { headers } = await api.app.inject({ url: "/" });
    expect(headers["permissions-policy"]).toContain("camera=()");
  });

  test("to HEAD reads no rows of a list, and otherwise only what determines its status", async ({
    api,
    clinic,
  }) => {
    const { id, patientId, doctorId } = await clinic.book({});
    const expected: [url: string, status: number, statements: number][] = [
      ["/patients", 200, 0],
      ["/doctors", 200, 0],
      ["/appointments", 200, 0],
      [`/appointments?doctor_id=${doctorId}`, 200, 0],
      ["/appointments?doctor_id=x", 422, 0],
      ["/appointments/by-date?date=2030-01-01", 200, 0],
      [`/patients/${patientId}`, 200, 1],
      [`/doctors/${doctorId}`, 200, 1],
      // With both people, as for GET: its length is that of the whole answer.
      [`/appointments/${id}`, 200, 3],
      ["/patients/0", 404, 1],
      ["/doctors/0/toggle-status", 405, 0],
      ["/graphql?query={doctors{totalCount}}", 405, 0],
      ["/", 200, 0],
      ["/graphiql", 200, 0],
      ["/graphiql/examples", 200, 0],
      ["/schema", 200, 0],
      ["/schema.json", 200, 0],
      ["/openapi.json", 200, 0],
      ["/docs", 200, 0],
      ["/metrics", 200, 0],
      ["/livez", 200, 0],
      ["/nowhere", 404, 0],
    ];
    for (const [url, status, most] of expected) {
      const statements = await api.statements(async () => {
        const headers = { "apollo-require-preflight": "1" };
        const answer = await api.app.inject({ method: "HEAD", url, headers });
        expect([answer.statusCode, answer.body], url).toEqual([status, ""]);
      });
      expect(statements.length, url).toBeLessThanOrEqual(most);
    }
    const one = { url: `/patients/${patientId}` };
    const [head, whole] = [
      await api.app.inject({ ...one, method: "HEAD" }),
      await api.app.inject(one),
    ];
    expect(head.headers["content-length"]).toBe(whole.headers["content-length"]);
  });

  test("to an invalid URL has the format of its API", async ({ api }) => {
    for (const url of [
      "/patients/%",
      "/patients/%zz",
      "/doctors/%ff",
      "/%",
      "/appointments/%E0%A4",
    ]) {
      for (const method of ["GET", "DELETE", "PUT"] as const) {
        expectRefused(await api.app.inject({ method, url }), url, 400, "BAD_REQUEST");
      }
    }
    const long = await api.app.inject({ url: `/patients/${"9".repeat(101)}` });
    expect([long.statusCode, long.json()]).toEqual([404, { detail: "Patient not found" }]);
    const word = await api.app.inject({ url: `/patients/${"x".repeat(5_000)}` });
    expect(word.statusCode).toBe(422);
  });

  test("to a wrong method lists the allowed ones", async ({ api }) => {
    const cases = [
      ["PUT", "/graphql", "GET, POST"],
      ["DELETE", "/graphql?x=1", "GET, POST"],
      ["PATCH", "/graphql", "GET, POST"],
      ["OPTIONS", "/graphql", "GET, POST"],
      ["POST", "/livez", "GET"],
      ["DELETE", "/docs", "GET"],
      ["POST", "/schema.graphql", "GET"],
      ["POST", "/", "GET"],
      ["OPTIONS", "/patients/1", "GET, DELETE"],
      ["TRACE", "/patients", "POST, GET"],
      ["PUT", "/appointments/by-date", "GET"],
    ] as const;
    for (const [method, url, allow] of cases) {
      const answer = await api.app.inject({ method: method as "PUT", url });
      expect([answer.statusCode, answer.headers["allow"]], `${method} ${url}`).toEqual([
        405,
        allow,
      ]);
      const message = "Method Not Allowed";
      const extensions = {
        code: "METHOD_NOT_ALLOWED",
        requestId: answer.headers["x-request-id"],
      };
      expect(answer.json()).toEqual(
        url.startsWith("/graphql") ? { errors: [{ message, extensions }] } : { detail: message },
      );
    }
  });

  test("that redirects has a relative Location with the whole query", async ({ api }) => {
    const cases = [
      ["GET", "/patients/?a=1?b=2", "/patients?a=1?b=2"],
      ["DELETE", "/patients/7/?a=1&b=%3F?", "/patients/7?a=1&b=%3F?"],
      ["PUT", "/doctors/7/toggle-status/", "/doctors/7/toggle-status"],
      ["POST", "/appointments/?/?", "/appointments?/?"],
      ["GET", "/redoc", "/docs"],
      ["GET", "/examples", "/examples/booking/"],
    ] as const;
    for (const [method, url, location] of cases) {
      const answer = await api.app.inject({ method, url });
      if (answer.statusCode === 404 && url === "/examples") continue;
      expect([answer.statusCode, answer.headers["location"]], url).toEqual([307, location]);
    }
  });
});

describe("a server that exposes", () => {
  const shown = {
    nothing: ["/", "/livez", "/readyz", "/assets/icon.svg", "/assets/landing.css"],
    schema: [
      "/docs",
      "/docs/json",
      "/redoc",
      "/openapi.json",
      "/metrics",
      "/schema",
      "/schema.graphql",
      "/schema.json",
    ],
    explorers: ["/graphiql", "/graphiql/examples", "/assets/graphiql.js"],
  };

  test.for(["nothing", "schema", "explorers"] as const)(
    "%s has the routes of that level and those before it",
    async (exposure, { api }) => {
      const levels = Object.keys(shown);
      await withApp(api, { exposure }, async (app) => {
        for (const [level, urls] of Object.entries(shown)) {
          const isThere = levels.indexOf(level) <= levels.indexOf(exposure);
          for (const url of urls) {
            const { statusCode } = await app.inject({ url });
            expect(statusCode < 400 ? "there" : statusCode, `${url} at ${exposure}`).toBe(
              isThere ? "there" : 404,
            );
          }
        }
        const { body } = await app.inject({ url: "/", headers: { accept: "text/html" } });
        expect(/version|docs|metrics|schema/i.test(body)).toBe(exposure !== "nothing");
        const { body: data } = await app.inject({ url: "/" });
        expect(/version|docs|metrics|schema/i.test(data)).toBe(exposure !== "nothing");
      });
    },
  );

  test("metrics on another port has no route for them", async ({ api }) => {
    await withApp(api, { servesMetrics: false }, async (app) => {
      expect((await app.inject({ url: "/metrics" })).statusCode).toBe(404);
      expect((await app.inject({ url: "/" })).body).not.toContain("metrics");
    });
    const metrics = createMetricsApp(pino({ level: "silent" }));
    try {
      const address = await metrics.listen({ port: 0, host: "127.0.0.1" });
      expect((await ask(address, "/metrics")).body).toContain("rest_requests_total");
      const elsewhere = { headers: { host: "evil.example" } };
      expect((await ask(address, "/metrics", elsewhere)).status).toBe(421);
      expect((await ask(address, "/patients")).status).toBe(404);
    } finally {
      await metrics.close();
    }
  });
});

describe("the log", () => {
  test("has routes, but no path or query of a request", async ({ api, clinic }) => {
    let log = "";
    const stream = new Writable({
      write(chunk: Buffer, _encoding, done) {
        log += chunk.toString();
        done();
      },
    });
    const logger = pino({ level: "trace" }, stream);
    await withApp(api, { logger }, async (app) => {
      const { tag } = clinic;
      const urls = [
        `/patients/${tag}`,
        `/patients/${tag}/`,
        `/patients/${tag}%`,
        `/patients?email=${tag}`,
        `/appointments?date=${tag}`,
        `/${tag}`,
        `/graphql/${tag}`,
        `/graphql?query=${tag}`,
        `/assets/${tag}`,
        `/schema/${tag}`,
      ];
      for (const url of urls) {
        for (const method of ["GET", "PUT", "DELETE", "HEAD"] as const) {
          await app.inject({ method, url });
        }
      }
    });
    expect(log).toContain('"route":"/patients/:patient_id"');
    expect(log).toContain('"route":null');
    expect(log).not.toContain(clinic.tag);
  });
});

describe("the URL of a GraphQL query", () => {
  test("is refused if its bytes are not UTF-8", async ({ api }) => {
    await withApp(api, {}, async (app) => {
      const headers = { "apollo-require-preflight": "1" };
      for (const bytes of ["%ff", "%c3", "%ed%a0%80", "%zz", "%"]) {
        const url = `/graphql?query={patients(search:%22${bytes}%22){nodes{id}}}`;
        expectRefused(await app.inject({ url, headers }), url, 400, "BAD_REQUEST");
      }
      const url = "/graphql?query={patients(search:%22%C3%BC%22){nodes{id}}}";
      expect((await app.inject({ url, headers })).statusCode).toBe(200);
    });
  });
});
