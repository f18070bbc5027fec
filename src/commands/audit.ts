import { openDatabase } from "../db/database.js";
import { connect } from "../db/setup/ensure-schema.js";
import { DatabaseSetupError } from "../db/setup/setup-error.js";
import { auditTables } from "../domain/audit.js";
import type { FindingKind } from "../domain/audit-rows.js";

/**
 * Checks all rows of the database that `url` names against the rules. It only reads.
 *
 * @param say called with each finding.
 * @returns a summary of the rows and findings, and whether there are no violations.
 */
export async function audit(
  url: string,
  say: (line: string) => void,
): Promise<{ summary: string; isClean: boolean }> {
  await checkTables(url);
  const rows = new Map<string, number>();
  const found = new Map<FindingKind, number>();
  const db = openDatabase(url, { connectionLimit: 2, readSeconds: 0 });
  try {
    for await (const { table, rows: count, findings } of auditTables(db)) {
      add(rows, table, count);
      for (const { kind, sentence } of findings) {
        add(found, kind, 1);
        say(`${kind.padEnd(8)} ${sentence}`);
      }
    }
  } finally {
    await db.close();
  }
  const isClean = [...found.keys()].every((kind) => kind === "NOTE");
  const verdict = isClean ? "Nothing is wrong" : "Something is wrong";
  return { summary: `${verdict}. Found: ${list(found)}. Checked: ${list(rows)}.`, isClean };
}

/** @throws DatabaseSetupError if there are no tables: such a database must not count as clean. */
async function checkTables(url: string): Promise<void> {
  const connection = await connect(url);
  try {
    const tables = await connection.query<unknown[]>("SHOW TABLES LIKE 'appointments'");
    if (tables.length === 0) {
      throw new DatabaseSetupError(
        "There are no tables yet. Run `npm run db:migrate` to create them.",
      );
    }
  } finally {
    await connection.end();
  }
}

function add<Name>(counts: Map<Name, number>, name: Name, count: number): void {
  counts.set(name, (counts.get(name) ?? 0) + count);
}

const list = (counts: Map<string, number>): string =>
  [...counts].map(([name, count]) => `${count} ${name}`).join(", ") || "nothing";
