import { Prisma, type Database } from "../../db/database.js";
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

const SQL: ColumnSql = { id: Prisma.sql`d.id`, fullName: Prisma.sql`d.full_name` };

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
  const rows = await db.select(Prisma.sql`
    SELECT ${DOCTOR.sql} FROM ${DOCTOR.table}
    WHERE ${matching(filter)} AND ${after(keyset, request.after, SQL)}
    ORDER BY ${inOrder(keyset, SQL)}
    LIMIT ${request.first + 1}`);
  const doctors = rows.map((values) => DOCTOR.read(values, 0));
  return toPage(doctors, request.first, keyset);
}

/** How many doctors match. */
export async function countDoctors(db: Database, filter: DoctorFilter): Promise<number> {
  const [row] = await db.select(
    Prisma.sql`SELECT COUNT(*) FROM ${DOCTOR.table} WHERE ${matching(filter)}`,
  );
  return Number(row?.[0]);
}

function matching({ isActive, specialty, name }: DoctorFilter): Prisma.Sql {
  const conditions = [
    isActive == null ? null : Prisma.sql`d.is_active = ${isActive}`,
    specialty == null ? null : Prisma.sql`d.specialty = ${specialty.trim()}`,
    name == null ? null : Prisma.sql`d.full_name LIKE ${`%${literalForLike(name.trim())}%`}`,
  ].filter((condition) => condition !== null);
  return conditions.length === 0 ? Prisma.sql`TRUE` : Prisma.join(conditions, " AND ");
}
