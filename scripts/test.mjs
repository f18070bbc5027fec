// npm test: all tests except those in a browser, on a throwaway database. Arguments after `--` are passed to Vitest.
import { runTests } from "./lib/tests.mjs";
import { runCommand } from "./lib/terminal.mjs";

await runCommand(() => runTests("api"));
