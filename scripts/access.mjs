// npm run keys -- create|list|revoke …, npm run accounts -- set|list|disable …: who may call. src/commands/access.ts explains
// the arguments.
import { provideDatabase } from "./lib/database.mjs";
import { prepareEnvironment } from "./lib/environment.mjs";
import { runInForeground } from "./lib/processes.mjs";
import { ensureBuilt, ensureDependencies } from "./lib/stamps.mjs";
import { runCommand } from "./lib/terminal.mjs";
import { together } from "./lib/together.mjs";

await runCommand(async () => {
  prepareEnvironment();
  const dependencies = ensureDependencies();
  const [database] = await together(provideDatabase(dependencies), dependencies);
  try {
    await ensureBuilt();
    const environment = { ...process.env, DATABASE_URL: database.url };
    const args = ["dist/src/commands/access.js", ...process.argv.slice(2)];
    return await runInForeground(process.execPath, args, environment, database.lend);
  } finally {
    await database.release();
  }
});
