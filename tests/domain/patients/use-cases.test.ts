import { describe, expect } from "vitest";
import { ANYONE, createDomain } from "../../../src/domain/index.js";
import { future } from "../../support/clinic.js";
import { test } from "../../support/domain.js";
import { afterFirstRead } from "../../support/meanwhile.js";

const NOBODY = 2_147_483_647;
const notFound = { code: "PATIENT_NOT_FOUND", path: ["patientId"] };
const stale = (currentVersion: number) => {
  return { code: "STALE_VERSION", path: ["expectedVersion"], currentVersion };
};
const refused = (...refusals: object[]) => ({ done: false, refusals });

describe("a new patient", () => {
  test("is kept as sent, and is of version 1", async ({ clinic, domain }) => {
    const now = future(1);
    const { patients } = clinic.at(new Date(now.getTime() + 999));
    const names = { firstName: "Zoë", lastName: clinic.tag, phoneNumber: "1" };
    const email = clinic.email().replace("example.com", "EXAMPLE.com");
    const registered = await patients.register({ ...names, email });
    const patient = registered.done ? registered.value : null;
    const kept = { ...names, email: email.replace("EXAMPLE", "example"), version: 1 };
    expect(patient).toMatchObject({ ...kept, createdAt: now, updatedAt: now });
    expect(await domain.patients.byId(patient?.id ?? NOBODY)).toMatchObject({
      ...kept,
      createdAt: now,
      updatedAt: now,
    });
  });

  test("is refused for an email that a patient has in other letters", async ({
    clinic,
    domain,
  }) => {
    const { email } = await clinic.patient();
    const names = { firstName: "Ann", lastName: "", phoneNumber: "1" };
    expect(await domain.patients.register({ ...names, email: email.toUpperCase() })).toEqual(
      refused({ code: "REQUIRED", path: ["lastName"] }, { code: "EMAIL_TAKEN", path: ["email"] }),
    );
    expect(
      await domain.patients.register({ ...names, lastName: "Berg", email: email.toUpperCase() }),
    ).toEqual(refused({ code: "EMAIL_TAKEN", path: ["email"] }));
  });

  test("is refused for an email that is none, and not written", async ({ clinic, domain }) => {
    const names = { firstName: "Ann", lastName: clinic.tag, phoneNumber: "1" };
    for (const email of ["", "x".repeat(500)]) {
      const outcome = await domain.patients.register({ ...names, email });
      expect(outcome).toMatchObject({ refusals: [{ path: ["email"] }] });
    }
    expect(await domain.patients.count({ search: clinic.tag })).toBe(0);
  });
});

describe("a change of a patient", () => {
  test("writes the fields that are sent, and counts as a version", async ({ clinic, domain }) => {
    const before = await clinic.patient();
    const other = await clinic.patient();
    const now = future(1);
    const { patients } = clinic.at(new Date(now.getTime() + 1));
    const email = clinic.email("new");
    const update = (changes: object) => patients.update({ patientId: before.id, changes });
    const renamed = { ...before, firstName: "Ada", version: 2, updatedAt: now };
    expect(await update({ firstName: "Ada " })).toEqual({ done: true, value: renamed });
    expect(await domain.patients.byId(before.id)).toEqual(renamed);
    const moved = { ...renamed, email, version: 3 };
    expect(await update({ email: ` ${email}` })).toEqual({ done: true, value: moved });
    expect(await domain.patients.byId(before.id)).toEqual(moved);
    expect(await domain.patients.byEmail(email.toUpperCase())).toEqual(moved);
    expect(await domain.patients.byEmail(before.email)).toBeNull();
    expect(await domain.patients.byId(other.id)).toEqual(other);
  });

  test("to the same values is none, but may not expect another version", async ({
    clinic,
    domain,
  }) => {
    const before = await clinic.patient();
    const { firstName, lastName, email, phoneNumber } = before;
    const same = { patientId: before.id, changes: { firstName, lastName, email, phoneNumber } };
    expect(await domain.patients.update(same)).toEqual({ done: true, value: before });
    expect(await domain.patients.update({ ...same, changes: {} })).toEqual({
      done: true,
      value: before,
    });
    expect(await domain.patients.update({ ...same, expectedVersion: 2 })).toEqual(
      refused(stale(1)),
    );
    expect(await domain.patients.byId(before.id)).toEqual(before);
  });

  test("may write the patient's own email in other letters, but not another's", async ({
    clinic,
    domain,
  }) => {
    const [one, other] = [await clinic.patient(), await clinic.patient()];
    const update = (email: string) =>
      domain.patients.update({ patientId: one.id, changes: { email } });
    expect(await update(other.email.toUpperCase())).toEqual(
      refused({ code: "EMAIL_TAKEN", path: ["changes", "email"] }),
    );
    const email = one.email.replace("p", "P");
    expect(await update(email)).toMatchObject({ done: true, value: { email, version: 2 } });
    expect(await domain.patients.byEmail(one.email)).toMatchObject({ id: one.id, email });
  });

  test("is refused for its version and its fields at once", async ({ clinic, domain }) => {
    const before = await clinic.patient();
    const required = { code: "REQUIRED", path: ["changes", "lastName"] };
    const update = (more: object) =>
      domain.patients.update({ patientId: before.id, changes: { lastName: "" }, ...more });
    expect(await update({})).toEqual(refused(required));
    expect(await update({ expectedVersion: 2 })).toEqual(refused(stale(1), required));
    expect(await update({ patientId: NOBODY })).toEqual(refused(notFound, required));
    expect(await update({ patientId: NOBODY, changes: {} })).toEqual(refused(notFound));
    expect(await domain.patients.byId(before.id)).toEqual(before);
  });
});

describe("a patient who is deleted", () => {
  test("is gone, and others stay", async ({ clinic, domain }) => {
    const [one, other] = [await clinic.patient(), await clinic.patient()];
    expect(await domain.patients.remove({ patientId: one.id, expectedVersion: 1 })).toEqual({
      done: true,
      value: one.id,
    });
    expect(await domain.patients.byId(one.id)).toBeNull();
    expect(await domain.patients.byId(other.id)).toEqual(other);
    expect(await domain.patients.remove({ patientId: one.id })).toEqual(refused(notFound));
  });

  test("stays for appointments in any status, and for another version", async ({
    clinic,
    domain,
  }) => {
    const { id: appointmentId, patientId } = await clinic.book({});
    const other = await clinic.book({});
    await domain.appointments.cancel({ appointmentId });
    const hasAppointments = {
      code: "HAS_APPOINTMENTS",
      path: ["patientId"],
      appointmentCount: 1,
    };
    const { remove } = domain.patients;
    expect(await remove({ patientId })).toEqual(refused(hasAppointments));
    expect(await remove({ patientId, expectedVersion: 7 })).toEqual(
      refused(stale(1), hasAppointments),
    );
    await domain.appointments.remove({ appointmentId });
    expect(await remove({ patientId, expectedVersion: 7 })).toEqual(refused(stale(1)));
    expect(await remove({ patientId })).toEqual({ done: true, value: patientId });
    expect(await domain.appointments.byId(other.id)).toEqual(other);
  });
});

describe("a patient who is written by another caller after they were read", () => {
  test("is changed as they are by then", async ({ clinic, db, domain }) => {
    const { id: patientId } = await clinic.patient();
    const racing = afterFirstRead(db, () =>
      domain.patients.update({ patientId, changes: { firstName: "Ada" } }),
    );
    const { update } = createDomain({ db: racing }).as(ANYONE).patients;
    expect(await update({ patientId, changes: { phoneNumber: "42" } })).toMatchObject({
      done: true,
      value: { firstName: "Ada", phoneNumber: "42", version: 3 },
    });
    expect(await domain.patients.byId(patientId)).toMatchObject({ phoneNumber: "42", version: 3 });
  });

  test("is not deleted as the version that they were", async ({ clinic, db, domain }) => {
    const { id: patientId } = await clinic.patient();
    const racing = afterFirstRead(db, () =>
      domain.patients.update({ patientId, changes: { firstName: "Ada" } }),
    );
    const { remove } = createDomain({ db: racing }).as(ANYONE).patients;
    expect(await remove({ patientId, expectedVersion: 1 })).toEqual(refused(stale(2)));
    expect(await domain.patients.byId(patientId)).not.toBeNull();
  });
});
