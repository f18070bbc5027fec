import { createConnection } from "mariadb";
import { databaseOptions } from "../lib/settings.mjs";

const COUNT = 4;

/**
 * Opens a few connections, on each of which statements are sent without waiting for the answers to
 * those before: that takes less than a pool, where each statement waits for a connection of its own.
 *
 * @param {import("mariadb").ConnectionConfig} options
 * @returns {Promise<(key: number) => import("mariadb").Connection>} the connection for a key, always
 *   the same for the same.
 */
export async function openConnections(options) {
  const opening = Array.from({ length: COUNT }, () =>
    createConnection({ ...databaseOptions, ...options }),
  );
  const connections = await Promise.all(opening);
  return (key) => /** @type {import("mariadb").Connection} */ (connections[key % COUNT]);
}
