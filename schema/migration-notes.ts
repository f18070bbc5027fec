import { z } from "zod";

/** A break of the contract that is meant, and what callers do about it. */
export type MigrationNote = z.infer<typeof noteSchema>;

/** The version of a note whose change is not released yet. */
export const NEXT = "next";

const noteSchema = z.strictObject({
  /** The version that breaks it: `next` until `npm run schema:release` puts the number here. */
  version: z.string().regex(/^(next|\d+\.\d+\.\d+)$/, "is neither next nor a version"),
  /** Kind and place of the change, as `npm run schema:check` prints them: `FIELD_REMOVED Doctor.specialty`. */
  change: z.string().regex(/^[A-Z_]+ \S+$/, "is no KIND and Place.of.the.change"),
  why: z.string().min(10),
  instead: z.string().min(10),
});

/**
 * Reads `schema/migration-notes.json`.
 *
 * @throws Error with all that is wrong with it.
 */
export function readMigrationNotes(text: string): MigrationNote[] {
  const result = z.array(noteSchema).safeParse(JSON.parse(text));
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  throw new Error(`The migration notes are invalid:\n  ${faults.join("\n  ")}`);
}
