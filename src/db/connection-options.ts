import type { PoolConfig } from "mariadb";
import { DatabaseSetupError } from "./setup/setup-error.js";

const SCHEMES = new Set(["mysql:", "mariadb:", "mysql+pymysql:"]);
const LOOPBACK_HOSTS = new Set(["127.0.0.1", "localhost", "::1"]);

export type ConnectionOptions = Required<
  Pick<PoolConfig, "host" | "port" | "user" | "password" | "database">
> &
  Pick<
    PoolConfig,
    "allowPublicKeyRetrieval" | "connectTimeout" | "initSql" | "socketTimeout" | "ssl" | "timezone"
  >;

/**
 * The time limits of statements, in seconds; 0 means no limit, as for migrations. MariaDB limits every statement
 * (`statement`), MySQL only SELECTs (`select`), including those in transactions.
 */
export interface StatementSeconds {
  select: number;
  statement: number;
}

const UNLIMITED: StatementSeconds = { select: 0, statement: 0 };

/** The default time limit of a read, in seconds. */
export const READ_SECONDS = 2;

/** The time limit of a write: longer than `innodb_lock_wait_timeout` below. */
const WRITE_SECONDS = 10;

/** The time limits of reads and writes. @param readSeconds the limit of reads; 0 removes both limits. */
export const limitsFor = (readSeconds: number): StatementSeconds =>
  readSeconds === 0
    ? UNLIMITED
    : { select: readSeconds, statement: Math.max(readSeconds, WRITE_SECONDS) };

/**
 * Session settings that change the meaning or the result of statements. This project's statements rely on these values,
 * so the server's defaults must not apply: with NO_BACKSLASH_ESCAPES, a backslash would not escape; without
 * strict mode, the server would change values to make them fit; without foreign key checks, rows could refer to nothing;
 * and Prisma parses the English text of errors.
 */
const SEMANTIC_SETTINGS = [
  "NAMES utf8mb4 COLLATE utf8mb4_unicode_ci",
  "sql_mode = 'STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'",
  "lc_messages = 'en_US'",
  "autocommit = 1",
  "completion_type = 0",
  "foreign_key_checks = 1",
  "unique_checks = 1",
  "sql_auto_is_null = 0",
  "sql_big_selects = 1",
  "sql_safe_updates = 0",
  "sql_select_limit = 18446744073709551615",
];

/**
 * The options of a connection to the database that `url` names.
 *
 * @param url `mysql://user:password@host:3306/database` (percent-encoded where needed; the schemes
 *   `mariadb` and `mysql+pymysql` mean the same). `?ssl=true` requires TLS and verifies the certificate;
 *   `?ssl=unverified` requires TLS without verification. `?allowPublicKeyRetrieval=true` lets MySQL's password
 *   exchange request the server's key without TLS; on loopback this is always allowed.
 *   `?wsrepSyncWait=true`, for Galera only, makes every statement see what any node has acknowledged.
 * @param seconds the time limits of statements; none by default.
 * @throws DatabaseSetupError if the URL is invalid or names no database.
 */
export function connectionOptions(url: string, seconds = UNLIMITED): ConnectionOptions {
  const parsed = parse(url);
  refuseUnknownOptions(parsed.searchParams);
  const host = parsed.hostname.replace(/^\[|\]$/g, "");
  const ssl = parsed.searchParams.get("ssl");
  const isSynchronous = parsed.searchParams.get("wsrepSyncWait") === "true";
  return {
    host,
    port: Number(parsed.port || 3306),
    user: decoded(parsed.username),
    password: decoded(parsed.password),
    database: decoded(parsed.pathname.slice(1)),
    allowPublicKeyRetrieval:
      LOOPBACK_HOSTS.has(host) || parsed.searchParams.get("allowPublicKeyRetrieval") === "true",
    ...(ssl === "true" && { ssl: true }),
    ...(ssl === "unverified" && { ssl: { rejectUnauthorized: false } }),
    connectTimeout: 2_000,
    // Longer than the longest statement and transaction, so that only an unresponsive server reaches it.
    socketTimeout: 20_000,
    // Sets the time_zone of the session to +00:00, whatever the server's time zone is.
    timezone: "Z",
    initSql: [
      `SET ${[...SEMANTIC_SETTINGS, ...limitsOf(seconds)].join(", ")}`,
      // After waiting for a lock, a transaction must read what others have committed meanwhile.
      "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED",
      // 1 + 2 + 4: before SELECT, UPDATE and DELETE, INSERT (Galera's manual, wsrep_sync_wait).
      ...(isSynchronous ? ["SET SESSION wsrep_sync_wait = 7"] : []),
    ],
  };
}

/** Comments with `M!` are executed by MariaDB only, those with `!80000` by MySQL only. */
const limitsOf = ({ select, statement }: StatementSeconds): string[] => [
  // Waiting for a lock takes seconds, not the default 50; a client that stops responding inside a transaction
  // releases its locks after a minute, not after the default eight hours.
  "innodb_lock_wait_timeout = 5",
  // The same for tables that are being altered or that an administrator has locked.
  ...(statement > 0 ? ["lock_wait_timeout = 5"] : []),
  `wait_timeout = 60
    /*M! , check_constraint_checks = 1, max_statement_time = ${statement} */
    /*!80000 , max_execution_time = ${Math.round(select * 1_000)} */`,
];

/** @throws DatabaseSetupError for a percent sign that is not percent-encoded, as passwords may contain. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (cause) {
    throw new DatabaseSetupError(
      "DATABASE_URL contains a % that does not begin an encoded character. Write % as %25.",
      { cause },
    );
  }
}

/** Options of other programs that share the URL format; ignored here. */
const IGNORED = new Set([
  ...["charset", "connection_limit", "pool_timeout", "connect_timeout", "socket_timeout"],
]);

/** The supported URL options and their values; any other is an error. */
const OPTIONS: Readonly<Record<string, readonly string[]>> = {
  ssl: ["true", "false", "unverified"],
  allowPublicKeyRetrieval: ["true", "false"],
  wsrepSyncWait: ["true", "false"],
};

/** @throws DatabaseSetupError for unknown options: a misspelt `ssl` would send passwords and patients' data in plain text. */
function refuseUnknownOptions(options: URLSearchParams): void {
  for (const [name, value] of options) {
    const values = OPTIONS[name];
    if (values?.includes(value) || IGNORED.has(name)) continue;
    const known = values
      ? `${name} must be one of ${values.join(", ")}`
      : `the options are ${Object.keys(OPTIONS).join(", ")}`;
    throw new DatabaseSetupError(
      `DATABASE_URL contains the unknown option ${name}=${value}: ${known}.`,
    );
  }
}

function parse(url: string): URL {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed === null || !SCHEMES.has(parsed.protocol) || parsed.pathname.length < 2) {
    throw new DatabaseSetupError(
      "DATABASE_URL must look like mysql://user:password@host:3306/database",
    );
  }
  return parsed;
}
