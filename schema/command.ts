import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { projectRoot } from "../src/common/project-root.js";
import { describeChanges } from "./changes.js";
import { checkProject } from "./check.js";
import {
  manifestFile,
  readProject,
  referenceFiles,
  referencePage,
  type GeneratedFile,
  type Project,
} from "./project.js";
import { NotReleasable, release } from "./release.js";

/**
 * Runs `docs`, `documents`, `page`, `check` or `release [VERSION]`.
 *
 * @param say called with each line of output.
 * @returns the exit code.
 */
export async function runSchemaCommand(
  args: readonly string[],
  say: (line: string) => void,
): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      // A folder in addition to those in schema/operations.json.
      operations: { type: "string", multiple: true, default: [] },
      // Lists every change that breaks nobody, instead of their counts.
      all: { type: "boolean", default: false },
      // The root of another project; used by tests.
      root: { type: "string", default: projectRoot },
    },
  });
  const [verb, wanted] = positionals;
  const read = () => readProject(values.root, values.operations);
  const write = (files: readonly GeneratedFile[]) => {
    for (const { path, text } of files) {
      mkdirSync(dirname(join(values.root, path)), { recursive: true });
      writeFileSync(join(values.root, path), text);
      say(path);
    }
    return 0;
  };
  try {
    switch (verb) {
      case "docs":
        return write(await referenceFiles(read()));
      case "documents":
        return write([manifestFile(readable(read()))]);
      case "page":
        return write([await referencePage(read())]);
      case "check":
        return await check(read(), values.all, say);
      case "release": {
        const version = await release(readable(read()), wanted);
        const moved = read();
        write([...(await referenceFiles(moved)), manifestFile(moved)]);
        say(`The schema is released as ${version}. Commit that, and tag it.`);
        return 0;
      }
      default:
        say(
          "Usage: npm run schema:docs | schema:documents | schema:page | schema:check | schema:release",
        );
        return 2;
    }
  } catch (error) {
    if (!(error instanceof NotReleasable)) throw error;
    say(error.message);
    return 1;
  }
}

async function check(
  project: Project,
  wantsAll: boolean,
  say: (line: string) => void,
): Promise<number> {
  const { faults, changes, notices } = await checkProject(project);
  for (const notice of [...describeChanges(changes, wantsAll), ...notices]) say(`· ${notice}`);
  for (const fault of faults) say(`✗ ${fault}`);
  if (faults.length === 0) say(`✓ No caller of ${project.release.version} breaks.`);
  return faults.length === 0 ? 0 : 1;
}

/** The project. @throws Error if operations are invalid, because the manifest would lack them. */
function readable(project: Project): Project {
  const faults = project.registries.flatMap((registry) => registry.faults);
  if (faults.length > 0) throw new NotReleasable(faults.join("\n"));
  return project;
}
