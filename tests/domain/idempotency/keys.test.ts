import { describe, expect, it } from "vitest";
import { openDatabase } from "../../../src/db/database.js";
import { ANYONE, createDomain } from "../../../src/domain/index.js";
import { checkIdempotencyKey } from "../../../src/domain/idempotency/keys.js";
import { future, type Clinic } from "../../support/clinic.js";
import { test } from "../../support/domain.js";
import { databaseUrl } from "../../support/environment.js";

const SECOND = 1_000;
const DAY = 24 * 60 * 60 * SECOND;
const PATH = ["idempotencyKey"];
const reused = { done: false, refusals: [{ code: "IDEMPOTENCY_KEY_REUSED", path: PATH }] };

/** An input of a booking with a key, on another day for each number of days. */
async function bookings(clinic: Clinic) {
  const [{ id: patientId }, { id: doctorId }] = [await clinic.patient(), await clinic.doctor()];
  return (days: number, idempotencyKey: string | null = clinic.key()) => {
    return { patientId, doctorId, startsAt: future(days), durationMinutes: 30, idempotencyKey };
  };
}

describe("the check of an idempotency key", () => {
  const fingerprintOf = (operation: string, input: Record<string, unknown>) =>
    checkIdempotencyKey(ANYONE, "key", operation, input).request?.fingerprint;

  it("makes a request of the key and a fingerprint of what is asked", () => {
    const { request, refusals } = checkIdempotencyKey(ANYONE, " key ", "book", { doctorId: 1 });
    expect(request?.key).toBe("key");
    expect(request?.fingerprint).toMatch(/^[0-9a-f]{64}$/);
    expect(refusals).toEqual([]);
  });

  it("makes the same fingerprint of the same request alone", () => {
    const one = fingerprintOf("book", { doctorId: 1 });
    expect(fingerprintOf("book", { doctorId: 1 })).toBe(one);
    expect(fingerprintOf("reschedule", { doctorId: 1 })).not.toBe(one);
    expect(fingerprintOf("book", { doctorId: 2 })).not.toBe(one);
  });

  it("makes no request without a key", () => {
    for (const key of [null, undefined]) {
      expect(checkIdempotencyKey(ANYONE, key, "book", {})).toEqual({ request: null, refusals: [] });
    }
  });

  it.each([
    ["", { code: "REQUIRED" }],
    ["k".repeat(256), { code: "TOO_LONG", maximumLength: 255 }],
    ["a\u0000", { code: "INVALID_CHARACTERS" }],
  ])("refuses %j", (key, refusal) => {
    expect(checkIdempotencyKey(ANYONE, key, "book", {})).toEqual({
      request: null,
      refusals: [{ path: PATH, ...refusal }],
    });
  });

  it("takes what only programs compare, up to 255 characters", () => {
    for (const key of ["k".repeat(255), "a\u200b"]) {
      expect(checkIdempotencyKey(ANYONE, key, "book", {}).request?.key).toBe(key);
    }
  });
});

describe("an idempotency key", () => {
  test("answers a repeat with the appointment as it is now", async ({ clinic, domain }) => {
    const input = (await bookings(clinic))(7);
    const { id: appointmentId } = await clinic.book(input);
    await domain.appointments.cancel({ appointmentId });
    await domain.doctors.deactivate({ doctorId: input.doctorId });
    const cancelled = await domain.appointments.byId(appointmentId);
    expect(cancelled?.status).toBe("CANCELLED");
    expect(await domain.appointments.book(input)).toEqual({ done: true, value: cancelled });
    await domain.appointments.remove({ appointmentId });
    expect(await domain.appointments.book(input)).toEqual({
      done: false,
      refusals: [{ code: "APPOINTMENT_NOT_FOUND", path: PATH }],
    });
  });

  test("is refused for another request", async ({ clinic, domain }) => {
    const booking = await bookings(clinic);
    const { id: appointmentId } = await clinic.book(booking(7));
    expect(await domain.appointments.book(booking(8))).toEqual(reused);
    const move = { appointmentId, startsAt: future(8), idempotencyKey: clinic.key() };
    expect(await domain.appointments.reschedule(move)).toEqual(reused);
    expect(await domain.appointments.counts([[{ doctorId: booking(7).doctorId }]])).toEqual([1]);
  });

  test("is not used up by a refusal", async ({ clinic, domain }) => {
    const booking = await bookings(clinic);
    const { id: appointmentId } = await clinic.book(booking(7, null));
    expect(await domain.appointments.book(booking(7))).toMatchObject({
      refusals: [{ code: "SLOT_TAKEN" }],
    });
    await domain.appointments.cancel({ appointmentId });
    expect(await domain.appointments.book(booking(7))).toMatchObject({ done: true });
  });

  test("answers the repeat of a move, whatever version it expects", async ({ clinic, domain }) => {
    const { id: appointmentId } = await clinic.book({});
    const move = { appointmentId, startsAt: future(9), idempotencyKey: clinic.key() };
    const moved = await domain.appointments.reschedule({ ...move, expectedVersion: 1 });
    expect(moved).toMatchObject({ done: true, value: { version: 2, startsAt: future(9) } });
    expect(await domain.appointments.reschedule({ ...move, expectedVersion: 1 })).toEqual(moved);
    expect(await domain.appointments.reschedule(move)).toEqual(moved);
    expect(await domain.appointments.reschedule({ ...move, durationMinutes: 60 })).toEqual(reused);
  });

  test("stands beside other keys", async ({ clinic, domain }) => {
    const booking = await bookings(clinic);
    const inputs = [1, 2, 3].map((days) => booking(days, clinic.key(`${days}`)));
    const booked = await Promise.all(inputs.map((input) => domain.appointments.book(input)));
    const repeated = await Promise.all(inputs.map((input) => domain.appointments.book(input)));
    expect(repeated).toEqual(booked);
    expect(booked.map(({ done }) => done)).toEqual([true, true, true]);
  });

  test("is forgotten after 24 hours, and then stands for what was done last", async ({
    clinic,
  }) => {
    const booking = await bookings(clinic);
    const booked = future(0, "00:00:00");
    const bookAt = (milliseconds: number, days: number) =>
      clinic.at(new Date(booked.getTime() + milliseconds)).appointments.book(booking(days));
    const first = await bookAt(999, 7);
    expect(first.done).toBe(true);
    expect(await bookAt(DAY - SECOND, 7)).toEqual(first);
    expect(await bookAt(DAY - SECOND, 8)).toEqual(reused);
    const second = await bookAt(DAY, 8);
    expect(second.done).toBe(true);
    expect(await bookAt(DAY, 8)).toEqual(second);
    expect(await bookAt(2 * DAY - SECOND, 9)).toEqual(reused);
  });

  test("that has expired is removed by the upkeep, and no other", async ({ clinic, db }) => {
    // Two days ago, so that no other test's keys have expired by then.
    const now = new Date(Math.floor(Date.now() / SECOND) * SECOND - 2 * DAY);
    const booking = await bookings(clinic);
    const keys = async () =>
      db.read(({ idempotencyKey }) =>
        idempotencyKey.count({ where: { key: { startsWith: clinic.tag } } }),
      );
    await clinic.at(now).appointments.book(booking(8, clinic.key("old")));
    await clinic.book(booking(9));
    expect(await keys()).toBe(2);
    const purgeAt = (time: number) =>
      createDomain({ db, now: () => new Date(time) }).purgeExpiredKeys();
    expect(await purgeAt(now.getTime() + DAY - SECOND)).toBe(0);
    expect(await keys()).toBe(2);
    expect(await purgeAt(now.getTime() + DAY)).toBe(1);
    expect(await keys()).toBe(1);
  });
});

test("a request without a key sends no statement about keys", async ({ clinic }) => {
  const statements: string[] = [];
  const db = openDatabase(databaseUrl, { onStatement: (sql) => statements.push(sql) });
  try {
    const { appointments } = createDomain({ db }).as(ANYONE);
    await appointments.book((await bookings(clinic))(7, null));
    expect(statements.filter((sql) => sql.includes("INSERT"))).toHaveLength(1);
    expect(statements.filter((sql) => sql.includes("idempotency_keys"))).toEqual([]);
    statements.length = 0;
    await appointments.book((await bookings(clinic))(8));
    expect(statements.filter((sql) => sql.includes("DELETE FROM idempotency_keys"))).toEqual([]);
  } finally {
    await db.close();
  }
});
