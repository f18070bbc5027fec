// npm test: all tests but those in a browser, on a real, throwaway database. What follows `--` goes to Vitest.
import { runTests } from "./lib/tests.mjs";
import { runCommand } from "./lib/terminal.mjs";

await runCommand(() => runTests("api"));
