import { MAXIMUM_LENGTH } from "../limits.js";
import type { Refusal } from "../refusals.js";
import { checkTexts, type Checked, type Sent, type TextRule } from "../text.js";
import { checkEmail, type Email } from "./email.js";

const NAME: TextRule = { maximumLength: MAXIMUM_LENGTH.name };

export interface PatientFields {
  firstName: string;
  lastName: string;
  email: string;
  phoneNumber: string;
}

/** The fields as they are kept. */
export type KeptFields = Omit<PatientFields, "email"> & { email: Email };

/** Where one of the APIs takes less than the others. */
export interface PatientLimits {
  /** The most characters of a phone number. */
  phoneNumber?: number;
}

export const NOT_FOUND: Refusal = { code: "PATIENT_NOT_FOUND", path: ["patientId"] };

/** A patient's fields as they are kept, as many as were sent, and what is wrong with them. */
export function checkPatient(
  sent: PatientFields,
  path?: readonly [],
  limits?: PatientLimits,
): Checked<KeptFields>;
export function checkPatient(
  sent: Sent<PatientFields>,
  path: readonly string[],
): Checked<Partial<KeptFields>>;
export function checkPatient(
  sent: Sent<PatientFields>,
  path: readonly string[] = [],
  { phoneNumber = MAXIMUM_LENGTH.phoneNumber }: PatientLimits = {},
): Checked<Partial<KeptFields>> {
  const names = checkTexts(sent, { firstName: NAME, lastName: NAME }, path);
  const email = sent.email === undefined ? null : checkEmail(sent.email, [...path, "email"]);
  const phone = checkTexts(sent, { phoneNumber: { maximumLength: phoneNumber } }, path);
  return {
    fields: { ...names.fields, ...(email && { email: email.email }), ...phone.fields },
    refusals: [...names.refusals, ...(email?.refusals ?? []), ...phone.refusals],
  };
}
