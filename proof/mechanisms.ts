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
      file: "src/domain/appointments/book.ts",
      find: /lockDoctors\(\s*tx,\s*visits/g,
      replacement: "lockDoctors({ ...tx, execute: async () => ({}) } as never, visits",
    },
    {
      file: "src/domain/appointments/book.ts",
      find: /const written = await insertAppointments\(/g,
      replacement: "await lockDoctors(tx, accepted.map(({ visit }) => visit.doctorId)); $&",
    },
  ],
  /** Nothing that a caller sends is held against its limits. */
  limits: [
    {
      file: "src/graphql/limits/input-limits.ts",
      find: /if \(value !== null && value !== undefined\) check\(value, null, report\);/g,
      replacement: "if (value === schema) check(value, null, report);",
    },
  ],
  /** A body may have any size. */
  bodies: [
    {
      file: "src/http/body.ts",
      find: /MOST_BODY_BYTES = 64 \* 1024/g,
      replacement: "MOST_BODY_BYTES = 64 * 1024 * 1024",
    },
  ],
  /** An operation may cost anything. */
  cost: [
    {
      file: "src/graphql/plugins/admission.ts",
      find: /const tooComplex = checkCost\(cost\);/g,
      replacement: "const tooComplex = cost.values < 0 ? checkCost(cost) : null;",
    },
  ],
  /** An answer may have any size. */
  answer: [
    {
      file: "src/graphql/plugins/response-size.ts",
      find: /MOST_BYTES = 4 \* 1024 \* 1024/g,
      replacement: "MOST_BYTES = Infinity",
    },
  ],
  /** A place is held until the whole answer has been taken. */
  places: [
    {
      file: "src/http/load-limit.ts",
      find: /if \(!answer\[JOB\]\) return;\n\s*places\.end/g,
      replacement: "if (!answer[JOB] || !answer.writableFinished) return; places.end",
    },
    {
      file: "src/http/load-limit.ts",
      find: /if \(this\[JOB\]\) places\.giveUp\(this\[JOB\]\);/g,
      replacement: "if (this[JOB]) { places.end(this[JOB]); places.giveUp(this[JOB]); }",
    },
  ],
  /** A place is taken before the body is in. */
  senders: [
    {
      file: "src/http/load-limit.ts",
      find: /else if \(!hasBody\(request\)\)/g,
      replacement: "else if (hasBody(request) || !hasBody(request))",
    },
  ],
  /** One client may have everything. */
  shares: [
    {
      file: "src/http/clients.ts",
      find: /address === null \|\| held </g,
      replacement: "address !== '' || held <",
    },
  ],
  /** The requests of one connection are all served at once. */
  pipelining: [
    {
      file: "src/http/connections.ts",
      find: /if \(!connection\.current\) begin/g,
      replacement: "if (connection) begin",
    },
  ],
  /** A socket that takes nothing is kept. */
  sockets: [
    {
      file: "src/http/slow-sockets.ts",
      find: /if \(!isTooLate && total <= mostBytes\) continue;/g,
      replacement: "if (total >= 0) continue;",
    },
  ],
  /** Of a list that is asked for with HEAD, all is read. */
  heads: [
    {
      file: "src/rest/index.ts",
      find: /if \(request\.method === "HEAD"\) return/g,
      replacement: "if (request.method === '') return",
    },
  ],
  /** Costly operations are run all at once, and so are those whose callers have gone. */
  turns: [
    {
      file: "src/graphql/plugins/admission.ts",
      find: /atATime: 1,/g,
      replacement: "atATime: Infinity,",
    },
  ],
  /** What was made of documents is kept for good. */
  documents: [
    {
      file: "src/graphql/document-store.ts",
      find: /MOST_UNKNOWN_DOCUMENTS = 500/g,
      replacement: "MOST_UNKNOWN_DOCUMENTS = 1e9",
    },
    {
      file: "src/graphql/plugins/compiled-execution.ts",
      find: /MOST_STEPS_KEPT = 10_000/g,
      replacement: "MOST_STEPS_KEPT = Infinity",
    },
  ],
  /** A statement goes on for as long as it takes. */
  statements: [
    {
      file: "src/db/pool.ts",
      find: /max_statement_time = \$\{readSeconds\}/g,
      replacement: "max_statement_time = 0",
    },
    {
      file: "src/db/connection-options.ts",
      find: /max_execution_time = \$\{[^}]*\}/g,
      replacement: "max_execution_time = 0",
    },
  ],
  /** A compiled query that has an error is run again. */
  once: [
    {
      file: "src/graphql/plugins/compiled-execution.ts",
      find: /query\.query\(undefined, contextValue, variables\);/g,
      replacement: "$& if (errors) return null;",
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
