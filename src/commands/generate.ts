import type { Connection } from "mariadb";
import { connect, ensureSchema } from "../db/setup/ensure-schema.js";
import { DatabaseSetupError } from "../db/setup/setup-error.js";
import type { AppointmentStatus } from "../domain/index.js";
import { normalizeEmail } from "../domain/patients/email.js";
import { intervalOf, plusMinutes } from "../domain/appointments/interval.js";
import {
  dayOf,
  EXCEPTION_COLUMNS,
  exceptionRows,
  HOLD_COLUMNS,
  holdRows,
  momentOf,
  randomHours,
  SCHEDULE_COLUMNS,
  scheduleRows,
  timesOn,
  type DoctorHours,
} from "./generate-hours.js";
import { pick, randomNumbers, type Random } from "./random.js";

/** The size of a generated clinic. */
export interface ClinicSize {
  appointments: number;
  /** One per 500 appointments by default. */
  doctors?: number | undefined;
  /** One per 10 appointments by default. */
  patients?: number | undefined;
  /** The same seed generates the same clinic, shifted to the current day; 1 by default. */
  seed?: number | undefined;
  /** Whether doctors have schedules, time off, extra hours and holds; without, they can be booked at any time. */
  hours?: boolean | undefined;
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
    // From numbers of their own, so that the people are the same with and without hours.
    const hours = size.hours ? randomHours(doctors, today, randomNumbers(seed + 1)) : null;
    await insert(connection, "doctors", DOCTOR_COLUMNS, doctorRows(doctors, hours, today, random));
    await insert(connection, "patients", PATIENT_COLUMNS, patientRows(patients, today, random));
    const rows = appointmentRows({ appointments, doctors, patients }, hours, today, random);
    await insert(connection, "appointments", APPOINTMENT_COLUMNS, rows, say);
    if (hours) await insertHours(connection, hours, today);
    await connection.query("ANALYZE TABLE doctors, patients, appointments");
  } finally {
    await connection.end();
  }
}

async function insertHours(
  connection: Connection,
  hours: readonly DoctorHours[],
  today: Date,
): Promise<void> {
  const since = plusDays(today, -DAYS_OF_HISTORY);
  const schedules = scheduleRows(hours, since, today);
  await insert(connection, "schedules", SCHEDULE_COLUMNS, schedules);
  const exceptions = exceptionRows(hours, since);
  await insert(connection, "schedule_exceptions", EXCEPTION_COLUMNS, exceptions);
  await insert(connection, "slot_holds", HOLD_COLUMNS, holdRows(hours, new Date()));
  await connection.query("ANALYZE TABLE schedules, schedule_exceptions, slot_holds");
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

/** How long ago the people were entered. */
const DAYS_OF_HISTORY = 400;

const DOCTOR_COLUMNS =
  "id, full_name, specialty, is_active, time_zone, has_calendar, created_at, updated_at";

function* doctorRows(
  count: number,
  hours: readonly DoctorHours[] | null,
  today: Date,
  random: Random,
): Generator<Value[]> {
  const created = plusDays(today, -DAYS_OF_HISTORY);
  for (let id = 1; id <= count; id += 1) {
    const name = `Dr. ${pick(FIRST_NAMES, random)} ${pick(LAST_NAMES, random)}`;
    const person = [id, name, pick(SPECIALTIES, random), random() < 0.95];
    const timeZone = hours?.[id - 1]?.timeZone ?? null;
    yield [...person, timeZone, timeZone !== null, created, created];
  }
}

const PATIENT_COLUMNS =
  "id, first_name, last_name, email, email_key, phone_number, created_at, updated_at";

function* patientRows(count: number, today: Date, random: Random): Generator<Value[]> {
  const created = plusDays(today, -DAYS_OF_HISTORY);
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
  hours: readonly DoctorHours[] | null,
  today: Date,
  random: Random,
): Generator<Value[]> {
  for (let doctorId = 1, left = appointments; doctorId <= doctors; doctorId += 1) {
    const count = Math.ceil(left / (doctors - doctorId + 1));
    left -= count;
    const own = hours?.[doctorId - 1];
    const times = own
      ? timesWithinHours(own, count, today, random)
      : appointmentTimes(count, today, random);
    for (const { startsAt, minutes } of times) {
      const patientId = 1 + Math.floor(random() * patients);
      const status = statusOf(startsAt < today, random());
      const created = plusDays(startsAt < today ? startsAt : today, -1 - Math.floor(random() * 30));
      const { endsAt } = intervalOf(startsAt, minutes);
      const [version, updated] = status === "BOOKED" ? [1, created] : [2, plusDays(created, 1)];
      const final = status === "COMPLETED" || status === "NO_SHOW" ? endsAt : updated;
      const asked = [startsAt, endsAt, minutes, status];
      yield [patientId, doctorId, ...asked, version, created, final];
    }
  }
}

/** How many days before today the first of so many appointments of one doctor is. */
const pastDays = (count: number): number =>
  Math.round(((count * PAST_SHARE) / APPOINTMENTS_PER_DAY) * (7 / 5));

/** Appointments within a doctor's working times. */
function* timesWithinHours(hours: DoctorHours, count: number, today: Date, random: Random) {
  let made = 0;
  for (let day = dayOf(today) - pastDays(count); made < count; day += 1) {
    for (const { from, until } of timesOn(hours, day)) {
      let minute = from;
      while (made < count) {
        const minutes = pick(DURATIONS, random);
        if (minute + minutes > until) break;
        yield { startsAt: momentOf(hours, day, minute), minutes };
        made += 1;
        minute += minutes + pick(GAPS, random);
      }
    }
  }
}

function* appointmentTimes(count: number, today: Date, random: Random) {
  let day = plusDays(today, -pastDays(count));
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
