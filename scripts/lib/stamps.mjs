import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { MAIN } from "./api-process.mjs";
import { projectRoot, run } from "./processes.mjs";
import { step } from "./terminal.mjs";

/**
 * A piece of work whose result stays good as long as its inputs do: a stamp beside the result keeps
 * the hash of the inputs that it was made from.
 *
 * @typedef {object} Stamped
 * @property {string} stamp the file that keeps the hash; it goes when the result goes.
 * @property {readonly string[]} inputs files and folders.
 * @property {readonly string[]} results what must be there, too.
 */

/** @type {Stamped} */
const DEPENDENCIES = {
  stamp: "node_modules/.package-lock.sha256",
  inputs: ["package-lock.json"],
  results: ["node_modules/.package-lock.json"],
};

/** The files that generated code comes from, beside the operations. */
export const GENERATED_FROM = [
  "schema.graphql",
  "codegen.ts",
  "prisma.config.ts",
  "prisma/schema.prisma",
];

/** The folder of operations that generated code comes from. */
export const OPERATIONS = "client/src/operations";

/** @type {Stamped} */
const GENERATED = {
  stamp: "src/db/__generated__/.sha256",
  inputs: [
    "package-lock.json",
    ...GENERATED_FROM,
    OPERATIONS,
    "client/codegen",
    "scripts/copy-explorer.mjs",
  ],
  results: [
    "src/db/__generated__/prisma/client.ts",
    "src/graphql/__generated__/resolvers.ts",
    "client/src/__generated__/types.ts",
    "dist/public/vendor/graphiql.js",
  ],
};

/** @type {Stamped} */
const REFERENCE = {
  stamp: "dist/schema/.sha256",
  // The rule book has the words of the domain's refusals, and what REST answers with for them.
  inputs: [
    "package-lock.json",
    "schema.graphql",
    "schema",
    "src/common",
    "src/domain",
    "src/graphql/access",
    "src/graphql/described-directives.ts",
    "src/rest",
  ],
  results: ["dist/schema/index.html"],
};

/** The example page. */
const EXAMPLE = "examples/booking";

/** @type {Stamped} */
const BUILT = {
  stamp: "dist/.sha256",
  inputs: [
    ...GENERATED.inputs,
    "prisma",
    "src",
    "tsconfig.json",
    "tsconfig.build.json",
    "vite.config.ts",
    "client/src",
    EXAMPLE,
    "schema",
  ],
  results: [MAIN, "dist/src/commands/database.js", "dist/examples", ...REFERENCE.results],
};

/** The folders that the example page is made from. */
export const EXAMPLES_FROM = [EXAMPLE, `${EXAMPLE}/src`, "client/src"];

/** @type {Stamped} */
const EXAMPLES = {
  stamp: "dist/examples/.sha256",
  inputs: ["package-lock.json", "schema.graphql", "client/src", "client/codegen", EXAMPLE],
  results: ["dist/examples/booking/index.html"],
};

const npm = process.platform === "win32" ? "npm.cmd" : "npm";

/** Installs what package-lock.json names, unless that is what is installed. @returns {Promise<void>} */
export function ensureDependencies() {
  return step("dependencies", async (say) => {
    if (isFresh(DEPENDENCIES)) return { result: undefined, summary: "up to date" };
    say("npm ci");
    const explain = "The dependencies could not be installed. npm says:";
    // Also in production: the server is built here.
    await run(npm, ["ci", "--include=dev", "--no-audit", "--no-fund"], { explain });
    stamp(DEPENDENCIES);
    return { result: undefined, summary: "installed" };
  });
}

/** Makes the code that comes from schema.graphql and schema.prisma, unless it is up to date. @returns {Promise<void>} */
export function ensureGenerated() {
  return step("generate", async (say) => {
    if (isFresh(GENERATED)) return { result: undefined, summary: "up to date" };
    say("from schema.graphql and schema.prisma");
    await run(npm, ["run", "generate"], { explain: "The code could not be generated." });
    stamp(GENERATED);
    return { result: undefined, summary: "done" };
  });
}

/** Builds the example pages, unless they are up to date. @returns {Promise<void>} */
export function ensureExamples() {
  return step("examples", async (say) => {
    if (isFresh(EXAMPLES)) return { result: undefined, summary: "up to date" };
    say("npm run examples:build");
    await run(npm, ["run", "examples:build"], { explain: "The examples could not be built." });
    stamp(EXAMPLES);
    return { result: undefined, summary: "done" };
  });
}

/** Makes the page at `/schema`, unless it is up to date. @returns {Promise<void>} */
export function ensureReference() {
  return step("reference", async (say) => {
    if (isFresh(REFERENCE)) return { result: undefined, summary: "up to date" };
    say("npm run schema:page");
    await run(npm, ["run", "schema:page"], { explain: "The reference could not be made." });
    stamp(REFERENCE);
    return { result: undefined, summary: "done" };
  });
}

/** Compiles the project to dist/, unless it is up to date. */
export function ensureBuilt() {
  return step("build", async (say) => {
    if (isFresh(BUILT)) return { result: undefined, summary: "up to date" };
    say("npm run build");
    await run(npm, ["run", "build"], { explain: "The project could not be built." });
    stamp(GENERATED);
    stamp(REFERENCE);
    stamp(EXAMPLES);
    stamp(BUILT);
    return { result: undefined, summary: "done" };
  });
}

/** @param {Stamped} work */
function isFresh({ stamp, inputs, results }) {
  const file = join(projectRoot, stamp);
  return (
    results.every((result) => existsSync(join(projectRoot, result))) &&
    existsSync(file) &&
    readFileSync(file, "utf8") === hash(inputs)
  );
}

/** @param {Stamped} work */
function stamp({ stamp, inputs }) {
  const file = join(projectRoot, stamp);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, hash(inputs));
}

/** @param {readonly string[]} inputs */
function hash(inputs) {
  const sum = createHash("sha256");
  for (const file of inputs.flatMap(filesUnder)) {
    sum
      .update(file)
      .update("\0")
      .update(readFileSync(join(projectRoot, file)))
      .update("\0");
  }
  return sum.digest("hex");
}

/** @param {string} path @returns {string[]} */
function filesUnder(path) {
  const absolute = join(projectRoot, path);
  if (!existsSync(absolute)) return [];
  if (!statSync(absolute).isDirectory()) return [path];
  return readdirSync(absolute)
    .filter((name) => name !== "__generated__")
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}
