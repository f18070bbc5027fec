// npm run test:browser: tests the pages in a real browser. Arguments after `--` are passed to Vitest.
import { provideBrowser } from "./lib/browser.mjs";
import { runTests } from "./lib/tests.mjs";
import { runCommand } from "./lib/terminal.mjs";

await runCommand(async () => {
  const path = await provideBrowser();
  return runTests("browser", { CHROMIUM_PATH: path });
});
