// node --import tsx in-memory-list.mjs URL
// GET /appointments as the earlier system did it: all rows, then all objects, then one text. Says where
// it listens.
import { createServer } from "node:http";
import mariadb from "mariadb";
import { connectionOptions } from "../../src/db/connection-options.js";

const pool = mariadb.createPool({
  ...connectionOptions(process.argv[2] ?? ""),
  connectionLimit: 2,
  bigIntAsNumber: true,
});

const SQL = `
  SELECT a.id AS appointment_id, a.starts_at, a.ends_at, a.duration_minutes, a.created_at,
    p.id AS patient_id, p.first_name, p.last_name, p.email,
    d.id AS doctor_id, d.full_name, d.specialty
  FROM appointments a
  JOIN patients p ON p.id = a.patient_id
  JOIN doctors d ON d.id = a.doctor_id
  WHERE a.status <> 'CANCELLED'
  ORDER BY a.id`;

/**
 * @typedef {object} Row
 * @property {number} appointment_id
 * @property {Date} starts_at
 * @property {Date} ends_at
 * @property {number} duration_minutes
 * @property {Date} created_at
 * @property {number} patient_id
 * @property {string} first_name
 * @property {string} last_name
 * @property {string} email
 * @property {number} doctor_id
 * @property {string} full_name
 * @property {string} specialty
 */

/** @param {Date} time */
const naive = (time) => time.toISOString().slice(0, 19);

const server = createServer((_request, response) => {
  void (async () => {
    /** @type {Row[]} */
    const rows = await pool.query(SQL);
    const body = rows.map((row) => ({
      appointment_id: row.appointment_id,
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
    response.setHeader("content-type", "application/json").end(JSON.stringify(body));
  })();
});

server.listen(0, "127.0.0.1", () => {
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  process.stdout.write(`is up at http://127.0.0.1:${port}\n`);
});
