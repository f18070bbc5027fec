import type {
  AppointmentFilter,
  AppointmentOrder,
  AppointmentRow,
  UseCases,
} from "../domain/index.js";
import { toNodeId } from "../graphql/node-ids.js";
import { utcText } from "../common/utc-text.js";

const HOUR = 60 * 60 * 1_000;
const DAY = 24 * HOUR;
const OPENING_HOUR = 8;
const CLOSING_HOUR = 18;
/** Doctors of the demo clinic who have hours: one without a gap, and one with several schedules. */
const DOCTOR_WITH_HOURS = 7;
const DOCTOR_WITH_PLANS = 8;
/** An id that no row has. */
const UNUSED_ID = 2_147_483_647;
/** How many of the newest people, and of the newest or next appointments, are examined. */
const LATEST = 100;

/** What the placeholders need to know of a clinic. */
interface Clinic {
  patients: Pick<UseCases["patients"], "page">;
  doctors: Pick<UseCases["doctors"], "page" | "byId">;
  appointments: Pick<UseCases["appointments"], "pages" | "counts">;
  schedules: Pick<UseCases["schedules"], "schedulesOf" | "exceptionsOf">;
  availability: Pick<UseCases["availability"], "freeTimes">;
}

const nothing = { rows: [], hasNextPage: false, positionOf: () => [] };

/** A clinic without data. */
export const EMPTY_CLINIC: Clinic = {
  patients: { page: async () => nothing },
  doctors: { page: async () => nothing, byId: async () => null },
  appointments: { pages: async () => [], counts: async () => [] },
  schedules: { schedulesOf: async () => [], exceptionsOf: async () => [] },
  availability: { freeTimes: async () => [] },
};

type Reader = (domain: Clinic, now: Date) => Promise<string> | string;

/** The value of each placeholder in `examples/operations/*.json`; the README there explains them. */
const READERS: Record<string, Reader> = {
  now: (_domain, now) => toText(now),
  unique: (_domain, now) => now.getTime().toString(36),
  inAWeek: (_domain, now) => toText(new Date(now.getTime() + 7 * DAY)),
  freeTime,
  offeredTime,
  lastSchedule: async ({ schedules }) => {
    const request = { doctorId: DOCTOR_WITH_PLANS, from: null, first: LATEST };
    const [list = []] = await schedules.schedulesOf([request]);
    return toNodeId("Schedule", (list.length > 1 ? list.at(-1)?.id : null) ?? UNUSED_ID);
  },
  lastScheduleException: async ({ schedules }) => {
    const request = { doctorId: DOCTOR_WITH_HOURS, from: null, first: LATEST };
    const [list = []] = await schedules.exceptionsOf([request]);
    return toNodeId("ScheduleException", list.at(-1)?.id ?? UNUSED_ID);
  },
  takenTime: async (domain, now) => {
    const next = await nextAppointment(domain, now);
    return next ? toText(next.startsAt) : freeTime(domain, now);
  },
  takenDoctor: async (domain, now) =>
    toNodeId("Doctor", (await nextAppointment(domain, now))?.doctorId ?? UNUSED_ID),
  bookedAppointment: async (domain) => {
    const booked = await readAppointments(domain, "BOOKED_DESC", LATEST, { status: ["BOOKED"] });
    const appointment = await firstAtAnyTime(domain, booked);
    return toNodeId("Appointment", appointment?.id ?? UNUSED_ID);
  },
  begunAppointment: async (domain, now) => {
    const filter = { status: ["BOOKED"], startsBefore: now } as const;
    const [begun] = await readAppointments(domain, "STARTS_AT_DESC", 1, filter);
    return toNodeId("Appointment", begun?.id ?? UNUSED_ID);
  },
  comingAppointment: async (domain, now) =>
    toNodeId("Appointment", (await nextAppointment(domain, now))?.id ?? UNUSED_ID),
  newestAppointment: (domain) => newestAppointment(domain, {}),
  patientWithoutAppointments: async ({ patients, appointments }) => {
    const request = { orderBy: "REGISTERED_DESC", first: LATEST, after: null } as const;
    const { rows } = await patients.page({}, request);
    const idle = await firstWithoutAppointments(appointments, rows, ({ id }) => ({
      patientId: id,
    }));
    return toNodeId("Patient", idle?.id ?? UNUSED_ID);
  },
  doctorWithoutAppointments: async ({ doctors, appointments }) => {
    const request = { orderBy: "CREATED_DESC", first: LATEST, after: null } as const;
    const { rows } = await doctors.page({ isActive: true }, request);
    const idle = await firstWithoutAppointments(appointments, rows, ({ id }) => ({ doctorId: id }));
    return toNodeId("Doctor", idle?.id ?? UNUSED_ID);
  },
};

const PLACEHOLDER = /\{\{(\w+)\}\}/g;

/**
 * Replaces the placeholders of several texts by current data. Each placeholder is computed once, and has the same value in
 * all texts.
 *
 * @throws Error if a placeholder is unknown.
 */
export async function fillPlaceholders(
  texts: readonly string[],
  domain: Clinic,
  now = new Date(),
): Promise<string[]> {
  const used = texts.flatMap((text) =>
    [...text.matchAll(PLACEHOLDER)].map(([, name = ""]) => name),
  );
  const entries = [...new Set(used)].map(async (name) => {
    const read = READERS[name];
    if (!read) throw new Error(`There is no placeholder {{${name}}}`);
    return [name, await read(domain, now)] as const;
  });
  const values = new Map(await Promise.all(entries));
  return texts.map((text) =>
    text.replaceAll(PLACEHOLDER, (_, name: string) => values.get(name) ?? ""),
  );
}

const toText = (time: Date): string => `${utcText(time)}Z`;

/** The first full hour during the day, from tomorrow on, in which no doctor has an appointment. */
async function freeTime(domain: Clinic, now: Date): Promise<string> {
  const tomorrow = new Date(now.getTime() + DAY);
  tomorrow.setUTCHours(OPENING_HOUR, 0, 0, 0);
  const appointments = await readAppointments(domain, "STARTS_AT_ASC", 100, {
    status: ["BOOKED", "COMPLETED", "NO_SHOW"],
    // An appointment takes at most three hours.
    startsFrom: new Date(tomorrow.getTime() - 3 * HOUR),
  });
  const isFree = (start: number) =>
    appointments.every(
      ({ startsAt, endsAt }) =>
        (endsAt !== undefined && endsAt.getTime() <= start) || startsAt.getTime() >= start + HOUR,
    );
  let start = tomorrow.getTime();
  while (!isFree(start) || new Date(start).getUTCHours() >= CLOSING_HOUR) start += HOUR;
  return toText(new Date(start));
}

/** The first free time of a doctor with hours, from tomorrow on; one of nobody if there is none. */
async function offeredTime(domain: Clinic, now: Date): Promise<string> {
  const [free] = await domain.availability.freeTimes([
    {
      doctorId: DOCTOR_WITH_HOURS,
      from: new Date(now.getTime() + DAY),
      until: new Date(now.getTime() + LATEST * DAY),
      durationMinutes: 30,
      first: 1,
    },
  ]);
  const [time] = free?.times ?? [];
  return time ? toText(time.startsAt) : freeTime(domain, now);
}

/**
 * The next booked appointment of a doctor without hours. A booking at its time is refused for this reason alone, which an
 * example demonstrates.
 */
async function nextAppointment(domain: Clinic, now: Date): Promise<AppointmentRow | undefined> {
  const filter = { status: ["BOOKED"], startsFrom: now } as const;
  return firstAtAnyTime(domain, await readAppointments(domain, "STARTS_AT_ASC", LATEST, filter));
}

/** The first of these appointments whose doctor can be booked at any time. */
async function firstAtAnyTime(
  { doctors }: Clinic,
  appointments: readonly AppointmentRow[],
): Promise<AppointmentRow | undefined> {
  const found = await Promise.all(appointments.map(({ doctorId }) => doctors.byId(doctorId)));
  return appointments.find((_, index) => found[index]?.hasCalendar === false);
}

/** The first of these people without appointments. */
async function firstWithoutAppointments<Person>(
  { counts }: Clinic["appointments"],
  people: readonly Person[],
  toFilter: (person: Person) => AppointmentFilter,
): Promise<Person | undefined> {
  if (people.length === 0) return undefined;
  const totals = await counts(people.map((person) => [toFilter(person)]));
  return people.find((_, index) => totals[index] === 0);
}

async function newestAppointment(domain: Clinic, filter: AppointmentFilter): Promise<string> {
  const [newest] = await readAppointments(domain, "BOOKED_DESC", 1, filter);
  return toNodeId("Appointment", newest?.id ?? UNUSED_ID);
}

async function readAppointments(
  { appointments }: Clinic,
  orderBy: AppointmentOrder,
  first: number,
  filter: AppointmentFilter,
): Promise<AppointmentRow[]> {
  const [page] = await appointments.pages([{ filters: [filter], orderBy, first, after: null }]);
  return page?.rows ?? [];
}
