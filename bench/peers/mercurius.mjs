// Mercurius with its loaders and its compiler of queries, on the mariadb driver: no Prisma.
import Fastify from "fastify";
import mariadb from "mariadb";
import mercurius from "mercurius";
import {
  bookingPayload,
  endOf,
  objects,
  overlapsStartAfter,
  toRowId,
  typeDefs,
} from "./lib/contract.mjs";
import { announce, databaseOptions, port } from "./lib/settings.mjs";

/** @typedef {import("./lib/contract.mjs").ById} ById */
/** @typedef {import("./lib/contract.mjs").BookAppointmentInput} BookAppointmentInput */
/** @typedef {import("./lib/contract.mjs").FirstArguments} FirstArguments */
/** @typedef {import("./lib/contract.mjs").PageArguments} PageArguments */
/** @typedef {import("./lib/contract.mjs").Row} Row */

const pool = mariadb.createPool({
  ...databaseOptions,
  insertIdAsNumber: true,
  initSql: "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED",
});

const PATIENTS =
  "SELECT id, first_name AS firstName, last_name AS lastName, email, phone_number AS phoneNumber FROM patients";
const DOCTORS = "SELECT id, full_name AS fullName, specialty FROM doctors";
const APPOINTMENTS = `SELECT id, patient_id AS patientId, doctor_id AS doctorId, starts_at AS startsAt,
  ends_at AS endsAt, duration_minutes AS durationMinutes, status FROM appointments`;

/** @param {string} sql @param {unknown[]} values @returns {Promise<Row[]>} */
const select = (sql, values) => pool.query(sql, values);

/** One page of appointments, of a doctor or of all. @param {PageArguments} page @param {Row} [doctor] */
async function readPage({ first, filter }, doctor) {
  /** @type {[condition: string, value: unknown][]} */
  const given = [
    ["doctor_id = ?", doctor?.id],
    ["starts_at >= ?", filter?.startsFrom],
    ["starts_at < ?", filter?.startsBefore],
  ];
  const conditions = given.filter(([, value]) => value != null);
  const where = ["TRUE", ...conditions.map(([condition]) => condition)].join(" AND ");
  const values = [...conditions.map(([, value]) => value), first];
  const nodes = await select(
    `${APPOINTMENTS} WHERE ${where} ORDER BY starts_at, id LIMIT ?`,
    values,
  );
  return { nodes };
}

const resolvers = {
  ...objects,
  UserError: { resolveType: () => "GeneralUserError" },
  Query: {
    patient: async (/** @type {unknown} */ _parent, /** @type {ById} */ { by }) =>
      (await select(`${PATIENTS} WHERE id = ?`, [by.databaseId]))[0],
    doctor: async (/** @type {unknown} */ _parent, /** @type {ById} */ { by }) =>
      (await select(`${DOCTORS} WHERE id = ?`, [by.databaseId]))[0],
    doctors: async (/** @type {unknown} */ _parent, /** @type {FirstArguments} */ { first }) => ({
      nodes: await select(`${DOCTORS} ORDER BY id LIMIT ?`, [first]),
    }),
    appointments: (/** @type {unknown} */ _parent, /** @type {PageArguments} */ page) =>
      readPage(page),
  },
  Mutation: {
    bookAppointment: (
      /** @type {unknown} */ _parent,
      /** @type {{ input: BookAppointmentInput }} */ { input },
    ) => book(input),
  },
};

/** The people of many appointments at once. @param {string} sql @param {number[]} ids */
async function readByIds(sql, ids) {
  const rows = await select(`${sql} WHERE id IN (?)`, [[...new Set(ids)]]);
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => found.get(id));
}

const loaders = {
  Appointment: {
    patient: (/** @type {{ obj: { patientId: number } }[]} */ queries) =>
      readByIds(
        PATIENTS,
        queries.map(({ obj }) => obj.patientId),
      ),
    doctor: (/** @type {{ obj: { doctorId: number } }[]} */ queries) =>
      readByIds(
        DOCTORS,
        queries.map(({ obj }) => obj.doctorId),
      ),
  },
  Doctor: {
    appointments: (/** @type {{ obj: Row, params: PageArguments }[]} */ queries) =>
      Promise.all(queries.map(({ obj, params }) => readPage(params, obj))),
  },
};

const LOCK = "UPDATE doctors SET booking_lock = booking_lock + 1 WHERE id = ? AND is_active";
const OVERLAP = `SELECT 1 FROM appointments WHERE doctor_id = ? AND starts_at < ? AND starts_at > ?
  AND ends_at > ? AND status <> 'CANCELLED' LIMIT 1`;
const INSERT = `INSERT INTO appointments
  (patient_id, doctor_id, starts_at, ends_at, duration_minutes, created_at, updated_at)
  VALUES (?, ?, ?, ?, ?, UTC_TIMESTAMP(), UTC_TIMESTAMP())`;

/** @param {BookAppointmentInput} input */
async function book(input) {
  const [doctorId, patientId] = [toRowId(input.doctorId), toRowId(input.patientId)];
  const { startsAt, durationMinutes } = input;
  const endsAt = endOf(input);
  const connection = await pool.getConnection();
  try {
    await connection.beginTransaction();
    await connection.query(LOCK, [doctorId]);
    /** @type {unknown[]} */
    const overlaps = await connection.query(OVERLAP, [
      doctorId,
      endsAt,
      overlapsStartAfter(startsAt),
      startsAt,
    ]);
    if (overlaps.length > 0) {
      await connection.rollback();
      return bookingPayload(null);
    }
    const values = [patientId, doctorId, startsAt, endsAt, durationMinutes];
    /** @type {{ insertId: number }} */
    const { insertId } = await connection.query(INSERT, values);
    await connection.commit();
    const appointment = { patientId, doctorId, startsAt, endsAt, durationMinutes };
    return bookingPayload({ id: insertId, ...appointment, status: "BOOKED" });
  } catch (error) {
    await connection.rollback();
    throw error;
  } finally {
    await connection.release();
  }
}

const app = Fastify();
await app.register(mercurius, { schema: typeDefs, resolvers, loaders, jit: 1 });
const address = await app.listen({ host: "127.0.0.1", port });
announce(Number(new URL(address).port));
