import type { Database, SqlValue } from "../../db/database.js";
import { literalForLike } from "../like.js";
import { toPage, type Keyset, type Page, type PageRequest } from "../keyset.js";
import type { Doctor } from "../model.js";
import { DOCTOR } from "./columns.js";
import { after, inOrder, type ColumnSql } from "./keyset-sql.js";

export type DoctorOrder = "CREATED_ASC" | "CREATED_DESC" | "NAME_ASC" | "NAME_DESC";

const BY_ID: Keyset<Doctor>["columns"] = [{ name: "id", kind: "integer" }];
const BY_NAME: Keyset<Doctor>["columns"] = [{ name: "fullName", kind: "text" }, ...BY_ID];

export const DOCTOR_KEYSETS: Record<DoctorOrder, Keyset<Doctor>> = {
  CREATED_ASC: { columns: BY_ID, direction: "asc" },
  CREATED_DESC: { columns: BY_ID, direction: "desc" },
  NAME_ASC: { columns: BY_NAME, direction: "asc" },
  NAME_DESC: { columns: BY_NAME, direction: "desc" },
};

const SQL: ColumnSql = { id: "d.id", fullName: "d.full_name" };

export interface DoctorFilter {
  isActive?: boolean | null | undefined;
  /** The whole specialty, in any case. */
  specialty?: string | null | undefined;
  /** A part of the name, in any case. */
  name?: string | null | undefined;
}

/** One page of the doctors that match. */
export async function readDoctorPage(
  db: Database,
  filter: DoctorFilter,
  request: PageRequest<DoctorOrder>,
): Promise<Page<Doctor>> {
  const keyset = DOCTOR_KEYSETS[request.orderBy];
  const values: SqlValue[] = [];
  const rows = await db.select(
    `SELECT ${DOCTOR.whole.sql} FROM ${DOCTOR.table}
    WHERE ${matching(filter, values)} AND ${after(keyset, request.after, SQL, values)}
    ORDER BY ${inOrder(keyset, SQL)} LIMIT ?`,
    [...values, request.first + 1],
  );
  return toPage(rows.map(DOCTOR.whole.read), request.first, keyset);
}

/** How many doctors match. */
export async function countDoctors(db: Database, filter: DoctorFilter): Promise<number> {
  const values: SqlValue[] = [];
  const condition = matching(filter, values);
  const [row] = await db.select(`SELECT COUNT(*) FROM ${DOCTOR.table} WHERE ${condition}`, values);
  return row?.[0] as number;
}

/** The condition that the filter sets. @param values what its question marks stand for is added here. */
function matching({ isActive, specialty, name }: DoctorFilter, values: SqlValue[]): string {
  const conditions: string[] = [];
  const require = (condition: string, value: SqlValue) => {
    conditions.push(condition);
    values.push(value);
  };
  if (isActive != null) require("d.is_active = ?", isActive);
  if (specialty != null) require("d.specialty = ?", specialty.trim());
  if (name != null) require("d.full_name LIKE ?", `%${literalForLike(name.trim())}%`);
  return conditions.join(" AND ") || "TRUE";
}
