import { seconds, timeOf } from "../../db/statement.js";
import type { Appointment, AppointmentStatus, Doctor, Patient } from "../model.js";

/**
 * The columns of each kind of record, and how a row becomes one. The driver gives rows as arrays, and takes a fraction
 * of the time that Prisma needs for them; tests/domain/reading/hot-reads.test.ts holds that both read alike.
 */

/** The values of a row, as `Database.select` gives them. */
export type Values = readonly unknown[];

/** The names of the fields that are wanted, of whichever kind of record. */
export type Fields = ReadonlySet<string>;

/** A record of which some fields may not have been read. */
export type Part<Thing extends { id: number }> = Pick<Thing, "id"> & {
  [Field in keyof Thing]?: Thing[Field] | undefined;
};

/** Some columns of a table, to stand between SELECT and FROM, and what becomes of their values. */
export interface Selection<Thing> {
  sql: string;
  count: number;
  read: (values: Values) => Thing;
}

export interface Columns<Thing extends { id: number }> {
  /** The table under its alias, to stand behind FROM. */
  table: string;
  fields: readonly (keyof Thing & string)[];
  /** The column of each field, without the alias of its table, for what writes it. */
  names: Readonly<Record<keyof Thing & string, string>>;
  /** The column of each field, with the alias of its table, for conditions and orders. */
  columnOf: Readonly<Record<keyof Thing & string, string>>;
  /** All columns. */
  whole: Selection<Thing>;
  /** The id and the columns of these fields, whose values stand in a row from the place `from` on. */
  of: (fields: Fields, from: number) => Selection<Part<Thing>>;
}

/** Where in a row each field stands. */
type Places<Thing> = Readonly<Record<keyof Thing, number>>;

/** The place of what was not read: there is no value. */
const NOWHERE = 100;

/** @param names the columns of the fields; those of times end with `_at`, as all of these tables have it. */
function columns<Thing extends { id: number }>(
  table: string,
  alias: string,
  names: Columns<Thing>["names"],
  read: (values: Values, at: Places<Thing>) => Thing,
): Columns<Thing> {
  const fields = Object.keys(names) as (keyof Thing & string)[];
  const columnOf = Object.fromEntries(
    fields.map((field) => [field, `${alias}.${names[field]}`]),
  ) as Columns<Thing>["columnOf"];
  const selected = (field: keyof Thing & string): string =>
    names[field].endsWith("_at") ? seconds(columnOf[field]) : columnOf[field];
  const select = (isWanted: (field: string) => boolean, from: number): Selection<Thing> => {
    const wanted = fields.filter((field) => field === "id" || isWanted(field));
    const at = Object.fromEntries([
      ...fields.map((field) => [field, NOWHERE]),
      ...wanted.map((field, index) => [field, from + index]),
    ]) as Places<Thing>;
    return {
      sql: wanted.map(selected).join(", "),
      count: wanted.length,
      read: (values) => read(values, at),
    };
  };
  return {
    table: `${table} ${alias}`,
    fields,
    names,
    columnOf,
    whole: select(() => true, 0),
    of: (wanted, from) => select((field) => wanted.has(field), from),
  };
}

// Each makes a record as if all was read: what selects only some columns says so in its type.

export const APPOINTMENT = columns<Appointment>(
  "appointments",
  "a",
  {
    id: "id",
    patientId: "patient_id",
    doctorId: "doctor_id",
    startsAt: "starts_at",
    endsAt: "ends_at",
    durationMinutes: "duration_minutes",
    status: "status",
    cancellationReason: "cancellation_reason",
    waived: "waived",
    version: "version",
    createdAt: "created_at",
    updatedAt: "updated_at",
  },
  (values, at) => ({
    id: values[at.id] as number,
    patientId: values[at.patientId] as number,
    doctorId: values[at.doctorId] as number,
    startsAt: time(values[at.startsAt]),
    endsAt: time(values[at.endsAt]),
    durationMinutes: values[at.durationMinutes] as number,
    status: values[at.status] as AppointmentStatus,
    cancellationReason: values[at.cancellationReason] as string | null,
    waived: values[at.waived] as string | null,
    version: values[at.version] as number,
    createdAt: time(values[at.createdAt]),
    updatedAt: time(values[at.updatedAt]),
  }),
);

export const PATIENT = columns<Patient>(
  "patients",
  "p",
  {
    id: "id",
    firstName: "first_name",
    lastName: "last_name",
    email: "email",
    phoneNumber: "phone_number",
    version: "version",
    createdAt: "created_at",
    updatedAt: "updated_at",
  },
  (values, at) => ({
    id: values[at.id] as number,
    firstName: values[at.firstName] as string,
    lastName: values[at.lastName] as string,
    email: values[at.email] as string,
    phoneNumber: values[at.phoneNumber] as string,
    version: values[at.version] as number,
    createdAt: time(values[at.createdAt]),
    updatedAt: time(values[at.updatedAt]),
  }),
);

export const DOCTOR = columns<Doctor>(
  "doctors",
  "d",
  {
    id: "id",
    fullName: "full_name",
    specialty: "specialty",
    isActive: "is_active",
    timeZone: "time_zone",
    hasCalendar: "has_calendar",
    version: "version",
    createdAt: "created_at",
    updatedAt: "updated_at",
  },
  (values, at) => ({
    id: values[at.id] as number,
    fullName: values[at.fullName] as string,
    specialty: values[at.specialty] as string,
    isActive: flag(values[at.isActive]),
    timeZone: values[at.timeZone] as string | null,
    hasCalendar: flag(values[at.hasCalendar]),
    version: values[at.version] as number,
    createdAt: time(values[at.createdAt]),
    updatedAt: time(values[at.updatedAt]),
  }),
);

const time = (value: unknown): Date =>
  value === undefined ? (value as never) : timeOf(value as number);

const flag = (value: unknown): boolean => (value === undefined ? (value as never) : value === 1);
