// npm run prove: tests the compiled API from outside, under load and faults. `npm run prove -- --help` explains the
// options.
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
