import type { Pool, PoolConnection, UpsertResult } from "mariadb";
import type { Prisma } from "./__generated__/prisma/client.js";
import { sendStatement, type OnStatement } from "./statement.js";

/**
 * The connection of a transaction, without Prisma. Each statement is sent immediately, in a message of its own, and executed
 * in the order of the calls. Statements that do not need each other's results can share a round trip: call all, then await
 * them with Promise.all, since each may fail.
 *
 * Of statements that are sent together, only the first may write. A cluster may roll the transaction back at any
 * statement and reports that to this statement only; a later write would be executed and committed by itself.
 */
export interface SqlTransaction {
  /** Sends a SELECT. ROWS describes the format of the rows. */
  select(sql: Prisma.Sql): Promise<unknown[][]>;

  /** Sends a write. Returns the number of affected rows and the first id that an INSERT generated. */
  execute(sql: Prisma.Sql): Promise<{ affectedRows: number; insertId: number }>;

  /**
   * Sends the COMMIT immediately, behind a pending write; nothing may be sent after it. If that write fails, earlier
   * writes of the transaction are still committed: where this is used, these only take locks.
   */
  commit(): Promise<void>;
}

/** Sends SELECTs, in a transaction or without one. */
export type SqlReader = Pick<SqlTransaction, "select">;

/**
 * Does the work in a transaction on a connection of the pool. If the work throws before the COMMIT, the transaction is
 * rolled back.
 *
 * @param committing called right before the COMMIT is sent; prevents it by throwing.
 */
export async function inSqlTransaction<Result>(
  pool: Pool,
  onStatement: OnStatement | undefined,
  work: (tx: SqlTransaction) => Promise<Result>,
  committing: () => void,
): Promise<Result> {
  const connection = await pool.getConnection();
  const send = <Answer>(sql: string, values: unknown[] = []): Promise<Answer> => {
    const answer = sendStatement<Answer>(connection, sql, values, onStatement);
    // The COMMIT is not awaited if an earlier statement fails; its rejection must not count as unhandled.
    answer.catch(() => undefined);
    return answer;
  };
  let committed: Promise<unknown> | undefined;
  const commit = () => {
    if (committed) return;
    committing();
    committed = send("COMMIT");
  };
  const tx: SqlTransaction = {
    select: ({ sql, values }) => send(sql, values),
    async execute({ sql, values }) {
      const { affectedRows, insertId } = await send<UpsertResult>(sql, values);
      return { affectedRows, insertId: Number(insertId) };
    },
    commit: async () => {
      commit();
    },
  };
  try {
    const begun = send("BEGIN");
    const result = await work(tx);
    await begun;
    commit();
    await committed;
    return result;
  } catch (error) {
    await rollBack(connection);
    throw error;
  } finally {
    await connection.release();
  }
}

/** Rolls back; if even that fails, the connection is unusable and destroyed. */
async function rollBack(connection: PoolConnection): Promise<void> {
  try {
    await connection.query("ROLLBACK");
  } catch {
    connection.destroy();
  }
}
