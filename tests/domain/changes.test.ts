import { afterAll, describe, expect } from "vitest";
import { openDatabase, type Database } from "../../src/db/database.js";
import {
  ANYONE,
  createDomain,
  type Appointment,
  type Change,
  type Outcome,
  type UseCases,
} from "../../src/domain/index.js";
import { future } from "../support/clinic.js";
import { test } from "../support/domain.js";
import { databaseUrl } from "../support/environment.js";

const db: Database = openDatabase(databaseUrl, { connectionLimit: 4 });
afterAll(() => db.close());

/** Use cases, and the changes that they report. */
function observed(now = () => new Date()): { domain: UseCases; changes: Change[] } {
  const changes: Change[] = [];
  const onChange = async (_tx: unknown, _caller: unknown, change: Change) => {
    changes.push(change);
  };
  return { domain: createDomain({ db, now, onChange }).as(ANYONE), changes };
}

function valueOf<Value>(outcome: Outcome<Value>): Value {
  if (outcome.done) return outcome.value;
  throw new Error(JSON.stringify(outcome.refusals));
}

describe("every change is reported with the record before and after it", () => {
  test("of appointments", async ({ clinic }) => {
    const [{ id: patientId }, { id: doctorId }] = [await clinic.patient(), await clinic.doctor()];
    const { domain, changes } = observed();
    const { appointments } = domain;
    const times = { startsAt: future(1), durationMinutes: 30 };
    const booked = valueOf(await appointments.book({ patientId, doctorId, ...times }));
    const moved = valueOf(
      await appointments.reschedule({ appointmentId: booked.id, startsAt: future(2) }),
    );
    const cancelled = valueOf(await appointments.cancel({ appointmentId: booked.id }));
    await appointments.cancel({ appointmentId: booked.id });
    await appointments.remove({ appointmentId: booked.id });
    const later = observed(() => future(9));
    const two = [await clinic.book({}), await clinic.book({})];
    const ends = [
      valueOf(await later.domain.appointments.complete({ appointmentId: two[0]?.id ?? 0 })),
      valueOf(await later.domain.appointments.markNoShow({ appointmentId: two[1]?.id ?? 0 })),
    ];
    const kind = "appointment";
    expect(changes).toEqual([
      { kind, before: null, after: booked },
      { kind, before: booked, after: moved },
      { kind, before: moved, after: cancelled },
      { kind, before: cancelled, after: null },
    ]);
    expect(later.changes).toEqual(ends.map((after, at) => ({ kind, before: two[at], after })));
  });

  test("of each appointment that shares a transaction with others", async ({ clinic }) => {
    const { id: patientId } = await clinic.patient();
    const doctors = await Promise.all(Array.from({ length: 7 }, () => clinic.doctor()));
    const { domain, changes } = observed();
    const booked = await Promise.all(
      doctors.map(({ id: doctorId }) =>
        domain.appointments.book({
          patientId,
          doctorId,
          startsAt: future(3),
          durationMinutes: 15,
        }),
      ),
    );
    const byId = (one: Appointment, other: Appointment) => one.id - other.id;
    expect(changes.map(({ after }) => after as Appointment).sort(byId)).toEqual(
      booked.map(valueOf).sort(byId),
    );
  });

  test("of doctors", async () => {
    const { domain, changes } = observed();
    const { doctors } = domain;
    const created = valueOf(await doctors.create({ fullName: "Dr. Seen", specialty: "changes" }));
    const { id: doctorId } = created;
    const renamed = valueOf(await doctors.update({ doctorId, changes: { fullName: "Dr. New" } }));
    const inactive = valueOf(await doctors.toggle({ doctorId }));
    await doctors.deactivate({ doctorId });
    await doctors.remove({ doctorId });
    expect(changes).toEqual([
      { kind: "doctor", before: null, after: created },
      { kind: "doctor", before: created, after: renamed },
      { kind: "doctor", before: renamed, after: inactive },
      { kind: "doctor", before: inactive, after: null },
    ]);
  });

  test("of patients", async ({ clinic }) => {
    const { domain, changes } = observed();
    const { patients } = domain;
    const email = `${clinic.tag}.seen@example.org`;
    const names = { firstName: "Ada", lastName: "Seen", phoneNumber: "1" };
    const registered = valueOf(await patients.register({ ...names, email }));
    const { id: patientId } = registered;
    const changed = valueOf(await patients.update({ patientId, changes: { lastName: "New" } }));
    await patients.update({ patientId, changes: { lastName: "New" } });
    await patients.remove({ patientId });
    expect(changes).toEqual([
      { kind: "patient", before: null, after: registered },
      { kind: "patient", before: registered, after: changed },
      { kind: "patient", before: changed, after: null },
    ]);
  });
});

test("a change whose report fails is rolled back", async ({ domain, clinic }) => {
  const [{ id: patientId }, { id: doctorId }] = [await clinic.patient(), await clinic.doctor()];
  const onChange = async () => {
    throw new Error("The report failed");
  };
  const failing = createDomain({ db, onChange }).as(ANYONE);
  const booking = { patientId, doctorId, startsAt: future(1), durationMinutes: 30 };
  await expect(failing.appointments.book(booking)).rejects.toThrow("The report failed");
  await expect(failing.doctors.deactivate({ doctorId })).rejects.toThrow("The report failed");
  await expect(failing.patients.remove({ patientId })).rejects.toThrow("The report failed");
  expect(await domain.appointments.counts([[{ doctorId }]])).toEqual([0]);
  expect(await domain.doctors.byId(doctorId)).toMatchObject({ isActive: true, version: 1 });
  expect(await domain.patients.byId(patientId)).not.toBeNull();
});
