// npm run test:mutation: changes the domain's code in small ways, one at a time, and looks whether its tests notice.
// It takes more than an hour, so it runs at night; `-- --part doctors` does one part, and `-- --files
// src/domain/text.ts` some files of it. docs/mutation-testing.md lists the changes that no test can notice.
import { parseArgs } from "node:util";
import { provideTestDatabase } from "./lib/database.mjs";
import { prepareEnvironment } from "./lib/environment.mjs";
import { Failure } from "./lib/failure.mjs";
import { ensureDependencies, ensureGenerated } from "./lib/stamps.mjs";
import { line, runCommand } from "./lib/terminal.mjs";

/** The least share of the changes that tests must notice. */
const LEAST_SCORE = 0.85;

/**
 * The parts of src/domain, each with the tests that stand beside it: a test that passes by from afar does not count.
 *
 * @type {Record<string, { files: readonly string[], tests: string }>}
 */
const PARTS = {
  // Whatever books or moves an appointment answers repeats.
  appointments: folder("appointments", "idempotency"),
  doctors: folder("doctors"),
  idempotency: folder("idempotency"),
  patients: folder("patients"),
  reading: folder("reading"),
  shared: {
    files: ["src/domain/*.ts", "!src/domain/audit.ts"],
    tests: "tests/domain/!(audit).test.ts",
  },
  audit: { files: ["src/domain/audit.ts"], tests: "tests/domain/audit.test.ts" },
};

/** @param {string} name @param {...string} others folders whose tests are about it, too. */
function folder(name, ...others) {
  const folders = [name, ...others].map((each) => `tests/domain/${each}/**/*.test.ts`);
  const tests = [...folders, "tests/domain/changes.test.ts"].join();
  return { files: [`src/domain/${name}/**/*.ts`], tests };
}

/** @typedef {{ noticed: number, all: number }} Score */

await runCommand(async () => {
  const { parts, files } = chosen();
  prepareEnvironment();
  await ensureDependencies();
  await ensureGenerated();
  const database = await provideTestDatabase();
  try {
    process.env["DATABASE_URL"] = database.url;
    /** @type {[string, Score][]} */
    const scores = [];
    for (const name of parts) scores.push([name, await scoreOf(name, files)]);
    const total = {
      noticed: scores.reduce((sum, [, { noticed }]) => sum + noticed, 0),
      all: scores.reduce((sum, [, { all }]) => sum + all, 0),
    };
    line("");
    for (const [name, score] of [...scores, /** @type {const} */ (["total", total])]) {
      line(`${name.padEnd(13)} ${asText(score)}`);
    }
    return total.noticed >= LEAST_SCORE * total.all ? 0 : 1;
  } finally {
    await database.release();
  }
});

/** @throws {Failure} if the command line names a part that is not there. */
function chosen() {
  const options = /** @type {const} */ ({ part: { type: "string" }, files: { type: "string" } });
  const { part, files } = parseArgs({ options }).values;
  const parts = part?.split(",") ?? Object.keys(PARTS);
  const unknown = parts.find((name) => !Object.hasOwn(PARTS, name));
  if (unknown !== undefined) {
    throw new Failure(`There is no part ${unknown}, but ${Object.keys(PARTS).join(", ")}.`);
  }
  return { parts, files: files?.split(",") };
}

/**
 * @param {string} name
 * @param {readonly string[] | undefined} files instead of all of the part.
 * @returns {Promise<Score>}
 */
async function scoreOf(name, files) {
  const part = /** @type {(typeof PARTS)[string]} */ (PARTS[name]);
  process.env["MUTATION_TESTS"] = part.tests;
  const { Stryker } = await import("@stryker-mutator/core");
  const report = `.local/mutation/${name}`;
  const stryker = new Stryker({
    mutate: [...(files ?? part.files)],
    testRunner: "vitest",
    plugins: ["@stryker-mutator/vitest-runner"],
    // Which tests reach which change is found out from the tests, not from the imports of their files.
    vitest: { configFile: "vitest.mutation.config.ts", related: false },
    coverageAnalysis: "perTest",
    ignorePatterns: [".local", "dist", "coverage", "docs", "bench", "proof", "examples", "public"],
    concurrency: 1,
    // A transaction that always conflicts gives up after six seconds.
    timeoutMS: 10_000,
    reporters: ["progress-append-only", "clear-text", "html", "json"],
    clearTextReporter: { allowColor: false, logTests: false },
    htmlReporter: { fileName: `${report}.html` },
    jsonReporter: { fileName: `${report}.json` },
    tempDirName: ".local/mutation/sandbox",
  });
  const mutants = await stryker.runMutationTest();
  const isNoticed = mutants.map(({ status }) => status === "Killed" || status === "Timeout");
  const isCounted = mutants.filter(
    ({ status }) => !["CompileError", "RuntimeError", "Ignored"].includes(status),
  );
  return { noticed: isNoticed.filter(Boolean).length, all: isCounted.length };
}

/** @param {Score} score */
function asText({ noticed, all }) {
  return `${noticed} of ${all} changes were noticed: ${((100 * noticed) / all).toFixed(1)} %`;
}
