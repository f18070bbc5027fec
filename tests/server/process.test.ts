import { createServer, type AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { run, runServer as server, type Ended } from "../support/process.js";
import { execute, withScratchDatabase } from "../support/scratch-database.js";

/** In production, and beyond loopback, callers must sign in. This issuer does not answer. */
const SIGNED_IN = { AUTH: "issuer", OIDC_ISSUER: "http://127.0.0.1:1/", OIDC_AUDIENCE: "clinic" };
const database = (verb: string, url: string) =>
  run("src/commands/database.ts", [verb], { DATABASE_URL: url }).ended;

describe("the server's process", () => {
  it("migrates, seeds, responds, and ends cleanly on SIGTERM", async () => {
    await withScratchDatabase(async (url) => {
      const settings = { PORT: "0", SEED: "true", CLINIC_TIME_ZONE: "Asia/Tokyo" };
      const { child, ended, said } = server({ DATABASE_URL: url, ...settings });
      const address = await said(/is up at (http:\S+)/);
      const answer = await fetch(`${address}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query: "{ doctors { totalCount } patients { totalCount } }" }),
      });
      expect(await answer.json()).toEqual({
        data: { doctors: { totalCount: 9 }, patients: { totalCount: 13 } },
      });
      const published = await fetch(`${address}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({
          query: `mutation { publishSchedule(input: { doctorId: "doc_6", validFrom: "2030-01-01", hours: [] }) {
            schedule { doctor { timeZone } } } }`,
        }),
      });
      expect(await published.json()).toEqual({
        data: { publishSchedule: { schedule: { doctor: { timeZone: "Asia/Tokyo" } } } },
      });
      child.kill("SIGTERM");
      const { code, output } = await ended;
      expect(code).toBe(0);
      expect(output).toContain('"msg":"migrations applied"');
      expect(output).toContain(`"zoneData":"${process.versions["tz"]}","timeZone":"Asia/Tokyo"`);
      await expect(fetch(`${address}/livez`)).rejects.toThrow();
    });
  });

  it("responds while it drains, and tells load balancers to go elsewhere", async () => {
    await withScratchDatabase(async (url) => {
      const { child, ended, said } = server({ DATABASE_URL: url, PORT: "0", DRAIN_SECONDS: "2" });
      const address = await said(/is up at (http:\S+)/);
      const ask = async (path: string) => {
        const { status, headers } = await fetch(`${address}${path}`);
        return [status, headers.get("connection")];
      };
      expect([await ask("/readyz"), await ask("/doctors")]).toEqual([
        [200, "keep-alive"],
        [200, "keep-alive"],
      ]);
      child.kill("SIGTERM");
      await said(/the server is stopping: it still handles requests/);
      await expect.poll(() => ask("/readyz")).toEqual([503, "close"]);
      expect([await ask("/livez"), await ask("/doctors")]).toEqual([
        [200, "close"],
        [200, "close"],
      ]);
      expect((await ended).code).toBe(0);
    });
  });

  it("ends at once on a second signal, and announces this at any log level", async () => {
    await withScratchDatabase(async (url) => {
      const quiet = { DRAIN_SECONDS: "60", LOG_LEVEL: "silent" };
      const settings = { ...SIGNED_IN, ...quiet, NODE_ENV: "production" };
      const { child, ended, said } = server({ DATABASE_URL: url, PORT: "0", ...settings });
      await said(/is up at/);
      child.kill("SIGTERM");
      await said(/"seconds":60,"msg":"the server is stopping: .* a second signal ends it at once"/);
      child.kill("SIGTERM");
      expect((await ended).code).toBe(1);
    });
  });

  it("does not seed by itself", async () => {
    await withScratchDatabase(async (url) => {
      const { child, ended, said } = server({ DATABASE_URL: url, PORT: "0", LOG_LEVEL: "silent" });
      await said(/is up at/);
      child.kill("SIGINT");
      expect((await ended).code).toBe(0);
      const [row] = await execute<{ n: bigint }>(url, "SELECT COUNT(*) AS n FROM doctors");
      expect(row?.n).toBe(0n);
    });
  });

  it("ends with a sentence, not a stack, if it cannot start", async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
    const { port } = taken.address() as AddressInfo;
    try {
      await withScratchDatabase(async (url) => {
        const noPort = server({ DATABASE_URL: url, PORT: `${port}` }).ended;
        const noSettings = server({ PORT: "many", LOG_LEVEL: "loud" }).ended;
        const noDatabase = server({ DATABASE_URL: "mysql://nobody@127.0.0.1:1/clinic" }).ended;
        const expected: [Promise<Ended>, RegExp][] = [
          [
            noPort,
            new RegExp(
              `^Port ${port} is taken\\. Choose another one: PORT=${port + 1} npm start$`,
              "m",
            ),
          ],
          [
            noSettings,
            /^The environment is invalid:\n {2}PORT: .*\n {2}DATABASE_URL: .*\n {2}LOG_LEVEL: /m,
          ],
          [
            noDatabase,
            /^The database clinic on 127\.0\.0\.1:1 cannot be used: the connection was refused/m,
          ],
        ];
        for (const [end, message] of expected) {
          const { code, output } = await end;
          expect(code).toBe(1);
          expect(output).toMatch(message);
          expect(output).not.toMatch(/^\s+at /m);
        }
      });
    } finally {
      taken.close();
    }
  });
});

describe("in production", () => {
  const production = { ...SIGNED_IN, NODE_ENV: "production", DRAIN_SECONDS: "0" };
  const parsed = (text: string) =>
    text
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);

  it("standard output is lines of JSON and nothing else, from the start to the end", async () => {
    await withScratchDatabase(async (url) => {
      const settings = { ...production, DATABASE_URL: url, PORT: "0", SEED: "true" };
      const { child, ended, said } = server(settings);
      const address = await said(/is up at (http:[^\s"]+)/);
      await fetch(`${address}/doctors`);
      child.kill("SIGTERM");
      const { code, stdout, stderr } = await ended;
      expect([code, stderr]).toEqual([0, ""]);
      const messages = parsed(stdout).map(({ msg }) => msg);
      expect(messages).toContain(`Patient Encounter System is up at ${address}`);
      expect(messages).toContain("the demo clinic was added to the empty database (SEED=true)");
    });
  });

  it("what prevents the start is one line of JSON on standard error", async () => {
    const nowhere = "mysql://nobody@127.0.0.1:1/clinic";
    for (const [settings, reason] of [
      [{ DATABASE_URL: nowhere }, /the connection was refused/],
      [{ DATABASE_URL: nowhere, PORT: "many" }, /PORT/],
    ] as const) {
      const { code, stdout, stderr } = await server({ ...production, ...settings }).ended;
      expect([code, stdout]).toEqual([1, ""]);
      expect(parsed(stderr)).toMatchObject([
        {
          level: 60,
          msg: "the server could not start",
          reason: expect.stringMatching(reason) as string,
        },
      ]);
    }
  });
});

describe("an address on which the server cannot listen", () => {
  it.each([
    ["192.0.2.1", "HOST=192.0.2.1 is not a name or address of this machine"],
    ["no-such-host.invalid", "HOST=no-such-host.invalid is not a name or address of this machine"],
    ["fe80::1", "HOST=fe80::1 is not a name or address of this machine"],
  ])("is explained in a sentence: %s", async (HOST, message) => {
    await withScratchDatabase(async (url) => {
      const settings = { ...SIGNED_IN, DATABASE_URL: url, PORT: "0", HOST };
      const { code, output } = await server(settings).ended;
      expect(code).toBe(1);
      expect(output).toContain(message);
      expect(output).not.toMatch(/^\s+at /m);
    });
  });
});

describe("a database that is lost and comes back", () => {
  it("is logged once for each change, with the cause", async () => {
    await withScratchDatabase(async (url) => {
      const { child, ended, said } = server({ DATABASE_URL: url, PORT: "0", LOG_LEVEL: "info" });
      const address = await said(/is up at (http:\S+)/);
      const ask = async () => (await fetch(`${address}/doctors`)).status;
      await execute(url, "RENAME TABLE appointments TO elsewhere, doctors TO nowhere");
      await expect.poll(ask, { timeout: 10_000 }).toBe(503);
      for (let time = 0; time < 5; time += 1) await ask();
      await execute(url, "RENAME TABLE elsewhere TO appointments, nowhere TO doctors");
      await expect.poll(ask, { timeout: 10_000 }).toBe(200);
      child.kill("SIGTERM");
      const { output } = await ended;
      expect(output.match(/"reason":"[^"]*its tables do not exist[^"]*"/g)).toHaveLength(1);
      expect(output.match(/"msg":"the database is reachable again"/g)).toHaveLength(1);
    });
  });
});

describe("npm run db:…", () => {
  it("migrates, seeds, resets and drops", async () => {
    await withScratchDatabase(async (url) => {
      const tables = async () =>
        (await execute<Record<string, string>>(url, "SHOW TABLES")).flatMap((row) =>
          Object.values(row),
        );
      expect((await database("migrate", url)).output).toMatch(
        /^Applied: 20261124000000_initial(, \d+_\w+)*\n$/,
      );
      expect((await database("migrate", url)).output).toBe("The tables are up to date.\n");
      expect((await database("seed", url)).output).toMatch(/^The demo clinic is in the database/);
      expect((await database("seed", url)).output).toMatch(/already contains patients or doctors/);
      expect((await database("audit", url)).output).toMatch(/^Nothing is wrong\. /);
      await execute(url, "CREATE TABLE somebody_elses (id INT)");
      expect(await database("reset", url)).toMatchObject({ code: 0 });
      const [row] = await execute<{ n: bigint }>(url, "SELECT COUNT(*) AS n FROM appointments");
      expect(row?.n).toBe(0n);
      const dropped = await database("drop", url);
      expect(dropped).toMatchObject({ code: 0, stderr: "" });
      expect(dropped.output).toMatch(/^All tables were dropped\. /);
      expect(await tables()).toEqual(["somebody_elses"]);
      expect(await database("burn", url)).toMatchObject({ code: 1 });
    });
  });

  it("leave the tables of another program alone", async () => {
    await withScratchDatabase(async (url) => {
      await execute(url, "CREATE TABLE patients (id INT)");
      await execute(url, "INSERT INTO patients VALUES (7)");
      for (const verb of ["migrate", "seed", "reset", "drop", "generate"]) {
        const { code, output } = await database(verb, url);
        expect([verb, code]).toEqual([verb, 1]);
        expect(output).toMatch(/^The database contains tables of another program: patients\./);
      }
      expect(await execute(url, "SELECT id FROM patients")).toEqual([{ id: 7 }]);
    });
  });
});
