import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { runSchemaCommand } from "../../schema/command.js";
import { projectRoot } from "../../src/common/project-root.js";

/** A copy of all files that `npm run schema:…` reads and writes, which a test may change. */
export interface SchemaProject {
  read: (path: string) => string;
  write: (path: string, text: string) => void;
  /** Replaces a text in schema.graphql, which must exist. */
  edit: (part: string, other: string) => void;
  /** Runs `npm run schema:VERB`. */
  run: (verb: string, ...args: string[]) => Promise<{ code: number; output: string }>;
}

const FILES = ["package.json", "package-lock.json", "schema.graphql", "docs/schema", "schema"];

/** Makes such a copy, with these operations in it, and removes it after the work. */
export async function withSchemaProject(
  operations: Record<string, string>,
  work: (project: SchemaProject) => Promise<void>,
): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), "schema-project-"));
  const read = (path: string) => readFileSync(join(root, path), "utf8");
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const edit = (part: string, other: string) => {
    const sdl = read("schema.graphql");
    if (!sdl.includes(part)) throw new Error(`schema.graphql has no ${part}`);
    write("schema.graphql", sdl.replace(part, other));
  };
  const run: SchemaProject["run"] = async (...args) => {
    const lines: string[] = [];
    const code = await runSchemaCommand([...args, "--root", root], (line) => lines.push(line));
    return { code, output: lines.join("\n") };
  };
  try {
    for (const file of FILES) {
      cpSync(join(projectRoot, file), join(root, file), { recursive: true });
    }
    for (const [path, text] of Object.entries(operations)) write(path, text);
    await work({ read, write, edit, run });
  } finally {
    rmSync(root, { recursive: true });
  }
}
