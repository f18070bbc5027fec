import { afterAll, describe, expect } from "vitest";
import type { Caller } from "../../../src/domain/caller.js";
import {
  ANYONE,
  createDomain,
  Forbidden,
  type Outcome,
  type UseCases,
} from "../../../src/domain/index.js";
import { test } from "../../support/domain.js";
import { addTimeOff, makeWorld, NOW, observe, someone } from "./world.js";

const observer = observe();
afterAll(() => observer.close());

const codesOf = (outcome: Outcome<unknown>) =>
  outcome.done ? "done" : outcome.refusals.map(({ code }) => code);

const NINE = new Date("2031-01-08T09:00:00Z");
const at = (time: string) => new Date(`2031-01-08T${time}:00Z`);

describe("a doctor", () => {
  test("books patients with whom they have an appointment, and with themselves", async ({
    clinic,
    db,
  }) => {
    const { callers, own, foreign, absent } = await makeWorld(clinic, db);
    const { appointments } = observer.as(callers.DOCTOR);
    const time = { startsAt: NINE, durationMinutes: 30 };
    const both = { patientId: own.patientId, doctorId: own.doctorId };
    for (const { patientId } of [foreign, absent]) {
      const booking = { ...both, ...time, patientId };
      expect(codesOf(await appointments.book(booking))).toEqual(["PATIENT_NOT_FOUND"]);
      expect(await appointments.checkBook(booking)).toMatchObject([{ code: "PATIENT_NOT_FOUND" }]);
    }
    for (const { doctorId } of [foreign, absent]) {
      // At a time that is taken, of which nothing is told.
      const booking = { ...both, doctorId, startsAt: new Date("2031-01-07T20:00:00Z") };
      const codes = codesOf(await appointments.book({ ...booking, durationMinutes: 30 }));
      expect(codes).toEqual(["DOCTOR_NOT_FOUND"]);
    }
    expect(codesOf(await appointments.book({ ...both, ...time }))).toBe("done");
  });

  test("moves appointments within their own calendar, and not into another's", async ({
    clinic,
    db,
  }) => {
    const { callers, own, foreign, absent } = await makeWorld(clinic, db);
    const { appointments, holds } = observer.as(callers.DOCTOR);
    const { appointmentId } = own;
    for (const { doctorId } of [foreign, absent]) {
      const move = { appointmentId, doctorId, startsAt: new Date("2031-01-06T20:00:00Z") };
      expect(codesOf(await appointments.reschedule(move))).toEqual(["DOCTOR_NOT_FOUND"]);
      expect(await appointments.checkReschedule(move)).toMatchObject([
        { code: "DOCTOR_NOT_FOUND" },
      ]);
      const time = { doctorId, startsAt: NINE, durationMinutes: 30, minutes: 5 };
      const held = await holds.hold({ holdKey: clinic.key(), ...time });
      expect(codesOf(held)).toEqual(["DOCTOR_NOT_FOUND"]);
    }
    expect(codesOf(await appointments.reschedule({ appointmentId, startsAt: NINE }))).toBe("done");
  });

  test("who has lost an appointment to another finds it no more, not even by its key", async ({
    clinic,
    db,
  }) => {
    const { callers, own, foreign } = await makeWorld(clinic, db);
    const { appointments } = observer.as(callers.DOCTOR);
    const { patientId, doctorId } = own;
    const time = { startsAt: NINE, durationMinutes: 30, idempotencyKey: clinic.key() };
    const booked = await appointments.book({ patientId, doctorId, ...time });
    const appointmentId = booked.done ? booked.value.id : NaN;
    const staff = observer.as(callers.STAFF).appointments;
    const move = { appointmentId, startsAt: NINE, doctorId: foreign.doctorId };
    expect(codesOf(await staff.reschedule(move))).toBe("done");
    expect(await appointments.byId(appointmentId)).toBeNull();
    const repeated = await appointments.book({ patientId, doctorId, ...time });
    expect(codesOf(repeated)).toEqual(["APPOINTMENT_NOT_FOUND"]);
  });

  test("changes their own hours, and reads the notes of their own time off", async ({
    clinic,
    db,
  }) => {
    const { callers, own, foreign } = await makeWorld(clinic, db);
    const { schedules } = observer.as(callers.DOCTOR);
    const notesOf = async ({ schedules: read }: UseCases) => {
      const lists = await read.exceptionsOf(
        [own, foreign].map(({ doctorId }) => ({ doctorId, from: null, first: 5 })),
      );
      const one = await read.exceptionById(foreign.exceptionId);
      return [...lists.flat(), one].map((exception) => exception?.note);
    };
    const note = "Knee surgery";
    expect(await notesOf(observer.as(callers.DOCTOR))).toEqual([note, null, null]);
    expect(await notesOf(observer.as(callers.PATIENT))).toEqual([null, null, null]);
    expect(await notesOf(observer.as(callers.STAFF))).toEqual([note, note, note]);
    expect(await notesOf(observer.as(callers.ADMIN))).toEqual([note, note, note]);
    const removal = { scheduleExceptionId: foreign.exceptionId, ifBooked: "KEEP" as const };
    expect(codesOf(await schedules.removeException(removal))).toEqual([
      "SCHEDULE_EXCEPTION_NOT_FOUND",
    ]);
    const ofOwn = await addTimeOff(clinic, own.doctorId);
    const removed = await schedules.removeException({ ...removal, scheduleExceptionId: ofOwn });
    expect(codesOf(removed)).toBe("done");
    const mixed = { from: 10, until: 20, ifBooked: "KEEP" as const };
    const added = await schedules.addTimeOff({
      doctorIds: [own.doctorId, foreign.doctorId],
      ...mixed,
    });
    expect(added).toEqual({
      done: false,
      refusals: [{ code: "DOCTOR_NOT_FOUND", path: ["doctorIds", "1"] }],
    });
  });
});

describe("a patient", () => {
  test("books for themselves alone, with any doctor", async ({ clinic, db }) => {
    const { callers, own, foreign, absent } = await makeWorld(clinic, db);
    const { appointments } = observer.as(callers.PATIENT);
    const time = { doctorId: foreign.doctorId, startsAt: NINE, durationMinutes: 30 };
    for (const { patientId } of [foreign, absent]) {
      expect(codesOf(await appointments.book({ patientId, ...time }))).toEqual([
        "PATIENT_NOT_FOUND",
      ]);
    }
    expect(codesOf(await appointments.book({ patientId: own.patientId, ...time }))).toBe("done");
  });

  test("changes their names and phone number, and no email", async ({ clinic, db }) => {
    const { callers, own, foreign } = await makeWorld(clinic, db);
    const { patients } = observer.as(callers.PATIENT);
    const { patientId } = own;
    const changes = { firstName: "Mia", phoneNumber: "5550199" };
    expect(await patients.update({ patientId, changes })).toMatchObject({ value: changes });
    for (const target of [own, foreign]) {
      const { result, statements } = await observer.statementsOf(() =>
        patients.update({ patientId: target.patientId, changes: { email: own.email } }),
      );
      expect(result).toBeInstanceOf(Forbidden);
      expect(statements).toEqual([]);
    }
  });

  test("is told which part of the asked time is taken, and nothing beyond it", async ({
    clinic,
    db,
  }) => {
    const { callers, own, foreign } = await makeWorld(clinic, db);
    const { patientId } = foreign;
    const doctor = await clinic.scheduled({ gapMinutes: 10 });
    const doctorId = doctor.id;
    await clinic.book({ patientId, doctorId, startsAt: at("10:00"), durationMinutes: 60 });
    const { appointments, holds } = observer.as(callers.PATIENT);
    const blockings = async (time: string, durationMinutes = 30) => {
      const asked = { doctorId, startsAt: at(time), durationMinutes };
      const booking = { patientId: own.patientId, ...asked };
      const move = { appointmentId: own.appointmentId, ...asked };
      const hold = { holdKey: clinic.key(), minutes: 5, ...asked };
      const outcomes = [
        await appointments.book(booking),
        { done: false as const, refusals: await appointments.checkBook(booking) },
        await appointments.reschedule(move),
        { done: false as const, refusals: await appointments.checkReschedule(move) },
        await holds.hold(hold),
      ];
      const refusals = outcomes.map((outcome) => (outcome.done ? [] : outcome.refusals));
      for (const each of refusals) expect(each).toEqual(refusals[0]);
      return refusals[0]?.map((each) => ["blocking" in each && each.blocking, each.code]);
    };
    const part = (from: string, until: string) => ({ startsAt: at(from), endsAt: at(until) });
    expect(await blockings("09:45")).toEqual([[part("10:00", "10:15"), "SLOT_TAKEN"]]);
    expect(await blockings("10:20", 15)).toEqual([[part("10:20", "10:35"), "SLOT_TAKEN"]]);
    expect(await blockings("11:05", 15)).toEqual([[part("11:05", "11:10"), "TOO_CLOSE"]]);
    const staff = observer.as(callers.STAFF).appointments;
    const whole = await staff.checkBook({
      patientId: own.patientId,
      doctorId,
      startsAt: at("10:20"),
      durationMinutes: 15,
    });
    expect(whole).toMatchObject([{ blocking: part("10:00", "11:00") }]);
  });

  test("is offered times as if an appointment of others that is to move stayed", async ({
    clinic,
    db,
  }) => {
    const { callers, own, foreign } = await makeWorld(clinic, db);
    const { doctorId } = foreign;
    const startsAt = at("10:00");
    const { id } = await clinic.book({ patientId: foreign.patientId, doctorId, startsAt });
    const asked = { doctorId, startsAt, durationMinutes: 30, holdKey: null };
    const first = async (caller: Caller) => {
      const times = await observer
        .as(caller)
        .availability.nextFreeTimes({ ...asked, appointmentId: id }, 1);
      return times[0]?.startsAt;
    };
    expect(await first(callers.STAFF)).toEqual(startsAt);
    expect(await first(callers.PATIENT)).toEqual(at("10:30"));
    expect(own.doctorId).not.toBe(doctorId);
  });
});

describe("a key", () => {
  test("of idempotency belongs to its caller: two callers, two bookings", async ({
    clinic,
    db,
  }) => {
    const { callers, own, foreign } = await makeWorld(clinic, db);
    const other = someone(`${clinic.tag} other staff`, { role: "STAFF" as const });
    const { patientId } = own;
    const idempotencyKey = clinic.key();
    const time = { durationMinutes: 30, idempotencyKey };
    const one = { patientId, doctorId: own.doctorId, startsAt: NINE, ...time };
    const two = { patientId, doctorId: foreign.doctorId, startsAt: NINE, ...time };
    const outcomes = [
      await observer.as(callers.STAFF).appointments.book(one),
      await observer.as(other).appointments.book(two),
      await observer.as(ANYONE).appointments.book({ ...two, startsAt: at("12:00") }),
      // Repeats.
      await observer.as(callers.STAFF).appointments.book(one),
      await observer.as({ ...other }).appointments.book(two),
    ];
    const [a, b, c, ...repeats] = outcomes.map((each) => (each.done ? each.value.id : NaN));
    expect(new Set([a, b, c]).size).toBe(3);
    expect(repeats).toEqual([a, b]);
    // With the input of the other, it is taken.
    const taken = await observer.as(callers.STAFF).appointments.book(two);
    expect(codesOf(taken)).toEqual(["IDEMPOTENCY_KEY_REUSED"]);
    const moved = { appointmentId: a ?? NaN, startsAt: at("14:00"), idempotencyKey };
    expect(codesOf(await observer.as(callers.ADMIN).appointments.reschedule(moved))).toBe("done");
    const keys = await db.read(({ idempotencyKey: table }) =>
      table.findMany({ where: { appointmentId: { in: [a, b, c].map(Number) } } }),
    );
    const kept = keys.map(({ key }) => key).sort();
    expect(kept).toHaveLength(4);
    expect(kept.filter((key) => key === idempotencyKey)).toHaveLength(1);
    expect(kept.filter((key) => /^[0-9a-f]{64}$/.test(key))).toHaveLength(3);
  });

  test("in one batch of bookings is told apart, too", async ({ clinic, db }) => {
    const { callers, own } = await makeWorld(clinic, db);
    const { patientId, doctorId } = own;
    const asked = { patientId, doctorId, durationMinutes: 30, idempotencyKey: clinic.key() };
    const domain = createDomain({ db, now: () => NOW });
    const times = ["09:00", "10:00", "11:00"];
    const outcomes = await Promise.all(
      [callers.ADMIN, callers.STAFF, callers.DOCTOR].map((caller, index) =>
        domain.as(caller).appointments.book({ ...asked, startsAt: at(times[index] ?? "") }),
      ),
    );
    expect(outcomes.map(codesOf)).toEqual(["done", "done", "done"]);
  });

  test("of a hold belongs to its caller: to others, its time is held", async ({ clinic, db }) => {
    const { callers, own } = await makeWorld(clinic, db);
    const { patientId, doctorId } = own;
    const holdKey = clinic.key();
    const time = { doctorId, startsAt: NINE, durationMinutes: 30 };
    const hold = (caller: Caller) =>
      observer.as(caller).holds.hold({ holdKey, minutes: 5, ...time });
    const book = (caller: Caller) =>
      observer.as(caller).appointments.book({ patientId, holdKey, ...time });
    expect(codesOf(await hold(callers.PATIENT))).toBe("done");
    for (const caller of [callers.STAFF, callers.DOCTOR, ANYONE]) {
      expect(codesOf(await hold(caller))).toEqual(["SLOT_HELD"]);
      expect(codesOf(await book(caller))).toEqual(["SLOT_HELD"]);
      expect(await observer.as(caller).holds.release(holdKey)).toEqual({
        done: true,
        value: false,
      });
    }
    const next = (caller: Caller) =>
      observer.as(caller).availability.nextFreeTimes({ ...time, holdKey, appointmentId: null }, 1);
    expect((await next(callers.PATIENT))[0]?.startsAt).toEqual(NINE);
    expect((await next(callers.STAFF))[0]?.startsAt).toEqual(at("09:30"));
    expect(codesOf(await book(callers.PATIENT))).toBe("done");
  });
});
