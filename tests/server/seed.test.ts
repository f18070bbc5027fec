import { describe, expect, it, vi } from "vitest";
import { serverEnvironment } from "../../scripts/lib/database.mjs";
import { seedIfEmpty } from "../../prisma/seed.js";
import { ensureSchema } from "../../src/db/setup/ensure-schema.js";
import { execute, withScratchDatabase } from "../support/scratch-database.js";

describe("the demo clinic", () => {
  it("is put into an empty database, once, and breaks no rule", async () => {
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

  it("has demo data go into the private database, and into no other unless it is said", () => {
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
