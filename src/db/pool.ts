import mariadb, { type Pool, type QueryOptions } from "mariadb";
import { connectionOptions, limitsFor, READ_SECONDS } from "./connection-options.js";

/**
 * Opens a pool of connections to the database that `url` names. It connects at the first use.
 *
 * Statements that are sent to the pool itself, not to one of its connections, are reads outside a transaction. On MariaDB,
 * each gets its own time limit, because the limit of the session must leave writes the time to wait for locks.
 *
 * @param readSeconds the time limit of a read; 0 for none.
 * @throws DatabaseSetupError if the URL is invalid.
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
