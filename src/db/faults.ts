/** The database can't be reached or is too busy. Nothing was written; the same request may be sent again. */
export class ServiceUnavailable extends Error {
  override readonly name = "ServiceUnavailable";
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
 * - `unavailable`: no statement got through (no connection, read-only or non-primary node).
 * - `disconnected`: the connection was lost with a statement under way.
 * - `constraint`: a unique or foreign key refused the row.
 * - `unknown`: whether it was committed can't be known.
 * - `other`: a defect of ours; no repetition helps.
 */
export type DatabaseErrorKind =
  "conflict" | "unavailable" | "disconnected" | "constraint" | "unknown" | "other";

/** What may be over when one tries again, of work that has not been committed. */
export const MAY_PASS: ReadonlySet<DatabaseErrorKind> = new Set([
  "conflict",
  "unavailable",
  "disconnected",
]);

// Numbers of MySQL, MariaDB and (from 45000 on, and negative ones) of the mariadb driver.
const KIND_BY_CODE: ReadonlyMap<number, DatabaseErrorKind> = new Map([
  [1213, "conflict"], // deadlock; on a cluster also a lost certification
  [1205, "conflict"], // lock wait timeout
  [1020, "conflict"], // record has changed since last read (innodb_snapshot_isolation)
  [1467, "conflict"], // a deadlock, as MariaDB reports it from INSERT ... SELECT
  [1040, "unavailable"], // too many connections
  [1203, "unavailable"], // too many connections of this user
  [1047, "unavailable"], // cluster node that is not in the primary component
  [1290, "unavailable"], // server is read-only
  [1792, "unavailable"], // transaction is read-only
  [45012, "unavailable"], // no connection within connectTimeout
  [45028, "unavailable"], // no connection from the pool within acquireTimeout
  [-111, "unavailable"], // ECONNREFUSED
  [1180, "disconnected"], // COMMIT on a node that a split has caught
  [45009, "disconnected"], // socket closed unexpectedly
  [45013, "disconnected"], // connection already closed
  [45026, "disconnected"], // no answer within socketTimeout
  [-104, "disconnected"], // ECONNRESET
  [-110, "disconnected"], // ETIMEDOUT
  [-32, "disconnected"], // EPIPE
  [1062, "constraint"], // duplicate key
  [1451, "constraint"], // foreign key: the row is referred to
  [1452, "constraint"], // foreign key: there is no such row
]);

/** The socket's own errors, which reach us by name when they come between two packets. */
const SOCKET_ERRORS: ReadonlyMap<unknown, number> = new Map([
  ["EPIPE", -32],
  ["ECONNRESET", -104],
  ["ETIMEDOUT", -110],
  ["ECONNREFUSED", -111],
]);

/** Classifies an error of Prisma or of the mariadb driver by the code that the server or driver gave it. */
export function databaseErrorKind(error: unknown): DatabaseErrorKind {
  if (error instanceof WriteConflict) return "conflict";
  if (error instanceof OutcomeUnknown) return "unknown";
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
    SOCKET_ERRORS.get(property(error, "code")),
    SOCKET_ERRORS.get(property(property(error, "cause"), "code")),
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
