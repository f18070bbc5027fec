import { Prisma } from "../../db/database.js";
import type { Appointment, AppointmentStatus, Doctor, Patient } from "../model.js";

/**
 * The reads that are asked most, or for most rows, are statements of our own that the driver answers,
 * past Prisma, whose own work on a row takes far longer than the database's. Everything else asks Prisma.
 * tests/db/hot-reads.test.ts holds that both answer alike.
 *
 * Rows come as arrays; each kind of thing has its columns, under an alias of its table, and the function
 * that makes it of the values from a place on.
 */

/** The values of a row: whole numbers as numbers, times as dates. */
export type Values = readonly unknown[];

export interface Columns<Thing> {
  /** The table under its alias, to stand behind FROM. */
  table: Prisma.Sql;
  /** To stand between SELECT and FROM; the first is the id. */
  sql: Prisma.Sql;
  count: number;
  read: (values: Values, from: number) => Thing;
}

function columns<Thing>(
  table: string,
  alias: string,
  names: readonly string[],
  read: Columns<Thing>["read"],
): Columns<Thing> {
  const sql = Prisma.raw(names.map((name) => `${alias}.${name}`).join(", "));
  return { table: Prisma.raw(`${table} ${alias}`), sql, count: names.length, read };
}

export const APPOINTMENT = columns(
  "appointments",
  "a",
  [
    ...["id", "patient_id", "doctor_id", "starts_at", "ends_at", "duration_minutes", "status"],
    ...["cancellation_reason", "version", "created_at", "updated_at"],
  ],
  (values, from): Appointment => ({
    id: values[from] as number,
    patientId: values[from + 1] as number,
    doctorId: values[from + 2] as number,
    startsAt: values[from + 3] as Date,
    endsAt: values[from + 4] as Date,
    durationMinutes: values[from + 5] as number,
    status: values[from + 6] as AppointmentStatus,
    cancellationReason: values[from + 7] as string | null,
    version: values[from + 8] as number,
    createdAt: values[from + 9] as Date,
    updatedAt: values[from + 10] as Date,
  }),
);

export const PATIENT = columns(
  "patients",
  "p",
  [
    ...["id", "first_name", "last_name", "email", "phone_number", "version"],
    ...["created_at", "updated_at"],
  ],
  (values, from): Patient => ({
    id: values[from] as number,
    firstName: values[from + 1] as string,
    lastName: values[from + 2] as string,
    email: values[from + 3] as string,
    phoneNumber: values[from + 4] as string,
    version: values[from + 5] as number,
    createdAt: values[from + 6] as Date,
    updatedAt: values[from + 7] as Date,
  }),
);

export const DOCTOR = columns(
  "doctors",
  "d",
  ["id", "full_name", "specialty", "is_active", "version", "created_at", "updated_at"],
  (values, from): Doctor => ({
    id: values[from] as number,
    fullName: values[from + 1] as string,
    specialty: values[from + 2] as string,
    isActive: values[from + 3] === 1,
    version: values[from + 4] as number,
    createdAt: values[from + 5] as Date,
    updatedAt: values[from + 6] as Date,
  }),
);
