import type { Pool, PoolConnection, UpsertResult } from "mariadb";
import type { Prisma } from "./__generated__/prisma/client.js";
import { sendStatement, type OnStatement } from "./statement.js";

/**
 * A transaction's connection, past Prisma. Statements are sent as soon as they are asked for, each in a
 * message of its own, and carried out in that order: those that need nothing from each other's answers
 * share a round trip, and are waited for with Promise.all, since all may fail.
 *
 * Of what is sent together only the first may write. A cluster may take the transaction away at any
 * statement, and tells that one; a later one would be carried out by itself, and kept.
 */
export interface SqlTransaction {
  /** Rows come as ROWS says. */
  select(sql: Prisma.Sql): Promise<unknown[][]>;

  /** Answers how many rows there were to be written, and the first id that an INSERT has given. */
  execute(sql: Prisma.Sql): Promise<{ affectedRows: number; insertId: number }>;

  /**
   * Sends the COMMIT at once, behind a write that is under way; nothing may be sent after it. If that
   * write fails, what was written before it is kept: no more than locks, where this is used.
   */
  commit(): Promise<void>;
}

/**
 * Does the work in a transaction on a connection of the pool; if it throws before the COMMIT, nothing is
 * kept.
 *
 * @param committing is called right before the COMMIT is sent, which it prevents by throwing.
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
    // The COMMIT's is not waited for where a statement before it fails.
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

/** A connection that can't even do that is of no use to anybody. */
async function rollBack(connection: PoolConnection): Promise<void> {
  try {
    await connection.query("ROLLBACK");
  } catch {
    connection.destroy();
  }
}
