import { MAXIMUM_LENGTH } from "../limits.js";
import type { Refusal } from "../refusals.js";
import { checkTexts, type Checked, type Sent, type TextRule } from "../text.js";

const NAME: TextRule = { maximumLength: MAXIMUM_LENGTH.name };

export interface DoctorFields {
  fullName: string;
  specialty: string;
}

export const NOT_FOUND: Refusal = { code: "DOCTOR_NOT_FOUND", path: ["doctorId"] };

/** A doctor's fields as they are kept, as many as were sent, and what is wrong with them. */
export function checkDoctor(sent: DoctorFields): Checked<DoctorFields>;
export function checkDoctor(
  sent: Sent<DoctorFields>,
  path: readonly string[],
): Checked<Partial<DoctorFields>>;
export function checkDoctor(
  sent: Sent<DoctorFields>,
  path: readonly string[] = [],
): Checked<Partial<DoctorFields>> {
  return checkTexts(sent, { fullName: NAME, specialty: NAME }, path);
}
