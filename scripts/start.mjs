// npm start: from a fresh checkout to a running API with demo data. Uses node's own modules alone.
import { API } from "./lib/api-process.mjs";
import { provideDatabase } from "./lib/database.mjs";
import { prepareEnvironment } from "./lib/environment.mjs";
import { runInForeground } from "./lib/processes.mjs";
import { ensureBuilt, ensureDependencies } from "./lib/stamps.mjs";
import { runCommand } from "./lib/terminal.mjs";
import { together } from "./lib/together.mjs";

await runCommand(async () => {
  prepareEnvironment();
  const [database] = await together(provideDatabase(), ensureDependencies());
  try {
    await ensureBuilt();
    return await runInForeground(process.execPath, API, {
      SEED: "true",
      ...process.env,
      DATABASE_URL: database.url,
    });
  } finally {
    await database.release();
  }
});
