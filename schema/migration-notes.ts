import { z } from "zod";

/** An intended breaking change, with instructions for callers. */
export type MigrationNote = z.infer<typeof noteSchema>;

/** The version of a note whose change is not released yet. */
export const NEXT = "next";

const noteSchema = z.strictObject({
  /** The version of the change: `next` until `npm run schema:release` replaces it. */
  version: z.string().regex(/^(next|\d+\.\d+\.\d+)$/, "is neither next nor a version"),
  /** The kind and place of the change, as printed by `npm run schema:check`: `FIELD_REMOVED Doctor.specialty`. A role is a third part. */
  change: z.string().regex(/^[A-Z_]+ \S+( [A-Z_]+)?$/, "is no KIND and Place.of.the.change"),
  why: z.string().min(10),
  instead: z.string().min(10),
});

/**
 * Reads `schema/migration-notes.json`.
 *
 * @throws Error that lists all faults.
 */
export function readMigrationNotes(text: string): MigrationNote[] {
  const result = z.array(noteSchema).safeParse(JSON.parse(text));
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  throw new Error(`The migration notes are invalid:\n  ${faults.join("\n  ")}`);
}
