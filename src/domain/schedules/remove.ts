import type { PrismaTransaction } from "../../db/database.js";
import { decidesAboutTimeOf } from "../permissions/scopes.js";
import type { Context } from "../context.js";
import { lockDoctor } from "../doctors/store.js";
import type { Doctor } from "../model.js";
import { done, isDone, refused, type Outcome } from "../outcome.js";
import { checkVersion } from "../version.js";
import { checkConflicts, newlyOutside, type IfBooked } from "./conflicts.js";
import type { ChangedHours } from "./publish.js";
import { EXCEPTION_NOT_FOUND, SCHEDULE_NOT_FOUND } from "./rules.js";
import { deleteException, deleteSchedule, readRules, toException, toSchedule } from "./store.js";

export interface RemoveSchedule {
  scheduleId: number;
  ifBooked: IfBooked;
  expectedVersion?: number | null | undefined;
}

/** Removes a schedule; answers with its id. */
export async function remove(
  context: Context,
  { scheduleId: id, ifBooked, expectedVersion }: RemoveSchedule,
): Promise<Outcome<ChangedHours<number>>> {
  return context.db.transaction(
    async (tx) => {
      const find = () => tx.schedule.findUnique({ where: { id } });
      const locked = await lockWithDoctor(context, tx, find);
      if (!locked) return refused(SCHEDULE_NOT_FOUND);
      const { doctor } = locked;
      const schedule = toSchedule(locked.row);
      const now = context.now();
      const before = await readRules(tx, doctor, now, context.timeZone);
      const after = { ...before, schedules: before.schedules.filter((each) => each.id !== id) };
      const outside = await newlyOutside(tx, doctor.id, before, after, now);
      const refusals = [
        ...checkVersion(schedule.version, expectedVersion),
        ...checkConflicts(outside, ifBooked),
      ];
      if (refusals.length > 0) return refused(...refusals);
      await deleteSchedule(context, tx, schedule);
      return done({ changed: id, outside });
    },
    { commitIf: isDone },
  );
}

export interface RemoveException {
  scheduleExceptionId: number;
  ifBooked: IfBooked;
}

/** Removes time off or extra hours; answers with the id. */
export async function removeException(
  context: Context,
  { scheduleExceptionId: id, ifBooked }: RemoveException,
): Promise<Outcome<ChangedHours<number>>> {
  return context.db.transaction(
    async (tx) => {
      const find = () => tx.scheduleException.findUnique({ where: { id } });
      const locked = await lockWithDoctor(context, tx, find);
      if (!locked) return refused(EXCEPTION_NOT_FOUND);
      const { doctor } = locked;
      const now = context.now();
      const before = await readRules(tx, doctor, now, context.timeZone);
      const after = { ...before, exceptions: before.exceptions.filter((each) => each.id !== id) };
      const outside = await newlyOutside(tx, doctor.id, before, after, now);
      const refusals = checkConflicts(outside, ifBooked);
      if (refusals.length > 0) return refused(...refusals);
      await deleteException(context, tx, toException(locked.row));
      return done({ changed: id, outside });
    },
    { commitIf: isDone },
  );
}

/**
 * Locks the doctor of a row, which never moves to another one, and reads the row again; null if there is none, or the
 * caller may not decide about the doctor's time.
 */
async function lockWithDoctor<Row extends { doctorId: number }>(
  { caller }: Context,
  tx: PrismaTransaction,
  find: () => Promise<Row | null>,
): Promise<{ row: Row; doctor: Doctor } | null> {
  const known = await find();
  if (!known || !decidesAboutTimeOf(caller, known.doctorId)) return null;
  const doctor = await lockDoctor(tx, known.doctorId);
  const row = doctor && (await find());
  return row && { row, doctor };
}
