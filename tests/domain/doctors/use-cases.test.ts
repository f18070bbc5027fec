import { describe, expect } from "vitest";
import type { Database } from "../../../src/db/database.js";
import { future } from "../../support/clinic.js";
import { test } from "../../support/domain.js";

const NOBODY = 2_147_483_647;
const notFound = { code: "DOCTOR_NOT_FOUND", path: ["doctorId"] };
const stale = (currentVersion: number) => {
  return { code: "STALE_VERSION", path: ["expectedVersion"], currentVersion };
};
const refused = (...refusals: object[]) => ({ done: false, refusals });

describe("a new doctor", () => {
  test("is kept as sent, takes appointments, and is of version 1", async ({ clinic, domain }) => {
    const now = future(1);
    const { doctors } = clinic.at(new Date(now.getTime() + 999));
    const created = await doctors.create({ fullName: " Dr. Weber", specialty: clinic.tag });
    const doctor = created.done ? created.value : null;
    const kept = { fullName: "Dr. Weber", specialty: clinic.tag, isActive: true, version: 1 };
    expect(doctor).toMatchObject({ ...kept, createdAt: now, updatedAt: now });
    expect(await domain.doctors.byId(doctor?.id ?? NOBODY)).toMatchObject({
      ...kept,
      createdAt: now,
      updatedAt: now,
    });
  });

  test("may begin inactive", async ({ clinic }) => {
    expect(await clinic.doctor({ isActive: false })).toMatchObject({ isActive: false });
  });

  test("is refused for all that is wrong, and not written", async ({ clinic, domain }) => {
    expect(await domain.doctors.create({ fullName: " ", specialty: " " })).toEqual(
      refused({ code: "REQUIRED", path: ["fullName"] }, { code: "REQUIRED", path: ["specialty"] }),
    );
    await domain.doctors.create({ fullName: "", specialty: clinic.tag });
    expect(await domain.doctors.count({ specialty: clinic.tag })).toBe(0);
  });
});

describe("a change of a doctor", () => {
  test("writes the fields that are sent, and counts as a version", async ({ clinic, domain }) => {
    const before = await clinic.doctor();
    const other = await clinic.doctor();
    const now = future(1);
    const { doctors } = clinic.at(new Date(now.getTime() + 1));
    const changes = { fullName: "Dr. Berg " };
    const updated = await doctors.update({ doctorId: before.id, changes, expectedVersion: 1 });
    const after = { ...before, fullName: "Dr. Berg", version: 2, updatedAt: now };
    expect(updated).toMatchObject({ done: true, value: after });
    expect(await domain.doctors.byId(before.id)).toEqual(after);
    expect(await domain.doctors.byId(other.id)).toEqual(other);
  });

  test("to the same values is none, whatever version it expects", async ({ clinic, domain }) => {
    const before = await clinic.doctor();
    const changes = { fullName: ` ${before.fullName}`, specialty: before.specialty };
    const same = { doctorId: before.id, changes, expectedVersion: 9 };
    expect(await domain.doctors.update(same)).toMatchObject({ done: true, value: before });
    expect(await domain.doctors.byId(before.id)).toEqual(before);
  });

  test("is refused for its version and its fields at once", async ({ clinic, domain }) => {
    const before = await clinic.doctor();
    const required = { code: "REQUIRED", path: ["changes", "fullName"] };
    const update = (changes: object, more = {}) =>
      domain.doctors.update({ doctorId: before.id, changes, ...more });
    expect(await update({ fullName: "" })).toEqual(refused(required));
    expect(await update({ fullName: "" }, { expectedVersion: 2 })).toEqual(
      refused(stale(1), required),
    );
    expect(await update({ fullName: "Dr. New" }, { expectedVersion: 2 })).toEqual(
      refused(stale(1)),
    );
    expect(await update({ fullName: "" }, { doctorId: NOBODY })).toEqual(
      refused(notFound, required),
    );
    expect(await domain.doctors.byId(before.id)).toEqual(before);
  });

  test("is refused where the rules refuse a value that is kept already", async ({
    clinic,
    db,
    domain,
  }) => {
    const { id: doctorId } = await clinic.doctor();
    const fullName = "a\u0007b";
    await db.transaction((tx) =>
      tx.doctor.updateMany({ where: { id: doctorId }, data: { fullName } }),
    );
    expect(await domain.doctors.update({ doctorId, changes: { fullName } })).toEqual(
      refused({ code: "INVALID_CHARACTERS", path: ["changes", "fullName"] }),
    );
  });
});

describe("whether a doctor takes appointments", () => {
  test("is set, or turned round, and each change counts", async ({ clinic, domain }) => {
    const { id: doctorId } = await clinic.doctor();
    const { activate, deactivate, toggle } = domain.doctors;
    const states = [];
    for (const change of [activate, deactivate, deactivate, activate, toggle, toggle]) {
      const outcome = await change({ doctorId });
      states.push(outcome.done ? [outcome.value.isActive, outcome.value.version] : outcome);
    }
    expect(states).toEqual([
      [true, 1],
      [false, 2],
      [false, 2],
      [true, 3],
      [false, 4],
      [true, 5],
    ]);
    expect(await domain.doctors.byId(doctorId)).toMatchObject({ isActive: true, version: 5 });
  });

  test("is not changed of nobody, nor of another version", async ({ clinic, domain }) => {
    const { id: doctorId } = await clinic.doctor();
    const { activate, deactivate, toggle } = domain.doctors;
    for (const change of [activate, deactivate, toggle]) {
      expect(await change({ doctorId: NOBODY })).toEqual(refused(notFound));
    }
    for (const change of [deactivate, toggle]) {
      expect(await change({ doctorId, expectedVersion: 2 })).toEqual(refused(stale(1)));
    }
    expect(await domain.doctors.byId(doctorId)).toMatchObject({ isActive: true, version: 1 });
  });
});

describe("a doctor who is deleted", () => {
  test("is gone, and others stay", async ({ clinic, domain }) => {
    const [one, other] = [await clinic.doctor(), await clinic.doctor()];
    expect(await domain.doctors.remove({ doctorId: one.id, expectedVersion: 1 })).toEqual({
      done: true,
      value: one.id,
    });
    expect(await domain.doctors.byId(one.id)).toBeNull();
    expect(await domain.doctors.byId(other.id)).toEqual(other);
    expect(await domain.doctors.remove({ doctorId: one.id })).toEqual(refused(notFound));
  });

  test("stays for appointments in any status, and for another version", async ({
    clinic,
    domain,
  }) => {
    const { id: appointmentId, doctorId } = await clinic.book({});
    const other = await clinic.book({});
    await domain.appointments.cancel({ appointmentId });
    const hasAppointments = {
      code: "HAS_APPOINTMENTS",
      path: ["doctorId"],
      appointmentCount: 1,
    };
    const { remove } = domain.doctors;
    expect(await remove({ doctorId })).toEqual(refused(hasAppointments));
    expect(await remove({ doctorId, expectedVersion: 7 })).toEqual(
      refused(stale(1), hasAppointments),
    );
    await domain.appointments.remove({ appointmentId });
    expect(await remove({ doctorId, expectedVersion: 7 })).toEqual(refused(stale(1)));
    expect(await remove({ doctorId })).toEqual({ done: true, value: doctorId });
    expect(await domain.appointments.byId(other.id)).toEqual(other);
  });
});

describe("the lock of a doctor", () => {
  const locksOf = (db: Database, ids: number[]) =>
    db.select("SELECT booking_lock FROM doctors WHERE id IN (?, ?) ORDER BY id", ids);

  test("is written by a change, and is that doctor's alone", async ({ db, domain, clinic }) => {
    const ids = [(await clinic.doctor()).id, (await clinic.doctor()).id];
    const [[one] = [], [other] = []] = await locksOf(db, ids);
    await domain.doctors.toggle({ doctorId: ids[0] ?? NOBODY });
    expect(await locksOf(db, ids)).toEqual([[Number(one) + 1], [other]]);
  });

  test("is not written by what is refused", async ({ db, domain, clinic }) => {
    const { id } = await clinic.doctor();
    const before = await locksOf(db, [id, id]);
    const asked = { doctorId: id, expectedVersion: 2 };
    await domain.doctors.toggle(asked);
    await domain.doctors.remove(asked);
    expect(await locksOf(db, [id, id])).toEqual(before);
  });
});
