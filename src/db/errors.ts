import { getSystemErrorMap } from "node:util";

/** The database is unreachable or too busy. Nothing was written; the same request may be sent again. */
export class ServiceUnavailable extends Error {
  override readonly name = "ServiceUnavailable";
}

/**
 * A statement exceeded its time limit, or an administrator ended it. Nothing was written. The same request may be sent
 * again, but is likely to take as long, so it is not retried automatically.
 */
export class StatementTimeout extends Error {
  override readonly name = "StatementTimeout";
}

/**
 * The connection was lost during a COMMIT, which may or may not have succeeded. A caller without an idempotency key must
 * check before trying again.
 */
export class OutcomeUnknown extends Error {
  override readonly name = "OutcomeUnknown";
}

/** Thrown inside a transaction to roll it back and retry it, because a concurrent write came first. */
export class WriteConflict extends Error {
  override readonly name = "WriteConflict";
}

/**
 * What a database error means for the work that encountered it:
 * - `conflict`: another transaction came first; this one was or will be rolled back. Retry.
 * - `unavailable`: no statement was executed: there is no connection, or the server cannot serve us in its state.
 * - `disconnected`: the connection was lost while a statement was running.
 * - `timeout`: a statement was ended before it completed.
 * - `constraint`: a unique or foreign key rejected the row.
 * - `unknown`: it is not known whether the transaction was committed.
 * - `other`: a defect of this program; a retry does not help.
 */
export type DatabaseErrorKind =
  "conflict" | "unavailable" | "disconnected" | "timeout" | "constraint" | "unknown" | "other";

/** Errors after which uncommitted work may be retried. */
export const RETRYABLE: ReadonlySet<DatabaseErrorKind> = new Set([
  "conflict",
  "unavailable",
  "disconnected",
]);

// Error numbers of MySQL, MariaDB and (from 45000 on) the mariadb driver.
const CODES: Partial<Record<DatabaseErrorKind, readonly number[]>> = {
  conflict: [
    1213, // deadlock; on a cluster also a lost certification
    1205, // lock wait timeout
    1020, // record has changed since last read (innodb_snapshot_isolation)
    1467, // a deadlock, as MariaDB reports it from INSERT ... SELECT
    3101, // MySQL's group replication has rolled the transaction back
  ],
  unavailable: [
    // The server, the user or the host has reached its maximum of connections.
    ...[1040, 1203, 1226, 1129],
    // The account is rejected: wrong password or host, unsupported authentication, locked or expired.
    ...[1045, 1130, 1251, 1524, 1698, 1820, 1862, 3118, 3159, 3955, 4151],
    // The account has no access to the database, a table or a column, or they do not exist.
    ...[1044, 1142, 1143, 1227, 1370, 1046, 1049, 1146],
    // The server or the transaction is read-only, or a backup has locked it.
    ...[1223, 1290, 1792, 1836],
    // The node is not in its cluster's majority, is starting, or is offline.
    ...[1047, 3032, 3100, 3168],
    // The server is out of memory, threads or disk space.
    ...[1021, 1026, 1037, 1038, 1041, 1114, 1135, 1206, 1637],
    // The handshake failed, for example because another program uses the port.
    ...[1042, 1043, 1156, 45008, 45011, 45012, 45023, 45024, 45025, 45030, 45039, 45044],
    // The pool has no connection within acquireTimeout, or is being closed.
    ...[45027, 45028, 45035, 45037],
  ],
  disconnected: [
    1180, // COMMIT on a node that was cut off from its cluster
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

/** Errors of the operating system, by name, because their (negative) numbers differ between systems. */
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

/** The numbers of system errors by name: some errors have only a name, some only a number. */
const SYSTEM_ERROR_NUMBERS: ReadonlyMap<unknown, number> = new Map(
  [...getSystemErrorMap()].flatMap(([number, [name]]) =>
    // Node uses its own name for this one.
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

/** Whether the error only reports a lost connection to the database. */
export const isLostConnection = (error: unknown): boolean =>
  databaseErrorKind(error) === "disconnected";

/**
 * The error number of the server or the driver, wherever Prisma has put it. Prisma's own P-codes do not help: one of them
 * stands for every error that Prisma does not know, and errors of COMMIT have none.
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
  // Prisma reports a write conflict at COMMIT by its kind, sometimes without a number.
  if (
    code === undefined &&
    property(property(error, "cause"), "kind") === "TransactionWriteConflict"
  ) {
    return 1213;
  }
  return code;
}

/**
 * The parts of an error that may be logged. Messages of the database, Prisma and graphql-js are left out, because they
 * quote values.
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
