import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../scripts/lib/processes.mjs";

const LOCK = "lockDoctors(session, visits";
const READ = "lockDoctors({ ...session, execute: async () => ({}) }, visits";
const WRITE = "const written = await insertAppointments(";
const LATE_LOCK = "await lockDoctors(session, accepted.map(({ visit }) => visit.doctorId));";

/**
 * A copy of the compiled API that looks for overlaps first and takes the doctor's lock afterwards, as
 * systems do that double-book. A proof that does not find that out is worth nothing.
 *
 * @returns its main file.
 */
export function breakBuild(): string {
  const folder = join(projectRoot, ".local", "broken-build");
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(projectRoot, "dist"), folder, { recursive: true });
  const file = join(folder, "src", "domain", "book-together.js");
  const code = replaceOnce(readFileSync(file, "utf8"), LOCK, READ);
  writeFileSync(file, replaceOnce(code, WRITE, `${LATE_LOCK} ${WRITE}`));
  return join(folder, "src", "main.js");
}

function replaceOnce(code: string, part: string, replacement: string): string {
  const pieces = code.split(part);
  if (pieces.length !== 2) throw new Error(`Not just once in the compiled booking: ${part}`);
  return pieces.join(replacement);
}
