import { describe, expect, it } from "vitest";
import { audit } from "../../src/commands/audit.js";
import { generateClinic } from "../../src/commands/generate.js";
import { execute, withScratchDatabase } from "../support/scratch-database.js";

/** All rows. CHECKSUM TABLE would not do: MariaDB's differs between equal tables with generated columns. */
const contents = (url: string) =>
  Promise.all(
    ["patients", "doctors", "appointments"].map((table) =>
      execute(url, `SELECT * FROM ${table} ORDER BY id`),
    ),
  );

const count = async (url: string, condition: string) => {
  const sql = `SELECT COUNT(*) AS n FROM appointments WHERE ${condition}`;
  return Number((await execute<{ n: bigint }>(url, sql))[0]?.n);
};

describe("a generated clinic", () => {
  it("breaks no rule, has a past and a future, and is determined by its seed", async () => {
    const size = { appointments: 6_001, doctors: 7, seed: 5 };
    await withScratchDatabase(async (url) => {
      const said: number[] = [];
      await generateClinic(url, size, (made) => said.push(made));
      expect(said).toEqual([5_000, 6_001]);
      const { summary } = await audit(url, (line) => {
        throw new Error(line);
      });
      expect(summary).toContain("601 patients, 7 doctors, 6001 appointments");
      for (const status of ["BOOKED", "CANCELLED", "COMPLETED", "NO_SHOW"]) {
        expect(await count(url, `status = '${status}'`), status).toBeGreaterThan(100);
      }
      expect(await count(url, "status = 'BOOKED' AND starts_at < UTC_DATE()")).toBe(0);
      expect(await count(url, "created_at > starts_at OR updated_at < created_at")).toBe(0);
      await expect(generateClinic(url, size)).rejects.toThrow("has rows");
      await withScratchDatabase(async (other) => {
        await generateClinic(other, size);
        expect(await contents(other)).toEqual(await contents(url));
      });
    });
  });
});
