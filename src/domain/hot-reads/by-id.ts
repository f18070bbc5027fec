import DataLoader from "dataloader";
import { Prisma, type Database } from "../../db/database.js";
import type { Appointment, Doctor, Patient } from "../model.js";
import { APPOINTMENT, DOCTOR, PATIENT } from "./columns.js";

/** The most ids that go into one SQL statement. */
const MOST_IDS = 200;

/** One thing by its id; null if there is none (any more). */
export type ReadById<Thing> = (id: number) => Promise<Thing | null>;

/**
 * Reads of single things, of whichever request: those that are asked for at the same time share one
 * statement, which is sent after all of them. Nothing is remembered from one to the next.
 */
export function readsById(db: Database) {
  return {
    patient: sharing<Patient>(db, PATIENT, Prisma.sql`patients p`, Prisma.sql`p.id`),
    doctor: sharing<Doctor>(db, DOCTOR, Prisma.sql`doctors d`, Prisma.sql`d.id`),
    appointment: sharing<Appointment>(
      db,
      APPOINTMENT,
      Prisma.sql`appointments a`,
      Prisma.sql`a.id`,
    ),
  };
}

function sharing<Thing extends { id: number }>(
  db: Database,
  { sql, read }: { sql: Prisma.Sql; read: (values: readonly unknown[], from: number) => Thing },
  table: Prisma.Sql,
  idColumn: Prisma.Sql,
): ReadById<Thing> {
  const loader = new DataLoader<number, Thing | null>(
    async (ids) => {
      const wanted = Prisma.join([...new Set(ids)]);
      const rows = await db.select(
        Prisma.sql`SELECT ${sql} FROM ${table} WHERE ${idColumn} IN (${wanted})`,
      );
      const found = new Map(rows.map((values) => [values[0] as number, read(values, 0)]));
      return ids.map((id) => found.get(id) ?? null);
    },
    { cache: false, maxBatchSize: MOST_IDS, batchScheduleFn: (send) => setImmediate(send) },
  );
  return (id) => loader.load(id);
}
