// npm run db:migrate | db:seed | db:reset | db:drop | db:audit | db:generate | db:overlap-triggers
// reset and drop ask for confirmation, unless --yes is set. Other arguments after `--` are passed to src/commands/database.ts.
import { createInterface } from "node:readline/promises";
import { provideDatabase } from "./lib/database.mjs";
import { describeUrl, givenDatabaseUrl, prepareEnvironment } from "./lib/environment.mjs";
import { dropKeptServer } from "./lib/private-server.mjs";
import { runInForeground } from "./lib/processes.mjs";
import { ensureBuilt, ensureDependencies } from "./lib/stamps.mjs";
import { Failure } from "./lib/failure.mjs";
import { line, runCommand } from "./lib/terminal.mjs";
import { together } from "./lib/together.mjs";

const VERBS = ["migrate", "seed", "reset", "drop", "audit", "generate", "overlap-triggers"];
const DESTRUCTIVE = ["reset", "drop"];
const USAGE = 2;

await runCommand(async () => {
  const [verb = "", ...flags] = process.argv.slice(2);
  if (!VERBS.includes(verb)) {
    line(`Usage: npm run db:${VERBS.join(" | db:")}   [-- --yes]`);
    return USAGE;
  }
  prepareEnvironment();
  const given = givenDatabaseUrl();
  const target = given === undefined ? "the private database in .local" : describeUrl(given);
  if (DESTRUCTIVE.includes(verb) && !flags.includes("--yes") && !(await isSure(verb, target))) {
    return USAGE;
  }
  if (verb === "drop" && given === undefined) {
    await dropKeptServer();
    line("The private database and its data were deleted.");
    return 0;
  }
  const dependencies = ensureDependencies();
  const [database] = await together(provideDatabase(dependencies), dependencies);
  try {
    await ensureBuilt();
    const environment = { ...process.env, DATABASE_URL: database.url };
    const args = ["dist/src/commands/database.js", verb, ...flags];
    return await runInForeground(process.execPath, args, environment, database.lend);
  } finally {
    await database.release();
  }
});

/** @param {string} verb @param {string} target */
async function isSure(verb, target) {
  const warning = `db:${verb} deletes all patients, doctors and appointments in ${target}.`;
  if (!process.stdin.isTTY) {
    throw new Failure(`${warning}\nTo confirm, run \`npm run db:${verb} -- --yes\`.`);
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(`${warning}\nType yes to go on: `);
  terminal.close();
  return answer.trim() === "yes";
}
