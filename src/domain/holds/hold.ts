import type { SqlTransaction } from "../../db/database.js";
import { WriteConflict } from "../../db/errors.js";
import { toldTo } from "../permissions/disclosure.js";
import { decidesAboutTimeOf } from "../permissions/scopes.js";
import { intervalOf, plusMinutes } from "../appointments/interval.js";
import { lockDoctors } from "../appointments/locks.js";
import { checkBooking, checkTimes } from "../appointments/rules.js";
import { readCalendars } from "../availability/facts.js";
import type { Context } from "../context.js";
import type { Doctor, Hold } from "../model.js";
import { done, isDone, refused, type Outcome } from "../outcome.js";
import { wholeSeconds } from "../time.js";
import { checkHoldKey, checkMinutes } from "./rules.js";
import { deleteExpired, lockHold, openCalendar, readHold, writeHold } from "./store.js";

export interface HoldTime {
  holdKey: string;
  doctorId: number;
  startsAt: Date;
  durationMinutes: number;
  /** How long the time is held. */
  minutes: number;
}

/**
 * Keeps a time of a doctor from others for some minutes, by the rules of booking. An earlier hold with the key is moved
 * or prolonged. Doctors hold times of their own.
 */
export async function hold(context: Context, input: HoldTime): Promise<Outcome<Hold>> {
  const { caller } = context;
  const { doctorId, durationMinutes, minutes } = input;
  const interval = intervalOf(input.startsAt, durationMinutes);
  const { holdKey, refusals } = checkHoldKey(caller, input.holdKey);
  const reasonsBefore = [...refusals, ...checkMinutes(minutes)];
  return context.db.sqlTransaction(
    async (tx) => {
      const { doctor: locked, before } = await lock(tx, doctorId, holdKey);
      const doctor = decidesAboutTimeOf(caller, doctorId) ? locked : null;
      const now = context.now();
      const times = { startsAt: interval.startsAt, durationMinutes };
      const isPossible = doctor !== null && checkTimes(times, now).length === 0;
      const [calendar = null] = await readCalendars(tx, isPossible ? [{ doctor, interval }] : []);
      const facts = {
        ...times,
        now,
        doctor,
        patientExists: true,
        blocking: null,
        calendar,
        holdKey,
      };
      const reasons = [...reasonsBefore, ...toldTo(caller, checkBooking(facts), interval)];
      if (reasons.length > 0 || doctor === null || holdKey === null) return refused(...reasons);
      const second = wholeSeconds(now);
      const after: Hold = {
        key: holdKey,
        doctorId,
        ...interval,
        until: plusMinutes(second, minutes),
        placedAt: isProlonged(before, { doctorId, ...interval, now }) ? before.placedAt : second,
      };
      if (!doctor.hasCalendar) await openCalendar(tx, doctorId);
      await deleteExpired(tx, doctorId, second);
      await writeHold(context, tx, before, after);
      return done(after);
    },
    // The same hold is written again.
    { commitIf: isDone, idempotent: true },
  );
}

/** Locks the doctor, and the one whose time an earlier hold with the key takes. */
async function lock(
  tx: SqlTransaction,
  doctorId: number,
  holdKey: string | null,
): Promise<{ doctor: Doctor | null; before: Hold | null }> {
  const known = holdKey === null ? null : await readHold(tx, holdKey);
  const doctors = await lockDoctors(tx, [doctorId, known?.doctorId ?? doctorId]);
  const before = holdKey === null ? null : await lockHold(tx, holdKey);
  // Moved meanwhile, to a doctor who is not locked.
  if (before && !doctors.has(before.doctorId)) throw new WriteConflict();
  return { doctor: doctors.get(doctorId) ?? null, before };
}

/** Whether a hold that still counts keeps the same time, so that it was placed when that one was. */
function isProlonged(
  before: Hold | null,
  {
    doctorId,
    startsAt,
    endsAt,
    now,
  }: Pick<Hold, "doctorId" | "startsAt" | "endsAt"> & { now: Date },
): before is Hold {
  return (
    before !== null &&
    before.until > now &&
    before.doctorId === doctorId &&
    before.startsAt.getTime() === startsAt.getTime() &&
    before.endsAt.getTime() === endsAt.getTime()
  );
}
