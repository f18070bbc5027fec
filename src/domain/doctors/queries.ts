import type { SqlValue } from "../../db/database.js";
import type { Context } from "../context.js";
import type { Keyset, Page, PageRequest } from "../reading/keyset.js";
import { countRows, readPage } from "../reading/pages.js";
import type { Doctor } from "../model.js";
import type { Refusal } from "../refusals.js";
import type { Sent } from "../text.js";
import { inPages } from "../reading/streaming.js";
import { checkDoctor, type DoctorFields } from "./rules.js";
import { readSearch } from "../reading/search.js";
import { DOCTOR } from "../reading/columns.js";

export type DoctorOrder = "CREATED_ASC" | "CREATED_DESC" | "NAME_ASC" | "NAME_DESC";

const BY_ID: Keyset<Doctor>["columns"] = [{ name: "id", kind: "integer" }];
const BY_NAME: Keyset<Doctor>["columns"] = [{ name: "fullName", kind: "text" }, ...BY_ID];

export const DOCTOR_KEYSETS: Record<DoctorOrder, Keyset<Doctor>> = {
  CREATED_ASC: { columns: BY_ID, direction: "asc" },
  CREATED_DESC: { columns: BY_ID, direction: "desc" },
  NAME_ASC: { columns: BY_NAME, direction: "asc" },
  NAME_DESC: { columns: BY_NAME, direction: "desc" },
};

/** The doctor with this id; null if there is none. */
export const byId = ({ reads }: Context, id: number): Promise<Doctor | null> => reads.doctor(id);

/** What is wrong with a doctor's fields, whatever doctors there are. */
export const check = (_context: Context, fields: Sent<DoctorFields>): Refusal[] =>
  checkDoctor(fields, []).refusals;

/** All doctors, in the order of their ids, read bit by bit. */
export const stream = (context: Context): AsyncGenerator<Doctor[]> =>
  inPages((first, after) => page(context, {}, { orderBy: "CREATED_ASC", first, after }));

export interface DoctorFilter {
  isActive?: boolean | null | undefined;
  /** The whole specialty, in the form in which names are searched. */
  specialty?: string | null | undefined;
  /** A part of the name, in the form in which names are searched. */
  name?: string | null | undefined;
}

/** One page of the doctors that match. */
export const page = (
  { db }: Context,
  filter: DoctorFilter,
  request: PageRequest<DoctorOrder>,
): Promise<Page<Doctor>> =>
  readPage(
    db,
    DOCTOR,
    DOCTOR_KEYSETS[request.orderBy],
    (values) => matching(filter, values),
    request,
  );

/** How many doctors match. */
export const count = ({ db }: Context, filter: DoctorFilter): Promise<number> =>
  countRows(db, DOCTOR, (values) => matching(filter, values));

/** The condition that the filter sets. @param values what its question marks stand for is added here. */
function matching({ isActive, specialty, name }: DoctorFilter, values: SqlValue[]): string {
  const conditions: string[] = [];
  const require = (condition: string, value: SqlValue) => {
    conditions.push(condition);
    values.push(value);
  };
  const wholeSpecialty = specialty == null ? undefined : readSearch(specialty);
  const partOfName = name == null ? undefined : readSearch(name);
  if (wholeSpecialty === null || partOfName === null) return "FALSE";
  if (isActive != null) require("d.is_active = ?", isActive);
  if (wholeSpecialty) require("d.search_specialty = ?", wholeSpecialty.form);
  if (partOfName) require("d.search_full_name LIKE ? ESCAPE '|'", anywhere(partOfName.form));
  return conditions.join(" AND ") || "TRUE";
}

/** A pattern for LIKE. Not the backslash escapes its wildcards: some servers are set to take it for a letter. */
const anywhere = (text: string): string => `%${text.replace(/[|%_]/g, "|$&")}%`;
