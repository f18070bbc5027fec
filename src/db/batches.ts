import mariadb, { type PoolConnection, type UpsertResult } from "mariadb";
import pLimit from "p-limit";
import type { Prisma } from "./__generated__/prisma/client.js";
import { connectionOptions } from "./connection-options.js";

/** What a statement of a batch has done. */
export interface Written {
  affectedRows: number;
  insertId: number;
}

export interface Batches {
  /**
   * Sends statements as one message, BEGIN before them. The server goes through them one after the other
   * and stops at the first error, which rolls all of them back. COMMIT follows in a message of its own: only
   * who still holds the locks, and is still waited for, may commit. With COMMIT in the first message, one
   * that a hanging server finds in its buffers later would be carried out long after its caller has gone on.
   *
   * @param beforeCommit is told what was done, and says whether it is to be kept; if it throws, or says
   *   no, all is rolled back.
   */
  send(
    statements: readonly Prisma.Sql[],
    beforeCommit: (written: readonly Written[]) => boolean,
  ): Promise<Written[]>;
  close(): Promise<void>;
}

/** Connections of their own to the database that `url` names, used first come, first served. */
export function openBatches(url: string, connectionLimit: number): Batches {
  const pool = mariadb.createPool({
    ...connectionOptions(url),
    connectionLimit,
    acquireTimeout: 4_000,
    multipleStatements: true,
    insertIdAsNumber: true,
  });
  const inTurn = pLimit(connectionLimit);
  return {
    send: (statements, beforeCommit) =>
      inTurn(async () => {
        const connection = await pool.getConnection();
        try {
          return await sendOver(connection, statements, beforeCommit);
        } finally {
          await connection.release();
        }
      }),
    close: () => pool.end(),
  };
}

async function sendOver(
  connection: PoolConnection,
  statements: readonly Prisma.Sql[],
  beforeCommit: (written: readonly Written[]) => boolean,
): Promise<Written[]> {
  const sql = ["BEGIN", ...statements.map((statement) => statement.sql)].join(";\n");
  const values = statements.flatMap((statement) => statement.values);
  try {
    const results = await connection.query<UpsertResult[]>(sql, values);
    const written = results.slice(1).map(({ affectedRows, insertId }) => ({
      affectedRows,
      insertId: Number(insertId),
    }));
    await connection.query(beforeCommit(written) ? "COMMIT" : "ROLLBACK");
    return written;
  } catch (error) {
    if (connection.isValid()) await connection.query("ROLLBACK");
    throw error;
  }
}
