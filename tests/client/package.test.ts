import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { projectRoot } from "../../src/common/project-root.js";
import { declaredRefusals } from "../../src/graphql/declared-refusals.js";
import { schema } from "../support/declared-refusals.js";

const run = promisify(execFile);
const NAME = "patient-encounter-system-client";
const TYPESCRIPT = join(projectRoot, "node_modules/typescript/bin/tsc");

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "client-package-"));
  await run("npm", ["run", "client:build"], { cwd: projectRoot });
  await run("npm", ["pack", join(projectRoot, "client"), "--pack-destination", folder]);
  const { version } = await packageJson(projectRoot);
  await newProject("empty");
  const tarball = join(folder, `${NAME}-${version}.tgz`);
  await run("npm", ["install", "--offline", "--no-audit", "--no-fund", tarball], {
    cwd: join(folder, "empty"),
  });
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

async function packageJson(project: string) {
  return JSON.parse(await readFile(join(project, "package.json"), "utf8")) as {
    version: string;
    dependencies?: Record<string, string>;
  };
}

/** A project of a stranger, who is strict. */
async function newProject(name: string, options: object = {}): Promise<void> {
  await mkdir(join(folder, name));
  const compilerOptions = {
    target: "es2022",
    lib: ["es2022", "dom"],
    module: "nodenext",
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    ...options,
  };
  await writeFile(join(folder, name, "package.json"), '{ "type": "module", "private": true }');
  await writeFile(join(folder, name, "tsconfig.json"), JSON.stringify({ compilerOptions }));
}

/** What the compiler has to say about these files of a project; nothing if they are right. */
async function typeCheck(project: string, files: Record<string, string>): Promise<string> {
  const cwd = join(folder, project);
  for (const [name, text] of Object.entries(files)) await writeFile(join(cwd, name), text);
  try {
    await run(process.execPath, [TYPESCRIPT, "-p", "."], { cwd });
    return "";
  } catch (error) {
    return (error as { stdout: string }).stdout;
  } finally {
    for (const name of Object.keys(files)) await rm(join(cwd, name));
  }
}

const CODES = declaredRefusals(schema).get("bookAppointment") ?? [];

/** A handler for each refusal of a booking. */
const HANDLERS: Record<string, string> = {
  ...Object.fromEntries(CODES.map((code) => [code, "({ message }) => message"])),
  SLOT_TAKEN: "({ blocking }) => `${blocking.startsAt} to ${blocking.endsAt}`",
  DURATION_OUT_OF_RANGE:
    "({ minimumMinutes, maximumMinutes }) => `${minimumMinutes + maximumMinutes}`",
  TOO_LONG: "({ maximumLength }) => maximumLength.toFixed()",
  DOCTOR_NOT_FOUND: "({ code }) => code satisfies 'DOCTOR_NOT_FOUND'",
};

/** A booking whose refusals are handled so. */
function booking(handlers: Record<string, string>): Record<string, string> {
  const lines = Object.entries(handlers).map(([code, handler]) => `    ${code}: ${handler},`);
  return {
    "booking.ts": `import { BookAppointmentDocument, createClient, matchUserErrors } from "${NAME}";
const client = createClient({ url: "/graphql" });
export async function book(patientId: string, doctorId: string): Promise<string[]> {
  const { bookAppointment } = await client.request(BookAppointmentDocument, {
    input: { patientId, doctorId, startsAt: "2030-01-07T09:00:00Z", durationMinutes: 30 },
  });
  return matchUserErrors("bookAppointment", bookAppointment.userErrors, {
${lines.join("\n")}
  });
}
`,
  };
}

describe("the packed client, in an empty project", () => {
  it("has the version of the server, no dependencies, and only the needed files", async () => {
    const root = join(folder, "empty/node_modules");
    const { version } = await packageJson(projectRoot);
    const installed = await packageJson(join(root, NAME));
    expect(installed.version).toBe(version);
    expect(installed.dependencies).toBeUndefined();
    expect((await readdir(root)).filter((name) => !name.startsWith("."))).toEqual([NAME]);
    expect((await readdir(join(root, NAME))).sort()).toEqual([
      "LICENSE",
      "README.md",
      "dist",
      "package.json",
    ]);
  });

  it("type-checks a booking that handles all refusals", async () => {
    expect(await typeCheck("empty", booking(HANDLERS))).toBe("");
  });

  it("does not type-check if any code is missing", async () => {
    expect(CODES).toContain("SLOT_TAKEN");
    const files = CODES.map((missing) => {
      const rest = Object.entries(HANDLERS).filter(([code]) => code !== missing);
      return [`without-${missing}.ts`, booking(Object.fromEntries(rest))["booking.ts"] ?? ""];
    });
    const said = await typeCheck("empty", Object.fromEntries(files) as Record<string, string>);
    for (const code of CODES) {
      expect(said).toMatch(new RegExp(`^without-${code}\\.ts.*(\\n .*)*'${code}' is missing`, "m"));
    }
  });

  it("does not type-check a field that the refusal lacks, or a code that the mutation lacks", async () => {
    const wrong = booking({ ...HANDLERS, STARTS_IN_PAST: "({ blocking }) => blocking" });
    const strange = booking({ ...HANDLERS, EMAIL_TAKEN: "() => ''" });
    const said = await typeCheck("empty", {
      "wrong.ts": wrong["booking.ts"] ?? "",
      "strange.ts": strange["booking.ts"] ?? "",
    });
    expect(said).toMatch(/^wrong\.ts.*'blocking' does not exist/m);
    expect(said).toMatch(/^strange\.ts.*'EMAIL_TAKEN' does not exist/m);
  });

  it("does not type-check missing or wrong variables, or an unchecked null", async () => {
    const request = (line: string) =>
      `import { createClient, DoctorDocument, DoctorsDocument } from "${NAME}";
const client = createClient({ url: "/graphql" });
${line};
export type Documents = [typeof DoctorDocument, typeof DoctorsDocument];
`;
    const said = await typeCheck("empty", {
      "right.ts": request("await client.request(DoctorsDocument)"),
      "missing.ts": request("await client.request(DoctorDocument)"),
      "wrong.ts": request("await client.request(DoctorDocument, { by: { id: 7 } })"),
      "null.ts": request("(await client.request(DoctorDocument, { by: { id: '' } })).doctor.id"),
    });
    expect(said).not.toContain("right.ts");
    expect(said).toMatch(/^missing\.ts.*Expected 2-3 arguments, but got 1/m);
    expect(said).toMatch(/^wrong\.ts.*not assignable to type 'string'/m);
    expect(said).toMatch(/^null\.ts.*possibly 'null'/m);
  });

  it("runs there, from plain JavaScript", async () => {
    const script = `import { createClient, DoctorsDocument, NetworkError } from "${NAME}";
import { DoctorsDocument as node } from "${NAME}/documents";
const retries = { attempts: 1 };
const client = createClient({ url: "http://127.0.0.1:1/graphql", retries });
const error = await client.request(DoctorsDocument).catch((error) => error);
console.log(error instanceof NetworkError, node.kind);`;
    const args = ["--input-type=module", "--eval", script];
    const { stdout } = await run(process.execPath, args, { cwd: join(folder, "empty") });
    expect(stdout.trim()).toBe("true Document");
  });
});

describe("its README and ours", () => {
  it("have only snippets that compile", async () => {
    // The types of some of the others do not satisfy each other.
    await newProject("snippets", { skipLibCheck: true });
    const from = (name: string) => join(projectRoot, "node_modules", name);
    const others = ["@apollo/client", "@urql/core", "@urql/exchange-graphcache", "graphql", "rxjs"];
    const packages = Object.fromEntries(others.map((name) => [name, from(name)]));
    for (const [name, target] of Object.entries(packages)) {
      const link = join(folder, "snippets/node_modules", name);
      await mkdir(dirname(link), { recursive: true });
      await symlink(target, link);
    }
    const packed = join("node_modules", NAME);
    await cp(join(folder, "empty", packed), join(folder, "snippets", packed), { recursive: true });
    const texts = await Promise.all(
      ["client/README.md", "README.md"].map((path) => readFile(join(projectRoot, path), "utf8")),
    );
    const snippets = texts.flatMap((text) => [...text.matchAll(/^```ts\n(.*?)^```/gms)]);
    expect(snippets.length).toBeGreaterThanOrEqual(8);
    const files = snippets.map(([, text = ""], index) => [`snippet${index + 1}.ts`, text] as const);
    expect(await typeCheck("snippets", Object.fromEntries(files))).toBe("");
  });
});
