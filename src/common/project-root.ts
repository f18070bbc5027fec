import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The folder of package.json, whether this code runs from `src/` or, built, from `dist/`. Paths of files that are read at run
 * time (schema.graphql, prisma/migrations) are relative to it.
 */
export const projectRoot = findProjectRoot(dirname(fileURLToPath(import.meta.url)));

/** Reads a text file. @param path relative to the root of the project. */
export const readProjectFile = (path: string): string =>
  readFileSync(join(projectRoot, path), "utf8");

/** The version in package.json. */
export const { version: projectVersion } = JSON.parse(readProjectFile("package.json")) as {
  version: string;
};

function findProjectRoot(folder: string): string {
  return existsSync(join(folder, "package.json")) ? folder : findProjectRoot(dirname(folder));
}
