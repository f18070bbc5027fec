/** A change of a source file that removes a mechanism. */
export interface Patch {
  /** From the root of the project. */
  file: string;
  /** What is replaced; must match exactly once in the file. */
  find: RegExp;
  /** `$&` stands for what is replaced. */
  replacement: string;
}

/**
 * The mechanisms whose absence the proof must detect, each with the changes that remove it and nothing
 * else.
 */
export const MECHANISMS = {
  /** Searches for overlaps before it takes the doctor's lock, as systems that double-book do. */
  booking: [
    {
      file: "src/domain/appointments/book-batch.ts",
      find: /lockDoctors\(tx, ids\)/g,
      replacement: "lockDoctors({ ...tx, execute: async () => ({}) } as never, ids)",
    },
    {
      file: "src/domain/appointments/book-batch.ts",
      find: /const written = await insertAppointments\(/g,
      replacement:
        "await lockDoctors(tx, accepted.map(({ appointment }) => appointment.doctorId)); $&",
    },
  ],
  /** Holding a time does not take the doctor's lock. */
  holds: [
    {
      file: "src/domain/holds/hold.ts",
      find: /lockDoctors\(tx, \[/g,
      replacement: "lockDoctors({ ...tx, execute: async () => ({}) } as never, [",
    },
  ],
  /** Time off and schedules do not take the doctor's lock. */
  hours: [
    {
      file: "src/domain/schedules/exceptions.ts",
      find: /await lockDoctor\(tx, id\)/g,
      replacement: "await tx.doctor.findUnique({ where: { id } })",
    },
    {
      file: "src/domain/schedules/publish.ts",
      find: /await lockDoctor\(tx, doctorId\)/g,
      replacement: "await tx.doctor.findUnique({ where: { id: doctorId } })",
    },
  ],
  /** Inputs are not checked against their limits. */
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
      find: /MAX_BODY_BYTES = 64 \* 1024/g,
      replacement: "MAX_BODY_BYTES = 64 * 1024 * 1024",
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
  /** A response may have any size. */
  answer: [
    {
      file: "src/graphql/plugins/response-size.ts",
      find: /MAX_BYTES = 4 \* 1024 \* 1024/g,
      replacement: "MAX_BYTES = Infinity",
    },
  ],
  /** A slot is held until the client has received the whole response. */
  places: [
    {
      file: "src/http/load-limit.ts",
      find: /if \(!answer\[JOB\]\) return;\n\s*queue\.release/g,
      replacement: "if (!answer[JOB] || !answer.writableFinished) return; queue.release",
    },
    {
      file: "src/http/load-limit.ts",
      find: /if \(this\[JOB\]\) queue\.cancel\(this\[JOB\]\);/g,
      replacement: "if (this[JOB]) { queue.release(this[JOB]); queue.cancel(this[JOB]); }",
    },
  ],
  /** A slot is taken before the body has arrived. */
  senders: [
    {
      file: "src/http/load-limit.ts",
      find: /else if \(!hasBody\(request\)\)/g,
      replacement: "else if (hasBody(request) || !hasBody(request))",
    },
  ],
  /** One client may use all resources. */
  shares: [
    {
      file: "src/http/clients.ts",
      find: /address === null \|\| held </g,
      replacement: "address !== '' || held <",
    },
  ],
  /** The requests of one connection are all handled at once. */
  pipelining: [
    {
      file: "src/http/connections.ts",
      find: /if \(!connection\.current\) begin/g,
      replacement: "if (connection) begin",
    },
  ],
  /** Sockets that accept nothing are kept open. */
  sockets: [
    {
      file: "src/http/slow-sockets.ts",
      find: /if \(!isTooLate && total <= maxBufferedBytes\) continue;/g,
      replacement: "if (total >= 0) continue;",
    },
  ],
  /** HEAD reads the whole list. */
  heads: [
    {
      file: "src/rest/index.ts",
      find: /if \(request\.method === "HEAD"\) return/g,
      replacement: "if (request.method === '') return",
    },
  ],
  /** Parsed and compiled documents are kept forever. */
  documents: [
    {
      file: "src/graphql/document-store.ts",
      find: /MAX_UNKNOWN_DOCUMENTS = 500/g,
      replacement: "MAX_UNKNOWN_DOCUMENTS = 1e9",
    },
    {
      file: "src/graphql/compiled/compiled-queries.ts",
      find: /MAX_STEPS_KEPT = 10_000/g,
      replacement: "MAX_STEPS_KEPT = Infinity",
    },
  ],
  /** Statements have no time limit. */
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
  /** A compiled query that fails is run again. */
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
 * @throws Error if a pattern does not match exactly once, because the source has changed.
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
