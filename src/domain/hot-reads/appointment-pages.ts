import { Prisma, type Database } from "../../db/database.js";
import { toPage, type Keyset, type Page, type PageRequest } from "../keyset.js";
import type { Appointment, AppointmentStatus, Doctor, Patient } from "../model.js";
import { APPOINTMENT, DOCTOR, PATIENT, type Values } from "./columns.js";
import { after, inOrder, type ColumnSql } from "./keyset-sql.js";

export type AppointmentOrder = "STARTS_AT_ASC" | "STARTS_AT_DESC" | "BOOKED_ASC" | "BOOKED_DESC";

const BY_ID: Keyset<Appointment>["columns"] = [{ name: "id", kind: "integer" }];
const BY_START: Keyset<Appointment>["columns"] = [{ name: "startsAt", kind: "time" }, ...BY_ID];

export const APPOINTMENT_KEYSETS: Record<AppointmentOrder, Keyset<Appointment>> = {
  STARTS_AT_ASC: { columns: BY_START, direction: "asc" },
  STARTS_AT_DESC: { columns: BY_START, direction: "desc" },
  BOOKED_ASC: { columns: BY_ID, direction: "asc" },
  BOOKED_DESC: { columns: BY_ID, direction: "desc" },
};

const SQL: ColumnSql = { id: Prisma.sql`a.id`, startsAt: Prisma.sql`a.starts_at` };

/** Appointments that match all of these; what is left out or null does not matter. */
export interface AppointmentFilter {
  doctorId?: number | null | undefined;
  patientId?: number | null | undefined;
  /** One of these; an empty list matches nothing. */
  status?: readonly AppointmentStatus[] | null | undefined;
  /** Starting at this time or later. */
  startsFrom?: Date | null | undefined;
  /** Starting before this time. */
  startsBefore?: Date | null | undefined;
}

export interface AppointmentPageRequest extends PageRequest<AppointmentOrder> {
  /** What matches all of these filters. */
  filters: readonly AppointmentFilter[];
  /** Nobody if left out. */
  people?: People | undefined;
}

/** Which people are read with each appointment. */
export interface People {
  patient: boolean;
  doctor: boolean;
}

/** An appointment, and of the people it brings together those that were read with it. */
export interface AppointmentRow extends Appointment {
  patient?: Patient;
  doctor?: Doctor;
}

/**
 * Many pages of appointments in one statement, with their people where one of the requests wants them:
 * a page for each of a hundred doctors costs one round trip and a hundred short index ranges.
 */
export async function readAppointmentPages(
  db: Database,
  requests: readonly AppointmentPageRequest[],
): Promise<Page<AppointmentRow>[]> {
  const people = {
    patient: requests.some((request) => request.people?.patient),
    doctor: requests.some((request) => request.people?.doctor),
  };
  const branches = requests.map((request, branch) => branchOf(request, branch, people));
  const rows = await db.select(
    branches.length === 1 && branches[0]
      ? branches[0]
      : Prisma.join(branches, ") UNION ALL (", "(", ")"),
  );
  const rowsOf = requests.map((): AppointmentRow[] => []);
  for (const values of rows) rowsOf[values[0] as number]?.push(toRow(values, people));
  return requests.map(({ first, orderBy }, branch) => {
    const own = rowsOf[branch] ?? [];
    const keyset = APPOINTMENT_KEYSETS[orderBy];
    // SQL promises no order across the branches of a UNION.
    if (branches.length > 1) own.sort(inSameOrder(keyset));
    return toPage(own, first, keyset);
  });
}

/** STRAIGHT_JOIN: the people are looked up for the rows of the page, never the other way round. */
function branchOf(request: AppointmentPageRequest, branch: number, people: People): Prisma.Sql {
  const keyset = APPOINTMENT_KEYSETS[request.orderBy];
  const when = (isWanted: boolean, sql: Prisma.Sql) => (isWanted ? sql : Prisma.empty);
  return Prisma.sql`
    SELECT ${literal(branch)} AS branch, ${APPOINTMENT.sql}
      ${when(people.patient, PATIENT_COLUMNS)} ${when(people.doctor, DOCTOR_COLUMNS)}
    FROM ${APPOINTMENT.table}
      ${when(people.patient, JOIN_PATIENT)} ${when(people.doctor, JOIN_DOCTOR)}
    WHERE ${matching(request.filters)} AND ${after(keyset, request.after, SQL)}
    ORDER BY ${inOrder(keyset, SQL)}
    LIMIT ${request.first + 1}`;
}

const PATIENT_COLUMNS = Prisma.sql`, ${PATIENT.sql}`;
const DOCTOR_COLUMNS = Prisma.sql`, ${DOCTOR.sql}`;
const JOIN_PATIENT = Prisma.sql`STRAIGHT_JOIN ${PATIENT.table} ON p.id = a.patient_id`;
const JOIN_DOCTOR = Prisma.sql`STRAIGHT_JOIN ${DOCTOR.table} ON d.id = a.doctor_id`;

function toRow(values: Values, people: People): AppointmentRow {
  const row: AppointmentRow = APPOINTMENT.read(values, 1);
  const afterAppointment = 1 + APPOINTMENT.count;
  if (people.patient) row.patient = PATIENT.read(values, afterAppointment);
  const afterPatient = afterAppointment + (people.patient ? PATIENT.count : 0);
  if (people.doctor) row.doctor = DOCTOR.read(values, afterPatient);
  return row;
}

/** How many appointments match each list of filters, in one statement. */
export async function countAppointments(
  db: Database,
  requests: readonly (readonly AppointmentFilter[])[],
): Promise<number[]> {
  const branches = requests.map(
    (filters, branch) => Prisma.sql`(
      SELECT ${literal(branch)} AS branch, COUNT(*) AS total
      FROM ${APPOINTMENT.table}
      WHERE ${matching(filters)}
    )`,
  );
  const rows = await db.select(Prisma.join(branches, " UNION ALL "));
  const totals = new Map(rows.map(([branch, total]) => [Number(branch), Number(total)]));
  return requests.map((_, branch) => totals.get(branch) ?? 0);
}

/** The condition that all of the filters set. */
function matching(filters: readonly AppointmentFilter[]): Prisma.Sql {
  const conditions = filters.flatMap((filter) => [
    filter.doctorId == null ? null : Prisma.sql`a.doctor_id = ${filter.doctorId}`,
    filter.patientId == null ? null : Prisma.sql`a.patient_id = ${filter.patientId}`,
    filter.status == null ? null : isOneOf(filter.status),
    filter.startsFrom == null ? null : Prisma.sql`a.starts_at >= ${filter.startsFrom}`,
    filter.startsBefore == null ? null : Prisma.sql`a.starts_at < ${filter.startsBefore}`,
  ]);
  const given = conditions.filter((condition) => condition !== null);
  return given.length === 0 ? Prisma.sql`TRUE` : Prisma.join(given, " AND ");
}

const isOneOf = (statuses: readonly AppointmentStatus[]): Prisma.Sql =>
  statuses.length === 0
    ? Prisma.sql`FALSE`
    : Prisma.sql`a.status IN (${Prisma.join([...statuses])})`;

const literal = (branch: number): Prisma.Sql => Prisma.raw(String(branch));

function inSameOrder({
  columns,
  direction,
}: Keyset<Appointment>): (one: Appointment, other: Appointment) => number {
  const sign = direction === "asc" ? 1 : -1;
  return (one, other) => {
    const difference = columns === BY_ID ? 0 : one.startsAt.getTime() - other.startsAt.getTime();
    return sign * (difference || one.id - other.id);
  };
}
