import { createHash } from "node:crypto";
import type { Tables } from "../db/database.js";
import type { Dependencies } from "./dependencies.js";
import type { Appointment } from "./model.js";
import { done, refused, type Outcome } from "./outcome.js";
import type { Refusal } from "./refusals.js";
import { wholeSeconds } from "./rules/interval.js";
import { checkText } from "./rules/text.js";

/** How long a key keeps a repeat from being done again. */
const LIFETIME_MILLISECONDS = 24 * 60 * 60 * 1_000;
const MAXIMUM_LENGTH = 255;
const PATH = ["idempotencyKey"];

/** A request that its caller may repeat under the same key. */
export interface RepeatableRequest {
  key: string;
  /** Differs where the operation or its input differs. */
  fingerprint: string;
}

/** Reads a caller's key; null where there is none. `input` is all that the request asks for. */
export function checkIdempotencyKey(
  key: string | null | undefined,
  operation: string,
  input: Record<string, unknown>,
): { request: RepeatableRequest | null; refusals: Refusal[] } {
  if (key == null) return { request: null, refusals: [] };
  const { text, refusals } = checkText(key, PATH, { maximumLength: MAXIMUM_LENGTH });
  if (refusals.length > 0) return { request: null, refusals };
  const fingerprint = createHash("sha256")
    .update(JSON.stringify([operation, input]))
    .digest("hex");
  return { request: { key: text, fingerprint }, refusals };
}

/**
 * Does `work` unless the request was done before, which is answered with its appointment as it is
 * now. Only what was done is remembered: a refused request wrote nothing and may be sent again.
 *
 * Two requests with one key at the same time are held apart by the doctor's lock, which must be held
 * already; with two doctors, by the key's unique index, whose refusal runs the later one again.
 */
export async function doOnce(
  tables: Tables,
  request: RepeatableRequest | null,
  now: Date,
  work: () => Promise<Outcome<Appointment>>,
): Promise<Outcome<Appointment>> {
  if (request === null) return work();
  const { key, fingerprint } = request;
  const earlier = await tables.idempotencyKey.findUnique({ where: { key } });
  if (earlier && earlier.createdAt > expiry(now)) {
    if (earlier.fingerprint !== fingerprint) {
      return refused({ code: "IDEMPOTENCY_KEY_REUSED", path: PATH });
    }
    const where = { id: earlier.appointmentId };
    const appointment = await tables.appointment.findUnique({ where });
    return appointment ? done(appointment) : refused({ code: "APPOINTMENT_NOT_FOUND", path: PATH });
  }
  const outcome = await work();
  if (!outcome.done) return outcome;
  const data = { fingerprint, appointmentId: outcome.value.id, createdAt: wholeSeconds(now) };
  if (earlier) await tables.idempotencyKey.updateMany({ where: { key }, data });
  else await tables.idempotencyKey.create({ data: { key, ...data } });
  return outcome;
}

/** The upkeep of the keys. */
export function idempotencyUseCases({ db, now }: Dependencies) {
  return {
    /** Forgets the keys that have expired; answers how many there were. */
    purgeExpired: (): Promise<number> =>
      db.transaction(async ({ idempotencyKey }) => {
        const { count } = await idempotencyKey.deleteMany({
          where: { createdAt: { lte: expiry(now()) } },
        });
        return count;
      }),
  };
}

const expiry = (now: Date): Date => new Date(now.getTime() - LIFETIME_MILLISECONDS);
