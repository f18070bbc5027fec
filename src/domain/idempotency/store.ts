import { Prisma, type SqlReader, type SqlTransaction } from "../../db/database.js";
import { seconds, timeOf } from "../../db/statement.js";
import { insertInto } from "../writing.js";

const CREATED_AT = Prisma.raw(seconds("created_at"));

/** A request that was done under its key. */
export interface RememberedRequest {
  key: string;
  fingerprint: string;
  appointmentId: number;
  /** When it was done. */
  createdAt: Date;
}

/** The column of each field. */
const NAMES: Readonly<Record<keyof RememberedRequest, string>> = {
  key: "idempotency_key",
  fingerprint: "fingerprint",
  appointmentId: "appointment_id",
  createdAt: "created_at",
};

/** What was done under these keys, however long ago, by the keys. */
export async function findKeys(
  tx: SqlReader,
  keys: readonly string[],
): Promise<ReadonlyMap<string, RememberedRequest>> {
  if (keys.length === 0) return new Map();
  const rows = await tx.select(Prisma.sql`
    SELECT idempotency_key, fingerprint, appointment_id, ${CREATED_AT} FROM idempotency_keys
    WHERE idempotency_key IN (${Prisma.join([...keys])})`);
  return new Map(
    (rows as [string, string, number, number][]).map((row) => {
      const [key, fingerprint, appointmentId, createdAt] = row;
      return [key, { key, fingerprint, appointmentId, createdAt: timeOf(createdAt) }];
    }),
  );
}

/** Writes what was done under keys that nothing was done under, or none that is remembered. */
export async function addKeys(
  tx: SqlTransaction,
  requests: readonly RememberedRequest[],
): Promise<void> {
  const rows = requests.map(({ key, fingerprint, appointmentId, createdAt }) => ({
    key,
    fingerprint,
    appointmentId,
    createdAt,
  }));
  await tx.execute(insertInto("idempotency_keys", NAMES, rows));
}

/** Removes keys, so that they may be written anew. */
export async function removeKeys(tx: SqlTransaction, keys: readonly string[]): Promise<void> {
  await tx.execute(
    Prisma.sql`DELETE FROM idempotency_keys WHERE idempotency_key IN (${Prisma.join([...keys])})`,
  );
}

/** Removes the keys of requests that were done until then; answers how many there were. */
export async function removeKeysUntil(tx: SqlTransaction, time: Date): Promise<number> {
  const { affectedRows } = await tx.execute(
    Prisma.sql`DELETE FROM idempotency_keys WHERE created_at <= ${time}`,
  );
  return affectedRows;
}
