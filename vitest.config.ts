import { defineConfig } from "vitest/config";
import { resolve } from "./vite.config.js";

export default defineConfig({
  resolve,
  test: {
    projects: [
      {
        extends: true,
        test: { name: "api", include: ["tests/**/*.test.ts"], exclude: ["tests/browser/**"] },
      },
      { extends: true, test: { name: "browser", include: ["tests/browser/**/*.test.ts"] } },
    ],
    globalSetup: "tests/support/global-setup.ts",
    // They wait for the database more than they compute.
    maxWorkers: 4,
    // The files of a worker share its modules, whose loading took a third of the time of all tests.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts", "prisma/seed.ts"],
      // The entry points are tested in processes of their own, which the counter does not see.
      exclude: ["**/__generated__/**", "src/main.ts", "src/commands/**", "src/logger.ts"],
      reporter: [["text", { skipFull: true }], "html"],
      thresholds: { lines: 90, functions: 90, statements: 90, branches: 90 },
    },
  },
});
