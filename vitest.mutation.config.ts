import { readFileSync } from "node:fs";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { resolve } from "./vite.config.js";

/** Files of tests that need no database come first: they are done in no time, and notice most changes. */
class QuickestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const needsDatabase = ({ moduleId }: TestSpecification): boolean =>
      readFileSync(moduleId, "utf8").includes("support/domain");
    return files.toSorted(
      (one, other) => Number(needsDatabase(one)) - Number(needsDatabase(other)),
    );
  }
}

/** For `npm run test:mutation`, which says by MUTATION_TESTS which tests belong to the code that it changes. */
export default defineConfig({
  resolve,
  test: {
    include: process.env["MUTATION_TESTS"]?.split(",") ?? [],
    exclude: [
      // They set the time zone of their process, and Stryker runs tests in threads.
      "tests/domain/reading/time-zones.test.ts",
      // They take their time, for each change again.
      "tests/domain/appointments/{calendar,races,two-servers}.test.ts",
      "tests/domain/reading/search.test.ts",
    ],
    globalSetup: "tests/support/prepare-tables.ts",
    // Modules are loaded once for each change, not once for each file of tests.
    isolate: false,
    fileParallelism: false,
    sequence: { sequencer: QuickestFirst },
    testTimeout: 8_000,
    hookTimeout: 20_000,
  },
});
