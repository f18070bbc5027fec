import { describe, expect, it, vi } from "vitest";
import { serverEnvironment } from "../../scripts/lib/database.mjs";
import { seedIfEmpty } from "../../prisma/seed.js";
import { openDatabase } from "../../src/db/database.js";
import { ensureSchema } from "../../src/db/setup/ensure-schema.js";
import { REFUSAL_EXAMPLES, type RefusalCode } from "../../src/domain/index.js";
import { toUserError } from "../../src/graphql/user-errors.js";
import { fillExamples, readExamples } from "../../src/pages/example-operations.js";
import { openApi } from "../support/api.js";
import { execute, withScratchDatabase } from "../support/scratch-database.js";

interface UserError {
  code: RefusalCode;
  message: string;
}

/** A message without what it says of the data: times, numbers and statuses. */
const withoutFacts = (message: string): string =>
  message.replaceAll(/\d[\d:TZ-]*/g, "…").replaceAll(/\b(?:CANCELLED|COMPLETED)\b/g, "…");

describe("the demo clinic", () => {
  it("is added to an empty database only once, and breaks no rule", async () => {
    await withScratchDatabase(async (url) => {
      await ensureSchema(url);
      expect(await seedIfEmpty(url)).toBe(true);
      const count = async (sql: string) => {
        const [row] = await execute<{ n: bigint }>(url, `SELECT COUNT(*) AS n FROM ${sql}`);
        return Number(row?.n);
      };
      expect(await count("patients")).toBe(13);
      expect(await count("doctors WHERE is_active")).toBe(5);
      expect(await count("doctors WHERE NOT is_active")).toBe(1);
      for (const status of ["BOOKED", "CANCELLED", "COMPLETED", "NO_SHOW"]) {
        expect(await count(`appointments WHERE status = '${status}'`), status).toBeGreaterThan(0);
      }
      expect(
        await count("appointments WHERE status = 'BOOKED' AND ends_at < UTC_TIMESTAMP()"),
      ).toBe(2);
      const total = await count("appointments");
      expect(await seedIfEmpty(url)).toBe(false);
      expect(await count("appointments")).toBe(total);
    });
  });

  it("refuses the example operations with the codes that they name, worded as in the rule book", async () => {
    await withScratchDatabase(async (url) => {
      await ensureSchema(url);
      await seedIfEmpty(url);
      const db = openDatabase(url, { connectionLimit: 2 });
      const api = await openApi({ db });
      const examples = await fillExamples(readExamples(), api.domain);
      for (const { name, group, description, query, variables } of examples) {
        if (group !== "refusals" || name === "RefusedMalformedId") continue;
        const { data } = await api.send({ query, variables: JSON.parse(variables) as unknown });
        const payloads = Object.values(data ?? {}) as { userErrors: UserError[] }[];
        const errors = payloads.flatMap(({ userErrors }) => userErrors);
        expect(errors, name).not.toEqual([]);
        for (const { code, message } of errors) {
          expect(withoutFacts(message), name).toBe(
            withoutFacts(toUserError(REFUSAL_EXAMPLES[code]).message),
          );
        }
        const named = description.match(/\b(?:[A-Z]+_[A-Z_]+|REQUIRED)\b/g);
        if (named) expect(new Set(errors.map(({ code }) => code)), name).toEqual(new Set(named));
      }
      await api.close();
      await db.close();
    });
  });
});

describe("the environment that npm start gives the server", () => {
  const nothing = async () => undefined;
  const seedOf = (isPrivate: boolean, said?: string) => {
    vi.stubEnv("SEED", said);
    try {
      const database = { url: "mysql://u@h/c", isPrivate, lend: nothing, release: nothing };
      return serverEnvironment(database)["SEED"];
    } finally {
      vi.unstubAllEnvs();
    }
  };

  it("adds demo data to the private database, and to others only with SEED=true", () => {
    expect([seedOf(true), seedOf(true, ""), seedOf(true, "false")]).toEqual([
      "true",
      "true",
      "false",
    ]);
    expect([seedOf(false), seedOf(false, ""), seedOf(false, "true")]).toEqual([
      "false",
      "false",
      "true",
    ]);
  });
});
