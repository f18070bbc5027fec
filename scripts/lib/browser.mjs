import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { canInstall, install } from "./apt.mjs";
import { Failure } from "./failure.mjs";
import { step } from "./terminal.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const FOLDERS = [...(process.env["PATH"] ?? "").split(delimiter), "/usr/bin", "/snap/bin"];
const APPLICATIONS = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * Provides a Chromium: the one that CHROMIUM_PATH names, an installed one, or one that apt installs now.
 *
 * @returns {Promise<string>} its path.
 * @throws {Failure} that says what to do, if there is none.
 */
export function provideBrowser() {
  return step("browser", async (say) => {
    if (!find() && canInstall()) await install("a Chromium", async () => ["chromium"], say);
    const path = find();
    if (path !== undefined) return { result: path, summary: path };
    throw new Failure(
      "The browser tests need Chromium or Chrome. Install one, or run: export CHROMIUM_PATH=/path/to/chrome",
    );
  });
}

function find() {
  const given = process.env["CHROMIUM_PATH"];
  if (given && !existsSync(given)) throw new Failure(`CHROMIUM_PATH does not exist: ${given}`);
  const places = FOLDERS.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return given ?? [...places, ...APPLICATIONS].find((path) => existsSync(path));
}
