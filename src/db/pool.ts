import mariadb, { type Pool, type QueryOptions } from "mariadb";
import { connectionOptions, limitsFor, READ_SECONDS } from "./connection-options.js";

/**
 * A pool of connections to the database that `url` names; the first use connects.
 *
 * What is sent to the pool itself, and not to one of its connections, is a read outside a transaction. MariaDB
 * limits it by its own words, because the session's limit must leave writes the time to wait for locks.
 *
 * @param readSeconds how long a read may take; 0 for as long as it does.
 * @throws DatabaseSetupError if the URL is unusable.
 */
export function openPool(url: string, connectionLimit: number, readSeconds = READ_SECONDS): Pool {
  const pool = mariadb.createPool({
    ...connectionOptions(url, limitsFor(readSeconds)),
    connectionLimit,
    acquireTimeout: 4_000,
  });
  const limit = `/*M! SET STATEMENT max_statement_time = ${readSeconds} FOR */ `;
  const query = pool.query.bind(pool);
  return Object.assign(pool, {
    query: (statement: string | QueryOptions, values?: unknown) => {
      const options = typeof statement === "string" ? { sql: statement } : statement;
      return query({ ...options, sql: limit + options.sql }, values);
    },
  });
}
