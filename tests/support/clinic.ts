import { randomUUID } from "node:crypto";
import { test as base } from "vitest";
import {
  ANYONE,
  createDomain,
  parseLocalDate,
  type Appointment,
  type Doctor,
  type UseCases,
  type Outcome,
  type Patient,
  type PublishSchedule,
  type Schedule,
} from "../../src/domain/index.js";
import type { Database } from "../../src/db/database.js";
import type { Api } from "./api.js";

const DAY = 24 * 60 * 60 * 1_000;

const EVERY_DAY = {
  timeZone: "UTC",
  validFrom: parseLocalDate("2000-01-01") ?? NaN,
  validUntil: null,
  hours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: 9 * 60, until: 17 * 60 })),
  slotMinutes: 30,
  gapMinutes: 0,
  minimumNoticeMinutes: 0,
  horizonDays: null,
  ifBooked: "REFUSE" as const,
};

/** A moment of a day in the future: tests must pass at any date. */
export function future(days: number, time = "09:00:00"): Date {
  const date = new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
  return new Date(`${date}T${time}Z`);
}

/** The time as the API writes it. */
export const iso = (date: Date): string => date.toISOString().replace(".000Z", "Z");

/** People and appointments that belong to one test, and are gone after it. */
export interface Clinic {
  /** A text that is part of every name, email and specialty that the test creates. */
  tag: string;
  /** A unique email address. */
  email: (local?: string) => string;
  key: (name?: string) => string;
  patient: (fields?: Partial<Patient>) => Promise<Patient>;
  doctor: (fields?: Partial<Doctor>) => Promise<Doctor>;
  book: (input: Partial<Parameters<UseCases["appointments"]["book"]>[0]>) => Promise<Appointment>;
  /** Publishes hours of a doctor, every day from 9 to 17 in UTC since 2000 if nothing else is said. */
  publish: (doctorId: number, fields?: Partial<PublishSchedule>) => Promise<Schedule>;
  /** A doctor who has such hours. */
  scheduled: (fields?: Partial<PublishSchedule>) => Promise<Doctor>;
  /** The use cases with a fixed clock, so that an appointment can be booked in the past, or end in the future. */
  at: (time: Date) => UseCases;
}

interface Fixtures {
  api: Api;
  clinic: Clinic;
}

let shared: Promise<Api> | undefined;

/** Tests that use no API don't load it. */
const openApi = async (): Promise<Api> => (await import("./api.js")).openApi();

/** Vitest's `test` with an API (one for each file) and a clinic that is emptied after each test. */
export const test = base.extend<Fixtures>({
  // eslint-disable-next-line no-empty-pattern -- Vitest reads the fixtures that it needs off this.
  api: async ({}, use) => {
    await use(await (shared ??= openApi()));
  },
  clinic: async ({ api }, use) => {
    await withClinic(api, use);
  },
});

base.afterAll(async () => {
  await (await shared)?.close();
  shared = undefined;
});

/** Does the work with a clinic that is emptied afterwards. */
export async function withClinic(
  api: Pick<Api, "domain" | "db">,
  work: (clinic: Clinic) => Promise<void>,
): Promise<void> {
  const tag = `t${randomUUID().replaceAll("-", "").slice(0, 12)}`;
  try {
    await work(createClinic(api, tag));
  } finally {
    await empty(api.db, tag);
  }
}

export function createClinic({ domain, db }: Pick<Api, "domain" | "db">, tag: string): Clinic {
  let count = 0;
  const email = (local = `p${(count += 1)}`) => `${local}.${tag}@example.com`;
  const patient: Clinic["patient"] = async (fields) =>
    value(
      await domain.patients.register({
        firstName: "Maria",
        lastName: tag,
        email: email(),
        phoneNumber: "5550100",
        ...fields,
      }),
    );
  const doctor: Clinic["doctor"] = async (fields) =>
    value(await domain.doctors.create({ fullName: `Dr. ${tag}`, specialty: tag, ...fields }));
  const publish: Clinic["publish"] = async (doctorId, fields) => {
    const schedule = { doctorId, ...EVERY_DAY, ...fields };
    return value(await domain.schedules.publish(schedule)).changed;
  };
  return {
    tag,
    email,
    at: (time) => createDomain({ db, now: () => time }).as(ANYONE),
    key: (name = "key") => `${tag}-${name}`,
    patient,
    doctor,
    publish,
    scheduled: async (fields) => {
      const created = await doctor();
      await publish(created.id, fields);
      return created;
    },
    book: async ({ patientId, doctorId, ...input }) =>
      value(
        await domain.appointments.book({
          patientId: patientId ?? (await patient()).id,
          doctorId: doctorId ?? (await doctor()).id,
          startsAt: future(7),
          durationMinutes: 30,
          ...input,
        }),
      ),
  };
}

function value<Value>(outcome: Outcome<Value>): Value {
  if (outcome.done) return outcome.value;
  throw new Error(`Refused: ${JSON.stringify(outcome.refusals)}`);
}

/**
 * Removes what a test has made, by its tag, whichever way it was made. The ids are looked up first: a
 * DELETE that searches locks the rows of other tests on its way.
 */
async function empty(db: Database, tag: string): Promise<void> {
  const ids = (rows: { id: number }[]) => ({ in: rows.map(({ id }) => id) });
  const select = { id: true };
  await db.transaction(async ({ patient, doctor, appointment, idempotencyKey }) => {
    const patientId = ids(await patient.findMany({ where: { email: { contains: tag } }, select }));
    const doctorId = ids(await doctor.findMany({ where: { specialty: tag }, select }));
    const where = { OR: [{ patientId }, { doctorId }] };
    const appointmentId = ids(await appointment.findMany({ where, select }));
    // Clients choose keys of their own.
    const keys = await idempotencyKey.findMany({ where: { appointmentId }, select: { key: true } });
    await idempotencyKey.deleteMany({ where: { key: { in: keys.map(({ key }) => key) } } });
    await appointment.deleteMany({ where: { id: appointmentId } });
    await patient.deleteMany({ where: { id: patientId } });
    await doctor.deleteMany({ where: { id: doctorId } });
    await idempotencyKey.deleteMany({ where: { key: { startsWith: tag } } });
  });
}
