import { openDatabase } from "../src/db/database.js";
import { connect } from "../src/db/setup/ensure-schema.js";
import { ANYONE, createDomain, type Appointment } from "../src/domain/index.js";
import { addDoctorsWithHours, value } from "./seed-hours.js";

const MILLISECONDS_PER_DAY = 24 * 60 * 60 * 1_000;
const DAYS_OF_HISTORY = 14;
const DAYS_AHEAD = 14;
/** How many past appointments are neither completed nor marked as no-show. */
const STILL_OPEN = 2;

const DOCTORS = [
  { fullName: "Dr. Anna Weber", specialty: "Cardiology" },
  { fullName: "Dr. James Okafor", specialty: "General Practice" },
  { fullName: "Dr. Mei Tanaka", specialty: "Dermatology" },
  { fullName: "Dr. Lucía Fernández", specialty: "Paediatrics" },
  { fullName: "Dr. Henrik Lund", specialty: "General Practice", isActive: false },
];

/** People without appointments, so that they can be deleted. */
const NEW_DOCTOR = { fullName: "Dr. Priya Nair", specialty: "Orthopaedics" };
const NEW_PATIENT = {
  firstName: "Noah",
  lastName: "Becker",
  email: "noah.becker@example.com",
  phoneNumber: "5550100114",
};

const PATIENTS = [
  ["Maria", "Lopez", "5550100101"],
  ["John", "Smith", "5550100102"],
  ["Aisha", "Khan", "5550100103"],
  ["Pierre", "Dubois", "5550100104"],
  ["Olga", "Ivanova", "5550100105"],
  ["Zoë", "van der Berg", "5550100106"],
  ["Liam", "O'Brien", "5550100107"],
  ["Ngozi", "Adeyemi", "5550100108"],
  ["Haruto", "Sato", "5550100109"],
  ["Emma", "Müller", "5550100110"],
  ["Carlos", "Silva", "5550100111"],
  ["Fatima", "Haddad", "5550100112"],
] as const;

/** The appointments of a doctor's day: the start, in minutes from 09:00, and the duration. */
const SLOTS = [
  { offset: 0, minutes: 30 },
  { offset: 60, minutes: 45 },
  { offset: 120, minutes: 15 },
  { offset: 300, minutes: 60 },
];

/** How long to wait for another process that seeds the same database. */
const LOCK_SECONDS = 30;

/**
 * Fills the database that `url` names with a small demo clinic around today, unless it already contains a patient or a
 * doctor. Servers that start at the same time wait for each other; the lock ends with the session.
 *
 * @returns whether the demo clinic was added.
 */
export async function seedIfEmpty(url: string): Promise<boolean> {
  const connection = await connect(url);
  try {
    await connection.query("SELECT GET_LOCK(LEFT(CONCAT('demo_clinic.', DATABASE()), 64), ?)", [
      LOCK_SECONDS,
    ]);
    return await fillIfEmpty(url);
  } finally {
    await connection.end();
  }
}

/** Creates past appointments through the domain, with the clock set back. */
async function fillIfEmpty(url: string): Promise<boolean> {
  const db = openDatabase(url, { connectionLimit: 4 });
  try {
    const { patients, doctors } = createDomain({ db }).as(ANYONE);
    if ((await patients.count({})) > 0 || (await doctors.count({})) > 0) return false;
    const today = new Date(new Date().setUTCHours(9, 0, 0, 0));
    let clock = plusDays(today, -DAYS_OF_HISTORY);
    const domain = createDomain({ db, now: () => clock }).as(ANYONE);

    const patientIds = await sequentially(PATIENTS, async ([firstName, lastName, phoneNumber]) => {
      const email = `${ascii(firstName)}.${ascii(lastName)}@example.com`;
      return value(await domain.patients.register({ firstName, lastName, email, phoneNumber })).id;
    });
    const doctorIds = await sequentially(
      DOCTORS.filter(({ isActive }) => isActive !== false),
      async (doctor) => value(await domain.doctors.create(doctor)).id,
    );
    for (const doctor of DOCTORS.filter(({ isActive }) => isActive === false)) {
      value(await domain.doctors.create(doctor));
    }
    value(await domain.doctors.create(NEW_DOCTOR));
    value(await domain.patients.register(NEW_PATIENT));

    const booked: Appointment[] = [];
    for (let day = 1 - DAYS_OF_HISTORY; day <= DAYS_AHEAD; day += 1) {
      const date = plusDays(today, day);
      if (date.getUTCDay() === 0 || date.getUTCDay() === 6) continue;
      for (const [index, doctorId] of doctorIds.entries()) {
        const slot = SLOTS[(day + DAYS_OF_HISTORY + index) % SLOTS.length];
        const patientId = patientIds[(3 * (day + DAYS_OF_HISTORY) + 5 * index) % patientIds.length];
        if (!slot || patientId === undefined) continue;
        const startsAt = new Date(date.getTime() + slot.offset * 60_000);
        const input = { patientId, doctorId, startsAt, durationMinutes: slot.minutes };
        booked.push(value(await domain.appointments.book(input)));
      }
    }
    const withHours = { start: clock, today, patientIds };
    booked.push(...(await addDoctorsWithHours(domain, withHours)));

    clock = new Date();
    const ended = booked
      .filter(({ endsAt }) => endsAt < clock)
      .sort((one, other) => one.endsAt.getTime() - other.endsAt.getTime());
    // The latest ones stay BOOKED, so that somebody can complete them.
    const open = new Set(ended.slice(-STILL_OPEN));
    for (const [index, appointment] of booked.entries()) {
      const { id: appointmentId, endsAt } = appointment;
      if (open.has(appointment)) continue;
      if (index % 11 === 7) {
        const reason = "The patient asked for another week.";
        value(await domain.appointments.cancel({ appointmentId, reason }));
      } else if (endsAt < clock) {
        const hasAttended = index % 9 !== 4;
        const { complete, markNoShow } = domain.appointments;
        value(await (hasAttended ? complete : markNoShow)({ appointmentId }));
      }
    }
    return true;
  } finally {
    await db.close();
  }
}

const plusDays = (date: Date, days: number): Date =>
  new Date(date.getTime() + days * MILLISECONDS_PER_DAY);

const ascii = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/[^a-z]/gi, "")
    .toLowerCase();

/** Runs the work for one item after the other, so that ids follow the order of the list. */
async function sequentially<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}
