// node --import tsx add-doctors.mjs URL
// Adds doctors with exactly 50 appointments each to a clinic: a REST list of 50, for which there is no other
// way to ask. Prints their ids and those of the active doctors who were there before.
import { connect } from "../../src/db/setup/ensure-schema.js";

const DOCTORS = 40;
const APPOINTMENTS = 50;
const APPOINTMENTS_PER_DAY = 10;
const HALF_HOUR = 30 * 60_000;
const DAY = 24 * 60 * 60_000;

const connection = await connect(process.argv[2] ?? "");
/** @type {{ id: number }[]} */
const active = await connection.query("SELECT id FROM doctors WHERE is_active ORDER BY id");
/** @type {{ last: number }[]} */
const [{ last } = { last: 0 }] = await connection.query("SELECT MAX(id) AS last FROM doctors");
const added = Array.from({ length: DOCTORS }, (_, index) => last + 1 + index);

const now = new Date(new Date().setUTCHours(0, 0, 0, 0));
await connection.batch(
  "INSERT INTO doctors (id, full_name, specialty, created_at, updated_at) VALUES (?, ?, ?, ?, ?)",
  added.map((id) => [id, `Dr. Fifty ${id}`, "General Practice", now, now]),
);
await connection.batch(
  `INSERT INTO appointments
    (patient_id, doctor_id, starts_at, ends_at, duration_minutes, created_at, updated_at)
    VALUES (?, ?, ?, ?, 30, ?, ?)`,
  added.flatMap((doctorId) =>
    Array.from({ length: APPOINTMENTS }, (_, index) => appointment(doctorId, index)),
  ),
);
await connection.query("ANALYZE TABLE doctors, appointments");
await connection.end();

const ids = { doctors: active.map(({ id }) => id), doctorsWithFifty: added };
process.stdout.write(JSON.stringify(ids));

/** From tomorrow on, from 8 o'clock. @param {number} doctorId @param {number} index */
function appointment(doctorId, index) {
  const day = 1 + Math.floor(index / APPOINTMENTS_PER_DAY);
  const slot = 16 + (index % APPOINTMENTS_PER_DAY);
  const startsAt = new Date(now.getTime() + day * DAY + slot * HALF_HOUR);
  const endsAt = new Date(startsAt.getTime() + HALF_HOUR);
  return [1 + ((doctorId * APPOINTMENTS + index) % 1_000), doctorId, startsAt, endsAt, now, now];
}
