import { describe, expect } from "vitest";
import { sha256 } from "../../../src/common/sha256.js";
import { type Appointment, type Outcome } from "../../../src/domain/index.js";
import { future } from "../../support/clinic.js";
import { test } from "../../support/domain.js";

const NOBODY = 2_147_483_647;
const MINUTE = 60_000;
const refused = (...refusals: object[]) => ({ done: false, refusals });
const notFound = { code: "APPOINTMENT_NOT_FOUND", path: ["appointmentId"] };
const stale = (currentVersion: number) => {
  return { code: "STALE_VERSION", path: ["expectedVersion"], currentVersion };
};
const notBooked = (status: string) => {
  return { code: "APPOINTMENT_NOT_BOOKED", path: ["appointmentId"], status };
};
const slotTaken = ({ startsAt, endsAt }: Appointment) => {
  return { code: "SLOT_TAKEN", path: ["startsAt"], blocking: { startsAt, endsAt } };
};
const required = (name: string) => ({ code: "REQUIRED", path: [name] });

const valueOf = <Value>(outcome: Outcome<Value>): Value => {
  if (outcome.done) return outcome.value;
  throw new Error(JSON.stringify(outcome.refusals));
};

describe("an appointment that is booked", () => {
  test("is kept in whole seconds, and is of version 1", async ({ clinic, domain }) => {
    const [{ id: patientId }, { id: doctorId }] = [await clinic.patient(), await clinic.doctor()];
    const now = future(1);
    const startsAt = future(2, "09:00:00.999");
    const times = { startsAt, durationMinutes: 45 };
    const { appointments } = clinic.at(new Date(now.getTime() + 999));
    const booked = valueOf(await appointments.book({ patientId, doctorId, ...times }));
    expect(booked).toEqual({
      id: booked.id,
      patientId,
      doctorId,
      startsAt: future(2),
      endsAt: future(2, "09:45:00"),
      durationMinutes: 45,
      status: "BOOKED",
      cancellationReason: null,
      waived: null,
      version: 1,
      createdAt: now,
      updatedAt: now,
    });
    expect(await domain.appointments.byId(booked.id)).toEqual(booked);
    expect(await domain.appointments.byId(NOBODY)).toBeNull();
  });

  test("keeps its time from others of its doctor, to the second", async ({ clinic, domain }) => {
    const booked = await clinic.book({ startsAt: future(3), durationMinutes: 30 });
    const { patientId, doctorId, startsAt, endsAt } = booked;
    const book = (start: number, durationMinutes: number, more = {}) =>
      domain.appointments.book({
        patientId,
        doctorId,
        startsAt: new Date(start),
        durationMinutes,
        ...more,
      });
    const taken = refused(slotTaken(booked));
    expect(await book(startsAt.getTime() - 15 * MINUTE + 1_000, 15)).toEqual(taken);
    expect(await book(startsAt.getTime() - 180 * MINUTE + 1_000, 180)).toEqual(taken);
    expect(await book(endsAt.getTime() - 1_000, 15)).toEqual(taken);
    expect(await book(startsAt.getTime() + MINUTE, 15)).toEqual(taken);
    expect(await book(startsAt.getTime() - MINUTE, 60)).toEqual(taken);
    const elsewhere = { doctorId: (await clinic.doctor()).id };
    expect(await book(startsAt.getTime(), 30, elsewhere)).toMatchObject({ done: true });
    expect(await book(startsAt.getTime() - 15 * MINUTE, 15)).toMatchObject({ done: true });
    expect(await book(endsAt.getTime(), 15)).toMatchObject({ done: true });
  });

  test("is refused with the earliest of those in its way", async ({ clinic, domain }) => {
    const first = await clinic.book({ startsAt: future(3, "09:00:00") });
    const { patientId, doctorId } = first;
    await clinic.book({ patientId, doctorId, startsAt: future(3, "08:00:00") });
    await clinic.book({ patientId, doctorId, startsAt: future(3, "10:00:00") });
    const startsAt = future(3, "09:15:00");
    const times = { startsAt, durationMinutes: 60 };
    expect(await domain.appointments.book({ patientId, doctorId, ...times })).toEqual(
      refused(slotTaken(first)),
    );
  });

  test("is refused for all that is wrong, and not written", async ({ clinic, domain }) => {
    const past = { startsAt: new Date(0), durationMinutes: 5 };
    const asked = { patientId: NOBODY, doctorId: NOBODY, idempotencyKey: " ", ...past };
    expect(await domain.appointments.book(asked)).toMatchObject(
      refused(
        required("idempotencyKey"),
        { code: "DOCTOR_NOT_FOUND" },
        { code: "PATIENT_NOT_FOUND" },
        { code: "STARTS_IN_PAST" },
        { code: "DURATION_OUT_OF_RANGE" },
      ),
    );
    const { id: patientId } = await clinic.patient();
    const { id: doctorId } = await clinic.doctor({ isActive: false });
    const possible = { patientId, doctorId, startsAt: future(3), durationMinutes: 30 };
    expect(await domain.appointments.book(possible)).toEqual(
      refused({ code: "DOCTOR_INACTIVE", path: ["doctorId"] }),
    );
    expect(await domain.appointments.counts([[{ patientId }]])).toEqual([0]);
  });

  test("is not looked for among others at times that it can't have", async ({ clinic, domain }) => {
    const { patientId, doctorId, startsAt } = await clinic.book({});
    const tooLong = { patientId, doctorId, startsAt, durationMinutes: 181 };
    expect(await domain.appointments.book(tooLong)).toMatchObject(
      refused({ code: "DURATION_OUT_OF_RANGE" }),
    );
  });
});

describe("an appointment that is moved", () => {
  test("has its new time, duration and doctor, and counts as a version", async ({
    clinic,
    domain,
  }) => {
    const before = await clinic.book({});
    const { id: doctorId } = await clinic.doctor();
    const now = future(1);
    const { reschedule } = clinic.at(new Date(now.getTime() + 999)).appointments;
    const startsAt = future(9, "10:00:00.999");
    const move = { appointmentId: before.id, startsAt };
    const moved = valueOf(await reschedule({ ...move, expectedVersion: 1 }));
    expect(moved).toEqual({
      ...before,
      startsAt: future(9, "10:00:00"),
      endsAt: future(9, "10:30:00"),
      version: 2,
      updatedAt: now,
    });
    expect(await domain.appointments.byId(before.id)).toEqual(moved);
    const all = valueOf(await reschedule({ ...move, durationMinutes: 60, doctorId }));
    expect(all).toEqual({
      ...moved,
      endsAt: future(9, "11:00:00"),
      durationMinutes: 60,
      doctorId,
      version: 3,
    });
    expect(await domain.appointments.byId(before.id)).toEqual(all);
  });

  test("is not in its own way, but others are", async ({ clinic, domain }) => {
    const other = await clinic.book({ startsAt: future(3, "10:00:00") });
    const { patientId, doctorId } = other;
    const { id: appointmentId } = await clinic.book({
      patientId,
      doctorId,
      startsAt: future(3, "09:00:00"),
    });
    const move = (startsAt: Date) => domain.appointments.reschedule({ appointmentId, startsAt });
    expect(await move(future(3, "09:15:00"))).toMatchObject({ done: true });
    expect(await move(future(3, "09:45:00"))).toEqual(refused(slotTaken(other)));
    expect(await move(future(3, "09:30:00"))).toMatchObject({ done: true });
    const elsewhere = await clinic.book({ startsAt: future(3, "09:30:00") });
    expect(
      await domain.appointments.reschedule({
        appointmentId,
        startsAt: future(3, "09:45:00"),
        doctorId: elsewhere.doctorId,
      }),
    ).toEqual(refused(slotTaken(elsewhere)));
  });

  test("frees its time with its earlier doctor", async ({ clinic, domain }) => {
    const { id: appointmentId, patientId, doctorId, startsAt } = await clinic.book({});
    for (const other of [await clinic.doctor(), { id: doctorId }, await clinic.doctor()]) {
      const move = { appointmentId, startsAt, doctorId: other.id };
      expect(await domain.appointments.reschedule(move)).toMatchObject({
        value: { doctorId: other.id },
      });
    }
    expect(await clinic.book({ patientId, doctorId, startsAt })).toMatchObject({ doctorId });
  });

  test("is refused for all that is wrong, and stays as it is", async ({ clinic, domain }) => {
    const before = await clinic.book({});
    const appointmentId = before.id;
    const { reschedule } = domain.appointments;
    const past = { appointmentId, startsAt: new Date(0), durationMinutes: 181 };
    const faults = { doctorId: NOBODY, expectedVersion: 2, idempotencyKey: "" };
    expect(await reschedule({ ...past, ...faults })).toMatchObject(
      refused(
        stale(1),
        required("idempotencyKey"),
        { code: "DOCTOR_NOT_FOUND" },
        { code: "STARTS_IN_PAST" },
        { code: "DURATION_OUT_OF_RANGE" },
      ),
    );
    const elsewhere = { appointmentId, startsAt: future(8), doctorId: NOBODY };
    expect(await reschedule(elsewhere)).toMatchObject(refused({ code: "DOCTOR_NOT_FOUND" }));
    const { id: doctorId } = await clinic.doctor({ isActive: false });
    expect(await reschedule({ ...elsewhere, doctorId })).toMatchObject(
      refused({ code: "DOCTOR_INACTIVE" }),
    );
    expect(await domain.appointments.byId(appointmentId)).toEqual(before);
    const unknown = { appointmentId: NOBODY, startsAt: future(8) };
    expect(await reschedule(unknown)).toEqual(refused(notFound));
    expect(await reschedule({ ...unknown, idempotencyKey: "" })).toEqual(
      refused(notFound, required("idempotencyKey")),
    );
  });

  test("is not looked for among others at times that it can't have", async ({ clinic, domain }) => {
    const other = await clinic.book({ startsAt: future(3) });
    const { patientId, doctorId, startsAt } = other;
    const { id: appointmentId } = await clinic.book({ patientId, doctorId, startsAt: future(4) });
    const tooLong = { appointmentId, startsAt, durationMinutes: 181 };
    expect(await domain.appointments.reschedule(tooLong)).toMatchObject(
      refused({ code: "DURATION_OUT_OF_RANGE" }),
    );
  });

  test("must be booked", async ({ clinic, domain }) => {
    const { id: appointmentId } = await clinic.book({});
    await domain.appointments.cancel({ appointmentId });
    expect(await domain.appointments.reschedule({ appointmentId, startsAt: future(8) })).toEqual(
      refused(notBooked("CANCELLED")),
    );
  });
});

describe("an appointment that is cancelled", () => {
  test("keeps its reason, counts as a version, and frees its time", async ({ clinic, domain }) => {
    const before = await clinic.book({});
    const { id: appointmentId, patientId, doctorId, startsAt } = before;
    const now = future(1);
    const cancelled = valueOf(
      await clinic
        .at(new Date(now.getTime() + 999))
        .appointments.cancel({ appointmentId, reason: " ill\n ", expectedVersion: 1 }),
    );
    expect(cancelled).toEqual({
      ...before,
      status: "CANCELLED",
      cancellationReason: "ill",
      version: 2,
      updatedAt: now,
    });
    expect(await domain.appointments.byId(appointmentId)).toEqual(cancelled);
    const again = await clinic.book({ patientId, doctorId, startsAt });
    expect(again.id).not.toBe(appointmentId);
  });

  test("needs no reason", async ({ clinic, domain }) => {
    for (const reason of [undefined, null, "", " \u200b"]) {
      const { id: appointmentId } = await clinic.book({});
      expect(await domain.appointments.cancel({ appointmentId, reason })).toMatchObject({
        value: { status: "CANCELLED", cancellationReason: null },
      });
    }
  });

  test("stays as it is when it is cancelled again, whatever version that expects", async ({
    clinic,
    domain,
  }) => {
    const { id: appointmentId } = await clinic.book({});
    const cancelled = await domain.appointments.cancel({ appointmentId, reason: "ill" });
    const again = { appointmentId, reason: "well", expectedVersion: 9 };
    expect(await domain.appointments.cancel(again)).toEqual(cancelled);
    expect(await domain.appointments.byId(appointmentId)).toMatchObject({
      cancellationReason: "ill",
      version: 2,
    });
  });

  test("is refused for all that is wrong, and stays as it is", async ({ clinic, domain }) => {
    const before = await clinic.book({});
    const appointmentId = before.id;
    const { cancel } = domain.appointments;
    const tooLong = { code: "TOO_LONG", path: ["reason"], maximumLength: 500 };
    const reason = "x".repeat(501);
    expect(await cancel({ appointmentId, reason })).toEqual(refused(tooLong));
    expect(await cancel({ appointmentId, reason, expectedVersion: 2 })).toEqual(
      refused(stale(1), tooLong),
    );
    expect(await cancel({ appointmentId, reason: "a\u0000" })).toEqual(
      refused({ code: "INVALID_CHARACTERS", path: ["reason"] }),
    );
    expect(await cancel({ appointmentId: NOBODY, reason })).toEqual(refused(notFound, tooLong));
    expect(await cancel({ appointmentId: NOBODY })).toEqual(refused(notFound));
    expect(await domain.appointments.byId(appointmentId)).toEqual(before);
    expect(await cancel({ appointmentId, reason: "x".repeat(500) })).toMatchObject({ done: true });
    expect(await cancel({ appointmentId, reason })).toEqual(
      refused(notBooked("CANCELLED"), tooLong),
    );
  });
});

describe("an appointment that is over", () => {
  test("is completed, or the patient did not come, once it has begun", async ({
    clinic,
    domain,
  }) => {
    for (const [end, status] of [
      ["complete", "COMPLETED"],
      ["markNoShow", "NO_SHOW"],
    ] as const) {
      const before = await clinic.book({});
      const { id: appointmentId, startsAt } = before;
      expect(await domain.appointments[end]({ appointmentId })).toEqual(
        refused({ code: "APPOINTMENT_NOT_STARTED", path: ["appointmentId"], startsAt }),
      );
      const later = clinic.at(startsAt).appointments;
      expect(await later[end]({ appointmentId, expectedVersion: 2 })).toEqual(refused(stale(1)));
      expect(await later[end]({ appointmentId: NOBODY })).toEqual(refused(notFound));
      expect(await domain.appointments.byId(appointmentId)).toEqual(before);
      const ended = { ...before, status, version: 2, updatedAt: startsAt };
      expect(await later[end]({ appointmentId })).toEqual({ done: true, value: ended });
      expect(await domain.appointments.byId(appointmentId)).toEqual(ended);
      expect(await later[end]({ appointmentId })).toEqual(refused(notBooked(status)));
      expect(await later.cancel({ appointmentId })).toEqual(refused(notBooked(status)));
    }
  });

  test("was not cancelled before", async ({ clinic, domain }) => {
    const { id: appointmentId, startsAt } = await clinic.book({});
    await domain.appointments.cancel({ appointmentId });
    const later = clinic.at(startsAt).appointments;
    for (const end of ["complete", "markNoShow"] as const) {
      expect(await later[end]({ appointmentId })).toEqual(refused(notBooked("CANCELLED")));
    }
  });

  test("still holds its time", async ({ clinic }) => {
    for (const end of ["complete", "markNoShow"] as const) {
      const booked = await clinic.book({});
      const { id: appointmentId, patientId, doctorId, startsAt } = booked;
      await clinic.at(startsAt).appointments[end]({ appointmentId });
      const before = clinic.at(future(1)).appointments;
      const same = { patientId, doctorId, startsAt, durationMinutes: 15 };
      expect(await before.book(same)).toEqual(refused(slotTaken(booked)));
    }
  });
});

describe("an appointment that is deleted", () => {
  test("is gone, whatever its status, and others stay", async ({ clinic, domain }) => {
    const { id: appointmentId, patientId, doctorId } = await clinic.book({});
    const other = await clinic.book({ patientId, doctorId, startsAt: future(8) });
    await domain.appointments.cancel({ appointmentId });
    const { remove } = domain.appointments;
    expect(await remove({ appointmentId, expectedVersion: 1 })).toEqual(refused(stale(2)));
    expect(await domain.appointments.byId(appointmentId)).not.toBeNull();
    const removed = await remove({ appointmentId, expectedVersion: 2 });
    expect(removed).toEqual({ done: true, value: appointmentId });
    expect(await domain.appointments.byId(appointmentId)).toBeNull();
    expect(await domain.appointments.byId(other.id)).toEqual(other);
    expect(await remove({ appointmentId })).toEqual(refused(notFound));
  });
});

test("the fingerprints of requests stay what they are, so that a newer version knows the repeats of an older one", async ({
  clinic,
  db,
  domain,
}) => {
  const fingerprintOf = async (key: string) => {
    const row = await db.read((tables) => tables.idempotencyKey.findUnique({ where: { key } }));
    return row?.fingerprint;
  };
  const [booking, move] = [clinic.key("booking"), clinic.key("move")];
  const booked = await clinic.book({ idempotencyKey: booking });
  const { id: appointmentId, patientId, doctorId, durationMinutes, startsAt } = booked;
  expect(await fingerprintOf(booking)).toBe(
    sha256(JSON.stringify(["book", { patientId, doctorId, durationMinutes, startsAt }])),
  );
  const asked = { startsAt: future(9), durationMinutes: 45, doctorId, appointmentId };
  await domain.appointments.reschedule({ ...asked, idempotencyKey: move });
  expect(await fingerprintOf(move)).toBe(sha256(JSON.stringify(["reschedule", asked])));
});

test("times can be checked without an appointment", ({ clinic }) => {
  const { appointments } = clinic.at(future(1));
  expect(appointments.check({ startsAt: future(1) })).toMatchObject([{ code: "STARTS_IN_PAST" }]);
  expect(appointments.check({ startsAt: future(2), durationMinutes: 30 })).toEqual([]);
});
