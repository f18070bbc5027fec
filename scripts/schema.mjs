// npm run schema:docs | schema:documents | schema:check | schema:release. Arguments
// after `--` are passed to schema/main.ts: `--operations FOLDER` adds a folder of operations; a version names the release.
import { prepareEnvironment } from "./lib/environment.mjs";
import { runInForeground } from "./lib/processes.mjs";
import { ensureDependencies, ensureGenerated } from "./lib/stamps.mjs";
import { runCommand } from "./lib/terminal.mjs";

await runCommand(async () => {
  prepareEnvironment();
  await ensureDependencies();
  await ensureGenerated();
  const args = ["--import", "tsx", "schema/main.ts", ...process.argv.slice(2)];
  return runInForeground(process.execPath, args, process.env);
});
