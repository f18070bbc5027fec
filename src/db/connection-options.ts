import type { PoolConfig } from "mariadb";
import { DatabaseSetupError } from "./setup-error.js";

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
 * How one session talks to the server that `url` names.
 *
 * @param url `mysql://user:password@host:3306/database` (percent-encoded where needed; the schemes
 *   `mariadb` and `mysql+pymysql` mean the same). `?ssl=true` asks for TLS with a certificate that
 *   is checked, `?ssl=unverified` for one that is not, `?allowPublicKeyRetrieval=true` lets
 *   MySQL's password exchange ask a server without TLS for its key, which loopback always may.
 *   `?wsrepSyncWait=true`, on Galera alone, lets every statement see what any node has acknowledged.
 * @throws DatabaseSetupError if the URL can't be read or names no database.
 */
export function connectionOptions(url: string): ConnectionOptions {
  const parsed = parse(url);
  const host = parsed.hostname.replace(/^\[|\]$/g, "");
  const ssl = parsed.searchParams.get("ssl");
  const isSynchronous = parsed.searchParams.get("wsrepSyncWait") === "true";
  return {
    host,
    port: Number(parsed.port || 3306),
    user: decodeURIComponent(parsed.username),
    password: decodeURIComponent(parsed.password),
    database: decodeURIComponent(parsed.pathname.slice(1)),
    allowPublicKeyRetrieval:
      LOOPBACK_HOSTS.has(host) || parsed.searchParams.get("allowPublicKeyRetrieval") === "true",
    ...(ssl === "true" && { ssl: true }),
    ...(ssl === "unverified" && { ssl: { rejectUnauthorized: false } }),
    connectTimeout: 2_000,
    // Longer than the longest statement and transaction, so that only a silent server meets it.
    socketTimeout: 20_000,
    // Sets the session's time_zone to +00:00, whatever the server's is.
    timezone: "Z",
    // A lock is waited for in seconds, not the default 50; a client that fell silent inside a
    // transaction frees its locks after a minute, not after the default eight hours.
    initSql: [
      "SET SESSION innodb_lock_wait_timeout = 5, SESSION wait_timeout = 60",
      // What a transaction reads after it has waited for a lock is what others have committed by then.
      "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED",
      // 1 + 2 + 4: before SELECT, UPDATE and DELETE, INSERT (Galera's manual, wsrep_sync_wait).
      ...(isSynchronous ? ["SET SESSION wsrep_sync_wait = 7"] : []),
    ],
  };
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
