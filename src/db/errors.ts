import { getSystemErrorMap } from "node:util";

/** The database can't be reached or is too busy. Nothing was written; the same request may be sent again. */
export class ServiceUnavailable extends Error {
  override readonly name = "ServiceUnavailable";
}

/**
 * A statement took longer than it may, or an administrator has ended it. Nothing was written. The same request
 * may be sent again, but is likely to take as long: it is not repeated without being asked for.
 */
export class StatementTimeout extends Error {
  override readonly name = "StatementTimeout";
}

/**
 * The connection broke while a COMMIT was under way: it may or may not have been carried out.
 * Whoever has no idempotency key must look before trying again.
 */
export class OutcomeUnknown extends Error {
  override readonly name = "OutcomeUnknown";
}

/** Thrown inside a transaction to have it rolled back and run again: somebody else's write came first. */
export class WriteConflict extends Error {
  override readonly name = "WriteConflict";
}

/**
 * What an error of the database means for the work that met it:
 * - `conflict`: another transaction came first; this one was or will be rolled back. Run it again.
 * - `unavailable`: no statement got through (no connection, or a server that can't serve us as it is).
 * - `disconnected`: the connection was lost with a statement under way.
 * - `timeout`: a statement was ended before it was done.
 * - `constraint`: a unique or foreign key refused the row.
 * - `unknown`: whether it was committed can't be known.
 * - `other`: a defect of ours; no repetition helps.
 */
export type DatabaseErrorKind =
  "conflict" | "unavailable" | "disconnected" | "timeout" | "constraint" | "unknown" | "other";

/** What may be over when one tries again, of work that has not been committed. */
export const RETRYABLE: ReadonlySet<DatabaseErrorKind> = new Set([
  "conflict",
  "unavailable",
  "disconnected",
]);

// Numbers of MySQL, MariaDB and (from 45000 on) of the mariadb driver.
const CODES: Partial<Record<DatabaseErrorKind, readonly number[]>> = {
  conflict: [
    1213, // deadlock; on a cluster also a lost certification
    1205, // lock wait timeout
    1020, // record has changed since last read (innodb_snapshot_isolation)
    1467, // a deadlock, as MariaDB reports it from INSERT ... SELECT
    3101, // MySQL's group replication has rolled the transaction back
  ],
  unavailable: [
    // The server has no place for another connection, or for so many of this user or from this host.
    ...[1040, 1203, 1226, 1129],
    // It refuses the account: its password, its host, its way to log in, or because it is locked or expired.
    ...[1045, 1130, 1251, 1524, 1698, 1820, 1862, 3118, 3159, 3955, 4151],
    // It refuses the account this database, a table or a column; or they are gone.
    ...[1044, 1142, 1143, 1227, 1370, 1046, 1049, 1146],
    // It writes nothing now: read-only, locked by a backup, or a transaction that is read-only.
    ...[1223, 1290, 1792, 1836],
    // It is not part of its cluster's majority, or starting, or offline.
    ...[1047, 3032, 3100, 3168],
    // It has no memory, threads, or space on its disk left.
    ...[1021, 1026, 1037, 1038, 1041, 1114, 1135, 1206, 1637],
    // The handshake failed, also where the port is another program's.
    ...[1042, 1043, 1156, 45008, 45011, 45012, 45023, 45024, 45025, 45030, 45039, 45044],
    // The pool has no connection within acquireTimeout, or is being closed.
    ...[45027, 45028, 45035, 45037],
  ],
  disconnected: [
    1180, // COMMIT on a node that a split has caught
    ...[1053, 1077, 1079, 1080], // the server is shutting down
    ...[1152, 1158, 1159, 1160, 1161, 1184], // the network, as the server sees it
    ...[1927, 3169, 4031], // the server has ended the session
    45001, // connection already closed
    45004, // connection destroyed before the statement was sent
    45009, // socket closed unexpectedly
    45013, // connection already closed
    45019, // an error of the socket
    45026, // no answer within socketTimeout
  ],
  timeout: [
    1969, // MariaDB's max_statement_time
    3024, // MySQL's max_execution_time
    1317, // KILL QUERY
    1028, // one of these, in the middle of sorting
  ],
  constraint: [
    1062, // duplicate key
    1451, // foreign key: the row is referred to
    1452, // foreign key: there is no such row
  ],
};

/** Errors of the operating system; their numbers, which are negative, differ between systems. */
const SYSTEM_ERRORS: Partial<Record<DatabaseErrorKind, readonly string[]>> = {
  unavailable: [
    ...["ECONNREFUSED", "EHOSTDOWN", "EHOSTUNREACH", "ENETDOWN", "ENETUNREACH", "EADDRNOTAVAIL"],
    ...["EAI_AGAIN", "EAI_FAIL", "EAI_NODATA", "EAI_NONAME", "EMFILE", "EACCES"],
  ],
  disconnected: ["ECONNABORTED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENETRESET", "EPROTO"],
};

const kindsOf = <Code>(codes: Partial<Record<DatabaseErrorKind, readonly Code[]>>) =>
  new Map(
    (Object.keys(codes) as DatabaseErrorKind[]).flatMap((kind) =>
      (codes[kind] ?? []).map((code) => [code, kind] as const),
    ),
  );

const SYSTEM_ERROR_KINDS = kindsOf(SYSTEM_ERRORS);

/** The system's numbers by their names: some errors bring only the one, some only the other. */
const SYSTEM_ERROR_NUMBERS: ReadonlyMap<unknown, number> = new Map(
  [...getSystemErrorMap()].flatMap(([number, [name]]) =>
    // Node has a name of its own for this one.
    (name === "EAI_NONAME" ? [name, "ENOTFOUND"] : [name]).map((each) => [each, number] as const),
  ),
);

const KIND_BY_CODE: ReadonlyMap<number, DatabaseErrorKind> = new Map([
  ...kindsOf(CODES),
  ...[...getSystemErrorMap()].flatMap(([number, [name]]) => {
    const kind = SYSTEM_ERROR_KINDS.get(name);
    return kind ? [[number, kind] as const] : [];
  }),
]);

/** Classifies an error of Prisma or of the mariadb driver by the code that the server or driver gave it. */
export function databaseErrorKind(error: unknown): DatabaseErrorKind {
  if (error instanceof WriteConflict) return "conflict";
  if (error instanceof OutcomeUnknown) return "unknown";
  if (error instanceof StatementTimeout) return "timeout";
  if (error instanceof ServiceUnavailable) return "unavailable";
  const code = databaseErrorCode(error);
  const kind = code === undefined ? undefined : KIND_BY_CODE.get(code);
  if (kind !== undefined) return kind;
  if (isTransactionNotStarted(error)) return "unavailable";
  if (isTransactionExpired(error)) return "disconnected";
  return "other";
}

/** Whether the error says no more than that a connection to the database is gone. */
export const isLostConnection = (error: unknown): boolean =>
  databaseErrorKind(error) === "disconnected";

/**
 * The number that the server or the driver gave the error, wherever Prisma has put it. Prisma's own
 * P-codes are no guide: one of them stands for every error that it doesn't know, and an error of
 * COMMIT has none.
 */
export function databaseErrorCode(error: unknown): number | undefined {
  const cause = property(property(property(error, "meta"), "driverAdapterError"), "cause");
  const candidates = [
    property(cause, "originalCode"),
    property(property(error, "cause"), "originalCode"),
    property(error, "errno"),
    SYSTEM_ERROR_NUMBERS.get(property(error, "code")),
    SYSTEM_ERROR_NUMBERS.get(property(property(error, "cause"), "code")),
  ];
  const code = candidates.map(Number).find((candidate) => Number.isInteger(candidate));
  // A write conflict at COMMIT is reported by its kind, sometimes without its number.
  if (
    code === undefined &&
    property(property(error, "cause"), "kind") === "TransactionWriteConflict"
  ) {
    return 1213;
  }
  return code;
}

/**
 * What may be logged of an error: never its message where the database, Prisma or graphql-js wrote
 * it, because those quote the values they were given.
 */
export function loggableError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = databaseErrorCode(error);
  const quotesData = code !== undefined || /^(Prisma|DriverAdapter|Sql|GraphQL)/.test(error.name);
  return {
    type: error.name,
    ...(code !== undefined && { databaseErrorCode: code }),
    ...("code" in error && { code: error.code }),
    ...(!quotesData && { message: error.message }),
    stack: error.stack
      ?.split("\n")
      .filter((line) => /^\s+at /.test(line))
      .map((line) => line.trim()),
    ...(error.cause instanceof Error && { cause: loggableError(error.cause) }),
  };
}

const isTransactionNotStarted = (error: unknown): boolean =>
  property(error, "code") === "P2028" &&
  /unable to start/i.test(String(property(error, "message")));

const isTransactionExpired = (error: unknown): boolean => property(error, "code") === "P2028";

function property(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null
    ? (value as Record<string, unknown>)[name]
    : undefined;
}
