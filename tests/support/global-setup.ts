import type { Connection } from "mariadb";
import { connect, ensureSchema } from "../../src/db/setup/ensure-schema.js";
import { databaseUrl } from "./environment.js";

/** Makes the tables, and fails the run if it leaves a row behind, also where tests failed. */
export default async function setup(): Promise<() => Promise<void>> {
  await ensureSchema(databaseUrl);
  const before = await countRows();
  return async () => {
    const after = await countRows();
    const left = Object.keys(after).filter((table) => after[table] !== before[table]);
    if (left.length > 0) {
      process.exitCode = 1;
      throw new Error(`The tests left rows behind or took some away in: ${left.join(", ")}`);
    }
  };
}

/** How many rows each table has. */
async function countRows(): Promise<Record<string, number>> {
  const connection = await connect(databaseUrl);
  try {
    const tables = await connection.query<{ name: string }[]>(
      `SELECT table_name AS name FROM information_schema.tables
       WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'`,
    );
    const counts = tables.map(async ({ name }) => [name, await count(connection, name)] as const);
    return Object.fromEntries(await Promise.all(counts));
  } finally {
    await connection.end();
  }
}

async function count(connection: Connection, table: string): Promise<number> {
  const [row] = await connection.query<{ total: bigint }[]>(
    `SELECT COUNT(*) AS total FROM ${table}`,
  );
  return Number(row?.total);
}
