// npm run check: everything that must hold before a change lands. What follows `--` goes to Vitest.
import { prepareEnvironment } from "./lib/environment.mjs";
import { runInForeground } from "./lib/processes.mjs";
import { ensureDependencies } from "./lib/stamps.mjs";
import { line, runCommand } from "./lib/terminal.mjs";

const CHECKS = [
  { name: "generated code is up to date", script: "generate:check" },
  { name: "the schema breaks nobody", script: "schema:check" },
  { name: "format", script: "format:check" },
  { name: "lint", script: "lint" },
  { name: "types", script: "typecheck" },
  { name: "build", script: "build" },
  { name: "tests", script: "test", args: process.argv.slice(2) },
  { name: "tests in a browser", script: "test:browser" },
];

await runCommand(async () => {
  prepareEnvironment();
  await ensureDependencies();
  const failed = [];
  for (const { name, script, args = [] } of CHECKS) {
    const since = Date.now();
    line(`\n▶ ${name}   npm run ${script}`);
    const code = await runInForeground("npm", ["run", "-s", script, "--", ...args], process.env);
    const seconds = ((Date.now() - since) / 1_000).toFixed(1);
    line(`${code === 0 ? "✓" : "✗"} ${name} (${seconds} s)`);
    if (code !== 0) failed.push(name);
  }
  line(failed.length === 0 ? "\nAll checks passed." : `\nFailed: ${failed.join(", ")}`);
  return failed.length === 0 ? 0 : 1;
});
