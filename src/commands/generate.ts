import type { Connection } from "mariadb";
import { connect, ensureSchema } from "../db/setup/ensure-schema.js";
import { DatabaseSetupError } from "../db/setup/setup-error.js";
import type { AppointmentStatus } from "../domain/index.js";
import { normalizeEmail } from "../domain/patients/email.js";
import { intervalOf, plusMinutes } from "../domain/appointments/interval.js";
import { randomNumbers, type Random } from "./random.js";

/** The size of a generated clinic. */
export interface ClinicSize {
  appointments: number;
  /** One per 500 appointments by default. */
  doctors?: number | undefined;
  /** One per 10 appointments by default. */
  patients?: number | undefined;
  /** The same seed generates the same clinic, shifted to the current day; 1 by default. */
  seed?: number | undefined;
}

const ROWS_PER_INSERT = 5_000;
const MINUTES_PER_DAY = 24 * 60;

/** The working hours of doctors, in minutes of a weekday; the last appointment may end a little later. */
const OPENING = { from: 8 * 60, to: 17 * 60 };
const DURATIONS = [15, 20, 30, 30, 45, 60] as const;
const GAPS = [0, 0, 0, 15, 30] as const;
/** About how many of these appointments fit into a weekday. */
const APPOINTMENTS_PER_DAY = 12;
const PAST_SHARE = 2 / 3;

const FIRST_NAMES = [
  ...["Aisha", "Anna", "Carlos", "Chen", "David", "Emma", "Fatima", "Giulia", "Haruto", "Ines"],
  ...["Jakub", "John", "Kofi", "Liam", "Lucía", "Maria", "Mei", "Ngozi", "Olga", "Pierre"],
  ...["Ravi", "Sofia", "Tomás", "Uma", "Viktor", "Wanjiru", "Yusuf", "Zoë"],
];
const LAST_NAMES = [
  ...["Adeyemi", "Ali", "Andersson", "Banerjee", "Cohen", "Dubois", "Eze", "Fernández", "García"],
  ...["Haddad", "Ivanova", "Jensen", "Khan", "Kim", "Lopez", "Müller", "Mwangi", "Nguyen", "Novák"],
  ...["O'Brien", "Okafor", "Papadopoulos", "Rossi", "Sato", "Silva", "Smith", "Tanaka", "Usman"],
  ...["van der Berg", "Weber", "Yılmaz", "Zhang"],
];
const SPECIALTIES = ["Cardiology", "Dermatology", "General Practice", "Neurology", "Paediatrics"];

/**
 * Fills the empty database that `url` names with a clinic that obeys all rules; two thirds of its appointments are in the
 * past. It does not use the domain, which would take hours for millions of appointments.
 *
 * @param say called at times with the number of inserted appointments.
 * @throws DatabaseSetupError if there are rows already.
 */
export async function generateClinic(
  url: string,
  size: ClinicSize,
  say: (appointments: number) => void = () => undefined,
): Promise<void> {
  await ensureSchema(url);
  const connection = await connect(url);
  try {
    await refuseUnlessEmpty(connection);
    const { appointments, seed = 1 } = size;
    const doctors = size.doctors ?? Math.ceil(appointments / 500);
    const patients = size.patients ?? Math.ceil(appointments / 10);
    const random = randomNumbers(seed);
    const today = new Date(new Date().setUTCHours(0, 0, 0, 0));
    await insert(connection, "doctors", DOCTOR_COLUMNS, doctorRows(doctors, today, random));
    await insert(connection, "patients", PATIENT_COLUMNS, patientRows(patients, today, random));
    const rows = appointmentRows({ appointments, doctors, patients }, today, random);
    await insert(connection, "appointments", APPOINTMENT_COLUMNS, rows, say);
    await connection.query("ANALYZE TABLE doctors, patients, appointments");
  } finally {
    await connection.end();
  }
}

async function refuseUnlessEmpty(connection: Connection): Promise<void> {
  for (const table of ["patients", "doctors", "appointments", "idempotency_keys"]) {
    if ((await connection.query<unknown[]>(`SELECT 1 FROM ${table} LIMIT 1`)).length > 0) {
      throw new DatabaseSetupError(
        `The table ${table} has rows. A clinic can only be generated in empty tables: ` +
          "`npm run db:reset` empties them.",
      );
    }
  }
}

type Value = string | number | boolean | Date | null;

async function insert(
  connection: Connection,
  table: string,
  columns: string,
  rows: Iterable<Value[]>,
  say: (count: number) => void = () => undefined,
): Promise<void> {
  let count = 0;
  for (const batch of batches(rows, ROWS_PER_INSERT)) {
    const values = batch.map((row) => `(${row.map((each) => connection.escape(each)).join()})`);
    await connection.query(`INSERT INTO ${table} (${columns}) VALUES ${values.join()}`);
    say((count += batch.length));
  }
}

function* batches<Row>(rows: Iterable<Row>, size: number): Generator<Row[]> {
  let batch: Row[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

const DOCTOR_COLUMNS = "id, full_name, specialty, is_active, created_at, updated_at";

function* doctorRows(count: number, today: Date, random: Random): Generator<Value[]> {
  const created = plusDays(today, -400);
  for (let id = 1; id <= count; id += 1) {
    const name = `Dr. ${pick(FIRST_NAMES, random)} ${pick(LAST_NAMES, random)}`;
    yield [id, name, pick(SPECIALTIES, random), random() < 0.95, created, created];
  }
}

const PATIENT_COLUMNS =
  "id, first_name, last_name, email, email_key, phone_number, created_at, updated_at";

function* patientRows(count: number, today: Date, random: Random): Generator<Value[]> {
  const created = plusDays(today, -400);
  for (let id = 1; id <= count; id += 1) {
    const [first, last] = [pick(FIRST_NAMES, random), pick(LAST_NAMES, random)];
    const { address, key } = normalizeEmail(
      `${first}.${last.replace(/[^\p{L}]/gu, "")}.${id}@example.com`,
    );
    const phone = String(5_550_000_000 + id).slice(0, 10);
    yield [id, first, last, address, key, phone, created, created];
  }
}

const APPOINTMENT_COLUMNS =
  "patient_id, doctor_id, starts_at, ends_at, duration_minutes, status, version, created_at, updated_at";

/** The appointments of one doctor after another, each in the order of time, so that none overlap. */
function* appointmentRows(
  { appointments, doctors, patients }: Record<"appointments" | "doctors" | "patients", number>,
  today: Date,
  random: Random,
): Generator<Value[]> {
  for (let doctorId = 1, left = appointments; doctorId <= doctors; doctorId += 1) {
    const count = Math.ceil(left / (doctors - doctorId + 1));
    left -= count;
    for (const { startsAt, minutes } of appointmentTimes(count, today, random)) {
      const patientId = 1 + Math.floor(random() * patients);
      const status = statusOf(startsAt < today, random());
      const created = plusDays(startsAt < today ? startsAt : today, -1 - Math.floor(random() * 30));
      const { endsAt } = intervalOf(startsAt, minutes);
      const [version, updated] = status === "BOOKED" ? [1, created] : [2, plusDays(created, 1)];
      const final = status === "COMPLETED" || status === "NO_SHOW" ? endsAt : updated;
      const times = [startsAt, endsAt, minutes, status];
      yield [patientId, doctorId, ...times, version, created, final];
    }
  }
}

function* appointmentTimes(count: number, today: Date, random: Random) {
  const pastDays = Math.round(((count * PAST_SHARE) / APPOINTMENTS_PER_DAY) * (7 / 5));
  let day = plusDays(today, -pastDays);
  let minute = OPENING.from;
  for (let made = 0; made < count;) {
    if (minute >= OPENING.to || day.getUTCDay() === 0 || day.getUTCDay() === 6) {
      day = plusDays(day, 1);
      minute = OPENING.from;
      continue;
    }
    const minutes = pick(DURATIONS, random);
    yield { startsAt: plusMinutes(day, minute), minutes };
    made += 1;
    minute += minutes + pick(GAPS, random);
  }
}

function statusOf(isPast: boolean, chance: number): AppointmentStatus {
  if (chance < 0.08) return "CANCELLED";
  if (!isPast) return "BOOKED";
  return chance < 0.15 ? "NO_SHOW" : "COMPLETED";
}

const plusDays = (date: Date, days: number): Date => plusMinutes(date, days * MINUTES_PER_DAY);

function pick<Item>(items: readonly Item[], random: Random): Item {
  return items[Math.floor(random() * items.length)] as Item;
}
