import type { Context } from "../context.js";
import type { Doctor } from "../model.js";
import { done, refused, type Outcome } from "../outcome.js";
import { checkDoctor, type DoctorFields } from "./rules.js";
import { createDoctor } from "./store.js";

export interface CreateDoctor extends DoctorFields {
  /** Whether the doctor takes appointments at once; true if left out. */
  isActive?: boolean | null | undefined;
}

/** Adds a doctor. */
export async function create(context: Context, input: CreateDoctor): Promise<Outcome<Doctor>> {
  const { fields, refusals } = checkDoctor(input);
  if (refusals.length > 0) return refused(...refusals);
  const isActive = input.isActive ?? true;
  return context.db.transaction(async (tx) => {
    return done(await createDoctor(context, tx, { ...fields, isActive }));
  });
}
