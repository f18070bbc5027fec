import type { SqlValue } from "../../db/database.js";
import { hasPatient, patientScope, type PatientScope } from "../permissions/scopes.js";
import type { Context } from "../context.js";
import type { Keyset, Page, PageRequest } from "../reading/keyset.js";
import { countRows, readPage } from "../reading/pages.js";
import type { Patient } from "../model.js";
import type { Refusal } from "../refusals.js";
import type { Sent } from "../text.js";
import { inPages } from "../reading/streaming.js";
import { normalizeEmail } from "./email.js";
import { checkPatient, type PatientFields } from "./rules.js";
import { readSearch } from "../reading/search.js";
import { PATIENT } from "../reading/columns.js";

export type PatientOrder = "REGISTERED_ASC" | "REGISTERED_DESC" | "NAME_ASC" | "NAME_DESC";

const BY_ID: Keyset<Patient>["columns"] = [{ name: "id", kind: "integer" }];
const BY_NAME: Keyset<Patient>["columns"] = [
  { name: "lastName", kind: "text" },
  { name: "firstName", kind: "text" },
  ...BY_ID,
];

export const PATIENT_KEYSETS: Record<PatientOrder, Keyset<Patient>> = {
  REGISTERED_ASC: { columns: BY_ID, direction: "asc" },
  REGISTERED_DESC: { columns: BY_ID, direction: "desc" },
  NAME_ASC: { columns: BY_NAME, direction: "asc" },
  NAME_DESC: { columns: BY_NAME, direction: "desc" },
};

/** The patient with this id; null if there is none, or not among the caller's. */
export async function byId(context: Context, id: number): Promise<Patient | null> {
  const scope = patientScope(context.caller);
  if (scope === null) return context.reads.patient(id);
  // Both are asked for whoever it is, so that no answer takes longer than another.
  const [patient, isVisible] = await Promise.all([
    context.reads.patient(id),
    isInScope(context, scope, id),
  ]);
  return isVisible ? patient : null;
}

/** The patient with this email, in any case; null if there is none, or not among the caller's. */
export async function byEmail(context: Context, email: string): Promise<Patient | null> {
  const { key } = normalizeEmail(email);
  if (key === "") return null;
  const found = await context.db.read(({ patient }) => {
    return patient.findUnique({ where: { emailKey: key } });
  });
  const scope = patientScope(context.caller);
  if (scope === null) return found;
  return (await isInScope(context, scope, found?.id ?? NOBODY)) ? found : null;
}

/** No patient has this id. */
const NOBODY = 0;

async function isInScope(
  { reads }: Context,
  scope: PatientScope,
  patientId: number,
): Promise<boolean> {
  const isPatient =
    typeof scope === "object" && "doctorId" in scope
      ? await reads.isPatientOf(scope.doctorId, patientId)
      : false;
  return hasPatient(scope, patientId, () => isPatient);
}

/** What is wrong with a patient's fields, whatever patients there are. */
export const check = (_context: Context, fields: Sent<PatientFields>): Refusal[] =>
  checkPatient(fields, []).refusals;

/** All of the caller's patients, in the order of their ids, read bit by bit. */
export const stream = (context: Context): AsyncGenerator<Patient[]> =>
  inPages((first, after) => page(context, {}, { orderBy: "REGISTERED_ASC", first, after }));

export interface PatientFilter {
  /** Starts a name, a full name in either order, or the email. */
  search?: string | null | undefined;
}

/** One page of the caller's patients that match. */
export const page = (
  { db, caller }: Context,
  filter: PatientFilter,
  request: PageRequest<PatientOrder>,
): Promise<Page<Patient>> =>
  readPage(
    db,
    PATIENT,
    PATIENT_KEYSETS[request.orderBy],
    (values) => matching(patientScope(caller), filter, values),
    request,
  );

/** How many of the caller's patients match. */
export const count = ({ db, caller }: Context, filter: PatientFilter): Promise<number> =>
  countRows(db, PATIENT, (values) => matching(patientScope(caller), filter, values));

/** The last character of Unicode, which comes after all others in every collation. */
const LAST_CHARACTER = "\u{10ffff}";

/** The condition that the caller's scope and the filter set. @param values what its question marks stand for is added here. */
function matching(scope: PatientScope | null, filter: PatientFilter, values: SqlValue[]): string {
  if (scope === null) return found(filter, values);
  return `${inScope(scope, values)} AND ${found(filter, values)}`;
}

function inScope(scope: PatientScope, values: SqlValue[]): string {
  if (scope === "nobody") return "FALSE";
  if ("patientId" in scope) {
    values.push(scope.patientId);
    return "p.id = ?";
  }
  values.push(scope.doctorId);
  return "EXISTS (SELECT 1 FROM appointments a WHERE a.doctor_id = ? AND a.patient_id = p.id)";
}

/**
 * The condition that the filter sets: three or four ranges of indexes, however many words are searched for. The names' collation
 * is blind to case and accents; of an email both what is shown and its key, which has the domain in ASCII, are compared.
 *
 * @param values what its question marks stand for is added here.
 */
function found({ search }: PatientFilter, values: SqlValue[]): string {
  const sought = readSearch(search ?? "");
  if (sought === null) return "FALSE";
  if (sought.form === "") return "TRUE";
  const startsWith = (column: string, start: string): string => {
    values.push(start, start + LAST_CHARACTER);
    return `${column} >= ? AND ${column} < ?`;
  };
  const ranges = [
    startsWith("p.search_first_last", sought.form),
    startsWith("p.search_last_first", sought.form),
    startsWith("p.email", sought.text),
    // Up to its domain, the key starts with nothing that the email does not start with.
    ...(sought.text.includes("@") ? [startsWith("p.email_key", sought.text.toLowerCase())] : []),
  ];
  return `(${ranges.join(" OR ")})`;
}
