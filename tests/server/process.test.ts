import { spawn } from "node:child_process";
import { createServer, type AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { projectRoot } from "../../src/project-root.js";
import { execute, withScratchDatabase } from "../support/scratch-database.js";

interface Ended {
  code: number | null;
  output: string;
}

/** A program of src/ in a process of its own. */
function run(file: string, args: string[], environment: Record<string, string>) {
  const child = spawn(process.execPath, ["--import", "tsx", file, ...args], {
    cwd: projectRoot,
    // Without the .env of whoever runs the tests, which fills only what is not set.
    env: { PATH: process.env["PATH"], EXPOSE: "", SEED: "", LOG_LEVEL: "", ...environment },
  });
  let output = "";
  let heard: () => void = () => undefined;
  const listen = (data: Buffer) => {
    output += data.toString();
    heard();
  };
  child.stdout.on("data", listen);
  child.stderr.on("data", listen);
  const ended = new Promise<Ended>((resolve) => {
    child.once("close", (code) => {
      resolve({ code, output });
    });
  });
  /** Waits until the process has written this, and returns what it matched. */
  const said = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      heard = () => {
        const match = pattern.exec(output);
        if (match) resolve(match[1] ?? match[0]);
      };
      heard();
      void ended.then(() => {
        reject(new Error(`It ended without saying ${pattern.source}:\n${output}`));
      });
    });
  return { child, ended, said };
}

const server = (environment: Record<string, string>) => run("src/main.ts", [], environment);
const database = (verb: string, url: string) =>
  run("src/commands/database.ts", [verb], { DATABASE_URL: url }).ended;

describe("the server's process", () => {
  it("migrates, seeds, answers, and ends in peace when it is told to", async () => {
    await withScratchDatabase(async (url) => {
      const { child, ended, said } = server({ DATABASE_URL: url, PORT: "0", SEED: "true" });
      const address = await said(/is up at (http:\S+)/);
      const answer = await fetch(`${address}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query: "{ doctors { totalCount } patients { totalCount } }" }),
      });
      expect(await answer.json()).toEqual({
        data: { doctors: { totalCount: 6 }, patients: { totalCount: 13 } },
      });
      child.kill("SIGTERM");
      const { code, output } = await ended;
      expect(code).toBe(0);
      expect(output).toContain('"msg":"migrations applied"');
      await expect(fetch(`${address}/livez`)).rejects.toThrow();
    });
  });

  it("answers while it drains, and tells balancers to go elsewhere", async () => {
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
      await expect.poll(() => ask("/readyz")).toEqual([503, "close"]);
      expect([await ask("/livez"), await ask("/doctors")]).toEqual([
        [200, "close"],
        [200, "close"],
      ]);
      expect((await ended).code).toBe(0);
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

  it("ends with a sentence, not a stack, where it can't start", async () => {
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
            /^The port is taken by another program\. Choose another one: PORT=4001 npm start$/m,
          ],
          [
            noSettings,
            /^The environment is not usable:\n {2}PORT: .*\n {2}DATABASE_URL: .*\n {2}LOG_LEVEL: /m,
          ],
          [
            noDatabase,
            /^The database clinic on 127\.0\.0\.1:1 can't be used: nothing answers there/m,
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
      expect((await database("seed", url)).output).toMatch(/has people in it already/);
      expect((await database("audit", url)).output).toMatch(/^Nothing is wrong\. /);
      await execute(url, "CREATE TABLE somebody_elses (id INT)");
      expect(await database("reset", url)).toMatchObject({ code: 0 });
      const [row] = await execute<{ n: bigint }>(url, "SELECT COUNT(*) AS n FROM appointments");
      expect(row?.n).toBe(0n);
      expect(await database("drop", url)).toEqual({ code: 0, output: "All tables are gone.\n" });
      expect(await tables()).toEqual(["somebody_elses"]);
      expect(await database("burn", url)).toMatchObject({ code: 1 });
    });
  });
});
