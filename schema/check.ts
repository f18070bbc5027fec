import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { faultsOfAccess, faultsOfUnrunnable } from "./access.js";
import { changesBetween, faultsOfChanges, faultsOfRefusals, type SchemaChange } from "./changes.js";
import { deprecationsOf, faultsOfDeprecations, overdue } from "./deprecations.js";
import { deprecatedUses, faultsOfOperations } from "./operations.js";
import { RULES } from "../src/domain/index.js";
import { faultsOfRules } from "./use-cases.js";
import { manifestFile, referenceFiles, type GeneratedFile, type Project } from "./project.js";

export interface Findings {
  /** Errors, which must be fixed. */
  faults: string[];
  /** The changes that callers may notice. */
  changes: SchemaChange[];
  /** Other information. */
  notices: string[];
}

/** Checks the schema against its last release, its operations and its generated files. */
export async function checkProject(project: Project, now = new Date()): Promise<Findings> {
  const { schema, release, notes, registries, version } = project;
  const changes = await changesBetween(release.schema, schema);
  const deprecations = deprecationsOf(schema);
  const operations = registries.flatMap((registry) => registry.operations);
  return {
    faults: [
      ...(version === release.version
        ? []
        : [
            `package.json says ${version}, and the last release is ${release.version}: \`npm run schema:release\` moves both.`,
          ]),
      ...faultsOfChanges(changes, notes),
      ...faultsOfRefusals(schema),
      ...faultsOfAccess(schema),
      ...faultsOfRules(schema, RULES),
      ...faultsOfDeprecations(deprecations),
      ...registries.flatMap(({ faults }) => faults),
      ...faultsOfOperations(schema, operations),
      ...faultsOfUnrunnable(schema, operations),
      ...(await staleFiles(project)),
    ],
    changes: changes.filter(({ effect }) => effect !== "adds"),
    notices: [
      ...overdue(deprecations, now).map(
        ({ place, until }) => `${place} was deprecated until ${until ?? ""}, which has passed.`,
      ),
      ...deprecatedUses(schema, operations),
      ...registries.map(({ folder, operations: { length } }) => `${folder}: ${length} operations`),
    ],
  };
}

async function staleFiles(project: Project): Promise<string[]> {
  // A registry with faults has no operations; reporting that, too, would be redundant.
  const isReadable = project.registries.every(({ faults }) => faults.length === 0);
  const files = [
    ...(await referenceFiles(project)).map((file) => ({ file, command: "schema:docs" })),
    ...(isReadable ? [{ file: manifestFile(project), command: "schema:documents" }] : []),
  ];
  return files
    .filter(({ file }) => !isUpToDate(project.root, file))
    .map(({ file, command }) => `${file.path} is out of date: npm run ${command}`);
}

function isUpToDate(root: string, { path, text }: GeneratedFile): boolean {
  const absolute = join(root, path);
  return existsSync(absolute) && readFileSync(absolute, "utf8") === text;
}
