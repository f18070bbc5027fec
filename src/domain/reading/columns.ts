import { seconds, timeOf } from "../../db/statement.js";
import type { Appointment, AppointmentStatus, Doctor, Patient } from "../model.js";

/**
 * The reads that are asked most, or for most rows, are statements of our own that the driver answers,
 * past Prisma, whose own work on a row takes far longer than the database's. Everything else asks Prisma.
 * tests/domain/reading/hot-reads.test.ts holds that both answer alike.
 *
 * Rows come as arrays; each kind of thing has its columns, under an alias of its table, and the function
 * that makes it of their values.
 */

/** The values of a row, as `Database.select` gives them. */
export type Values = readonly unknown[];

/** The names of the fields that are wanted, of whichever thing. */
export type Fields = ReadonlySet<string>;

/** A thing of which some fields may not have been read. */
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
  /** All columns. */
  whole: Selection<Thing>;
  /** The id and the columns of these fields, whose values stand in a row from the place `from` on. */
  of: (fields: Fields, from: number) => Selection<Part<Thing>>;
}

/** Where in a row each field stands. */
type Places<Thing> = Readonly<Record<keyof Thing, number>>;

/** The place of what was not read: there is no value. */
const NOWHERE = 100;

function columns<Thing extends { id: number }>(
  table: string,
  sqlOf: Readonly<Record<keyof Thing & string, string>>,
  read: (values: Values, at: Places<Thing>) => Thing,
): Columns<Thing> {
  const all = Object.entries<string>(sqlOf);
  const select = (isWanted: (field: string) => boolean, from: number): Selection<Thing> => {
    const wanted = all.filter(([field]) => field === "id" || isWanted(field));
    const at = Object.fromEntries([
      ...all.map(([field]) => [field, NOWHERE]),
      ...wanted.map(([field], index) => [field, from + index]),
    ]) as Places<Thing>;
    return {
      sql: wanted.map(([, sql]) => sql).join(", "),
      count: wanted.length,
      read: (values) => read(values, at),
    };
  };
  return {
    table,
    fields: all.map(([field]) => field as keyof Thing & string),
    whole: select(() => true, 0),
    of: (fields, from) => select((field) => fields.has(field), from),
  };
}

// Each makes a thing as if all was read: who selects only some columns says so in its type.

export const APPOINTMENT = columns<Appointment>(
  "appointments a",
  {
    id: "a.id",
    patientId: "a.patient_id",
    doctorId: "a.doctor_id",
    startsAt: seconds("a.starts_at"),
    endsAt: seconds("a.ends_at"),
    durationMinutes: "a.duration_minutes",
    status: "a.status",
    cancellationReason: "a.cancellation_reason",
    version: "a.version",
    createdAt: seconds("a.created_at"),
    updatedAt: seconds("a.updated_at"),
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
    version: values[at.version] as number,
    createdAt: time(values[at.createdAt]),
    updatedAt: time(values[at.updatedAt]),
  }),
);

export const PATIENT = columns<Patient>(
  "patients p",
  {
    id: "p.id",
    firstName: "p.first_name",
    lastName: "p.last_name",
    email: "p.email",
    phoneNumber: "p.phone_number",
    version: "p.version",
    createdAt: seconds("p.created_at"),
    updatedAt: seconds("p.updated_at"),
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
  "doctors d",
  {
    id: "d.id",
    fullName: "d.full_name",
    specialty: "d.specialty",
    isActive: "d.is_active",
    version: "d.version",
    createdAt: seconds("d.created_at"),
    updatedAt: seconds("d.updated_at"),
  },
  (values, at) => ({
    id: values[at.id] as number,
    fullName: values[at.fullName] as string,
    specialty: values[at.specialty] as string,
    isActive: flag(values[at.isActive]),
    version: values[at.version] as number,
    createdAt: time(values[at.createdAt]),
    updatedAt: time(values[at.updatedAt]),
  }),
);

const time = (value: unknown): Date =>
  value === undefined ? (value as never) : timeOf(value as number);

const flag = (value: unknown): boolean => (value === undefined ? (value as never) : value === 1);
