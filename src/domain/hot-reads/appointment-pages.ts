import type { Database, SqlValue } from "../../db/database.js";
import { toPage, type Keyset, type Page, type PageRequest } from "../keyset.js";
import type { Appointment, AppointmentStatus, Doctor, Patient } from "../model.js";
import { APPOINTMENT, DOCTOR, PATIENT, type Fields, type Part, type Values } from "./columns.js";
import { after, inOrder, type ColumnSql } from "./keyset-sql.js";

export type AppointmentOrder = "STARTS_AT_ASC" | "STARTS_AT_DESC" | "BOOKED_ASC" | "BOOKED_DESC";

const BY_ID: Keyset<AppointmentRow>["columns"] = [{ name: "id", kind: "integer" }];
const BY_START: Keyset<AppointmentRow>["columns"] = [{ name: "startsAt", kind: "time" }, ...BY_ID];

export const APPOINTMENT_KEYSETS: Record<AppointmentOrder, Keyset<AppointmentRow>> = {
  STARTS_AT_ASC: { columns: BY_START, direction: "asc" },
  STARTS_AT_DESC: { columns: BY_START, direction: "desc" },
  BOOKED_ASC: { columns: BY_ID, direction: "asc" },
  BOOKED_DESC: { columns: BY_ID, direction: "desc" },
};

const SQL: ColumnSql = { id: "a.id", startsAt: "a.starts_at" };

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
  /**
   * The names of the fields that are wanted, of the appointments and, if `patient` or `doctor` is among
   * them, of these people; all of the appointments' own if left out. More may be read.
   */
  fields?: Fields | undefined;
}

/** What is read of every appointment, wanted or not: whose it is, and where it stands in its list. */
type Always = Pick<Appointment, "id" | "patientId" | "doctorId" | "startsAt">;
const ALWAYS: readonly (keyof Always)[] = ["id", "patientId", "doctorId", "startsAt"];

const OWN_FIELDS: Fields = new Set(APPOINTMENT.fields);

export type PatientRow = Part<Patient>;
export type DoctorRow = Part<Doctor>;

/** An appointment as far as it was read, and of the people it brings together those who were wanted. */
export type AppointmentRow = Always &
  Part<Appointment> & { patient?: PatientRow; doctor?: DoctorRow };

/**
 * Many pages of appointments in one statement, with their people where one of the requests wants them:
 * a page for each of a hundred doctors costs one round trip and a hundred short index ranges.
 */
export async function readAppointmentPages(
  db: Database,
  requests: readonly AppointmentPageRequest[],
): Promise<Page<AppointmentRow>[]> {
  const shape = shapeOfAll(requests);
  const values: SqlValue[] = [];
  const branches = requests.map((request, branch) => branchOf(request, branch, shape, values));
  const isOne = branches.length === 1;
  const rows = await db.lookUp(
    isOne ? branches.join() : `(${branches.join(") UNION ALL (")})`,
    values,
  );
  const rowsOf = requests.map((): AppointmentRow[] => []);
  for (const row of rows) rowsOf[row[shape.branchAt] as number]?.push(shape.read(row));
  return requests.map(({ first, orderBy }, branch) => {
    const own = rowsOf[branch] ?? [];
    const keyset = APPOINTMENT_KEYSETS[orderBy];
    // SQL promises no order across the branches of a UNION.
    if (!isOne) own.sort(inSameOrder(keyset));
    return toPage(own, first, keyset);
  });
}

/** STRAIGHT_JOIN: the people are looked up for the rows of the page, never the other way round. */
function branchOf(
  request: AppointmentPageRequest,
  branch: number,
  { columns, tables }: Shape,
  values: SqlValue[],
): string {
  const keyset = APPOINTMENT_KEYSETS[request.orderBy];
  const conditions = `${matching(request.filters, values)} AND ${after(keyset, request.after, SQL, values)}`;
  values.push(request.first + 1);
  return `SELECT ${columns}, ${branch} AS branch FROM ${tables}
    WHERE ${conditions} ORDER BY ${inOrder(keyset, SQL)} LIMIT ?`;
}

/** What is read for some wanted fields: to stand behind SELECT and FROM, and what becomes of a row. */
interface Shape {
  columns: string;
  tables: string;
  /** Where in a row the number of its branch stands. */
  branchAt: number;
  read: (values: Values) => AppointmentRow;
}

/** Callers that ask again and again hand in the same set. */
const shapes = new WeakMap<Fields, Shape>();

function shapeOfAll(requests: readonly AppointmentPageRequest[]): Shape {
  const [fields = OWN_FIELDS, ...others] = new Set(
    requests.map((request) => request.fields ?? OWN_FIELDS),
  );
  if (others.length > 0)
    return makeShape(new Set([fields, ...others].flatMap((each) => [...each])));
  const known = shapes.get(fields) ?? makeShape(fields);
  shapes.set(fields, known);
  return known;
}

function makeShape(fields: Fields): Shape {
  const appointment = APPOINTMENT.of(new Set([...fields, ...ALWAYS]), 0);
  const patient = fields.has("patient") ? PATIENT.of(fields, appointment.count) : null;
  const afterPatient = appointment.count + (patient?.count ?? 0);
  const doctor = fields.has("doctor") ? DOCTOR.of(fields, afterPatient) : null;
  return {
    columns: [appointment, patient, doctor].flatMap((each) => each?.sql ?? []).join(", "),
    tables:
      APPOINTMENT.table +
      (patient ? ` STRAIGHT_JOIN ${PATIENT.table} ON p.id = a.patient_id` : "") +
      (doctor ? ` STRAIGHT_JOIN ${DOCTOR.table} ON d.id = a.doctor_id` : ""),
    branchAt: afterPatient + (doctor?.count ?? 0),
    read(values) {
      const row = appointment.read(values) as AppointmentRow;
      if (patient) row.patient = patient.read(values);
      if (doctor) row.doctor = doctor.read(values);
      return row;
    },
  };
}

/** How many appointments match each list of filters, in one statement. */
export async function countAppointments(
  db: Database,
  requests: readonly (readonly AppointmentFilter[])[],
): Promise<number[]> {
  const values: SqlValue[] = [];
  const branches = requests.map(
    (filters, branch) =>
      `(SELECT ${branch} AS branch, COUNT(*) AS total FROM ${APPOINTMENT.table} WHERE ${matching(filters, values)})`,
  );
  const rows = await db.select(branches.join(" UNION ALL "), values);
  const totals = new Map(rows as [number, number][]);
  return requests.map((_, branch) => totals.get(branch) ?? 0);
}

/** The condition that all of the filters set. @param values what its question marks stand for is added here. */
function matching(filters: readonly AppointmentFilter[], values: SqlValue[]): string {
  const conditions: string[] = [];
  const require = (condition: string, ...given: SqlValue[]) => {
    conditions.push(condition);
    values.push(...given);
  };
  for (const { doctorId, patientId, status, startsFrom, startsBefore } of filters) {
    if (doctorId != null) require("a.doctor_id = ?", doctorId);
    if (patientId != null) require("a.patient_id = ?", patientId);
    if (status != null) require(isOneOf(status.length), ...status);
    if (startsFrom != null) require("a.starts_at >= ?", startsFrom);
    if (startsBefore != null) require("a.starts_at < ?", startsBefore);
  }
  return conditions.join(" AND ") || "TRUE";
}

const isOneOf = (count: number): string =>
  count === 0 ? "FALSE" : `a.status IN (${Array.from({ length: count }, () => "?").join()})`;

function inSameOrder({
  columns,
  direction,
}: Keyset<AppointmentRow>): (one: AppointmentRow, other: AppointmentRow) => number {
  const sign = direction === "asc" ? 1 : -1;
  return (one, other) => {
    const difference = columns === BY_ID ? 0 : one.startsAt.getTime() - other.startsAt.getTime();
    return sign * (difference || one.id - other.id);
  };
}
