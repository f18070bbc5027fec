// npm run prove: the API as users run it, under fire, judged from outside. What follows `--` is explained
// by `npm run prove -- --help`.
import { prepareEnvironment } from "./lib/environment.mjs";
import { runInForeground } from "./lib/processes.mjs";
import { ensureBuilt, ensureDependencies } from "./lib/stamps.mjs";
import { runCommand } from "./lib/terminal.mjs";

await runCommand(async () => {
  prepareEnvironment();
  await ensureDependencies();
  await ensureBuilt();
  const args = ["--import", "tsx", "proof/main.ts", ...process.argv.slice(2)];
  return runInForeground(process.execPath, args, process.env);
});
