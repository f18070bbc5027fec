import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { changesBetween, faultsOfChanges, nextVersion } from "./changes.js";
import { deprecationsOf, faultsOfDeprecations, overdue } from "./deprecations.js";
import { NEXT } from "./migration-notes.js";
import { NOTES, RELEASES, type Project } from "./project.js";

/** The schema cannot be released; the message says why. */
export class NotReleasable extends Error {
  override readonly name = "NotReleasable";
}

/**
 * Releases the schema: stores it under its new version, and writes the version to package.json, its lock file, and the
 * migration notes.
 *
 * @param wanted the version, if it differs from the one that the changes require.
 * @returns the new version.
 * @throws NotReleasable if there is nothing to release, or the schema has faults.
 */
export async function release(
  project: Project,
  wanted?: string,
  now = new Date(),
): Promise<string> {
  const { root, schema, sdl, notes } = project;
  const changes = await changesBetween(project.release.schema, schema);
  const deprecations = deprecationsOf(schema);
  const faults = [
    ...faultsOfChanges(changes, notes),
    ...faultsOfDeprecations(deprecations),
    ...overdue(deprecations, now).map(
      ({ place, until }) =>
        `${place} was to stay until ${until ?? ""}. Remove it, with a migration note, or move its day.`,
    ),
  ];
  const version = wanted ?? nextVersion(project.release.version, changes);
  if (version === null) faults.push(`Nothing has changed since ${project.release.version}.`);
  else if (!isLater(version, project.release.version)) {
    faults.push(`${version} is no version after ${project.release.version}.`);
  }
  if (version === null || faults.length > 0) throw new NotReleasable(faults.join("\n"));

  const released = notes.map((note) => (note.version === NEXT ? { ...note, version } : note));
  writeFileSync(join(root, RELEASES, `${version}.graphql`), sdl);
  writeJson(join(root, NOTES), released);
  for (const file of ["package.json", "package-lock.json"]) {
    setVersion(join(root, file), project.version, version);
  }
  return version;
}

function isLater(version: string, than: string): boolean {
  if (!/^\d+\.\d+\.\d+$/.test(version)) return false;
  return version.localeCompare(than, "en", { numeric: true }) > 0;
}

/** Replaces the version of the package and leaves the rest of the file unchanged. */
function setVersion(file: string, from: string, to: string): void {
  const json = JSON.parse(readFileSync(file, "utf8")) as {
    version: string;
    packages?: Record<string, { version?: string }>;
  };
  json.version = to;
  const own = json.packages?.[""];
  if (own?.version === from) own.version = to;
  writeJson(file, json);
}

function writeJson(file: string, value: unknown): void {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}
