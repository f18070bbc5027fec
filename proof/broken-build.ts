import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../scripts/lib/processes.mjs";

interface Change {
  /** A file under dist/src/domain. */
  file: string;
  /** Code that stands there just once. */
  code: string;
  instead: string;
}

/** The two ways in which a visit is booked, each so that it looks for overlaps before it has the lock. */
const CHANGES: Record<Breakage, readonly Change[]> = {
  transaction: [
    {
      file: "appointments.js",
      code: "const doctor = await lockDoctor(tables, doctorId);",
      instead: "const doctor = await tables.doctor.findUnique({ where: { id: doctorId } });",
    },
    {
      file: "appointments.js",
      code: "return done(await tables.appointment.create({ data }));",
      instead:
        "await lockDoctor(tables, doctorId); return done(await tables.appointment.create({ data }));",
    },
    // All bookings go this way.
    { file: "appointments.js", code: "return await desk(booking);", instead: "return null;" },
  ],
  desk: [
    {
      file: "booking-desk.js",
      code: "UPDATE doctors SET booking_lock = booking_lock + 1 WHERE id = ${doctorId} AND is_active",
      instead: "DO ${doctorId}",
    },
    {
      file: "booking-desk.js",
      code: "SET @is_bookable = ROW_COUNT()",
      instead: "SET @is_bookable = (SELECT is_active FROM doctors WHERE id = ${doctorId})",
    },
  ],
};

export const BREAKAGES = ["transaction", "desk"] as const;
export type Breakage = (typeof BREAKAGES)[number];

/**
 * A copy of the compiled API that looks for overlaps before it has the doctor's lock, as systems do that
 * double-book. A proof that does not find that out is worth nothing.
 *
 * @returns its main file.
 */
export function breakBuild(breakage: Breakage): string {
  const folder = join(projectRoot, ".local", "broken-build");
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(projectRoot, "dist"), folder, { recursive: true });
  for (const { file, code, instead } of CHANGES[breakage]) {
    const path = join(folder, "src", "domain", file);
    writeFileSync(path, replaceOnce(readFileSync(path, "utf8"), code, instead));
  }
  return join(folder, "src", "main.js");
}

function replaceOnce(text: string, code: string, instead: string): string {
  const pieces = text.split(code);
  if (pieces.length !== 2) throw new Error(`Not just once in the compiled booking: ${code}`);
  return pieces.join(instead);
}
