import { afterAll, describe, expect } from "vitest";
import { openDatabase, type Database } from "../../../src/db/database.js";
import { OutcomeUnknown, ServiceUnavailable } from "../../../src/db/errors.js";
import type { OnChange } from "../../../src/domain/changes.js";
import {
  ANYONE,
  createDomain,
  type Appointment,
  type BookAppointment,
  type Outcome,
} from "../../../src/domain/index.js";
import { future } from "../../support/clinic.js";
import { test } from "../../support/domain.js";
import { databaseUrl } from "../../support/environment.js";

let statements: string[] = [];
const db = openDatabase(databaseUrl, {
  connectionLimit: 8,
  onStatement: (sql) => statements.push(sql.trim()),
});
afterAll(() => db.close());

/** Books with a queue of its own. */
const bookingOn = (database: Database) =>
  createDomain({ db: database }).as(ANYONE).appointments.book;
const sent = (beginning: string) => statements.filter((sql) => sql.startsWith(beginning)).length;
const row = (id: number) => db.read(({ appointment }) => appointment.findUnique({ where: { id } }));

/** The first four that come have a transaction each; all others wait, and share the next one. */
const AT_ONCE = 4;

/** A database on which every shared transaction fails in this way after it was done, or before. */
const failing = (error: Error, { done }: { done: boolean }): Database => ({
  ...db,
  async sqlTransaction(work, options) {
    if (options?.retry !== false) return db.sqlTransaction(work, options);
    if (done) await db.sqlTransaction(work, options);
    throw error;
  },
});

const valueOf = (outcome: Outcome<Appointment>): Appointment => {
  if (outcome.done) return outcome.value;
  throw new Error(JSON.stringify(outcome.refusals));
};

describe("bookings that wait at the same time", () => {
  test("share a transaction, and each gets its own appointment", async ({ clinic }) => {
    const { id: patientId } = await clinic.patient();
    const doctors = await Promise.all(Array.from({ length: 12 }, () => clinic.doctor()));
    const book = bookingOn(db);
    statements = [];
    const outcomes = await Promise.all(
      doctors.map(({ id: doctorId }, day) =>
        book({ patientId, doctorId, startsAt: future(1 + day), durationMinutes: 30 }),
      ),
    );
    expect(sent("BEGIN")).toBe(AT_ONCE + 1);
    expect(sent("INSERT INTO appointments")).toBe(AT_ONCE + 1);
    expect(sent("COMMIT")).toBe(AT_ONCE + 1);
    for (const [day, outcome] of outcomes.entries()) {
      const booked = valueOf(outcome);
      const doctorId = doctors[day]?.id;
      expect(booked).toMatchObject({ patientId, doctorId, startsAt: future(1 + day) });
      expect(await row(booked.id)).toEqual(booked);
    }
  });

  test("are decided first come, first served, and get the earliest blocking appointment", async ({
    clinic,
  }) => {
    const { id: doctorId } = await clinic.doctor();
    const { id: patientId } = await clinic.patient();
    const stranger = patientId + 1_000_000;
    const book = bookingOn(db);
    const ask = (time: string, changes: Partial<BookAppointment> = {}) => {
      const asked = { patientId, doctorId, startsAt: future(3, time), durationMinutes: 30 };
      return book({ ...asked, ...changes });
    };
    statements = [];
    const outcomes = await Promise.all([
      ask("09:00:00"),
      ask("11:00:00"),
      ask("10:30:00", { durationMinutes: 45 }),
      ask("10:30:00", { durationMinutes: 30 }),
      ask("08:30:00", { durationMinutes: 180 }),
      ask("10:15:00", { durationMinutes: 15, patientId: stranger }),
      ask("10:15:00", { durationMinutes: 15 }),
    ]);
    expect(sent("BEGIN")).toBe(2);
    const interval = (from: string, to: string) => ({
      startsAt: future(3, from),
      endsAt: future(3, to),
    });
    const taken = (blocking: object) => [{ code: "SLOT_TAKEN", path: ["startsAt"], blocking }];
    expect(outcomes.map((outcome) => (outcome.done ? "booked" : outcome.refusals))).toEqual([
      "booked",
      "booked",
      taken(interval("11:00:00", "11:30:00")),
      "booked",
      taken(interval("09:00:00", "09:30:00")),
      [{ code: "PATIENT_NOT_FOUND", path: ["patientId"] }],
      "booked",
    ]);
  });

  test("are blocked by the earliest of those in the table and those before them", async ({
    clinic,
  }) => {
    const later = await clinic.book({ startsAt: future(3, "11:00:00") });
    const { patientId, doctorId } = later;
    const book = bookingOn(db);
    const ask = (time: string, durationMinutes: number) =>
      book({ patientId, doctorId, startsAt: future(3, time), durationMinutes });
    const outcomes = await Promise.all([
      ask("15:00:00", 15),
      ask("10:00:00", 30),
      ask("11:30:00", 30),
      ask("10:15:00", 60),
      ask("11:15:00", 60),
    ]);
    const [, before] = outcomes.map((outcome) => (outcome.done ? outcome.value : null));
    const blockedBy = (appointment: Appointment | null | undefined) => {
      const { startsAt, endsAt } = appointment ?? later;
      return [{ code: "SLOT_TAKEN", blocking: { startsAt, endsAt } }];
    };
    expect(outcomes[3]).toMatchObject({ refusals: blockedBy(before) });
    expect(outcomes[4]).toMatchObject({ refusals: blockedBy(later) });
  });

  test("are committed with the keys of those that have one", async ({ clinic }) => {
    const { patientId, doctorId } = await clinic.book({});
    const book = bookingOn(db);
    const ask = (days: number, idempotencyKey?: string) =>
      book({ patientId, doctorId, startsAt: future(days), durationMinutes: 15, idempotencyKey });
    statements = [];
    await Promise.all([ask(1), ask(2), ask(3, clinic.key()), ask(4)]);
    const shared = statements.slice(statements.lastIndexOf("BEGIN"));
    const key = shared.findIndex((sql) => sql.startsWith("INSERT INTO idempotency_keys"));
    expect(key).toBeGreaterThan(0);
    expect(shared.indexOf("COMMIT")).toBeGreaterThan(key);
  });

  test("send the COMMIT with the INSERT where nothing else is written, and else behind it", async ({
    clinic,
  }) => {
    const { patientId, doctorId } = await clinic.book({});
    const sentTogether: boolean[] = [];
    const own = openDatabase(databaseUrl, {
      onStatement: (sql) => {
        statements.push(sql.trim());
        if (!sql.startsWith("INSERT INTO appointments")) return;
        setImmediate(() => sentTogether.push(statements.includes("COMMIT")));
      },
    });
    try {
      const book = async (days: number, idempotencyKey?: string, onChange?: OnChange) => {
        statements = [];
        const { appointments } = createDomain({ db: own, ...(onChange && { onChange }) }).as(
          ANYONE,
        );
        const times = { startsAt: future(days), durationMinutes: 15 };
        expect(
          (await appointments.book({ patientId, doctorId, ...times, idempotencyKey })).done,
        ).toBe(true);
      };
      await book(1);
      await book(2, clinic.key());
      await book(3, undefined, async () => undefined);
    } finally {
      await own.close();
    }
    expect(sentTogether).toEqual([true, false, false]);
  });

  test("with one key are one booking", async ({ clinic }) => {
    const { id: patientId } = await clinic.patient();
    const [{ id: doctorId }, { id: otherId }] = [await clinic.doctor(), await clinic.doctor()];
    const booking = { patientId, doctorId, startsAt: future(2), durationMinutes: 30 };
    const request = { ...booking, idempotencyKey: clinic.key() };
    const book = bookingOn(db);
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => book(request)));
    expect(new Set(outcomes.map((outcome) => valueOf(outcome).id)).size).toBe(1);
    expect(await book({ ...request, doctorId: otherId })).toMatchObject({
      refusals: [{ code: "IDEMPOTENCY_KEY_REUSED", path: ["idempotencyKey"] }],
    });
  });
});

describe("where a shared transaction fails", () => {
  const askFor = async (clinic: { doctor: () => Promise<{ id: number }> }, patientId: number) => {
    const doctors = await Promise.all(Array.from({ length: AT_ONCE + 2 }, () => clinic.doctor()));
    return doctors.map(({ id: doctorId }) => {
      return { patientId, doctorId, startsAt: future(4), durationMinutes: 30 };
    });
  };

  test("each booking is done by itself", async ({ clinic }) => {
    const bookings = await askFor(clinic, (await clinic.patient()).id);
    const book = bookingOn(failing(new ServiceUnavailable(), { done: false }));
    for (const outcome of await Promise.all(bookings.map((booking) => book(booking)))) {
      const booked = valueOf(outcome);
      expect(await row(booked.id)).toEqual(booked);
    }
  });

  test("in its COMMIT, only those are looked up again that have a key", async ({ clinic }) => {
    const bookings = await askFor(clinic, (await clinic.patient()).id);
    const book = bookingOn(failing(new OutcomeUnknown(), { done: true }));
    const last = bookings.length - 1;
    const results = await Promise.allSettled(
      bookings.map((booking, index) =>
        book(index === last ? { ...booking, idempotencyKey: clinic.key() } : booking),
      ),
    );
    expect(results.map(({ status }) => status)).toEqual([
      ...Array.from({ length: AT_ONCE }, () => "fulfilled"),
      "rejected",
      "fulfilled",
    ]);
    expect(results[AT_ONCE]).toMatchObject({ reason: { name: "OutcomeUnknown" } });
    const rows = await db.read(({ appointment }) =>
      appointment.count({ where: { doctorId: { in: bookings.map(({ doctorId }) => doctorId) } } }),
    );
    expect(rows).toBe(bookings.length);
  });
});
