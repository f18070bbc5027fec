import { Prisma, type Database } from "../db/database.js";
import { toPage, type Keyset, type Page, type Position } from "./reading/keyset.js";
import { inPages } from "./reading/streaming.js";

/**
 * - `OVERLAP`: two appointments hold the same time of one doctor.
 * - `ORPHAN`: an appointment, a schedule, time off, extra hours or a hold has no patient or no doctor.
 * - `TIME`: times or a duration that no rule lets in.
 * - `STATUS`: a status that does not exist, or a reason where nothing was cancelled.
 * - `TEXT`: a person's field that the rules would refuse.
 * - `EMAIL`: an email's key is not that email's, or two patients have one email.
 * - `HOURS`: hours or a time zone that the rules would refuse, or that bookings would not look at.
 * - `NOTE`: nothing is wrong, but somebody may want to know.
 */
export type FindingKind =
  "OVERLAP" | "ORPHAN" | "TIME" | "STATUS" | "TEXT" | "EMAIL" | "HOURS" | "NOTE";

/** Something in the tables that the API would not have written, in a sentence with ids alone. */
export interface Finding {
  kind: FindingKind;
  sentence: string;
}

/** What came of some rows of a table. */
export interface AuditedRows {
  table:
    | "patients"
    | "doctors"
    | "appointments"
    | "idempotency_keys"
    | "schedules"
    | "schedule_exceptions"
    | "slot_holds";
  /** How many rows were looked at for the first time. */
  rows: number;
  findings: Finding[];
}

export const BY_ID: Keyset<{ id: number }> = {
  columns: [{ name: "id", kind: "integer" }],
  direction: "asc",
};

/** In the order of the index on doctor and start. */
export const BY_DOCTOR: Keyset<{ id: number; doctorId: number; startsAt: string }> = {
  columns: [
    { name: "doctorId", kind: "integer" },
    { name: "startsAt", kind: "text" },
    { name: "id", kind: "integer" },
  ],
  direction: "asc",
};

/** Whether an appointment comes after a position in the order of `BY_DOCTOR`. */
export function visitAfter(after: Position | null): Prisma.Sql {
  if (after === null) return Prisma.sql`TRUE`;
  const [doctorId, startsAt, id] = after;
  return Prisma.sql`(doctor_id > ${doctorId}
    OR doctor_id = ${doctorId} AND starts_at > ${startsAt}
    OR doctor_id = ${doctorId} AND starts_at = ${startsAt} AND id > ${id})`;
}

/**
 * Leaves out appointments that start at no time: they have been found already, and no session in strict mode may compare
 * with them.
 */
export const STARTS_AT_A_TIME = Prisma.sql`starts_at >= '1000-01-01'
  AND DAYOFMONTH(starts_at) BETWEEN 1 AND DAYOFMONTH(LAST_DAY(starts_at))`;

/** Reads up to so many rows after a position. */
export type Read = (after: Position | null, limit: number) => Prisma.Sql;

/** All rows of a statement, in pages. */
export async function* pagesOf<Row>(
  db: Database,
  keyset: Keyset<Row>,
  statement: Read,
): AsyncGenerator<Row[]> {
  yield* inPages(async (first, after): Promise<Page<Row>> => {
    const sql = statement(after, first + 1);
    return toPage(await db.read((tables) => tables.$queryRaw<Row[]>(sql)), first, keyset);
  });
}

/** Times are read as texts: a driver turns those that are no times into null, or into other times. */
export const text = (column: string): Prisma.Sql => Prisma.raw(`CAST(${column} AS CHAR)`);

export const idAfter = (after: Position | null): number => Number(after?.[0] ?? -1);

/** The time that a DATETIME's text says; null if it is none in whole seconds. */
export function toTime(value: string): Date | null {
  const written = `${value.replace(" ", "T")}.000Z`;
  const time = new Date(written);
  return Number.isNaN(time.getTime()) || time.toISOString() !== written ? null : time;
}
