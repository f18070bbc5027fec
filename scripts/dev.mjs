// npm run dev: runs the API from its sources; regenerates code and restarts at each change.
import { existsSync, watch } from "node:fs";
import { join } from "node:path";
import { provideDatabase, serverEnvironment } from "./lib/database.mjs";
import { prepareEnvironment } from "./lib/environment.mjs";
import { projectRoot, runInForeground } from "./lib/processes.mjs";
import {
  ensureDependencies,
  ensureExamples,
  ensureGenerated,
  ensureReference,
  EXAMPLES_FROM,
  GENERATED_FROM,
  OPERATIONS,
} from "./lib/stamps.mjs";
import { Failure } from "./lib/failure.mjs";
import { line, runCommand } from "./lib/terminal.mjs";
import { together } from "./lib/together.mjs";

const QUIET_MILLISECONDS = 150;

await runCommand(async () => {
  prepareEnvironment();
  const dependencies = ensureDependencies();
  const [database] = await together(provideDatabase(dependencies), dependencies);
  try {
    await ensureGenerated();
    await ensureReference();
    await ensureExamples();
    const watchers = watchForGeneration();
    const args = ["node_modules/tsx/dist/cli.mjs", "watch", "--clear-screen=false", "src/main.ts"];
    const environment = serverEnvironment(database);
    const code = await runInForeground(process.execPath, args, environment, database.lend);
    for (const watcher of watchers) watcher.close();
    return code;
  } finally {
    await database.release();
  }
});

/** Regenerates code and rebuilds the examples shortly after a source has changed. */
function watchForGeneration() {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  let work = Promise.resolve();
  const generate = () => {
    work = work
      .then(() => ensureGenerated())
      .then(() => ensureExamples())
      .catch((/** @type {unknown} */ error) => {
        line(error instanceof Failure ? error.message : String(error));
      });
  };
  // Watches the folder, not the file, because editors replace a file when they save it.
  const sources = ["prisma", OPERATIONS, ...EXAMPLES_FROM];
  const folders = [projectRoot, ...sources.map((folder) => join(projectRoot, folder))];
  return folders
    .filter((folder) => existsSync(folder))
    .map((folder) =>
      watch(folder, (_event, name) => {
        if (folder === projectRoot && !GENERATED_FROM.includes(name ?? "")) return;
        clearTimeout(timer);
        timer = setTimeout(generate, QUIET_MILLISECONDS);
      }),
    );
}
