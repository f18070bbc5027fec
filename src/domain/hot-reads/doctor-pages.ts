import { Prisma, type Database } from "../../db/database.js";
import { literalForLike } from "../like.js";
import { toPage, type Keyset, type Page, type PageRequest } from "../keyset.js";
import type { Doctor } from "../model.js";
import { DOCTOR } from "./columns.js";

export type DoctorOrder = "CREATED_ASC" | "CREATED_DESC" | "NAME_ASC" | "NAME_DESC";

const BY_ID: Keyset<Doctor>["columns"] = [{ name: "id", kind: "integer" }];
const BY_NAME: Keyset<Doctor>["columns"] = [{ name: "fullName", kind: "text" }, ...BY_ID];

export const DOCTOR_KEYSETS: Record<DoctorOrder, Keyset<Doctor>> = {
  CREATED_ASC: { columns: BY_ID, direction: "asc" },
  CREATED_DESC: { columns: BY_ID, direction: "desc" },
  NAME_ASC: { columns: BY_NAME, direction: "asc" },
  NAME_DESC: { columns: BY_NAME, direction: "desc" },
};

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
  const rows = await db.select(Prisma.sql`
    SELECT ${DOCTOR.sql} FROM doctors d
    WHERE ${matching(filter)} AND ${after(request)}
    ORDER BY ${inOrder(request)}
    LIMIT ${request.first + 1}`);
  const doctors = rows.map((values) => DOCTOR.read(values, 0));
  return toPage(doctors, request.first, DOCTOR_KEYSETS[request.orderBy]);
}

/** How many doctors match. */
export async function countDoctors(db: Database, filter: DoctorFilter): Promise<number> {
  const [row] = await db.select(
    Prisma.sql`SELECT COUNT(*) FROM doctors d WHERE ${matching(filter)}`,
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

/** The rows after the request's position; the first comparison is what an index can use. */
function after({ after: position, orderBy }: PageRequest<DoctorOrder>): Prisma.Sql {
  if (position === null) return Prisma.sql`TRUE`;
  const beyond = isAscending(orderBy) ? Prisma.sql`>` : Prisma.sql`<`;
  const id = Number(position.at(-1));
  if (isById(orderBy)) return Prisma.sql`d.id ${beyond} ${id}`;
  const name = position[0];
  return Prisma.sql`d.full_name ${beyond}= ${name} AND (d.full_name ${beyond} ${name} OR d.id ${beyond} ${id})`;
}

function inOrder({ orderBy }: PageRequest<DoctorOrder>): Prisma.Sql {
  const direction = isAscending(orderBy) ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  return isById(orderBy)
    ? Prisma.sql`d.id ${direction}`
    : Prisma.sql`d.full_name ${direction}, d.id ${direction}`;
}

const isAscending = (orderBy: DoctorOrder): boolean => DOCTOR_KEYSETS[orderBy].direction === "asc";

const isById = (orderBy: DoctorOrder): boolean => DOCTOR_KEYSETS[orderBy].columns === BY_ID;
