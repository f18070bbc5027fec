import type { Context } from "../context.js";
import { hasValues } from "../fields.js";
import type { Doctor } from "../model.js";
import { done, isDone, refused, type Outcome } from "../outcome.js";
import type { Refusal } from "../refusals.js";
import type { Sent } from "../text.js";
import { checkVersion } from "../version.js";
import { checkDoctor, NOT_FOUND, type DoctorFields } from "./rules.js";
import { lockDoctor, updateDoctor } from "./store.js";

export interface UpdateDoctor extends DoctorVersion {
  changes: Sent<DoctorFields>;
}

/** A doctor to be activated, deactivated, toggled or deleted. */
export interface DoctorVersion {
  doctorId: number;
  expectedVersion?: number | null | undefined;
}

/** Changes the fields that are sent; a value that is the same is no change. */
export async function update(
  context: Context,
  { changes, ...doctor }: UpdateDoctor,
): Promise<Outcome<Doctor>> {
  const { fields, refusals } = checkDoctor(changes, ["changes"]);
  return change(context, doctor, () => fields, refusals);
}

/** Lets a doctor take appointments; an active one stays as it is. */
export const activate = (context: Context, doctor: DoctorVersion): Promise<Outcome<Doctor>> =>
  change(context, doctor, () => ({ isActive: true }));

/** Stops new appointments with a doctor; an inactive one stays as it is. */
export const deactivate = (context: Context, doctor: DoctorVersion): Promise<Outcome<Doctor>> =>
  change(context, doctor, () => ({ isActive: false }));

/** Activates an inactive doctor and deactivates an active one. */
export const toggle = (context: Context, doctor: DoctorVersion): Promise<Outcome<Doctor>> =>
  change(context, doctor, ({ isActive }) => ({ isActive: !isActive }));

type Changes = Parameters<typeof updateDoctor>[3];

/** Locks a doctor, and writes what `decide` makes of them. */
function change(
  context: Context,
  { doctorId, expectedVersion }: DoctorVersion,
  decide: (doctor: Doctor) => Changes,
  reasons: readonly Refusal[] = [],
): Promise<Outcome<Doctor>> {
  return context.db.transaction(
    async (tx) => {
      const doctor = await lockDoctor(tx, doctorId);
      if (!doctor) return refused(NOT_FOUND, ...reasons);
      const changes = decide(doctor);
      if (hasValues(doctor, changes) && reasons.length === 0) return done(doctor);
      const refusals = [...checkVersion(doctor.version, expectedVersion), ...reasons];
      if (refusals.length > 0) return refused(...refusals);
      return done(await updateDoctor(context, tx, doctor, changes));
    },
    { commitIf: isDone },
  );
}
