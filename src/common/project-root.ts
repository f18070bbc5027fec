import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The folder that holds package.json, whether this runs from `src/` or, built, from a folder of `dist/`.
 * Files that are read at run time (schema.graphql, prisma/migrations) are found from here.
 */
export const projectRoot = findProjectRoot(dirname(fileURLToPath(import.meta.url)));

/** The text of a file that is read at run time. @param path from that folder on. */
export const readProjectFile = (path: string): string =>
  readFileSync(join(projectRoot, path), "utf8");

/** The version that package.json gives. */
export const { version: projectVersion } = JSON.parse(readProjectFile("package.json")) as {
  version: string;
};

function findProjectRoot(folder: string): string {
  return existsSync(join(folder, "package.json")) ? folder : findProjectRoot(dirname(folder));
}
