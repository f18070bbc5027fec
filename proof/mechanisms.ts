/** A change of a source file that takes a mechanism out of it. */
export interface Patch {
  /** From the root of the project. */
  file: string;
  /** What is replaced; it stands in the file exactly once. */
  find: RegExp;
  /** `$&` stands for what is replaced. */
  replacement: string;
}

/**
 * The mechanisms that the proof must miss where they are gone: each with the changes that break it, and
 * nothing else.
 */
export const MECHANISMS = {
  /** Looks for overlaps first and takes the doctor's lock afterwards, as systems do that double-book. */
  booking: [
    {
      file: "src/domain/book-together.ts",
      find: /lockDoctors\(\s*session,\s*visits/g,
      replacement: "lockDoctors({ ...session, execute: async () => ({}) } as never, visits",
    },
    {
      file: "src/domain/book-together.ts",
      find: /const written = await insertAppointments\(/g,
      replacement: "await lockDoctors(session, accepted.map(({ visit }) => visit.doctorId)); $&",
    },
  ],
} satisfies Record<string, readonly Patch[]>;

export type MechanismName = keyof typeof MECHANISMS;
export const MECHANISM_NAMES = Object.keys(MECHANISMS) as MechanismName[];

/**
 * The source of a file without these mechanisms.
 *
 * @param file from the root of the project.
 * @throws Error if what is to be replaced does not stand there exactly once: the source has moved on.
 */
export function breakSource(
  file: string,
  source: string,
  mechanisms: readonly MechanismName[],
): string {
  const patches: readonly Patch[] = mechanisms.flatMap((name) => MECHANISMS[name]);
  return patches
    .filter((patch) => patch.file === file)
    .reduce((code, { find, replacement }) => {
      const count = code.match(find)?.length ?? 0;
      if (count !== 1) throw new Error(`${count} times in ${file}, not once: ${find.source}`);
      return code.replace(find, replacement);
    }, source);
}
