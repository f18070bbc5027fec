import { provideTestDatabase } from "./database.mjs";
import { prepareEnvironment } from "./environment.mjs";
import { runInForeground } from "./processes.mjs";
import { ensureDependencies, ensureExamples, ensureGenerated, ensureReference } from "./stamps.mjs";

/**
 * Runs one of the projects of vitest.config.ts on a database of its own. The arguments of the command are passed to
 * Vitest.
 *
 * @param {"api" | "browser"} project
 * @param {Record<string, string>} [variables] additional environment variables.
 * @returns {Promise<number>} Vitest's exit code.
 */
export async function runTests(project, variables = {}) {
  prepareEnvironment();
  await ensureDependencies();
  await ensureGenerated();
  await ensureReference();
  if (project === "browser") await ensureExamples();
  const database = await provideTestDatabase();
  try {
    const args = ["node_modules/vitest/vitest.mjs", "run", "--project", project];
    const environment = { ...process.env, ...variables, DATABASE_URL: database.url };
    return await runInForeground(
      process.execPath,
      [...args, ...process.argv.slice(2)],
      environment,
    );
  } finally {
    await database.release();
  }
}
