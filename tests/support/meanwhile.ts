import type { Database, SqlTransaction } from "../../src/db/database.js";

/** A database in whose next transaction something happens elsewhere, right after the first row was read. */
export function afterFirstRead(db: Database, meanwhile: () => Promise<unknown>): Database {
  let isFirst = true;
  const read = async <Result>(result: Promise<Result>): Promise<Result> => {
    const rows = await result;
    if (isFirst) {
      isFirst = false;
      await meanwhile();
    }
    return rows;
  };
  const sql = (tx: SqlTransaction): SqlTransaction => {
    return { ...tx, select: (statement) => read(tx.select(statement)) };
  };
  return {
    ...db,
    sqlTransaction: (work, options) => db.sqlTransaction((tx) => work(sql(tx)), options),
    transaction: (work, options) =>
      db.transaction((tx) => {
        const patient = replaced(tx.patient, "findUnique", (...args: [never]) =>
          read(Promise.resolve(tx.patient.findUnique(...args))),
        );
        return work(replaced(tx, "patient", patient));
      }, options),
  };
}

/** The same object, but for one property. */
const replaced = <Thing extends object>(thing: Thing, name: keyof Thing, value: unknown): Thing =>
  new Proxy(thing, {
    get: (target, asked) => (asked === name ? value : (Reflect.get(target, asked) as unknown)),
  });
