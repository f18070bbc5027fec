import { Prisma, type Database } from "../db/database.js";
import {
  APPOINTMENT_KEYSETS,
  after,
  inOrder,
  matching,
  type AppointmentPageRequest,
} from "./appointment-pages.js";
import { toPage, type Page } from "./keyset.js";
import type { Appointment, Doctor, Patient } from "./model.js";

/**
 * The reads that are asked most, or for most rows: statements of our own that the driver answers,
 * past Prisma. Everything else asks Prisma. tests/db/hot-reads.test.ts holds that both answer alike.
 */

/** An appointment and the people it brings together. */
export interface AppointmentWithPeople {
  appointment: Appointment;
  patient: Patient;
  doctor: Doctor;
}

/** One appointment joined to its people: theirs under `p_…` and `d_…`. */
type JoinedRow = Appointment & {
  p_id: number;
  p_firstName: string;
  p_lastName: string;
  p_email: string;
  p_phoneNumber: string;
  p_version: number;
  p_createdAt: Date;
  p_updatedAt: Date;
  d_id: number;
  d_fullName: string;
  d_specialty: string;
  d_isActive: number;
  d_version: number;
  d_createdAt: Date;
  d_updatedAt: Date;
};

const COLUMNS = Prisma.sql`a.id, a.patient_id AS patientId, a.doctor_id AS doctorId,
  a.starts_at AS startsAt, a.ends_at AS endsAt, a.duration_minutes AS durationMinutes, a.status,
  a.cancellation_reason AS cancellationReason, a.version, a.created_at AS createdAt,
  a.updated_at AS updatedAt,
  p.id AS p_id, p.first_name AS p_firstName, p.last_name AS p_lastName, p.email AS p_email,
  p.phone_number AS p_phoneNumber, p.version AS p_version, p.created_at AS p_createdAt,
  p.updated_at AS p_updatedAt,
  d.id AS d_id, d.full_name AS d_fullName, d.specialty AS d_specialty, d.is_active AS d_isActive,
  d.version AS d_version, d.created_at AS d_createdAt, d.updated_at AS d_updatedAt`;

/** One page of appointments with their people. */
export async function readAppointmentsWithPeople(
  db: Database,
  request: AppointmentPageRequest,
): Promise<Page<AppointmentWithPeople>> {
  // The page is cut before the people are looked up: no plan can join the whole table first.
  const rows = await db.select<JoinedRow>(Prisma.sql`
    SELECT ${COLUMNS}
    FROM (
      SELECT * FROM appointments
      WHERE ${matching(request.filters)} AND ${after(request)}
      ORDER BY ${inOrder(request)}
      LIMIT ${request.first + 1}
    ) a
    JOIN patients p ON p.id = a.patient_id
    JOIN doctors d ON d.id = a.doctor_id
    ORDER BY ${inOrder(request)}`);
  const page = toPage<JoinedRow>(rows, request.first, APPOINTMENT_KEYSETS[request.orderBy]);
  return {
    hasNextPage: page.hasNextPage,
    items: page.items.map(({ row, position }) => ({ row: withPeople(row), position })),
  };
}

/** One appointment with its people; null if there is none. */
export async function readAppointmentWithPeople(
  db: Database,
  id: number,
): Promise<AppointmentWithPeople | null> {
  const [row] = await db.select<JoinedRow>(Prisma.sql`
    SELECT ${COLUMNS} FROM appointments a
    JOIN patients p ON p.id = a.patient_id
    JOIN doctors d ON d.id = a.doctor_id
    WHERE a.id = ${id}`);
  return row ? withPeople(row) : null;
}

function withPeople(row: JoinedRow): AppointmentWithPeople {
  return {
    appointment: {
      id: row.id,
      patientId: row.patientId,
      doctorId: row.doctorId,
      startsAt: row.startsAt,
      endsAt: row.endsAt,
      durationMinutes: row.durationMinutes,
      status: row.status,
      cancellationReason: row.cancellationReason,
      version: row.version,
      createdAt: row.createdAt,
      updatedAt: row.updatedAt,
    },
    patient: {
      id: row.p_id,
      firstName: row.p_firstName,
      lastName: row.p_lastName,
      email: row.p_email,
      phoneNumber: row.p_phoneNumber,
      version: row.p_version,
      createdAt: row.p_createdAt,
      updatedAt: row.p_updatedAt,
    },
    doctor: {
      id: row.d_id,
      fullName: row.d_fullName,
      specialty: row.d_specialty,
      isActive: row.d_isActive === 1,
      version: row.d_version,
      createdAt: row.d_createdAt,
      updatedAt: row.d_updatedAt,
    },
  };
}
