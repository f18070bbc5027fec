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
 * How many seconds the server works on a statement before it ends it; 0 means as long as it takes, as for
 * migrations. MariaDB limits every statement (`statement`), MySQL only SELECTs (`select`), also those inside
 * a transaction.
 */
export interface StatementSeconds {
  select: number;
  statement: number;
}

const UNLIMITED: StatementSeconds = { select: 0, statement: 0 };

/** How long a read may take where nothing else is said. */
export const READ_SECONDS = 2;

/** What a statement that waits for locks is given: more than `innodb_lock_wait_timeout` says below. */
const WRITE_SECONDS = 10;

/** The limits for reads and writes, where a read may take so long; 0 limits neither. */
export const limitsFor = (readSeconds: number): StatementSeconds =>
  readSeconds === 0
    ? UNLIMITED
    : { select: readSeconds, statement: Math.max(readSeconds, WRITE_SECONDS) };

/**
 * The settings of a session that change what a statement means or what it answers. This project's statements
 * are written for these values, so the server's own must not matter: with NO_BACKSLASH_ESCAPES, a backslash
 * would not escape; without a strict mode, the server would change values to make them fit; without foreign
 * keys, rows could lose what they refer to; and Prisma reads the English text of errors.
 */
const MEANING = [
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
 * How one session talks to the server that `url` names.
 *
 * @param url `mysql://user:password@host:3306/database` (percent-encoded where needed; the schemes
 *   `mariadb` and `mysql+pymysql` mean the same). `?ssl=true` asks for TLS with a certificate that
 *   is checked, `?ssl=unverified` for one that is not, `?allowPublicKeyRetrieval=true` lets
 *   MySQL's password exchange ask a server without TLS for its key, which loopback always may.
 *   `?wsrepSyncWait=true`, on Galera alone, lets every statement see what any node has acknowledged.
 * @param seconds the limits of its statements; none if left out.
 * @throws DatabaseSetupError if the URL can't be read or names no database.
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
    // Longer than the longest statement and transaction, so that only a silent server meets it.
    socketTimeout: 20_000,
    // Sets the session's time_zone to +00:00, whatever the server's is.
    timezone: "Z",
    initSql: [
      `SET ${[...MEANING, ...limitsOf(seconds)].join(", ")}`,
      // What a transaction reads after it has waited for a lock is what others have committed by then.
      "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED",
      // 1 + 2 + 4: before SELECT, UPDATE and DELETE, INSERT (Galera's manual, wsrep_sync_wait).
      ...(isSynchronous ? ["SET SESSION wsrep_sync_wait = 7"] : []),
    ],
  };
}

/** Comments with `M!` are statements to MariaDB alone, those with `!80000` to MySQL alone. */
const limitsOf = ({ select, statement }: StatementSeconds): string[] => [
  // A lock is waited for in seconds, not the default 50; a client that fell silent inside a
  // transaction frees its locks after a minute, not after the default eight hours.
  "innodb_lock_wait_timeout = 5",
  // The same for a table that is being altered, or that an administrator has locked.
  ...(statement > 0 ? ["lock_wait_timeout = 5"] : []),
  `wait_timeout = 60
    /*M! , check_constraint_checks = 1, max_statement_time = ${statement} */
    /*!80000 , max_execution_time = ${Math.round(select * 1_000)} */`,
];

/** @throws DatabaseSetupError for a percent sign that stands for itself: passwords have them. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (cause) {
    throw new DatabaseSetupError(
      "DATABASE_URL has a % that does not begin an encoded character. Write % as %25.",
      { cause },
    );
  }
}

/** What other programs' URLs of the same form may say, and does not matter here. */
const IGNORED = new Set([
  ...["charset", "connection_limit", "pool_timeout", "connect_timeout", "socket_timeout"],
]);

/** What may stand behind the question mark, with the values that are known; any other is a mistake. */
const OPTIONS: Readonly<Record<string, readonly string[]>> = {
  ssl: ["true", "false", "unverified"],
  allowPublicKeyRetrieval: ["true", "false"],
  wsrepSyncWait: ["true", "false"],
};

/** @throws DatabaseSetupError: a misspelt `ssl` would send passwords and patients' data in plain text. */
function refuseUnknownOptions(options: URLSearchParams): void {
  for (const [name, value] of options) {
    const values = OPTIONS[name];
    if (values?.includes(value) || IGNORED.has(name)) continue;
    const known = values
      ? `${name} is one of ${values.join(", ")}`
      : `the options are ${Object.keys(OPTIONS).join(", ")}`;
    throw new DatabaseSetupError(
      `DATABASE_URL has the option ${name}=${value}, which is not known: ${known}.`,
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
