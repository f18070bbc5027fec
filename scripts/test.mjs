// npm test: all tests on a real, throwaway database. What follows `--` goes to Vitest.
import { provideTestDatabase } from "./lib/database.mjs";
import { prepareEnvironment } from "./lib/environment.mjs";
import { runInForeground } from "./lib/processes.mjs";
import { ensureDependencies, ensureGenerated } from "./lib/stamps.mjs";
import { runCommand } from "./lib/terminal.mjs";

await runCommand(async () => {
  prepareEnvironment();
  await ensureDependencies();
  await ensureGenerated();
  const database = await provideTestDatabase();
  try {
    const args = ["node_modules/vitest/vitest.mjs", "run", ...process.argv.slice(2)];
    const environment = { ...process.env, DATABASE_URL: database.url };
    return await runInForeground(process.execPath, args, environment);
  } finally {
    await database.release();
  }
});
