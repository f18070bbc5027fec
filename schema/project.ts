import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildASTSchema, buildSchema, parse, type GraphQLSchema } from "graphql";
import { z } from "zod";
import { describeDirectives } from "../src/graphql/described-directives.js";
import { sha256 } from "../src/common/sha256.js";
import { accessPage } from "./access-page.js";
import { toHtml } from "./html.js";
import { manifestOf } from "./manifest.js";
import { toMarkdown } from "./markdown.js";
import { readMigrationNotes, type MigrationNote } from "./migration-notes.js";
import { readRegistry, type Registry } from "./operations.js";
import { pictureOf } from "./picture.js";
import { referenceOf } from "./reference.js";

/** A released schema in schema/releases/. */
export interface Release {
  version: string;
  schema: GraphQLSchema;
}

/** What the commands work on: the schema and its related files. */
export interface Project {
  /** The folder of package.json. */
  root: string;
  version: string;
  sdl: string;
  schema: GraphQLSchema;
  /** The last release. */
  release: Release;
  notes: MigrationNote[];
  registries: Registry[];
}

/** A generated file. */
export interface GeneratedFile {
  path: string;
  text: string;
}

export const NOTES = "schema/migration-notes.json";
export const RELEASES = "schema/releases";

const packageSchema = z.object({ version: z.string() });
const foldersSchema = z.array(z.string().min(1));

/**
 * Reads the project.
 *
 * @param folders folders of operations, in addition to those in schema/operations.json.
 */
export function readProject(root: string, folders: readonly string[] = []): Project {
  const read = (path: string) => readFileSync(join(root, path), "utf8");
  const json = (path: string): unknown => JSON.parse(read(path));
  const sdl = read("schema.graphql");
  const schema = buildSchema(sdl);
  const listed = foldersSchema.parse(json("schema/operations.json"));
  const version = lastVersion(join(root, RELEASES));
  return {
    root,
    version: packageSchema.parse(json("package.json")).version,
    sdl,
    schema,
    release: { version, schema: buildSchema(read(`${RELEASES}/${version}.graphql`)) },
    notes: readMigrationNotes(read(NOTES)),
    registries: [...listed, ...folders].map((folder) => readRegistry(root, folder, schema)),
  };
}

/** The committed files of the reference, for readers of the repository on the web. */
export async function referenceFiles(project: Project): Promise<GeneratedFile[]> {
  const { reference, picture } = await makeReference(project);
  return [
    { path: "docs/schema/README.md", text: toMarkdown(reference, project.notes) },
    { path: "docs/schema/graph.svg", text: picture.file },
    { path: "docs/schema/access.md", text: accessPage(project.schema, reference) },
  ];
}

/** The reference as the page at `/schema`, which the build makes. */
export async function referencePage(project: Project): Promise<GeneratedFile> {
  const { reference, picture } = await makeReference(project);
  return { path: "dist/schema/index.html", text: toHtml(reference, project.notes, picture) };
}

async function makeReference({ sdl, version }: Project) {
  const schema = buildASTSchema(describeDirectives(parse(sdl)));
  return {
    reference: referenceOf(schema, version, sha256(sdl)),
    picture: await pictureOf(schema),
  };
}

/** The manifest of trusted documents. */
export const manifestFile = ({ registries }: Project): GeneratedFile => ({
  path: "schema/trusted-documents.json",
  text: manifestOf(registries.flatMap(({ operations }) => operations)),
});

function lastVersion(folder: string): string {
  const order = new Intl.Collator("en", { numeric: true }).compare;
  const versions = readdirSync(folder).map((name) => name.replace(/\.graphql$/, ""));
  const last = versions.sort(order).at(-1);
  if (last === undefined) throw new Error(`${RELEASES} holds no release.`);
  return last;
}
