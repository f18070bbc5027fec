import { Prisma, type Database, type PrismaTransaction } from "../db/database.js";
import { auditCalendars, judgeZone } from "./audit-calendars.js";
import {
  BY_DOCTOR,
  BY_ID,
  idAfter,
  pagesOf,
  STARTS_AT_A_TIME,
  text,
  toTime,
  visitAfter,
  type AuditedRows,
  type Finding,
  type FindingKind,
  type Read,
} from "./audit-rows.js";
import type { Keyset } from "./reading/keyset.js";
import type { AppointmentStatus } from "./model.js";
import { normalizeEmail } from "./patients/email.js";
import { intervalOf, MAXIMUM_MINUTES, MINIMUM_MINUTES } from "./appointments/interval.js";
import { STATUSES_HOLDING_TIME } from "./appointments/lifecycle.js";
import { checkDoctor } from "./doctors/rules.js";
import { checkPatient } from "./patients/rules.js";

/**
 * Looks for what the rules forbid and other writers of the tables may have done. Reads in pages by
 * keyset, so its memory does not grow with the tables, and locks nothing: what is written meanwhile
 * may be seen or not. An overlap is reported only if it was there at one moment.
 */
export async function* auditTables(db: Database): AsyncGenerator<AuditedRows> {
  for await (const rows of pagesOf<PatientRow>(db, BY_ID, patientRows)) {
    const own = rows.flatMap(judgePatient);
    const shared = await db.read((tables) => findSharedEmails(tables, rows));
    yield { table: "patients", rows: rows.length, findings: [...own, ...shared] };
  }
  for await (const rows of pagesOf<DoctorRow>(db, BY_ID, doctorRows)) {
    yield { table: "doctors", rows: rows.length, findings: rows.flatMap(judgeDoctor) };
  }
  for await (const rows of pagesOf<AppointmentRow>(db, BY_ID, appointmentRows)) {
    yield { table: "appointments", rows: rows.length, findings: rows.flatMap(judgeAppointment) };
  }
  const findOverlaps = overlapFinder();
  for await (const rows of pagesOf<AppointmentRow>(db, BY_DOCTOR, visitRows)) {
    const overlaps = await confirmed(db, rows.flatMap(findOverlaps));
    yield { table: "appointments", rows: 0, findings: overlaps.map(judgeOverlap) };
  }
  for await (const rows of pagesOf(db, BY_KEY, keyRows)) {
    yield { table: "idempotency_keys", rows: rows.length, findings: rows.flatMap(judgeKey) };
  }
  yield* auditCalendars(db, new Date());
}

const BY_KEY: Keyset<KeyRow> = { columns: [{ name: "key", kind: "text" }], direction: "asc" };

interface PersonRow {
  id: number;
  createdAt: string;
  updatedAt: string;
}

interface PatientRow extends PersonRow {
  firstName: string;
  lastName: string;
  email: string;
  emailKey: string;
  phoneNumber: string;
}

const patientRows: Read = (after, limit) => Prisma.sql`
  SELECT id, first_name AS firstName, last_name AS lastName, email, email_key AS emailKey,
    phone_number AS phoneNumber, ${text("created_at")} AS createdAt,
    ${text("updated_at")} AS updatedAt
  FROM patients WHERE id > ${idAfter(after)} ORDER BY id LIMIT ${limit}`;

function judgePatient(patient: PatientRow): Finding[] {
  const findings = judgeTexts(`Patient ${patient.id}`, checkPatient(patient).refusals);
  if (normalizeEmail(patient.email).key !== patient.emailKey) {
    findings.push({
      kind: "EMAIL",
      sentence: `Patient ${patient.id} has an email_key that is not the key of the email.`,
    });
  }
  return [...findings, ...judgeStamps(`Patient ${patient.id}`, patient)];
}

/** Patients with an email that, by the domain's key of it, an earlier patient has too. */
async function findSharedEmails(
  tables: PrismaTransaction,
  patients: PatientRow[],
): Promise<Finding[]> {
  if (patients.length === 0) return [];
  const idsByKey = new Map<string, number[]>();
  for (const { id, email } of patients) {
    const { key } = normalizeEmail(email);
    idsByKey.set(key, [...(idsByKey.get(key) ?? []), id]);
  }
  const holders = await tables.$queryRaw<{ id: number; emailKey: string }[]>`
    SELECT id, email_key AS emailKey FROM patients
    WHERE email_key IN (${Prisma.join([...idsByKey.keys()])})`;
  for (const { id, emailKey } of holders) {
    const ids = idsByKey.get(emailKey) ?? [];
    if (!ids.includes(id)) idsByKey.set(emailKey, [...ids, id]);
  }
  return [...idsByKey.values()]
    .map((ids) => ids.sort((one, other) => one - other))
    .filter((ids) => ids.length > 1)
    .map((ids) => ({ kind: "EMAIL", sentence: `Patients ${ids.join(", ")} share one email.` }));
}

interface DoctorRow extends PersonRow {
  fullName: string;
  specialty: string;
  timeZone: string | null;
}

const doctorRows: Read = (after, limit) => Prisma.sql`
  SELECT id, full_name AS fullName, specialty, time_zone AS timeZone,
    ${text("created_at")} AS createdAt, ${text("updated_at")} AS updatedAt
  FROM doctors WHERE id > ${idAfter(after)} ORDER BY id LIMIT ${limit}`;

const judgeDoctor = (doctor: DoctorRow): Finding[] => [
  ...judgeTexts(`Doctor ${doctor.id}`, checkDoctor(doctor).refusals),
  ...judgeZone(`Doctor ${doctor.id}`, doctor.timeZone),
  ...judgeStamps(`Doctor ${doctor.id}`, doctor),
];

const judgeTexts = (who: string, refusals: { code: string; path: readonly string[] }[]) =>
  refusals.map(({ code, path }): Finding => {
    return { kind: "TEXT", sentence: `${who} has a ${path.join(".")} refused as ${code}.` };
  });

const judgeStamps = (who: string, row: Pick<PersonRow, "createdAt" | "updatedAt">): Finding[] =>
  (["createdAt", "updatedAt"] as const)
    .filter((name) => toTime(row[name]) === null)
    .map((name) => ({ kind: "TIME", sentence: `${who} has no real time in ${name}.` }));

interface AppointmentRow extends PersonRow {
  patientId: number;
  doctorId: number;
  startsAt: string;
  endsAt: string;
  durationMinutes: number;
  status: string;
  hasReason: bigint;
  hasPatient: bigint;
  hasDoctor: bigint;
}

const appointmentRows: Read = (after, limit) => Prisma.sql`
  SELECT a.id, a.patient_id AS patientId, a.doctor_id AS doctorId,
    ${text("a.starts_at")} AS startsAt, ${text("a.ends_at")} AS endsAt,
    a.duration_minutes AS durationMinutes, ${text("a.status")} AS status,
    a.cancellation_reason IS NOT NULL AS hasReason, p.id IS NOT NULL AS hasPatient,
    d.id IS NOT NULL AS hasDoctor, ${text("a.created_at")} AS createdAt,
    ${text("a.updated_at")} AS updatedAt
  FROM appointments a
  LEFT JOIN patients p ON p.id = a.patient_id
  LEFT JOIN doctors d ON d.id = a.doctor_id
  WHERE a.id > ${idAfter(after)} ORDER BY a.id LIMIT ${limit}`;

/** What an appointment may be, as the CHECKs of its table and the rules of booking have it. */
const APPOINTMENT_RULES: readonly {
  kind: FindingKind;
  isBroken: (appointment: AppointmentRow) => boolean;
  says: (appointment: AppointmentRow) => string;
}[] = [
  {
    kind: "ORPHAN",
    isBroken: ({ hasPatient }) => !Number(hasPatient),
    says: ({ patientId }) => `is of patient ${patientId}, who does not exist`,
  },
  {
    kind: "ORPHAN",
    isBroken: ({ hasDoctor }) => !Number(hasDoctor),
    says: ({ doctorId }) => `is with doctor ${doctorId}, who does not exist`,
  },
  {
    kind: "TIME",
    isBroken: ({ durationMinutes: minutes }) =>
      !(minutes >= MINIMUM_MINUTES && minutes <= MAXIMUM_MINUTES),
    says: ({ durationMinutes }) =>
      `takes ${durationMinutes} minutes, not ${MINIMUM_MINUTES} to ${MAXIMUM_MINUTES}`,
  },
  {
    kind: "TIME",
    isBroken: ({ startsAt }) => (toTime(startsAt) ?? NEVER) < EARLIEST_START,
    says: () => "starts at what is no time in whole seconds since 2000",
  },
  {
    kind: "TIME",
    isBroken: ({ startsAt, endsAt, durationMinutes }) => {
      const start = toTime(startsAt);
      const end = start && intervalOf(start, durationMinutes).endsAt;
      return end === null || toTime(endsAt)?.getTime() !== end.getTime();
    },
    says: () => "does not end when its duration after its start is over",
  },
  {
    kind: "STATUS",
    isBroken: ({ status }) => !isStatus(status),
    says: () => "has a status that does not exist",
  },
  {
    kind: "STATUS",
    isBroken: ({ status, hasReason }) => status !== "CANCELLED" && Boolean(Number(hasReason)),
    says: () => "has a cancellation reason but is not cancelled",
  },
  {
    kind: "NOTE",
    isBroken: ({ status, startsAt }) =>
      (status === "COMPLETED" || status === "NO_SHOW") && (toTime(startsAt) ?? NEVER) > new Date(),
    says: ({ status }) => `is ${status} and has not begun`,
  },
];

const NEVER = new Date(0);
const EARLIEST_START = new Date("2000-01-01T00:00:00Z");

const STATUSES: Record<AppointmentStatus, true> = {
  BOOKED: true,
  CANCELLED: true,
  COMPLETED: true,
  NO_SHOW: true,
};

const isStatus = (status: string): boolean => Object.hasOwn(STATUSES, status);

const judgeAppointment = (appointment: AppointmentRow): Finding[] => [
  ...APPOINTMENT_RULES.filter(({ isBroken }) => isBroken(appointment)).map(({ kind, says }) => ({
    kind,
    sentence: `Appointment ${appointment.id} ${says(appointment)}.`,
  })),
  ...judgeStamps(`Appointment ${appointment.id}`, appointment),
];

interface AppointmentRow {
  id: number;
  doctorId: number;
  startsAt: string;
  endsAt: string;
}

const APPOINTMENT_COLUMNS = Prisma.sql`id, doctor_id AS doctorId, ${text("starts_at")} AS startsAt,
  ${text("ends_at")} AS endsAt`;
const HOLDS_TIME = Prisma.sql`status IN (${Prisma.join([...STATUSES_HOLDING_TIME])})`;

/** What holds a doctor's time, in the order of the index on doctor and start. */
const visitRows: Read = (after, limit) => Prisma.sql`
  SELECT ${APPOINTMENT_COLUMNS}
  FROM appointments FORCE INDEX (appointments_doctor_id_starts_at_ends_at_status_idx)
  WHERE ${visitAfter(after)} AND ${HOLDS_TIME} AND ${STARTS_AT_A_TIME}
  ORDER BY doctor_id, starts_at, id LIMIT ${limit}`;

type Overlap = readonly [earlier: AppointmentRow, later: AppointmentRow];

/**
 * Looks for overlaps among appointments that come in the order of doctor and start. It holds against each the
 * one of the doctor's earlier appointments that ends last, which need not be the one just before it.
 */
function overlapFinder(): (appointment: AppointmentRow) => Overlap[] {
  let last: AppointmentRow | null = null;
  return (appointment) => {
    const earlier = last?.doctorId === appointment.doctorId ? last : null;
    if (earlier === null || appointment.endsAt > earlier.endsAt) last = appointment;
    return earlier !== null && appointment.startsAt < earlier.endsAt
      ? [[earlier, appointment]]
      : [];
  };
}

/**
 * The overlaps that are there when both are read at one moment. Pages are read one after another: an appointment
 * that is moved meanwhile can be met twice, or be gone from where it stood beside another.
 */
async function confirmed(db: Database, overlaps: Overlap[]): Promise<Overlap[]> {
  if (overlaps.length === 0) return [];
  const ids = overlaps.flatMap(([earlier, later]) => [earlier.id, later.id]);
  const appointments = await db.read(
    (tables) => tables.$queryRaw<AppointmentRow[]>`
      SELECT ${APPOINTMENT_COLUMNS} FROM appointments WHERE id IN (${Prisma.join(ids)}) AND ${HOLDS_TIME}`,
  );
  const now = new Map(appointments.map((appointment) => [appointment.id, appointment]));
  return overlaps.filter(([{ id }, { id: otherId }]) => {
    const [one, other] = [now.get(id), now.get(otherId)];
    if (!one || !other || one === other || one.doctorId !== other.doctorId) return false;
    return one.startsAt < other.endsAt && other.startsAt < one.endsAt;
  });
}

const judgeOverlap = ([earlier, later]: Overlap): Finding => ({
  kind: "OVERLAP",
  sentence: `Appointments ${earlier.id} and ${later.id} overlap with doctor ${later.doctorId}.`,
});

interface KeyRow {
  key: string;
  appointmentId: number;
  hasAppointment: bigint;
}

const keyRows: Read = (after, limit) => Prisma.sql`
  SELECT k.idempotency_key AS ${Prisma.raw("`key`")}, k.appointment_id AS appointmentId,
    a.id IS NOT NULL AS hasAppointment
  FROM idempotency_keys k
  LEFT JOIN appointments a ON a.id = k.appointment_id
  WHERE k.idempotency_key > ${after?.[0] ?? ""} ORDER BY k.idempotency_key LIMIT ${limit}`;

/** A key may outlive its appointment: that keeps a late repeat from booking it again. */
const judgeKey = ({ appointmentId, hasAppointment }: KeyRow): Finding[] =>
  Number(hasAppointment)
    ? []
    : [
        {
          kind: "NOTE",
          sentence: `An idempotency key stands for appointment ${appointmentId}, which is not there (any more).`,
        },
      ];
