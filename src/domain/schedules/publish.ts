import { decidesAboutTimeOf } from "../permissions/scopes.js";
import type { Context } from "../context.js";
import { NOT_FOUND as DOCTOR_NOT_FOUND } from "../doctors/rules.js";
import { lockDoctor } from "../doctors/store.js";
import { MAXIMUM_SCHEDULES } from "../limits.js";
import type { Appointment, Schedule } from "../model.js";
import { done, isDone, refused, type Outcome } from "../outcome.js";
import { checkVersion } from "../version.js";
import { checkConflicts, newlyOutside, type IfBooked } from "./conflicts.js";
import { checkSchedule, TOO_MANY_SCHEDULES, type ScheduleFields } from "./rules.js";
import { openCalendar, readRules, writeSchedule } from "./store.js";

/** A change of hours, and the booked appointments that it leaves outside them, the earliest first. */
export interface ChangedHours<Thing> {
  changed: Thing;
  outside: readonly Appointment[];
}

export interface PublishSchedule extends ScheduleFields {
  doctorId: number;
  ifBooked: IfBooked;
  expectedVersion?: number | null | undefined;
}

/** Publishes hours of a doctor, in the place of a schedule with the same `validFrom`. Doctors publish their own. */
export async function publish(
  context: Context,
  { doctorId, ifBooked, expectedVersion, ...fields }: PublishSchedule,
): Promise<Outcome<ChangedHours<Schedule>>> {
  const wrong = checkSchedule(fields);
  return context.db.transaction(
    async (tx) => {
      const doctor = decidesAboutTimeOf(context.caller, doctorId)
        ? await lockDoctor(tx, doctorId)
        : null;
      if (!doctor) return refused(DOCTOR_NOT_FOUND, ...wrong);
      const now = context.now();
      const before = await readRules(tx, doctor, now, context.timeZone);
      const replaced = before.schedules.find(({ validFrom }) => validFrom === fields.validFrom);
      const others = before.schedules.filter((each) => each !== replaced);
      const refusals = [
        ...wrong,
        // One that was removed meanwhile has no version any more.
        ...checkVersion(replaced?.version ?? 0, expectedVersion),
        ...(!replaced && others.length >= MAXIMUM_SCHEDULES ? [TOO_MANY_SCHEDULES] : []),
      ];
      if (refusals.length > 0) return refused(...refusals);
      const zone = fields.timeZone ?? before.zone;
      const after = { ...before, zone, schedules: [...others, fields] };
      const outside = await newlyOutside(tx, doctorId, before, after, now);
      const conflicts = checkConflicts(outside, ifBooked);
      if (conflicts.length > 0) return refused(...conflicts);
      await openCalendar(tx, doctor, zone);
      const changed = await writeSchedule(context, tx, doctorId, replaced ?? null, fields);
      return done({ changed, outside });
    },
    { commitIf: isDone },
  );
}
