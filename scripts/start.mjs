// npm start: from a fresh checkout to a running API with demo data. Uses only Node's own modules.
import { API } from "./lib/api-process.mjs";
import { provideDatabase, serverEnvironment } from "./lib/database.mjs";
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
    return await runInForeground(process.execPath, API, serverEnvironment(database), database.lend);
  } finally {
    await database.release();
  }
});
