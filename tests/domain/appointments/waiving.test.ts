import { afterAll, describe, expect, it } from "vitest";
import { toDespite, waive, waivedRules } from "../../../src/domain/appointments/waiving.js";
import {
  ANYONE,
  createDomain,
  Forbidden,
  type Outcome,
  type WaivableRule,
} from "../../../src/domain/index.js";
import { REFUSAL_EXAMPLES } from "../../../src/domain/refusals.js";
import { test } from "../../support/domain.js";
import { makeWorld, NOW, observe } from "../permissions/world.js";

const observer = observe();
afterAll(() => observer.close());

const ALL: readonly WaivableRule[] = [
  "TOO_CLOSE",
  "OUTSIDE_HOURS",
  "DOCTOR_AWAY",
  "TOO_SHORT_NOTICE",
  "TOO_FAR_AHEAD",
];
const EVENING = new Date("2031-01-08T19:00:00Z");

const summary = (outcome: Outcome<{ waived: string | null }>) =>
  outcome.done ? outcome.value.waived : outcome.refusals.map(({ code }) => code);

describe("rules that are waived", () => {
  const refusals = Object.values(REFUSAL_EXAMPLES);

  it("are those five that may be, and none that was not in the way is kept", () => {
    const { refusals: left, waived } = waive(refusals, ALL);
    expect(left).toEqual(refusals.filter(({ code }) => !ALL.includes(code as WaivableRule)));
    expect(left.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["SLOT_TAKEN", "SLOT_HELD", "DOCTOR_INACTIVE", "STARTS_IN_PAST"]),
    );
    expect([...waivedRules(waived)].sort()).toEqual([...ALL].sort());
    expect(waive([REFUSAL_EXAMPLES.TOO_CLOSE], ALL).waived).toBe("TOO_CLOSE");
    expect(waive(refusals, undefined)).toEqual({ refusals, waived: null });
    expect(waivedRules(null)).toEqual([]);
  });

  it("are one request, in whichever order they are sent; none are as if nothing was sent", () => {
    expect(toDespite(["TOO_CLOSE", "OUTSIDE_HOURS", "TOO_CLOSE"])).toEqual([
      "OUTSIDE_HOURS",
      "TOO_CLOSE",
    ]);
    for (const none of [[], null, undefined]) expect(toDespite(none)).toBeUndefined();
  });
});

describe("waiving rules", () => {
  test("books outside hours, in time off and too close, and says so in the appointment", async ({
    clinic,
    db,
  }) => {
    const { callers, own } = await makeWorld(clinic, db);
    const { patientId } = own;
    const numbers = { gapMinutes: 15, minimumNoticeMinutes: 43_200, horizonDays: 1 };
    const { id: doctorId } = await clinic.scheduled(numbers);
    for (const caller of [callers.STAFF, callers.ADMIN, ANYONE]) {
      const { appointments } = observer.as(caller);
      const time = { patientId, doctorId, startsAt: EVENING, durationMinutes: 30 };
      const reasons = ["OUTSIDE_HOURS", "TOO_SHORT_NOTICE", "TOO_FAR_AHEAD"];
      expect(summary(await appointments.book(time))).toEqual(reasons);
      const despite = ALL;
      expect(await appointments.checkBook({ ...time, despite })).toEqual([]);
      expect(summary(await appointments.book({ ...time, despite: ["OUTSIDE_HOURS"] }))).toEqual(
        reasons.slice(1),
      );
      const booked = await appointments.book({ ...time, despite });
      expect(summary(booked)).toBe(reasons.join());
      const appointmentId = booked.done ? booked.value.id : NaN;
      expect(await appointments.byId(appointmentId)).toMatchObject({ waived: reasons.join() });
      // What others have is never waived.
      expect(summary(await appointments.book({ ...time, despite }))).toEqual(["SLOT_TAKEN"]);
      const past = { ...time, startsAt: new Date(NOW.getTime() - 1_000), despite };
      expect(summary(await appointments.book(past))).toEqual(["STARTS_IN_PAST"]);
      const next = { ...time, startsAt: new Date(EVENING.getTime() + 40 * 60_000), despite };
      const close = await appointments.book(next);
      expect(summary(close)).toBe([...reasons, "TOO_CLOSE"].join());
      const closeId = close.done ? close.value.id : NaN;
      const far = new Date("2031-01-08T10:00:00Z");
      const move = { appointmentId: closeId, startsAt: far, despite };
      expect(await appointments.checkReschedule(move)).toEqual([]);
      expect(summary(await appointments.reschedule(move))).toBe("TOO_SHORT_NOTICE,TOO_FAR_AHEAD");
      for (const id of [appointmentId, closeId]) await appointments.cancel({ appointmentId: id });
    }
  });

  test("is forgotten by a move that needs none", async ({ clinic, db }) => {
    const { callers, own } = await makeWorld(clinic, db);
    const { appointments } = observer.as(callers.STAFF);
    const { patientId, doctorId } = own;
    const time = { patientId, doctorId, startsAt: EVENING, durationMinutes: 30 };
    const booked = await appointments.book({ ...time, despite: ["OUTSIDE_HOURS"] });
    const appointmentId = booked.done ? booked.value.id : NaN;
    const startsAt = new Date("2031-01-08T10:00:00Z");
    expect(summary(await appointments.reschedule({ appointmentId, startsAt }))).toBeNull();
    expect(await appointments.byId(appointmentId)).toMatchObject({ startsAt, waived: null });
  });

  test("is kept apart within a batch of bookings", async ({ clinic, db }) => {
    const { own } = await makeWorld(clinic, db);
    const { patientId, doctorId } = own;
    const { appointments } = createDomain({ db, now: () => NOW }).as(ANYONE);
    const despite = ["OUTSIDE_HOURS" as const];
    // The others wait for the first one, and then share a transaction.
    const outcomes = await Promise.all(
      ["10:00", "11:00", "19:00", "12:00"].map((time) => {
        const startsAt = new Date(`2031-01-08T${time}:00Z`);
        return appointments.book({ patientId, doctorId, startsAt, durationMinutes: 30, despite });
      }),
    );
    expect(outcomes.map(summary)).toEqual([null, null, "OUTSIDE_HOURS", null]);
    for (const outcome of outcomes) {
      if (outcome.done) expect(await appointments.byId(outcome.value.id)).toEqual(outcome.value);
    }
  });

  test("makes another request of a repeat", async ({ clinic, db }) => {
    const { callers, own } = await makeWorld(clinic, db);
    const { appointments } = observer.as(callers.STAFF);
    const { patientId, doctorId } = own;
    const people = { patientId, doctorId, durationMinutes: 30, idempotencyKey: clinic.key() };
    const time = { ...people, startsAt: new Date("2031-01-08T10:00:00Z") };
    expect(summary(await appointments.book(time))).toBeNull();
    expect(summary(await appointments.book({ ...time, despite: [] }))).toBeNull();
    expect(summary(await appointments.book({ ...time, despite: ALL }))).toEqual([
      "IDEMPOTENCY_KEY_REUSED",
    ]);
  });

  test("is for the office alone", async ({ clinic, db }) => {
    const { callers, own } = await makeWorld(clinic, db);
    const { patientId, doctorId, appointmentId } = own;
    const despite = ["TOO_CLOSE" as const];
    const time = { startsAt: EVENING, durationMinutes: 30, despite };
    for (const caller of [callers.DOCTOR, callers.PATIENT, callers.LEGACY_REST]) {
      const { appointments } = observer.as(caller);
      const { result, statements } = await observer.statementsOf(async () =>
        appointments.book({ patientId, doctorId, ...time }),
      );
      expect(result).toBeInstanceOf(Forbidden);
      expect(statements).toEqual([]);
      if (caller === callers.LEGACY_REST) continue;
      const move = { appointmentId, startsAt: EVENING, despite };
      const moved = await observer.statementsOf(async () => appointments.reschedule(move));
      expect(moved.result).toBeInstanceOf(Forbidden);
      expect(moved.statements).toEqual([]);
    }
  });
});
