import DataLoader from "dataloader";
import type { Database, SqlReader, SqlValue } from "../../db/database.js";
import { patientsOfDoctors, type Pair } from "../appointments/relation.js";
import { paddedToPowerOfTwo } from "./padding.js";
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
    isPatientOf: sharingRelation(db),
  };
}

function sharing<Thing extends { id: number }>(
  db: Database,
  { whole: { sql, read }, table }: Columns<Thing>,
): ReadById<Thing> {
  const loader = new DataLoader<number, Thing | null>(async (ids) => {
    const wanted = paddedToPowerOfTwo([...new Set(ids)]);
    const places = wanted.map(() => "?").join();
    const rows = await db.selectPipelined(
      `SELECT ${sql} FROM ${table} WHERE id IN (${places})`,
      wanted,
    );
    const found = new Map(rows.map((values) => [values[0] as number, read(values)]));
    return ids.map((id) => found.get(id) ?? null);
  }, OPTIONS);
  return (id) => loader.load(id);
}

const OPTIONS = {
  cache: false,
  maxBatchSize: MOST_IDS,
  batchScheduleFn: (send: () => void) => setImmediate(send),
};

/** Whether somebody, whom there need not be, has an appointment with a doctor. */
type IsPatientOf = (doctorId: number, patientId: number) => Promise<boolean>;

function sharingRelation(db: Database): IsPatientOf {
  const reader: SqlReader = {
    select: ({ sql, values }) => db.selectPipelined(sql, values as SqlValue[]),
  };
  const loader = new DataLoader<Pair, boolean>(async (pairs) => {
    const found = await patientsOfDoctors(reader, pairs);
    return pairs.map(({ doctorId, patientId }) => found.get(doctorId)?.has(patientId) ?? false);
  }, OPTIONS);
  return (doctorId, patientId) => loader.load({ doctorId, patientId });
}
