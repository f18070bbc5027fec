import { join, relative } from "node:path";
import { build, type Plugin } from "vite";
import { projectRoot } from "../scripts/lib/processes.mjs";
import { breakSource, MECHANISMS, type MechanismName, type Patch } from "./mechanisms.js";

/**
 * A build of the API without these mechanisms. A proof that does not detect this is worthless.
 *
 * @returns its main file.
 */
export async function breakBuild(mechanisms: readonly MechanismName[]): Promise<string> {
  const outDir = join(projectRoot, ".local", "broken-build");
  const patches: readonly Patch[] = mechanisms.flatMap((name) => MECHANISMS[name]);
  const missing = new Set(patches.map(({ file }) => file));
  const breaking: Plugin = {
    name: "break-mechanisms",
    enforce: "pre",
    transform(code, id) {
      const file = relative(projectRoot, id);
      if (!patches.some((patch) => patch.file === file)) return null;
      missing.delete(file);
      return { code: breakSource(file, code, mechanisms), map: null };
    },
  };
  await build({ root: projectRoot, logLevel: "warn", plugins: [breaking], build: { outDir } });
  if (missing.size > 0)
    throw new Error(`Not broken, for they are not built: ${[...missing].join(", ")}`);
  return join(outDir, "main.js");
}
