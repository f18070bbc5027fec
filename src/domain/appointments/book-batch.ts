import type { SqlTransaction } from "../../db/database.js";
import type { Context } from "../context.js";
import { endHolds } from "../holds/store.js";
import {
  answerRepeat,
  remember,
  type Earlier,
  type RepeatableRequest,
} from "../idempotency/keys.js";
import type { Appointment } from "../model.js";
import { done, refused, type Outcome } from "../outcome.js";
import type { Refusal } from "../refusals.js";
import { wholeSeconds } from "../time.js";
import { readFacts, reasonsAgainst } from "./booking-facts.js";
import { lockDoctors } from "./locks.js";
import { insertAppointments, type NewAppointment } from "./store.js";
import type { WaivableRule } from "./waiving.js";

/** An appointment that a caller asks for. */
export interface BatchItem {
  /** The caller's. */
  context: Pick<Context, "caller" | "onChange">;
  appointment: NewAppointment;
  request: RepeatableRequest | null;
  /** The rules that are waived. */
  despite: readonly WaivableRule[] | undefined;
  /** The key of the caller's hold, which ends with the booking. */
  holdKey: string | null;
  /** What is known to be wrong with the request already. */
  refusals: readonly Refusal[];
}

type Results<Item> = (readonly [Item, Outcome<Appointment>])[];

/**
 * Decides in one transaction about each of the appointments, in their order, and writes those that can be booked.
 * No two may come with the same key.
 */
export async function bookBatch<Item extends BatchItem>(
  tx: SqlTransaction,
  items: readonly Item[],
  now: () => Date,
): Promise<Results<Item>> {
  const facts = await readFacts(tx, items, now, (ids) => lockDoctors(tx, ids));
  const time = now();
  const results: Results<Item> = [];
  const accepted: Item[] = [];
  for (const item of items) {
    const repeat = await answerRepeat(tx, item.context.caller, item.request, facts.earlier, time);
    const { reasons, waived } = reasonsAgainst(item, facts, accepted, time);
    if (repeat) results.push([item, repeat]);
    else if (reasons.length > 0) results.push([item, refused(...reasons)]);
    else if (waived === null) accepted.push(item);
    else accepted.push({ ...item, appointment: { ...item.appointment, waived } });
  }
  const written = await write(tx, accepted, facts.earlier, wholeSeconds(time));
  return [...results, ...written];
}

/** Writes the appointments, and the keys of the requests that have one; ends the holds in whose place they come. */
async function write<Item extends BatchItem>(
  tx: SqlTransaction,
  accepted: readonly Item[],
  earlier: Earlier,
  now: Date,
): Promise<Results<Item>> {
  if (accepted.length === 0) return [];
  const written = await insertAppointments(tx, accepted, now, {
    // Nothing else is written in this transaction then.
    andCommit: accepted.every(
      ({ request, holdKey, context }) => request === null && holdKey === null && !context.onChange,
    ),
  });
  await endHolds(tx, accepted);
  const requests = written.flatMap(([{ request }, { id }]) => {
    return request ? [{ ...request, appointmentId: id }] : [];
  });
  await remember(tx, requests, earlier, now);
  return written.map(([item, appointment]) => [item, done(appointment)] as const);
}
