import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: "tests/support/global-setup.ts",
    testTimeout: 30_000,
    hookTimeout: 30_000,
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts", "prisma/seed.ts"],
      exclude: ["**/__generated__/**"],
      reporter: [["text", { skipFull: true }], "html"],
      thresholds: { lines: 90, functions: 90, statements: 90, branches: 90 },
    },
  },
});
