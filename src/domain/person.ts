import type { Refusal } from "./refusals.js";
import { checkEmail, type Email } from "./patients/email.js";
import { MAXIMUM_LENGTH } from "./limits.js";
import { checkText, type TextRule } from "./text.js";

const NAME: TextRule = { maximumLength: MAXIMUM_LENGTH.name };

export interface PatientFields {
  firstName: string;
  lastName: string;
  email: string;
  phoneNumber: string;
}

export interface DoctorFields {
  fullName: string;
  specialty: string;
}

/** Fields that a caller sends: some may be left out of a change, and any may wrongly be null. */
export type Sent<Fields> = { [Name in keyof Fields]?: Fields[Name] | null | undefined };

type Checked<Fields> = { fields: Fields; refusals: Refusal[] };

type KeptPatient = Omit<PatientFields, "email"> & { email: Email };

/** Where one of the API's doors takes less than the others. */
export interface PatientLimits {
  /** The most characters of a phone number. */
  phoneNumber?: number;
}

/** A patient's fields as they are kept, as many as were sent, and what is wrong with them. */
export function checkPatient(
  sent: PatientFields,
  path?: readonly [],
  limits?: PatientLimits,
): Checked<KeptPatient>;
export function checkPatient(
  sent: Sent<PatientFields>,
  path: readonly string[],
): Checked<Partial<KeptPatient>>;
export function checkPatient(
  sent: Sent<PatientFields>,
  path: readonly string[] = [],
  { phoneNumber = MAXIMUM_LENGTH.phoneNumber }: PatientLimits = {},
): Checked<Partial<KeptPatient>> {
  const { fields, refusals } = checkTexts(
    { firstName: sent.firstName, lastName: sent.lastName },
    { firstName: NAME, lastName: NAME },
    path,
  );
  const email = sent.email === undefined ? null : checkEmail(sent.email, [...path, "email"]);
  const phone = checkTexts(
    { phoneNumber: sent.phoneNumber },
    { phoneNumber: { maximumLength: phoneNumber } },
    path,
  );
  return {
    fields: { ...fields, ...(email && { email: email.email }), ...phone.fields },
    refusals: [...refusals, ...(email?.refusals ?? []), ...phone.refusals],
  };
}

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

function checkTexts<Name extends string>(
  sent: { [N in Name]?: string | null | undefined },
  rules: Record<Name, TextRule>,
  path: readonly string[],
): Checked<Partial<Record<Name, string>>> {
  const fields: Partial<Record<Name, string>> = {};
  const refusals: Refusal[] = [];
  for (const name of Object.keys(rules) as Name[]) {
    const value = sent[name];
    if (value === undefined) continue;
    const checked = checkText(value, [...path, name], rules[name]);
    fields[name] = checked.text;
    refusals.push(...checked.refusals);
  }
  return { fields, refusals };
}
