import { join } from "node:path";
import { build, type Plugin } from "vite";
import { projectRoot } from "../scripts/lib/processes.mjs";

const LOCK = /lockDoctors\(\s*session,\s*visits/g;
const READ = "lockDoctors({ ...session, execute: async () => ({}) } as never, visits";
const WRITE = /const written = await insertAppointments\(/g;
const LATE_LOCK = "await lockDoctors(session, accepted.map(({ visit }) => visit.doctorId));";

/**
 * A build of the API that looks for overlaps first and takes the doctor's lock afterwards, as systems do
 * that double-book. A proof that does not find that out is worth nothing.
 *
 * @returns its main file.
 */
export async function breakBuild(): Promise<string> {
  const outDir = join(projectRoot, ".local", "broken-build");
  const broken: string[] = [];
  const breaking: Plugin = {
    name: "break-booking",
    enforce: "pre",
    transform(code, id) {
      if (!id.endsWith("/src/domain/book-together.ts")) return null;
      broken.push(id);
      const late = replaceOnce(code, LOCK, READ);
      return { code: replaceOnce(late, WRITE, `${LATE_LOCK} $&`), map: null };
    },
  };
  await build({ root: projectRoot, logLevel: "warn", plugins: [breaking], build: { outDir } });
  if (broken.length !== 1) throw new Error("The booking was not found, so it was not broken.");
  return join(outDir, "main.js");
}

/** @param replacement in which `$&` stands for what is replaced. */
function replaceOnce(code: string, part: RegExp, replacement: string): string {
  const count = code.match(part)?.length ?? 0;
  if (count !== 1) throw new Error(`${count} times in the booking, not once: ${part.source}`);
  return code.replace(part, replacement);
}
