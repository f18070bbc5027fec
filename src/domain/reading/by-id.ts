import DataLoader from "dataloader";
import type { Database } from "../../db/database.js";
import { APPOINTMENT, DOCTOR, PATIENT, type Columns } from "./columns.js";

/** The most ids that go into one SQL statement; a power of two. */
const MOST_IDS = 256;

/** One thing by its id; null if there is none (any more). */
export type ReadById<Thing> = (id: number) => Promise<Thing | null>;

/**
 * Reads of single records by their ids. Reads of all requests that are made at the same time share one
 * statement, which is sent after all of them. Nothing is remembered from one to the next.
 */
export function readsById(db: Database) {
  return {
    patient: sharing(db, PATIENT),
    doctor: sharing(db, DOCTOR),
    appointment: sharing(db, APPOINTMENT),
  };
}

function sharing<Thing extends { id: number }>(
  db: Database,
  { whole: { sql, read }, table }: Columns<Thing>,
): ReadById<Thing> {
  const loader = new DataLoader<number, Thing | null>(
    async (ids) => {
      const wanted = paddedToPowerOfTwo([...new Set(ids)]);
      const places = wanted.map(() => "?").join();
      const rows = await db.selectPipelined(
        `SELECT ${sql} FROM ${table} WHERE id IN (${places})`,
        wanted,
      );
      const found = new Map(rows.map((values) => [values[0] as number, read(values)]));
      return ids.map((id) => found.get(id) ?? null);
    },
    { cache: false, maxBatchSize: MOST_IDS, batchScheduleFn: (send) => setImmediate(send) },
  );
  return (id) => loader.load(id);
}

/** With the last one again and again: a few numbers of them make few statements, which are prepared once. */
function paddedToPowerOfTwo<Item>(items: Item[]): Item[] {
  const last = items.slice(-1);
  while (items.length & (items.length - 1)) items.push(...last);
  return items;
}
