import type { PrismaTransaction } from "../../db/database.js";
import { decidesAboutTimeOf } from "../permissions/scopes.js";
import type { Context } from "../context.js";
import { lockDoctor } from "../doctors/store.js";
import type { Appointment, Doctor, ScheduleException } from "../model.js";
import { done, isDone, refused, type Outcome } from "../outcome.js";
import type { Refusal } from "../refusals.js";
import { checkConflicts, newlyOutside, type IfBooked } from "./conflicts.js";
import type { ChangedHours } from "./publish.js";
import { checkNote, checkTimesOfException } from "./rules.js";
import { addException, openCalendar, readRules, type ExceptionFields } from "./store.js";

export interface AddExtraHours {
  /** Each of them gets the exception, in their own zone. One that stands twice gets it once. */
  doctorIds: readonly number[];
  from: number;
  until: number;
  note?: string | null | undefined;
}

export interface AddTimeOff extends AddExtraHours {
  ifBooked: IfBooked;
}

/** Adds time off to doctors. */
export const addTimeOff = (
  context: Context,
  { ifBooked, ...input }: AddTimeOff,
): Promise<Outcome<ChangedHours<ScheduleException[]>>> => add(context, "TIME_OFF", input, ifBooked);

/** Adds extra hours to doctors. They put no appointment outside the hours. */
export const addExtraHours = (
  context: Context,
  input: AddExtraHours,
): Promise<Outcome<ChangedHours<ScheduleException[]>>> =>
  add(context, "EXTRA_HOURS", input, "KEEP");

async function add(
  context: Context,
  kind: ScheduleException["kind"],
  { doctorIds, from, until, note: sentNote }: AddExtraHours,
  ifBooked: IfBooked,
): Promise<Outcome<ChangedHours<ScheduleException[]>>> {
  const { note, refusals: wrongNote } = checkNote(sentNote);
  const fields: ExceptionFields = { kind, from, until, note };
  const wrong = [...checkSome(doctorIds), ...checkTimesOfException(fields), ...wrongNote];
  return context.db.transaction(
    async (tx) => {
      const { doctors, missing } = await lockAll(context, tx, doctorIds);
      const refusals = [...missing, ...wrong];
      if (refusals.length > 0) return refused(...refusals);
      const outside: Appointment[] = [];
      const changed: ScheduleException[] = [];
      for (const doctor of doctors) {
        const now = context.now();
        const before = await readRules(tx, doctor, now, context.timeZone);
        const after = { ...before, exceptions: [...before.exceptions, fields] };
        if (kind === "TIME_OFF") {
          outside.push(...(await newlyOutside(tx, doctor.id, before, after, now)));
        }
        await openCalendar(tx, doctor, before.zone);
        changed.push(await addException(context, tx, doctor.id, fields));
      }
      outside.sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
      // What was written is rolled back.
      const conflicts = checkConflicts(outside, ifBooked);
      return conflicts.length > 0 ? refused(...conflicts) : done({ changed, outside });
    },
    { commitIf: isDone },
  );
}

const checkSome = (doctorIds: readonly number[]): Refusal[] =>
  doctorIds.length > 0 ? [] : [{ code: "REQUIRED", path: ["doctorIds"] }];

/**
 * Locks doctors about whose time the caller may decide, in the order of their ids, so that no two transactions wait for
 * each other. The others are missing.
 */
async function lockAll(
  { caller }: Context,
  tx: PrismaTransaction,
  doctorIds: readonly number[],
): Promise<{ doctors: Doctor[]; missing: Refusal[] }> {
  const doctors: Doctor[] = [];
  const missing: Refusal[] = [];
  for (const id of [...new Set(doctorIds)].sort((one, other) => one - other)) {
    const doctor = decidesAboutTimeOf(caller, id) ? await lockDoctor(tx, id) : null;
    if (doctor) doctors.push(doctor);
    else
      missing.push({
        code: "DOCTOR_NOT_FOUND",
        path: ["doctorIds", String(doctorIds.indexOf(id))],
      });
  }
  return { doctors, missing };
}
