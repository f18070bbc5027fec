import type { SqlReader, SqlTransaction } from "../../db/database.js";
import { sha256 } from "../../common/sha256.js";
import { ownKey } from "../permissions/keys.js";
import { seesAppointment } from "../permissions/scopes.js";
import type { Caller } from "../caller.js";
import type { Context } from "../context.js";
import { readAppointment } from "../appointments/store.js";
import { addKeys, findKeys, removeKeys, removeKeysUntil, type RememberedRequest } from "./store.js";
import type { Appointment } from "../model.js";
import { done, refused, type Outcome } from "../outcome.js";
import type { Refusal } from "../refusals.js";
import { wholeSeconds } from "../time.js";
import { MAXIMUM_LENGTH } from "../limits.js";
import { checkText, type TextRule } from "../text.js";

/** How long a key keeps a repeat from being done again. */
const LIFETIME_MILLISECONDS = 24 * 60 * 60 * 1_000;
const PATH = ["idempotencyKey"];
const KEY: TextRule = { maximumLength: MAXIMUM_LENGTH.idempotencyKey, kind: "opaque" };

/** A request that its caller may repeat under the same key. */
export interface RepeatableRequest {
  /** As it is kept: another caller's is another one. */
  key: string;
  /** Differs where the operation or its input differs. */
  fingerprint: string;
}

/**
 * Checks a caller's idempotency key.
 *
 * @param input all that the request consists of; its JSON is part of the fingerprint.
 * @returns `request` is null if there is no key, or no valid one.
 */
export function checkIdempotencyKey(
  caller: Caller,
  key: string | null | undefined,
  operation: string,
  input: Record<string, unknown>,
): { request: RepeatableRequest | null; refusals: Refusal[] } {
  if (key == null) return { request: null, refusals: [] };
  const { text, refusals } = checkText(key, PATH, KEY);
  if (refusals.length > 0) return { request: null, refusals };
  const fingerprint = sha256(JSON.stringify([operation, input]));
  return { request: { key: ownKey(caller, text), fingerprint }, refusals };
}

/** What was done before, by the keys. */
export type Earlier = ReadonlyMap<string, RememberedRequest>;

/** What was done under the keys of requests. The doctors' locks must be held. */
export const findEarlier = (
  tx: SqlReader,
  requests: readonly (RepeatableRequest | null)[],
): Promise<Earlier> =>
  findKeys(
    tx,
    requests.flatMap((request) => request?.key ?? []),
  );

/**
 * The answer to a request that was done before: its appointment as it is now, if it is still the caller's; null for
 * one that is to be done. Only what was done is remembered: a refused request wrote nothing and may be sent again.
 *
 * Two requests with one key at the same time are held apart by the doctor's lock, which must be held
 * already; with two doctors, by the key's unique index, whose refusal runs the later one again.
 */
export async function answerRepeat(
  tx: SqlReader,
  caller: Caller,
  request: RepeatableRequest | null,
  earlier: Earlier,
  now: Date,
): Promise<Outcome<Appointment> | null> {
  const remembered = request && earlier.get(request.key);
  if (!remembered || remembered.createdAt <= expiry(now)) return null;
  if (remembered.fingerprint !== request.fingerprint) {
    return refused({ code: "IDEMPOTENCY_KEY_REUSED", path: PATH });
  }
  const appointment = await readAppointment(tx, remembered.appointmentId);
  return appointment && seesAppointment(caller, appointment)
    ? done(appointment)
    : refused({ code: "APPOINTMENT_NOT_FOUND", path: PATH });
}

/** Has the repeats of requests answered from now on. */
export async function remember(
  tx: SqlTransaction,
  requests: readonly (RepeatableRequest & { appointmentId: number })[],
  earlier: Earlier,
  now: Date,
): Promise<void> {
  const expired = requests.map(({ key }) => key).filter((key) => earlier.has(key));
  if (expired.length > 0) await removeKeys(tx, expired);
  const createdAt = wholeSeconds(now);
  if (requests.length > 0) {
    await addKeys(
      tx,
      requests.map((request) => ({ ...request, createdAt })),
    );
  }
}

/** Deletes the keys that have expired; answers how many there were. */
export const purgeExpired = ({ db, now }: Pick<Context, "db" | "now">): Promise<number> =>
  db.sqlTransaction((tx) => removeKeysUntil(tx, expiry(now())));

const expiry = (now: Date): Date => new Date(now.getTime() - LIFETIME_MILLISECONDS);
