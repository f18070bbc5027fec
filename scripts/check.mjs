// npm run check: everything that must hold before a change lands. .ci/run and the workflow on GitHub run it, too.
// `-- --only tests,browser` runs some of its groups: static, tests, browser, proof. The tests run on the database
// that DATABASE_URL names, or else on one that they bring themselves; and again on MYSQL_URL where that is set.
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { prepareEnvironment } from "./lib/environment.mjs";
import { Failure } from "./lib/failure.mjs";
import { runInForeground } from "./lib/processes.mjs";
import { ensureDependencies, ensureGenerated } from "./lib/stamps.mjs";
import { line, runCommand } from "./lib/terminal.mjs";

/**
 * @typedef {object} Check
 * @property {string} name
 * @property {string} script of package.json.
 * @property {readonly string[]} [args]
 * @property {Record<string, string>} [environment] beside this process's own.
 * @property {number} [code] the exit code that it must end with; 0 if left out.
 */

/** What the proof exits with when a promise was broken; any other code says that it found out nothing. */
const BROKEN_PROMISE = 3;

const reports = mkdtempSync(join(tmpdir(), "check-"));

/** @type {Record<string, readonly Check[]>} */
const GROUPS = {
  static: [
    { name: "generated code is up to date", script: "generate:check" },
    { name: "the schema breaks no caller", script: "schema:check" },
    { name: "format", script: "format:check" },
    { name: "lint", script: "lint" },
    { name: "types", script: "typecheck" },
    { name: "nothing is unused", script: "unused" },
    { name: "Prisma accepts its schema", script: "prisma:validate" },
    { name: "build", script: "build" },
  ],
  tests: [
    { name: "tests", script: "test", args: ["--coverage", ...reportAs("tests")] },
    ...testsOnMySql(process.env["MYSQL_URL"]),
  ],
  browser: [{ name: "tests in a browser", script: "test:browser", args: reportAs("browser") }],
  proof: [
    { name: "the short proof", script: "prove", args: ["--short"] },
    {
      name: "the proof notices double bookings",
      script: "prove",
      args: ["--short", "--break", "booking", "--only", "winner,history"],
      code: BROKEN_PROMISE,
    },
    {
      name: "the proof notices missing limits",
      script: "prove",
      args: ["--short", "--break", "limits", "--only", "hostile", "--attack", "long lists"],
      code: BROKEN_PROMISE,
    },
  ],
};

await runCommand(async () => {
  try {
    const checks = chosenChecks();
    prepareEnvironment();
    await ensureDependencies();
    await ensureGenerated();
    const failed = [];
    for (const check of checks) if (!(await passes(check))) failed.push(check.name);
    line(failed.length === 0 ? "\nAll checks passed." : `\nFailed: ${failed.join(", ")}`);
    return failed.length === 0 ? 0 : 1;
  } finally {
    sayWhatTestsFound();
  }
});

/** @throws {Failure} if the command line names a group that is not there. */
function chosenChecks() {
  const { values } = parseArgs({ options: { only: { type: "string" } } });
  const names = values.only?.split(",") ?? Object.keys(GROUPS);
  return names.flatMap((name) => {
    const group = GROUPS[name];
    if (group) return group;
    throw new Failure(`There is no group ${name}, but ${Object.keys(GROUPS).join(", ")}.`);
  });
}

/** @param {Check} check */
async function passes({ name, script, args = [], environment = {}, code = 0 }) {
  const since = Date.now();
  line(`\n▶ ${name}   npm run ${[script, ...(args.length > 0 ? ["--", ...args] : [])].join(" ")}`);
  const command = ["run", "-s", script, "--", ...args];
  const ended = await runInForeground("npm", command, { ...process.env, ...environment });
  const seconds = ((Date.now() - since) / 1_000).toFixed(1);
  line(`${ended === code ? "✓" : "✗"} ${name} (${seconds} s)`);
  return ended === code;
}

/** @param {string | undefined} url @returns {Check[]} */
function testsOnMySql(url) {
  if (!url) return [];
  const environment = { DATABASE_URL: url };
  return [{ name: "tests on MySQL", script: "test", args: reportAs("mysql"), environment }];
}

/** Vitest's options that write how many tests passed to a file, too. @param {string} name */
function reportAs(name) {
  return [
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${join(reports, `${name}.json`)}`,
  ];
}

/**
 * @typedef {object} Report what Vitest writes with its reporter `json`.
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {readonly { name: string, status: string, message: string, assertionResults: readonly Result[] }[]} testResults
 *
 * @typedef {{ fullName: string, status: string, failureMessages: readonly string[] }} Result
 */

/** The last lines, however the checks end: which tests failed, and how many passed and failed in all runs together. */
function sayWhatTestsFound() {
  const runs = readdirSync(reports).map(readReport);
  for (const failure of runs.flatMap(failuresOf)) line(failure);
  const passed = runs.reduce((sum, { numPassedTests }) => sum + numPassedTests, 0);
  const failed = runs.reduce((sum, { numFailedTests }) => sum + numFailedTests, 0);
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  rmSync(reports, { recursive: true });
}

/** @param {string} name @returns {Report} */
function readReport(name) {
  /** @type {unknown} */
  const report = JSON.parse(readFileSync(join(reports, name), "utf8"));
  return /** @type {Report} */ (report);
}

/** The failed tests of a run, and the files that failed as a whole. @param {Report} report */
function failuresOf({ testResults }) {
  return testResults
    .filter(({ status }) => status === "failed")
    .flatMap(({ name, message, assertionResults }) => {
      const tests = assertionResults.filter(({ status }) => status === "failed");
      if (tests.length === 0) return [`\n✗ ${name}\n${message}`];
      return tests.map(({ fullName, failureMessages }) =>
        [`\n✗ ${name}: ${fullName}`, ...failureMessages].join("\n"),
      );
    });
}
