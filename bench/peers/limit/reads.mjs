import { openConnections } from "./connections.mjs";

/**
 * @typedef {object} PatientRow
 * @property {number} id
 * @property {string} first_name
 * @property {string} last_name
 * @property {string} email
 * @property {string} phone_number
 * @property {string} created_at
 * @property {string} updated_at
 */

/**
 * An appointment with the people it brings together, or those columns of it that were selected.
 *
 * @typedef {object} AppointmentRow
 * @property {number} id
 * @property {string} starts_at
 * @property {string} ends_at
 * @property {number} duration_minutes
 * @property {string} status
 * @property {string} created_at
 * @property {number} patient_id
 * @property {string} first_name
 * @property {string} last_name
 * @property {string} email
 * @property {number} doctor_id
 * @property {string} full_name
 * @property {string} specialty
 */

// Times as text, which is all that becomes of them.
const connectionOf = await openConnections({ dateStrings: true });

let turn = 0;

/** Sends a prepared statement. @template Row @param {string} sql @param {unknown[]} values @returns {Promise<Row[]>} */
const select = (sql, values) => connectionOf(turn++).execute(sql, values);

/** `2030-01-07 09:00:00` → `2030-01-07T09:00:00Z` @param {string} time */
const zoned = (time) => `${naive(time)}Z`;

/** @param {string} time */
const naive = (time) => time.replace(" ", "T");

/** `2030-01-07T09:00:00Z` → what the database compares times with. @param {string} time */
const toDatabaseTime = (time) => time.slice(0, 19).replace("T", " ");

const PATIENT =
  "SELECT id, first_name, last_name, email, phone_number, created_at, updated_at FROM patients WHERE id = ?";

/** @param {number} id */
export async function patient(id) {
  /** @type {PatientRow[]} */
  const [row] = await select(PATIENT, [id]);
  if (!row) return { data: { patient: null } };
  const { first_name: firstName, last_name: lastName, email, phone_number: phoneNumber } = row;
  const fullName = `${firstName} ${lastName}`;
  return {
    data: { patient: { databaseId: row.id, firstName, lastName, fullName, email, phoneNumber } },
  };
}

/** @param {number} id */
export async function restPatient(id) {
  /** @type {PatientRow[]} */
  const [row] = await select(PATIENT, [id]);
  return row && { ...row, created_at: naive(row.created_at), updated_at: naive(row.updated_at) };
}

const JOINED = `
  SELECT a.id, a.starts_at, a.ends_at, a.duration_minutes, a.status, a.created_at,
    p.id AS patient_id, p.first_name, p.last_name, p.email,
    d.id AS doctor_id, d.full_name, d.specialty
  FROM appointments a
  STRAIGHT_JOIN patients p ON p.id = a.patient_id
  STRAIGHT_JOIN doctors d ON d.id = a.doctor_id`;
const LIST = `${JOINED} WHERE a.starts_at >= ? ORDER BY a.starts_at, a.id LIMIT 50`;

/** @param {string} from */
export async function list(from) {
  /** @type {AppointmentRow[]} */
  const rows = await select(LIST, [toDatabaseTime(from)]);
  const nodes = rows.map((row) => ({
    databaseId: row.id,
    startsAt: zoned(row.starts_at),
    endsAt: zoned(row.ends_at),
    durationMinutes: row.duration_minutes,
    status: row.status,
    patient: {
      databaseId: row.patient_id,
      fullName: `${row.first_name} ${row.last_name}`,
      email: row.email,
    },
    doctor: { databaseId: row.doctor_id, fullName: row.full_name, specialty: row.specialty },
  }));
  return { data: { appointments: { nodes } } };
}

const WEEK = `
  SELECT d.full_name, a.starts_at, a.ends_at, a.status, p.first_name, p.last_name
  FROM doctors d
  STRAIGHT_JOIN appointments a ON a.doctor_id = d.id
  STRAIGHT_JOIN patients p ON p.id = a.patient_id
  WHERE d.id = ? AND a.starts_at >= ? AND a.starts_at < ?
  ORDER BY a.starts_at, a.id LIMIT 100`;

/** @param {number} id @param {string} from @param {string} before */
export async function week(id, from, before) {
  /** @type {AppointmentRow[]} */
  const rows = await select(WEEK, [id, toDatabaseTime(from), toDatabaseTime(before)]);
  const nodes = rows.map((row) => ({
    startsAt: zoned(row.starts_at),
    endsAt: zoned(row.ends_at),
    status: row.status,
    patient: { fullName: `${row.first_name} ${row.last_name}` },
  }));
  return { data: { doctor: { fullName: rows[0]?.full_name, appointments: { nodes } } } };
}

const DOCTORS = 10;
const FIRST_DOCTORS = `SELECT id AS doctor_id, full_name FROM doctors ORDER BY id LIMIT ${DOCTORS}`;
const NEXT_APPOINTMENTS = `
  (SELECT a.doctor_id, a.starts_at, p.first_name, p.last_name
  FROM appointments a STRAIGHT_JOIN patients p ON p.id = a.patient_id
  WHERE a.doctor_id = ? AND a.starts_at >= ?
  ORDER BY a.starts_at, a.id LIMIT 5)`;
const NEXT_APPOINTMENTS_OF_ALL = Array.from({ length: DOCTORS }, () => NEXT_APPOINTMENTS).join(
  " UNION ALL ",
);

/** @param {string} from */
export async function nested(from) {
  /** @type {Pick<AppointmentRow, "doctor_id" | "full_name">[]} */
  const doctors = await select(FIRST_DOCTORS, []);
  const time = toDatabaseTime(from);
  /** @type {AppointmentRow[]} */
  const rows = await select(
    NEXT_APPOINTMENTS_OF_ALL,
    doctors.flatMap(({ doctor_id: id }) => [id, time]),
  );
  const nodes = doctors.map((doctor) => ({
    fullName: doctor.full_name,
    appointments: {
      nodes: rows
        .filter((row) => row.doctor_id === doctor.doctor_id)
        .map((row) => ({
          startsAt: zoned(row.starts_at),
          patient: { fullName: `${row.first_name} ${row.last_name}` },
        })),
    },
  }));
  return { data: { doctors: { nodes } } };
}

const REST_LIST = `${JOINED} WHERE a.doctor_id = ? AND a.status <> 'CANCELLED' ORDER BY a.id LIMIT 50`;

/** @param {number} doctorId */
export async function restList(doctorId) {
  /** @type {AppointmentRow[]} */
  const rows = await select(REST_LIST, [doctorId]);
  return rows.map((row) => ({
    appointment_id: row.id,
    appointment_start_datetime: naive(row.starts_at),
    appointment_duration_minutes: row.duration_minutes,
    created_at: naive(row.created_at),
    patient_id: row.patient_id,
    patient_first_name: row.first_name,
    patient_last_name: row.last_name,
    patient_email: row.email,
    doctor_id: row.doctor_id,
    doctor_full_name: row.full_name,
    doctor_specialty: row.specialty,
    appointment_end_datetime: naive(row.ends_at),
  }));
}
