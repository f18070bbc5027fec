import mariadb, { type Pool } from "mariadb";
import { connectionOptions } from "./connection-options.js";

/**
 * A pool of connections to the database that `url` names; the first use connects.
 *
 * @throws DatabaseSetupError if the URL is unusable.
 */
export function openPool(url: string, connectionLimit: number): Pool {
  return mariadb.createPool({
    ...connectionOptions(url),
    connectionLimit,
    acquireTimeout: 4_000,
  });
}
