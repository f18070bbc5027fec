import { Prisma, type Tables } from "../db/database.js";
import { toPage, type Keyset, type Page, type PageRequest } from "./keyset.js";
import type { Appointment, AppointmentStatus } from "./model.js";

export type AppointmentOrder = "STARTS_AT_ASC" | "STARTS_AT_DESC" | "BOOKED_ASC" | "BOOKED_DESC";

const BY_ID: Keyset<Appointment>["columns"] = [{ name: "id", kind: "integer" }];
const BY_START: Keyset<Appointment>["columns"] = [{ name: "startsAt", kind: "time" }, ...BY_ID];

export const APPOINTMENT_KEYSETS: Record<AppointmentOrder, Keyset<Appointment>> = {
  STARTS_AT_ASC: { columns: BY_START, direction: "asc" },
  STARTS_AT_DESC: { columns: BY_START, direction: "desc" },
  BOOKED_ASC: { columns: BY_ID, direction: "asc" },
  BOOKED_DESC: { columns: BY_ID, direction: "desc" },
};

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
}

type Row = Appointment & { branch: bigint };

/**
 * Many pages of appointments in one statement: a page for each of a hundred doctors costs one round
 * trip and a hundred short index ranges. Prisma's language has no such read.
 */
export async function readAppointmentPages(
  tables: Pick<Tables, "$queryRaw">,
  requests: readonly AppointmentPageRequest[],
): Promise<Page<Appointment>[]> {
  const branches = requests.map(
    (request, branch) => Prisma.sql`(
      SELECT ${literal(branch)} AS branch, id, patient_id AS patientId, doctor_id AS doctorId,
        starts_at AS startsAt, ends_at AS endsAt, duration_minutes AS durationMinutes, status,
        cancellation_reason AS cancellationReason, version, created_at AS createdAt,
        updated_at AS updatedAt
      FROM appointments
      WHERE ${matching(request.filters)} AND ${after(request)}
      ORDER BY ${inOrder(request)}
      LIMIT ${request.first + 1}
    )`,
  );
  const rows = await tables.$queryRaw<Row[]>(Prisma.join(branches, " UNION ALL "));
  return requests.map(({ first, orderBy }, index) => {
    const own = rows.filter(({ branch }) => Number(branch) === index);
    return toPage(
      own.map(withoutBranch).sort(inSameOrder(orderBy)),
      first,
      APPOINTMENT_KEYSETS[orderBy],
    );
  });
}

/** How many appointments match each list of filters, in one statement. */
export async function countAppointments(
  tables: Pick<Tables, "$queryRaw">,
  requests: readonly (readonly AppointmentFilter[])[],
): Promise<number[]> {
  const branches = requests.map(
    (filters, branch) => Prisma.sql`(
      SELECT ${literal(branch)} AS branch, COUNT(*) AS total
      FROM appointments
      WHERE ${matching(filters)}
    )`,
  );
  const rows = await tables.$queryRaw<{ branch: bigint; total: bigint }[]>(
    Prisma.join(branches, " UNION ALL "),
  );
  const totals = new Map(rows.map(({ branch, total }) => [Number(branch), Number(total)]));
  return requests.map((_, branch) => totals.get(branch) ?? 0);
}

/** The condition that all of the filters set. */
export function matching(filters: readonly AppointmentFilter[]): Prisma.Sql {
  const conditions = filters.flatMap((filter) => [
    filter.doctorId == null ? null : Prisma.sql`doctor_id = ${filter.doctorId}`,
    filter.patientId == null ? null : Prisma.sql`patient_id = ${filter.patientId}`,
    filter.status == null ? null : isOneOf(filter.status),
    filter.startsFrom == null ? null : Prisma.sql`starts_at >= ${filter.startsFrom}`,
    filter.startsBefore == null ? null : Prisma.sql`starts_at < ${filter.startsBefore}`,
  ]);
  const given = conditions.filter((condition) => condition !== null);
  return given.length === 0 ? Prisma.sql`TRUE` : Prisma.join(given, " AND ");
}

const isOneOf = (statuses: readonly AppointmentStatus[]): Prisma.Sql =>
  statuses.length === 0 ? Prisma.sql`FALSE` : Prisma.sql`status IN (${Prisma.join([...statuses])})`;

/** The rows after the request's position; the first comparison is what an index can use. */
export function after({ after: position, orderBy }: AppointmentPageRequest): Prisma.Sql {
  if (position === null) return Prisma.sql`TRUE`;
  const beyond = isAscending(orderBy) ? Prisma.sql`>` : Prisma.sql`<`;
  const id = Number(position.at(-1));
  if (isById(orderBy)) return Prisma.sql`id ${beyond} ${id}`;
  const startsAt = new Date(Number(position[0]));
  return Prisma.sql`starts_at ${beyond}= ${startsAt} AND (starts_at ${beyond} ${startsAt} OR id ${beyond} ${id})`;
}

/** The columns that the list is sorted by. */
export function inOrder({ orderBy }: Pick<AppointmentPageRequest, "orderBy">): Prisma.Sql {
  const direction = isAscending(orderBy) ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  return isById(orderBy)
    ? Prisma.sql`id ${direction}`
    : Prisma.sql`starts_at ${direction}, id ${direction}`;
}

const isAscending = (orderBy: AppointmentOrder): boolean =>
  APPOINTMENT_KEYSETS[orderBy].direction === "asc";

const isById = (orderBy: AppointmentOrder): boolean =>
  APPOINTMENT_KEYSETS[orderBy].columns === BY_ID;

const literal = (branch: number): Prisma.Sql => Prisma.raw(String(branch));

function withoutBranch({ branch: _branch, ...appointment }: Row): Appointment {
  return appointment;
}

/** SQL promises no order across the branches of a UNION. */
function inSameOrder(orderBy: AppointmentOrder): (one: Appointment, other: Appointment) => number {
  const sign = isAscending(orderBy) ? 1 : -1;
  return (one, other) => {
    const difference = isById(orderBy) ? 0 : one.startsAt.getTime() - other.startsAt.getTime();
    return sign * (difference || one.id - other.id);
  };
}
