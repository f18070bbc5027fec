import { Validator } from "@seriousme/openapi-schema-validator";
import type { FastifyInstance, InjectOptions } from "fastify";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { createApiKey } from "../../src/access/api-keys.js";
import { createAccess } from "../../src/access/index.js";
import { NOBODY } from "../../src/access/nobody.js";
import type { Exposure } from "../../src/common/exposure.js";
import type { Caller } from "../../src/domain/caller.js";
import type { Domain } from "../../src/domain/index.js";
import { createApp, type AppOptions } from "../../src/http/app.js";
import { addresses } from "../../src/http/addresses.js";
import type { Api } from "../support/api.js";
import { test } from "../support/clinic.js";
import { databaseUrl } from "../support/environment.js";
import { openIssuer, settingsWith, type TestIssuer } from "../support/issuer.js";
import { execute } from "../support/scratch-database.js";

let issuer: TestIssuer;

beforeAll(async () => {
  issuer = await openIssuer();
});

afterAll(async () => {
  await issuer.close();
});

type Environment = Parameters<typeof settingsWith>[0];

interface Server {
  app: FastifyInstance;
  /** As whom the domain was called. */
  callers: Caller[];
}

/** A server with these settings, for as long as the work takes. */
async function withServer(
  { sharedDomain, db }: Api,
  environment: Environment,
  work: (server: Server) => Promise<void>,
  options: Partial<AppOptions> = {},
): Promise<void> {
  const callers: Caller[] = [];
  const domain: Domain = {
    ...sharedDomain,
    as(caller) {
      callers.push(caller);
      return sharedDomain.as(caller);
    },
  };
  const settings = settingsWith({ OIDC_ISSUER: issuer.url, ...environment });
  const access = createAccess({ settings, db, report: () => undefined });
  const logger = pino({ level: "silent" });
  const exposure: Exposure = "explorers";
  const app = await createApp({ domain, logger, access, exposure, ...options });
  callers.length = 0;
  try {
    await work({ app, callers });
  } finally {
    access.close();
    await app.close();
  }
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

const graphql = (app: FastifyInstance, query: string, headers: Record<string, string> = {}) =>
  app.inject({ method: "POST", url: "/graphql", headers, payload: { query } });

const get = (app: FastifyInstance, url: string, options: Partial<InjectOptions> = {}) =>
  app.inject({ url, ...options });

const COUNT = "{ doctors { totalCount } }";
const OPEN: Environment = { AUTH: "open", OIDC_ISSUER: undefined };

describe("a GraphQL request without credentials", () => {
  test("is answered if nobody signs in", async ({ api }) => {
    await withServer(api, OPEN, async ({ app, callers }) => {
      const headers = { authorization: "Basic b3RoZXI6cHJveHk=", "x-role": "PATIENT" };
      for (const sent of [{}, headers]) {
        expect((await graphql(app, COUNT, sent)).statusCode).toBe(200);
      }
      expect(new Set(callers.map(({ name }) => name))).toEqual(new Set(["local:open"]));
    });
  });

  test("is refused with 401, whatever it is", async ({ api }) => {
    await withServer(api, {}, async ({ app }) => {
      for (const query of [
        COUNT,
        "{ __typename doctors { totalCount } }",
        "{ ...Root __typename } fragment Root on Query { doctors { totalCount } }",
        "query A { __typename } query B { doctors { totalCount } }",
        'mutation { deletePatient(input: { patientId: "pat_1" }) { userErrors { code } } }',
        "{ __doctors: doctors { totalCount } }",
        "{ nothing }",
        "{ doctors(",
      ]) {
        const answer = await graphql(app, query, { authorization: "Basic eDp5" });
        expect([query, answer.statusCode]).toEqual([query, 401]);
        expect(answer.headers["www-authenticate"]).toBe("Bearer");
        const { errors, ...others } = answer.json<{ errors: object[] }>();
        expect(errors).toMatchObject([{ extensions: { code: "UNAUTHENTICATED" } }]);
        expect(errors).toHaveLength(1);
        expect(others).toEqual({});
      }
    });
  });

  test("sends no statement to the database", async ({ api }) => {
    await withServer(api, {}, async ({ app }) => {
      const statements = await api.statements(async () => {
        await graphql(app, COUNT);
        await graphql(app, "{ __typename }");
      });
      expect(statements).toEqual([]);
    });
  });

  test("may ask for the schema, where EXPOSE lets it", async ({ api }) => {
    const query =
      "{ __typename ...Schema } fragment Schema on Query { __schema { queryType { name } } }";
    await withServer(api, {}, async ({ app }) => {
      const answer = await graphql(app, query);
      expect(answer.json()).toEqual({
        data: { __typename: "Query", __schema: { queryType: { name: "Query" } } },
      });
    });
    await withServer(
      api,
      {},
      async ({ app }) => {
        const answer = await graphql(app, query);
        expect(answer.statusCode).toBe(400);
        expect(answer.json()).toMatchObject({
          errors: [{ extensions: { code: "INTROSPECTION_DISABLED" } }],
        });
      },
      { exposure: "nothing" },
    );
  });
});

describe("credentials", () => {
  test("are checked and obeyed in each mode, by both APIs", async ({ api }) => {
    const token = await issuer.token();
    for (const AUTH of ["open", "issuer"] as const) {
      await withServer(api, { AUTH }, async ({ app, callers }) => {
        expect((await graphql(app, COUNT, bearer(token))).statusCode).toBe(200);
        expect((await get(app, "/doctors/0", { headers: bearer(token) })).statusCode).toBe(404);
        const headers = { authorization: `bearer  ${token} ` };
        expect((await get(app, "/doctors/0", { headers })).statusCode).toBe(404);
        const name = `user:${issuer.url}#somebody`;
        expect(callers).toEqual(callers.map(() => ({ kind: "user", name, role: "STAFF" })));
        expect(callers).toHaveLength(3);
      });
    }
  });

  test("that are not valid are refused with 401 in each mode, by both APIs", async ({ api }) => {
    const expired = await issuer.token({ exp: 1 });
    const wrong = [expired, "letmein", "", `pes_01234567_${"A".repeat(43)}`, "pes_"];
    for (const environment of [
      OPEN,
      { AUTH: "open" },
      { REST_ACCESS: "compatible" },
      {},
    ] as const) {
      await withServer(api, environment, async ({ app, callers }) => {
        for (const each of wrong) {
          const answer = await graphql(app, "{ __typename }", bearer(each));
          expect(answer.statusCode).toBe(401);
          expect(answer.headers["www-authenticate"]).toBe('Bearer error="invalid_token"');
          expect(answer.json()).toMatchObject({
            errors: [{ extensions: { code: "UNAUTHENTICATED" } }],
          });
          for (const headers of [bearer(each), { "x-api-key": each }]) {
            const refused = await get(app, "/doctors/0", { headers });
            expect(refused.statusCode).toBe(401);
            expect(refused.headers["www-authenticate"]).toBe('Bearer error="invalid_token"');
            expect(refused.json()).toEqual({ detail: "Not authenticated" });
          }
        }
        expect(callers).toEqual([]);
      });
    }
  });

  test("in cookies and in the URL are not read", async ({ api }) => {
    const token = await issuer.token();
    await withServer(api, {}, async ({ app }) => {
      const headers = { cookie: `access_token=${token}; authorization=Bearer ${token}` };
      expect((await graphql(app, COUNT, headers)).statusCode).toBe(401);
      const url = `/doctors/0?access_token=${token}`;
      expect((await get(app, url, { headers })).statusCode).toBe(401);
    });
  });

  test("call in the role that X-Role names", async ({ api }) => {
    const token = await issuer.token({ roles: ["STAFF", "ADMIN"] });
    await withServer(api, {}, async ({ app, callers }) => {
      for (const role of ["ADMIN", "STAFF"]) {
        const headers = { ...bearer(token), "x-role": role };
        expect((await graphql(app, COUNT, headers)).statusCode).toBe(200);
        expect(callers.at(-1)?.role).toBe(role);
      }
      const headers = { ...bearer(token), "x-role": "DOCTOR" };
      for (const answer of [
        await graphql(app, COUNT, headers),
        await get(app, "/doctors/0", { headers }),
      ]) {
        expect(answer.statusCode).toBe(403);
        expect(answer.body).toContain("FORBIDDEN");
      }
    });
  });

  test("that cannot be verified now are answered with 503", async ({ api }) => {
    const away = await openIssuer();
    const token = await away.token();
    await away.close();
    await withServer(api, { OIDC_ISSUER: away.url }, async ({ app }) => {
      for (const answer of [
        await graphql(app, COUNT, bearer(token)),
        await get(app, "/doctors/0", { headers: bearer(token) }),
        await get(app, "/readyz"),
      ]) {
        expect(answer.statusCode).toBe(503);
      }
      expect((await get(app, "/livez")).statusCode).toBe(200);
    });
  });

  test("of a machine are an API key, in either header of REST", async ({ api, clinic }) => {
    const fields = { role: "ADMIN", patientId: null, doctorId: null, expiresAt: null } as const;
    const key = await createApiKey(api.db, { ...fields, name: clinic.tag });
    try {
      await withServer(api, {}, async ({ app, callers }) => {
        const { id } = await clinic.doctor();
        callers.length = 0;
        for (const headers of [bearer(key), { "x-api-key": key }]) {
          expect((await get(app, `/doctors/${id}`, { headers })).statusCode).toBe(200);
        }
        expect((await graphql(app, COUNT, bearer(key))).statusCode).toBe(200);
        expect((await graphql(app, COUNT, { "x-api-key": key })).statusCode).toBe(401);
        const name = expect.stringMatching(/^key:\d+$/) as string;
        expect(callers.slice(0, 3)).toEqual(
          [1, 2, 3].map(() => ({ kind: "key", name, role: "ADMIN" })),
        );
      });
    } finally {
      await execute(databaseUrl, "DELETE FROM api_keys WHERE name = ?", [clinic.tag]);
    }
  });
});

describe("a REST request without credentials", () => {
  test("is answered as in the earlier service, in the compatible mode", async ({ api }) => {
    for (const environment of [OPEN, { REST_ACCESS: "compatible" }] as const) {
      await withServer(api, environment, async ({ app, callers }) => {
        expect((await get(app, "/doctors/0")).statusCode).toBe(404);
        expect(callers).toEqual([{ kind: "legacy", name: "legacy-rest", role: "LEGACY_REST" }]);
      });
    }
  });

  test("is refused with 401 if it has others that are not understood", async ({ api }) => {
    await withServer(api, { REST_ACCESS: "compatible" }, async ({ app, callers }) => {
      for (const authorization of [
        "Basic eDp5",
        "Token x",
        "Bearer\tx",
        "pes_0a1b2c3d",
        "e30.e30.x",
      ]) {
        const answer = await app.inject({ url: "/doctors/0", headers: { authorization } });
        expect([authorization, answer.statusCode]).toEqual([authorization, 401]);
      }
      expect(callers).toEqual([]);
    });
  });

  test("is refused with 401 if a key is required, before it is read", async ({ api }) => {
    for (const environment of [{}, { ...OPEN, REST_ACCESS: "key" }] as const) {
      await withServer(api, environment, async ({ app, callers }) => {
        for (const url of ["/doctors/0", "/doctors/nonsense", "/patients", "/appointments"]) {
          const answer = await get(app, url);
          expect(answer.statusCode).toBe(401);
          expect(answer.headers["www-authenticate"]).toBe("Bearer");
          expect(answer.headers["link"]).toBeUndefined();
          expect(answer.json()).toEqual({ detail: "Not authenticated" });
        }
        expect(callers).toEqual([]);
      });
    }
  });

  test("is answered only to the networks of the settings", async ({ api }) => {
    const REST_NETWORKS = ["10.20.0.0/16"];
    const limits = { isTrustedProxy: addresses(["192.0.2.1"]) };
    const forwarded = (by: string) => ({ "x-forwarded-for": by });
    await withServer(
      api,
      { REST_ACCESS: "compatible", REST_NETWORKS },
      async ({ app }) => {
        for (const [remoteAddress, headers, status] of [
          ["10.20.3.4", {}, 404],
          ["::ffff:10.20.3.4", {}, 404],
          ["10.21.0.1", {}, 401],
          ["127.0.0.1", {}, 401],
          ["192.0.2.1", forwarded("10.20.3.4"), 404],
          ["192.0.2.1", forwarded("10.20.3.4, 198.51.100.1"), 401],
          ["192.0.2.1", {}, 401],
          // Who forwarded these is not known.
          ["10.20.3.4", forwarded("10.20.3.4"), 401],
          ["10.20.3.4", { forwarded: "for=10.20.3.4" }, 401],
        ] as const) {
          const answer = await get(app, "/doctors/0", { remoteAddress, headers });
          expect([remoteAddress, headers, answer.statusCode]).toEqual([
            remoteAddress,
            headers,
            status,
          ]);
        }
      },
      { limits },
    );
  });

  test("is not answered through a proxy on the same machine that is not trusted", async ({
    api,
  }) => {
    await withServer(api, { REST_ACCESS: "compatible" }, async ({ app }) => {
      expect((await get(app, "/doctors/0")).statusCode).toBe(404);
      const headers = { "x-forwarded-for": "203.0.113.9" };
      expect((await get(app, "/doctors/0", { headers })).statusCode).toBe(401);
    });
  });
});

describe("without signing in", () => {
  const PAGES = [
    "/",
    "/graphiql",
    "/graphiql/examples",
    "/schema",
    "/docs",
    "/openapi.json",
    "/livez",
  ];

  test("pages are served, and show no data of the clinic", async ({ api, clinic }) => {
    await clinic.book({});
    await withServer(api, {}, async ({ app, callers }) => {
      for (const url of PAGES) {
        const answer = await get(app, url, { headers: { accept: "text/html" } });
        expect([url, answer.statusCode < 400]).toEqual([url, true]);
      }
      const landing = await get(app, "/graphql", { headers: { accept: "text/html" } });
      expect(landing.statusCode).toBe(200);
      expect(callers.filter((caller) => caller !== NOBODY)).toEqual([]);
      const { body } = await get(app, "/graphiql/examples");
      expect(body).not.toContain("{{");
    });
  });
});

describe("the OpenAPI document", () => {
  const documentWith = async (api: Api, environment: Environment): Promise<string> => {
    let text = "";
    await withServer(api, environment, async ({ app }) => {
      text = (await get(app, "/openapi.json")).body;
    });
    return text;
  };

  test("is the same in the compatible mode of each way to sign in", async ({ api }) => {
    const { body: today } = await get(api.app, "/openapi.json");
    for (const AUTH of ["open", "dev", "issuer"] as const) {
      expect(await documentWith(api, { AUTH, REST_ACCESS: "compatible" })).toBe(today);
    }
  });

  test("says how to sign in if that is required", async ({ api }) => {
    const document = JSON.parse(await documentWith(api, {})) as Record<string, unknown>;
    expect(await new Validator().validate(document)).toEqual({ valid: true });
    expect(document).toMatchObject({
      security: [{ bearer: [] }, { apiKey: [] }],
      components: { securitySchemes: { apiKey: { in: "header", name: "X-API-Key" } } },
    });
    const paths = document["paths"] as Record<string, Record<string, { responses: object }>>;
    const operations = Object.values(paths).flatMap((methods) => Object.values(methods));
    expect(operations).toHaveLength(14);
    for (const { responses } of operations) expect(responses).toHaveProperty("401");
  });
});
