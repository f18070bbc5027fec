import type { Context } from "../context.js";
import type { Patient } from "../model.js";
import { done, isDone, refused, type Outcome } from "../outcome.js";
import { checkEmailIsFree } from "./change.js";
import { checkPatient, type PatientFields, type PatientLimits } from "./rules.js";
import { createPatient } from "./store.js";

/** Adds a patient. @param limits where a caller may send less than others. */
export async function register(
  context: Context,
  input: PatientFields,
  limits?: PatientLimits,
): Promise<Outcome<Patient>> {
  const { fields, refusals } = checkPatient(input, [], limits);
  return context.db.transaction(
    async (tx) => {
      const taken = await checkEmailIsFree(tx, fields.email, ["email"]);
      const reasons = [...refusals, ...taken];
      if (reasons.length > 0) return refused(...reasons);
      return done(await createPatient(context, tx, fields));
    },
    { commitIf: isDone },
  );
}
