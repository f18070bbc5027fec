import { openConnections } from "./connections.mjs";

/**
 * An appointment is booked in one transaction whose four statements are sent at once, without waiting for any
 * answer: lock the doctor by writing the row, then insert unless something overlaps. A doctor's bookings
 * go over the same connection, one after the other, so that none waits for the lock of another. What a
 * product does beside (say what is in the way, try again after a deadlock) is left out.
 */
const connectionOf = await openConnections({
  insertIdAsNumber: true,
  initSql: "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED",
});

const LOCK = "UPDATE doctors SET booking_lock = booking_lock + 1 WHERE id = ? AND is_active";
const INSERT = `
  INSERT INTO appointments
    (patient_id, doctor_id, starts_at, ends_at, duration_minutes, created_at, updated_at)
  SELECT ?, d.id, ?, ?, ?, ?, ? FROM doctors d
  WHERE d.id = ? AND d.is_active AND NOT EXISTS (
    SELECT 1 FROM appointments a
    WHERE a.doctor_id = ? AND a.starts_at < ? AND a.starts_at > ? - INTERVAL 180 MINUTE
      AND a.ends_at > ? AND a.status <> 'CANCELLED')`;

/**
 * @param {{ patientId: number, doctorId: number, startsAt: string, durationMinutes: number }} input
 * @returns {Promise<{ id: number, endsAt: Date, now: Date } | null>} null if nothing was inserted.
 */
async function insert({ patientId, doctorId, startsAt, durationMinutes }) {
  const start = new Date(startsAt);
  const endsAt = new Date(start.getTime() + durationMinutes * 60_000);
  const now = new Date(Math.floor(Date.now() / 1_000) * 1_000);
  const row = [patientId, start, endsAt, durationMinutes, now, now];
  const connection = connectionOf(doctorId);
  const [, , inserted] = await Promise.all([
    connection.query("BEGIN"),
    connection.execute(LOCK, [doctorId]),
    /** @type {Promise<import("mariadb").UpsertResult>} */ (
      connection.execute(INSERT, [...row, doctorId, doctorId, endsAt, start, start])
    ),
    connection.query("COMMIT"),
  ]);
  return inserted.affectedRows === 1 ? { id: Number(inserted.insertId), endsAt, now } : null;
}

/** @param {Parameters<typeof insert>[0]} input @returns {Promise<import("./server.mjs").Answer>} */
export async function book(input) {
  const inserted = await insert(input);
  const appointment = inserted && {
    databaseId: inserted.id,
    startsAt: input.startsAt,
    endsAt: `${inserted.endsAt.toISOString().slice(0, 19)}Z`,
  };
  const userErrors = appointment ? [] : [{ code: "SLOT_TAKEN" }];
  const status = appointment ? 200 : 409;
  return { status, content: { data: { bookAppointment: { appointment, userErrors } } } };
}

/**
 * @param {{ patient_id: number, doctor_id: number, appointment_start_datetime: string,
 *   appointment_duration_minutes: number }} body
 * @returns {Promise<import("./server.mjs").Answer>}
 */
export async function restBooking(body) {
  const { appointment_start_datetime: startsAt, appointment_duration_minutes: minutes } = body;
  const { patient_id: patientId, doctor_id: doctorId } = body;
  const inserted = await insert({ patientId, doctorId, startsAt, durationMinutes: minutes });
  if (!inserted) return { status: 409, content: { detail: "The time is taken" } };
  const naive = (/** @type {Date} */ time) => time.toISOString().slice(0, 19);
  const content = {
    id: inserted.id,
    patient_id: patientId,
    doctor_id: doctorId,
    appointment_start_datetime: startsAt.slice(0, 19),
    appointment_duration_minutes: minutes,
    created_at: naive(inserted.now),
    appointment_end_datetime: naive(inserted.endsAt),
  };
  return { status: 201, content };
}
