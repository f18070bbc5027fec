import type { SqlValue } from "../../db/database.js";
import { appointmentScope, seesAppointment } from "../permissions/scopes.js";
import type { Context } from "../context.js";
import { toPage, type Keyset, type Page, type PageRequest } from "../reading/keyset.js";
import type { Appointment, AppointmentStatus, Doctor, Patient } from "../model.js";
import { FIRST_MOMENT, LAST_MOMENT, wholeSeconds } from "../time.js";
import {
  APPOINTMENT,
  DOCTOR,
  PATIENT,
  type Fields,
  type Part,
  type Values,
} from "../reading/columns.js";
import { after, inOrder } from "../reading/keyset-sql.js";
import type { Refusal } from "../refusals.js";
import { checkTimes, type AskedTimes } from "./rules.js";

export type AppointmentOrder = "STARTS_AT_ASC" | "STARTS_AT_DESC" | "BOOKED_ASC" | "BOOKED_DESC";

const BY_ID: Keyset<AppointmentRow>["columns"] = [{ name: "id", kind: "integer" }];
const BY_START: Keyset<AppointmentRow>["columns"] = [{ name: "startsAt", kind: "time" }, ...BY_ID];

export const APPOINTMENT_KEYSETS: Record<AppointmentOrder, Keyset<AppointmentRow>> = {
  STARTS_AT_ASC: { columns: BY_START, direction: "asc" },
  STARTS_AT_DESC: { columns: BY_START, direction: "desc" },
  BOOKED_ASC: { columns: BY_ID, direction: "asc" },
  BOOKED_DESC: { columns: BY_ID, direction: "desc" },
};

/** The appointment with this id; null if there is none, or it is not the caller's. */
export async function byId({ reads, caller }: Context, id: number): Promise<Appointment | null> {
  const found = await reads.appointment(id);
  return found && seesAppointment(caller, found) ? found : null;
}

/** What is wrong with the times of an appointment, whatever else is in the calendar. */
export const check = ({ now }: Context, times: AskedTimes): Refusal[] => checkTimes(times, now());

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
 * Many pages of the caller's appointments in one statement, with their people where one of the requests wants them:
 * a page for each of a hundred doctors costs one round trip and a hundred short index ranges.
 */
export async function pages(
  { db, caller }: Context,
  requests: readonly AppointmentPageRequest[],
): Promise<Page<AppointmentRow>[]> {
  const scope = appointmentScope(caller);
  const shape = shapeOfAll(requests);
  const { statement, values, branchOf } = union(
    requests.map((request) => pageOf(request, scope, shape.tables)),
    (branch) => `${shape.columns}, ${branch} AS branch`,
  );
  const rows = await db.selectPipelined(statement, values);
  const rowsOf = new Map<number, AppointmentRow[]>();
  for (const row of rows) {
    const branch = row[shape.branchAt] as number;
    const known = rowsOf.get(branch);
    if (known) known.push(shape.read(row));
    else rowsOf.set(branch, [shape.read(row)]);
  }
  return requests.map(({ first, orderBy }, index) => {
    const own = rowsOf.get(branchOf[index] ?? 0) ?? [];
    const keyset = APPOINTMENT_KEYSETS[orderBy];
    // SQL promises no order across the branches of a UNION.
    if (requests.length > 1) own.sort(inSameOrder(keyset));
    return toPage(own, first, keyset);
  });
}

/** What follows the columns of a SELECT, and what its question marks stand for. */
interface Branch {
  source: string;
  values: SqlValue[];
}

/** STRAIGHT_JOIN: the people are looked up for the rows of the page, never the other way round. */
function pageOf(
  { filters, orderBy, first, after: position }: AppointmentPageRequest,
  scope: AppointmentFilter | null,
  tables: string,
): Branch {
  const keyset = APPOINTMENT_KEYSETS[orderBy];
  const values: SqlValue[] = [];
  const conditions = `${matching(scope, filters, values)} AND ${after(keyset, position, APPOINTMENT, values)}`;
  values.push(first + 1);
  const order = inOrder(keyset, APPOINTMENT);
  return { source: `FROM ${tables} WHERE ${conditions} ORDER BY ${order} LIMIT ?`, values };
}

/**
 * One statement for many SELECTs; equal ones are sent once.
 *
 * @param columns what is selected in the branch with this number.
 * @returns with the statement, which branch answers each of them.
 */
function union(
  branches: readonly Branch[],
  columns: (branch: number) => string,
): { statement: string; values: SqlValue[]; branchOf: number[] } {
  const selects: string[] = [];
  const values: SqlValue[] = [];
  const numbers = new Map<string, number>();
  const branchOf = branches.map((branch) => {
    const key = branches.length > 1 ? JSON.stringify(branch) : "";
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const number = selects.length;
    numbers.set(key, number);
    selects.push(`SELECT ${columns(number)} ${branch.source}`);
    values.push(...branch.values);
    return number;
  });
  const statement = selects.length === 1 ? selects.join() : `(${selects.join(") UNION ALL (")})`;
  return { statement, values, branchOf };
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

/** How many of the caller's appointments match each list of filters, in one statement. */
export async function counts(
  { db, caller }: Context,
  requests: readonly (readonly AppointmentFilter[])[],
): Promise<number[]> {
  const scope = appointmentScope(caller);
  const { statement, values, branchOf } = union(
    requests.map((filters): Branch => {
      const values: SqlValue[] = [];
      const conditions = matching(scope, filters, values);
      return { source: `FROM ${APPOINTMENT.table} WHERE ${conditions}`, values };
    }),
    (branch) => `${branch} AS branch, COUNT(*) AS total`,
  );
  const totals = new Map((await db.select(statement, values)) as [number, number][]);
  return branchOf.map((branch) => totals.get(branch) ?? 0);
}

/**
 * The condition that all of the filters set.
 *
 * @param scope the caller's; null if the caller may see all.
 * @param values what its question marks stand for is added here.
 */
function matching(
  scope: AppointmentFilter | null,
  filters: readonly AppointmentFilter[],
  values: SqlValue[],
): string {
  const conditions: string[] = [];
  const addCondition: AddCondition = (condition, ...given) => {
    conditions.push(condition);
    values.push(...given);
  };
  const all = scope ? [scope, ...filters] : filters;
  for (const { doctorId, patientId, status, startsFrom, startsBefore } of all) {
    if (doctorId != null) addCondition("a.doctor_id = ?", doctorId);
    if (patientId != null) addCondition("a.patient_id = ?", patientId);
    if (status != null) {
      const statuses = [...new Set(status)];
      addCondition(isOneOf(statuses.length), ...statuses);
    }
    if (startsFrom != null) startsNotBefore(wholeSeconds(startsFrom), addCondition);
    if (startsBefore != null) startsEarlier(wholeSeconds(startsBefore), addCondition);
  }
  return conditions.join(" AND ") || "TRUE";
}

type AddCondition = (condition: string, ...given: SqlValue[]) => void;

const isOneOf = (count: number): string =>
  count === 0 ? "FALSE" : `a.status IN (${Array.from({ length: count }, () => "?").join()})`;

// A time that the database can't hold is not sent to it: all appointments are on one side of it.

function startsNotBefore(time: Date, addCondition: AddCondition): void {
  if (time > LAST_MOMENT) addCondition("FALSE");
  else if (time > FIRST_MOMENT) addCondition("a.starts_at >= ?", time);
}

function startsEarlier(time: Date, addCondition: AddCondition): void {
  if (time <= FIRST_MOMENT) addCondition("FALSE");
  else if (time <= LAST_MOMENT) addCondition("a.starts_at < ?", time);
}

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
