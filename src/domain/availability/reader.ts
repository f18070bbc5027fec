import type { Database, SqlReader, SqlValue } from "../../db/database.js";

/** Reads outside a transaction. */
export const readerOf = (db: Database): SqlReader => ({
  select: ({ sql, values }) => db.select(sql, values as SqlValue[]),
});
