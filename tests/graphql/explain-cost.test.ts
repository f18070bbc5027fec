import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seedIfEmpty } from "../../prisma/seed.js";
import { throwawayServer } from "../../scripts/lib/private-server.mjs";
import { openDatabase, type Database } from "../../src/db/database.js";
import { openExplainer, type Explainer } from "../../src/db/explainer.js";
import { ServiceUnavailable } from "../../src/domain/index.js";
import { ensureSchema } from "../../src/db/setup/ensure-schema.js";
import { fillExamples, readExamples } from "../../src/pages/example-operations.js";
import { COST_HEADER } from "../../src/graphql/plugins/explain-cost.js";
import { openApi, type Api } from "../support/api.js";

interface Cost {
  statements: number;
  databaseMilliseconds: number;
  totalMilliseconds: number;
  complexity: number;
  sql?: string[];
}

interface Answer {
  data: unknown;
  errors?: unknown[];
  extensions?: { cost: Cost };
}

let server: Awaited<ReturnType<typeof throwawayServer>>;
let log: string;
let db: Database;
let explainer: Explainer;
let api: Api;

// A server of its own: to log statements is not for the users of another one.
beforeAll(async () => {
  const options = ["--general-log=1", "--general-log-file=general.log", "--log-output=FILE"];
  server = await throwawayServer(() => undefined, options);
  log = join(server.folder, "data", "general.log");
  await ensureSchema(server.url);
  await seedIfEmpty(server.url);
  db = openDatabase(server.url);
  explainer = openExplainer(server.url);
  api = await openApi({ db, explainer });
}, 60_000);

afterAll(async () => {
  await api.close();
  await explainer.close();
  await db.close();
  await server.stop();
});

/** Runs one of the examples, and asks for its cost in this way. */
async function run(name: string, how?: string): Promise<Answer> {
  const examples = await fillExamples(readExamples(), api.domain);
  const example = examples.find((candidate) => candidate.name === name);
  if (!example) throw new Error(`There is no example ${name}`);
  return send(example.query, JSON.parse(example.variables), how);
}

async function send(query: string, variables: unknown = {}, how?: string): Promise<Answer> {
  const answer = await api.app.inject({
    method: "POST",
    url: "/graphql",
    headers: how === undefined ? {} : { [COST_HEADER]: how },
    payload: { query, variables },
  });
  return answer.json<Answer>();
}

/** An entry of the general log, as MariaDB or MySQL writes it; a statement may go on in further lines. */
const ENTRY = /^(?:\d{6} [ \d]\d:\d\d:\d\d|\S+T\S+)?\t+ *\d+ (?:Query|Execute)\t/gm;

/** How many statements the server has logged meanwhile. */
async function logged(work: () => Promise<unknown>): Promise<number> {
  const before = readFileSync(log).length;
  await work();
  const written = readFileSync(log).subarray(before).toString();
  return written.match(ENTRY)?.length ?? 0;
}

describe("what an operation costs", () => {
  beforeAll(async () => {
    // What it takes to connect is in the log, too, and is nobody's cost.
    await run("Doctors", "true");
    await run("BookAppointment", "true");
    let size = 0;
    while (size !== (size = readFileSync(log).length)) await sleep(500);
  });

  it.each([
    "Node",
    "Patient",
    "Patients",
    "Doctors",
    "Appointments",
    "RegisterPatient",
    "UpdateDoctor",
    "BookAppointment",
    "RescheduleAppointment",
    "CancelAppointment",
    "DeletePatient",
    "RefusedSlotTaken",
  ])("is what the database's own log has counted: %s", async (name) => {
    let answer: Answer | undefined;
    const examples = await fillExamples(readExamples(), api.domain);
    const example = examples.find((candidate) => candidate.name === name);
    const count = await logged(async () => {
      answer = await send(example?.query ?? "", JSON.parse(example?.variables ?? ""), "true");
    });
    expect(answer?.errors).toBeUndefined();
    const cost = answer?.extensions?.cost;
    expect(cost?.statements).toBeGreaterThan(0);
    expect(cost?.statements).toBe(count);
    expect(cost?.databaseMilliseconds).toBeGreaterThan(0);
    expect(cost?.totalMilliseconds).toBeGreaterThanOrEqual(cost?.databaseMilliseconds ?? Infinity);
    expect(cost?.sql).toBeUndefined();
  });

  it("of a dry run is none at all, for every example", async () => {
    const examples = await fillExamples(readExamples(), api.domain);
    const count = await logged(async () => {
      for (const { query, variables, name } of examples) {
        const { data, errors, extensions } = await send(query, JSON.parse(variables), "dry-run");
        expect(data ?? null, name).toBeNull();
        if (name !== "RefusedMalformedId") expect(errors, name).toBeUndefined();
        // Who the caller is, is known without the database.
        if (!["RefusedMalformedId", "Viewer"].includes(name))
          expect(extensions?.cost.sql?.length, name).toBeGreaterThan(0);
      }
    });
    expect(count).toBe(0);
  });
});

describe("a caller who asks for the cost", () => {
  it("sees no statements of others, even if many callers ask at the same time", async () => {
    const { extensions } = await run("Doctors", "true");
    const names = ["Doctors", "Patients", "Node", "Doctors", "Appointments", "Doctors"];
    const answers = await Promise.all(names.map((name) => run(name, "true")));
    const counts = answers.map((answer) => answer.extensions?.cost.statements);
    expect(counts.filter((_, index) => names[index] === "Doctors")).toEqual(
      Array.from({ length: 3 }, () => extensions?.cost.statements),
    );
  });

  it("gets the same answer as others", async () => {
    expect((await run("Doctor", "true")).data).toEqual((await run("Doctor")).data);
  });

  it("gets the SQL that would run if all went well, with the right number of statements", async () => {
    for (const name of [
      "Doctors",
      "Patient",
      "BookAppointment",
      "RegisterPatient",
      "DeleteDoctor",
    ]) {
      const { extensions: dry } = await run(name, "dry-run");
      const { extensions: real } = await run(name, "true");
      expect(dry?.cost.statements, name).toBe(real?.cost.statements);
      expect(dry?.cost.complexity, name).toBe(real?.cost.complexity);
      expect(dry?.cost.sql, name).toHaveLength(dry?.cost.statements ?? 0);
    }
    const { extensions } = await run("BookAppointment", "dry-run");
    expect(extensions?.cost.sql?.some((sql) => /^INSERT INTO .*appointments/.test(sql))).toBe(true);
  });

  it("gets the SQL of counts at any depth", async () => {
    const query = `{ patients(search: "a") { totalCount } appointments { totalCount }
      doctors(first: 2) { totalCount nodes { appointments { totalCount nodes { patient { appointments { totalCount } } } } } } }`;
    for (let time = 1; time <= 3; time += 1) {
      const { errors, extensions } = await send(query, {}, "dry-run");
      expect(errors).toBeUndefined();
      expect(extensions?.cost.sql?.length).toBeGreaterThan(4);
    }
  });

  it("is answered as usual where the operation can't be run", async () => {
    const { errors, extensions } = await send("{ nothing }", {}, "dry-run");
    expect(errors).toHaveLength(1);
    expect(extensions).toBeUndefined();
  });
});

describe("an explainer that fails", () => {
  it("releases its slot and is reported by its code", async () => {
    for (const [fault, status, code] of [
      [new ServiceUnavailable("The database is unreachable"), 503, "SERVICE_UNAVAILABLE"],
      [new Error("A defect"), 500, "INTERNAL_SERVER_ERROR"],
    ] as const) {
      const fail = () => Promise.reject(fault);
      const failing = { observe: fail, dryRun: fail, close: async () => undefined };
      const broken = await openApi({ db, explainer: failing });
      try {
        const payload = { query: "{ appointments { totalCount } }" };
        // More than there are turns, and than may wait for one.
        for (let time = 1; time <= 50; time += 1) {
          const headers = { [COST_HEADER]: "true" };
          const answer = await broken.app.inject({
            method: "POST",
            url: "/graphql",
            headers,
            payload,
          });
          expect([
            answer.statusCode,
            answer.json<{ errors: [{ extensions: { code: string } }] }>().errors[0].extensions.code,
          ]).toEqual([status, code]);
        }
        expect((await broken.send(payload)).status).toBe(200);
      } finally {
        await broken.close();
      }
    }
  });
});

describe("the cost is not returned", () => {
  it("without having asked", async () => {
    expect((await run("Doctors")).extensions).toBeUndefined();
    expect((await run("Doctors", "false")).extensions).toBeUndefined();
  });

  it("to other roles than ADMIN, and nothing is run", async () => {
    const caller = { kind: "user", name: "staff", role: "STAFF" } as const;
    const { app, close } = await openApi({ db, explainer, caller });
    const ask = async (headers: Record<string, string>) => {
      const payload = { query: "{ doctors { totalCount } }" };
      const reply = await app.inject({ method: "POST", url: "/graphql", headers, payload });
      const { data, errors } = reply.json<{ data?: unknown; errors?: { extensions: object }[] }>();
      return [reply.statusCode, data !== undefined, errors?.[0]?.extensions];
    };
    const forbidden = { code: "FORBIDDEN", coordinates: [] };
    expect(await ask({ [COST_HEADER]: "true" })).toEqual([403, false, forbidden]);
    expect(await ask({ [COST_HEADER]: "dry-run" })).toEqual([403, false, forbidden]);
    expect(await ask({})).toEqual([200, true, undefined]);
    await close();
  });

  it("by a server that does not show it", async () => {
    const closed = await openApi({ db });
    try {
      const answer = await closed.app.inject({
        method: "POST",
        url: "/graphql",
        headers: { [COST_HEADER]: "dry-run" },
        payload: { query: "{ doctors { totalCount } }" },
      });
      expect(answer.json<Answer>().extensions).toBeUndefined();
      expect(answer.json<Answer>().data).toMatchObject({ doctors: {} });
    } finally {
      await closed.close();
    }
  });
});
