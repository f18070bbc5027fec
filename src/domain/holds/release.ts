import type { Context } from "../context.js";
import { done, isDone, refused, type Outcome } from "../outcome.js";
import { checkHoldKey } from "./rules.js";
import { deleteAllExpired, endHolds } from "./store.js";

/**
 * Ends a hold of the caller; answers whether there was one that still counted. Nobody's lock is needed: the time gets free, which can
 * make no decision wrong.
 */
export async function release(context: Context, key: string): Promise<Outcome<boolean>> {
  const { holdKey, refusals } = checkHoldKey(context.caller, key);
  if (refusals.length > 0) return refused(...refusals);
  return context.db.sqlTransaction(
    async (tx) => {
      const ended = await endHolds(tx, [{ context, holdKey }]);
      const now = context.now();
      return done(ended.some(({ until }) => until > now));
    },
    { commitIf: isDone, idempotent: true },
  );
}

/** Deletes the holds that count no more; answers how many there were. */
export const purgeExpiredHolds = ({ db, now }: Pick<Context, "db" | "now">): Promise<number> =>
  db.sqlTransaction((tx) => deleteAllExpired(tx, now()));
