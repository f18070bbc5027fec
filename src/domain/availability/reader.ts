import type { Database, SqlReader, SqlValue } from "../../db/database.js";

/**
 * Reads outside a transaction.
 *
 * @param isOfOne whether it is about one doctor: then the statements always have the same text, and an index answers them
 *   at once, so that they can be pipelined.
 */
export function readerOf(db: Database, { isOfOne = false } = {}): SqlReader {
  return {
    select: ({ sql, values }) =>
      isOfOne
        ? db.selectPipelined(sql, values as SqlValue[])
        : db.select(sql, values as SqlValue[]),
  };
}
