import { connect, prepareDatabase } from "../db/prepare.js";
import { DatabaseSetupError } from "../db/setup-error.js";
import { EnvironmentError, readEnvironment } from "../env.js";

/** What `npm run db:…` does to the database that DATABASE_URL names. It asks nothing. */
const COMMANDS: Record<string, (url: string) => Promise<string>> = {
  migrate: async (url) => {
    const applied = await prepareDatabase(url);
    return applied.length === 0 ? "The tables are up to date." : `Applied: ${applied.join(", ")}`;
  },
  seed: async (url) => {
    await prepareDatabase(url);
    const { seedIfEmpty } = await import("../../prisma/seed.js");
    return (await seedIfEmpty(url))
      ? "The demo clinic is in the database."
      : "The database has people in it already; nothing was added. `npm run db:reset` empties it.";
  },
  reset: async (url) => {
    await dropTables(url);
    await prepareDatabase(url);
    return "All tables were made anew, without data. `npm run db:seed` adds the demo clinic.";
  },
  drop: async (url) => {
    await dropTables(url);
    return "All tables are gone.";
  },
  audit: async (url) => {
    const { audit } = await import("./audit.js");
    const { summary, isClean } = await audit(url, (line) => process.stdout.write(`${line}\n`));
    if (!isClean) process.exitCode = 1;
    return summary;
  },
};

/** Only our own tables, children first: the database may hold others'. */
async function dropTables(url: string): Promise<void> {
  const connection = await connect(url);
  try {
    await connection.query(
      "DROP TABLE IF EXISTS idempotency_keys, appointments, doctors, patients, _prisma_migrations",
    );
  } finally {
    await connection.end();
  }
}

async function main(): Promise<void> {
  const command = COMMANDS[process.argv[2] ?? ""];
  if (!command) throw new EnvironmentError(`Usage: database ${Object.keys(COMMANDS).join("|")}`);
  process.stdout.write(`${await command(readEnvironment().DATABASE_URL)}\n`);
}

try {
  await main();
} catch (error) {
  const isExplained = error instanceof EnvironmentError || error instanceof DatabaseSetupError;
  process.stderr.write(`${isExplained ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
