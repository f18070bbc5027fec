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
   * Sends statements as one message, BEGIN before and COMMIT behind them. The server goes through them one
   * after the other and stops at the first error, which rolls all of them back.
   *
   * @param beforeSending is called when the message is about to be sent, COMMIT and all; if it throws,
   *   nothing is sent.
   */
  send(statements: readonly Prisma.Sql[], beforeSending: () => void): Promise<Written[]>;
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
    send: (statements, beforeSending) =>
      inTurn(async () => {
        const connection = await pool.getConnection();
        try {
          beforeSending();
          return await sendOver(connection, statements);
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
): Promise<Written[]> {
  const sql = ["BEGIN", ...statements.map((statement) => statement.sql), "COMMIT"].join(";\n");
  const values = statements.flatMap((statement) => statement.values);
  try {
    const results = await connection.query<UpsertResult[]>(sql, values);
    return results.slice(1, -1).map(({ affectedRows, insertId }) => ({
      affectedRows,
      insertId: Number(insertId),
    }));
  } catch (error) {
    if (connection.isValid()) await connection.query("ROLLBACK");
    throw error;
  }
}
