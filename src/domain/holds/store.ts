import { Prisma, type SqlReader, type SqlTransaction } from "../../db/database.js";
import { seconds, timeOf } from "../../db/statement.js";
import { reportChange } from "../changes.js";
import type { Context } from "../context.js";
import type { Hold } from "../model.js";

/** The hold with this key, expired or not; null if there is none. */
export async function readHold(reader: SqlReader, key: string): Promise<Hold | null> {
  const [hold = null] = await readHolds(reader, [key]);
  return hold;
}

/** The same, and nobody else can end it before the end of the transaction. */
export async function lockHold(tx: SqlTransaction, key: string): Promise<Hold | null> {
  const [hold = null] = await readHolds(tx, [key], LOCKED);
  return hold;
}

const LOCKED = Prisma.sql`FOR UPDATE`;

async function readHolds(
  reader: SqlReader,
  keys: readonly string[],
  locked = Prisma.empty,
): Promise<Hold[]> {
  const rows = await reader.select(Prisma.sql`
    SELECT hold_key, doctor_id, ${TIMES} FROM slot_holds WHERE hold_key IN (${Prisma.join([...keys])}) ${locked}`);
  return (rows as [string, number, number, number, number, number][]).map(
    ([key, doctorId, startsAt, endsAt, until, placedAt]) => ({
      key,
      doctorId,
      startsAt: timeOf(startsAt),
      endsAt: timeOf(endsAt),
      until: timeOf(until),
      placedAt: timeOf(placedAt),
    }),
  );
}

const TIMES = Prisma.raw(
  ["starts_at", "ends_at", "expires_at", "created_at"].map(seconds).join(", "),
);

/** Writes a hold, whose doctor must be locked, in the place of an earlier one with its key. */
export async function writeHold(
  context: Pick<Context, "caller" | "onChange">,
  tx: SqlTransaction,
  before: Hold | null,
  after: Hold,
): Promise<void> {
  const { key, doctorId, startsAt, endsAt, until, placedAt } = after;
  await tx.execute(Prisma.sql`
    INSERT INTO slot_holds (hold_key, doctor_id, starts_at, ends_at, expires_at, created_at)
    VALUES (${key}, ${doctorId}, ${startsAt}, ${endsAt}, ${until}, ${placedAt})
    ON DUPLICATE KEY UPDATE doctor_id = ${doctorId}, starts_at = ${startsAt}, ends_at = ${endsAt},
      expires_at = ${until}, created_at = ${placedAt}`);
  await reportChange(context, tx, { kind: "hold", before, after });
}

/** Notes that bookings of a doctor, who must be locked, must look at the calendar from now on. */
export async function openCalendar(tx: SqlTransaction, doctorId: number): Promise<void> {
  await tx.execute(Prisma.sql`UPDATE doctors SET has_calendar = true WHERE id = ${doctorId}`);
}

/** Deletes the holds of a doctor that count no more. */
export async function deleteExpired(
  tx: SqlTransaction,
  doctorId: number,
  now: Date,
): Promise<void> {
  await tx.execute(
    Prisma.sql`DELETE FROM slot_holds WHERE doctor_id = ${doctorId} AND expires_at <= ${now}`,
  );
}

/** Somebody's request, with the key of the hold that ends with it. */
interface Holder {
  context: Pick<Context, "caller" | "onChange">;
  holdKey: string | null;
}

/** Deletes holds; answers those that there were. */
export async function endHolds(tx: SqlTransaction, holders: readonly Holder[]): Promise<Hold[]> {
  const holderOf = new Map(
    holders.flatMap((holder) => (holder.holdKey === null ? [] : [[holder.holdKey, holder]])),
  );
  const keys = [...holderOf.keys()];
  const holds = keys.length > 0 ? await readHolds(tx, keys, LOCKED) : [];
  if (holds.length === 0) return [];
  const found = Prisma.join(holds.map(({ key }) => key));
  await tx.execute(Prisma.sql`DELETE FROM slot_holds WHERE hold_key IN (${found})`);
  for (const before of holds) {
    const { context } = holderOf.get(before.key) as Holder;
    await reportChange(context, tx, { kind: "hold", before, after: null });
  }
  return holds;
}

/** Deletes all holds that count no more; answers how many there were. */
export async function deleteAllExpired(tx: SqlTransaction, now: Date): Promise<number> {
  const { affectedRows } = await tx.execute(
    Prisma.sql`DELETE FROM slot_holds WHERE expires_at <= ${now}`,
  );
  return affectedRows;
}
