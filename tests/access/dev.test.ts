import { describe, expect, it } from "vitest";
import { run, runServer } from "../support/process.js";
import { withScratchDatabase } from "../support/scratch-database.js";

const post = async (url: string, body: object, headers: Record<string, string> = {}) => {
  const answer = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
};

/** A server with AUTH=dev and the demo clinic. */
async function withDevServer(work: (address: string, url: string) => Promise<void>): Promise<void> {
  await withScratchDatabase(async (url) => {
    const settings = { AUTH: "dev", DATABASE_URL: url, PORT: "0", SEED: "true", LOG_LEVEL: "warn" };
    const { child, ended, said } = runServer(settings);
    try {
      await work(await said(/is up at (http:\S+)/), url);
    } finally {
      child.kill("SIGTERM");
      await ended;
    }
  });
}

/** Wrong arguments of `npm run keys` and `npm run accounts`, and what is said about them. */
const WRONG: [args: string[], message: string][] = [
  [["keys", "create", "x"], "Usage:"],
  [["keys", "create", "x", "--role", "LEGACY_REST"], "LEGACY_REST is not a role"],
  [["keys", "create", "x", "--role", "DOCTOR"], "Which doctor? Add --doctor doc_1."],
  [
    ["keys", "create", "x", "--role", "DOCTOR", "--doctor", "doc_1"],
    "There is no such patient or doctor",
  ],
  [["keys", "create", "x", "--role", "STAFF", "--expires", "2027-13-01"], "is not a day such as"],
  [["keys", "create", "x".repeat(101), "--role", "STAFF"], "100 characters at most"],
  [["accounts", "set", "x", "--role", "STAFF"], "Set OIDC_ISSUER, or add --issuer URL."],
  [["accounts", "set", "x", "--issuer", "http://login.example"], "The issuer must be the URL"],
  [["accounts", "set", "a b", "--issuer", "https://login.example"], "without spaces"],
  [["accounts", "burn", "x"], "Usage:"],
];

describe("AUTH=dev", () => {
  it("signs in the people of the demo clinic, by the way of any issuer", async () => {
    await withDevServer(async (address) => {
      await expect
        .poll(async () => (await fetch(`${address}/readyz`)).status, { timeout: 10_000 })
        .toBe(200);
      const discovery = await fetch(`${address}/dev/.well-known/openid-configuration`);
      expect(await discovery.json()).toMatchObject({
        issuer: `${address}/dev`,
        jwks_uri: `${address}/dev/jwks.json`,
      });
      const { keys } = (await (await fetch(`${address}/dev/jwks.json`)).json()) as {
        keys: object[];
      };
      expect(keys).toMatchObject([{ kty: "EC", crv: "P-256", use: "sig" }]);
      expect(keys[0]).not.toHaveProperty("d");

      const query = { query: "{ doctors { totalCount } }" };
      expect((await post(`${address}/graphql`, query)).status).toBe(401);
      const { people } = (await (await fetch(`${address}/dev/people`)).json()) as {
        people: { person: string; name: string; role: string }[];
      };
      expect(people.map(({ name, role }) => `${name}: ${role}`)).toEqual([
        "Receptionist: STAFF",
        "Dr. Weber: DOCTOR",
        "Maria Lopez: PATIENT",
        "Auditor: AUDITOR",
        "Administrator: ADMIN",
      ]);
      const port = new URL(address).port;
      for (const args of [["receptionist"], ["Administrator"]]) {
        const { stdout, code } = await run("scripts/token.mjs", args, { PORT: port }).ended;
        expect(code).toBe(0);
        const headers = { authorization: `Bearer ${stdout.trim()}` };
        const answer = await post(`${address}/graphql`, query, headers);
        expect(answer).toEqual({ status: 200, body: { data: { doctors: { totalCount: 9 } } } });
      }

      const claimsOf = async (...args: string[]) => {
        const { stdout } = await run("scripts/token.mjs", args, { PORT: port }).ended;
        const [, claims = ""] = stdout.split(".");
        return JSON.parse(Buffer.from(claims, "base64url").toString()) as object;
      };
      expect(await claimsOf("doctor")).toMatchObject({ roles: ["DOCTOR"], doctor_id: 1 });
      expect(await claimsOf("dr. weber", "doc_3")).toMatchObject({ doctor_id: 3, sub: "doctor-3" });
      expect(await claimsOf("Maria Lopez")).toMatchObject({ roles: ["PATIENT"], patient_id: 1 });

      for (const body of [
        { person: "nobody" },
        { person: "auditor", id: "doc_1" },
        {},
        { person: 1 },
      ]) {
        expect(await post(`${address}/dev/token`, body)).toMatchObject({ status: 400 });
      }
      const unknown = await run("scripts/token.mjs", ["stranger"], { PORT: port }).ended;
      expect(unknown).toMatchObject({ code: 1, stdout: "" });
      expect(unknown.stderr).toContain(
        "The people are receptionist (Receptionist), doctor (Dr. Weber)",
      );
    });
  });
});

describe("npm run token", () => {
  it("says what to start if no server answers", async () => {
    const { code, stderr } = await run("scripts/token.mjs", ["doctor"], { PORT: "1" }).ended;
    expect(code).toBe(1);
    expect(stderr).toContain("Start one: AUTH=dev npm start");
  });
});

describe("npm run keys and npm run accounts", () => {
  it("create, list and revoke", async () => {
    await withScratchDatabase(async (url) => {
      const command = (...args: string[]) =>
        run("src/commands/access.ts", args, { DATABASE_URL: url }).ended;
      expect((await command("keys", "list")).output).toBe("There are no API keys.\n");
      const created = await command("keys", "create", "front desk", "--role", "staff");
      const key = created.stdout.trim();
      expect(key).toMatch(/^pes_[\da-f]{8}_[\w-]{43}$/);
      const prefix = key.slice(0, 12);
      expect((await command("keys", "list")).output).toMatch(
        new RegExp(`^${prefix}  STAFF  \\d{4}-\\d{2}-\\d{2}  valid  front desk\\n$`),
      );
      expect((await command("keys", "revoke", prefix)).output).toContain(
        "is refused within a minute",
      );
      expect((await command("keys", "list")).output).toContain("  revoked ");
      expect(await command("keys", "revoke", "pes_00000000")).toMatchObject({ code: 1 });

      const issuer = ["--issuer", "https://login.example"];
      expect((await command("accounts", "list")).output).toBe("There are no accounts.\n");
      const set = await command("accounts", "set", "auth0|1", "--role", "STAFF", ...issuer);
      expect(set.output).toBe("https://login.example  auth0|1  STAFF  enabled\n");
      expect(await command("accounts", "disable", "auth0|1", ...issuer)).toMatchObject({ code: 0 });
      expect((await command("accounts", "list")).output).toContain("  disabled\n");
    });
  });

  it("explain what is wrong", async () => {
    await withScratchDatabase(async (url) => {
      await Promise.all(
        WRONG.map(async ([args, message]) => {
          const ended = await run("src/commands/access.ts", args, { DATABASE_URL: url }).ended;
          expect(ended).toMatchObject({ code: 1, stdout: "" });
          expect(ended.stderr).toContain(message);
          expect(ended.stderr).not.toMatch(/^\s+at /m);
        }),
      );
    });
  });
});
