import { audit } from "../../src/commands/audit.js";
import type { Trial } from "../stage.js";

/** At the end, the tables break no rule. */
export const cleanTables: Trial = {
  name: "Clean tables",
  promise:
    "After all of this, `npm run db:audit` finds no overlap, no orphan and no broken rule in any row of the tables.",
  async run({ databases }) {
    const violations: string[] = [];
    const say = (line: string) => {
      if (!line.startsWith("NOTE")) violations.push(line);
    };
    await audit(databases.urls[0] ?? "", say);
    const [row] = await databases.sql<{ total: number }>(
      "SELECT COUNT(*) AS total FROM appointments",
    );
    return { counts: { appointments: row?.total ?? 0, findings: violations.length }, violations };
  },
};
