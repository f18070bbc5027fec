import { describe, expect } from "vitest";
import { openDatabase, type Database } from "../../../src/db/database.js";
import { ANYONE, createDomain, type Change } from "../../../src/domain/index.js";
import { future } from "../../support/clinic.js";
import { test } from "../../support/domain.js";
import { databaseUrl } from "../../support/environment.js";
import { afterFirstRead } from "../../support/meanwhile.js";

const appointmentsOf = (db: Database, now = () => new Date()) =>
  createDomain({ db, now }).as(ANYONE).appointments;

describe("an appointment that is written by another caller after it was read", () => {
  test("is moved from the doctor that it has by then", async ({ clinic, db, domain }) => {
    const { id: appointmentId } = await clinic.book({});
    const { id: doctorId } = await clinic.doctor();
    const racing = afterFirstRead(db, () =>
      domain.appointments.reschedule({ appointmentId, startsAt: future(8), doctorId }),
    );
    expect(
      await appointmentsOf(racing).reschedule({ appointmentId, startsAt: future(9) }),
    ).toMatchObject({ done: true, value: { doctorId, startsAt: future(9), version: 3 } });
    expect(await domain.appointments.byId(appointmentId)).toMatchObject({ doctorId, version: 3 });
  });

  test("is not found if it was deleted", async ({ clinic, db, domain }) => {
    const { id: appointmentId } = await clinic.book({});
    const racing = afterFirstRead(db, () => domain.appointments.remove({ appointmentId }));
    expect(
      await appointmentsOf(racing).reschedule({ appointmentId, startsAt: future(9) }),
    ).toMatchObject({ refusals: [{ code: "APPOINTMENT_NOT_FOUND" }] });
  });

  test("is not completed if it was cancelled", async ({ clinic, db, domain }) => {
    const { id: appointmentId, startsAt } = await clinic.book({});
    const racing = afterFirstRead(db, () => domain.appointments.cancel({ appointmentId }));
    expect(await appointmentsOf(racing, () => startsAt).complete({ appointmentId })).toMatchObject({
      refusals: [{ code: "APPOINTMENT_NOT_BOOKED", status: "CANCELLED" }],
    });
    expect(await domain.appointments.byId(appointmentId)).toMatchObject({ version: 2 });
  });

  test("is not deleted as the version that it was", async ({ clinic, db, domain }) => {
    const { id: appointmentId } = await clinic.book({});
    const cancel = () => domain.appointments.cancel({ appointmentId });
    const racing = appointmentsOf(afterFirstRead(db, cancel));
    expect(await racing.remove({ appointmentId, expectedVersion: 1 })).toMatchObject({
      refusals: [{ code: "STALE_VERSION", currentVersion: 2 }],
    });
    expect(await domain.appointments.byId(appointmentId)).not.toBeNull();
  });
});

describe("the locks of doctors", () => {
  /** What a use case locks, in this order: the ids of the doctors. */
  async function locksOf(work: (appointments: ReturnType<typeof appointmentsOf>) => unknown) {
    const locked: unknown[] = [];
    const db = openDatabase(databaseUrl, {
      onStatement: (sql, values) => {
        if (sql.startsWith("UPDATE doctors")) locked.push(...values);
      },
    });
    try {
      await work(appointmentsOf(db));
    } finally {
      await db.close();
    }
    return locked;
  }

  test("are taken in the order of their ids, so that two moves never wait for each other", async ({
    clinic,
  }) => {
    const [one, other] = [(await clinic.doctor()).id, (await clinic.doctor()).id];
    const { id: appointmentId } = await clinic.book({ doctorId: one });
    const move = (doctorId: number, days: number) =>
      locksOf(({ reschedule }) => reschedule({ appointmentId, startsAt: future(days), doctorId }));
    expect(await move(other, 8)).toEqual([one, other]);
    expect(await move(one, 9)).toEqual([one, other]);
  });

  test("are taken once, where an appointment stays with its doctor", async ({ clinic }) => {
    const { id: appointmentId, doctorId } = await clinic.book({});
    for (const more of [{}, { doctorId }]) {
      const move = { appointmentId, startsAt: future(8), ...more };
      expect(await locksOf(({ reschedule }) => reschedule(move))).toEqual([doctorId]);
    }
  });

  test("are taken before anything of the calendar is read", async ({ clinic }) => {
    const { patientId, doctorId } = await clinic.book({});
    const heard: string[] = [];
    const db = openDatabase(databaseUrl, { onStatement: (sql) => heard.push(sql.trim()) });
    try {
      const times = { startsAt: future(8), durationMinutes: 30 };
      await appointmentsOf(db).book({ patientId, doctorId, ...times });
    } finally {
      await db.close();
    }
    const begin = heard.indexOf("BEGIN");
    expect(heard[begin + 1]).toMatch(/^UPDATE doctors SET booking_lock/);
    // The id of a single appointment comes with its INSERT.
    expect(heard.filter((sql) => sql.startsWith("SELECT a.id, a.doctor_id"))).toEqual([]);
  });
});

describe("a transaction whose COMMIT may have been done", () => {
  test("is run again if the caller's key will tell, and else not", async ({ clinic, db }) => {
    const { id: appointmentId, patientId, doctorId } = await clinic.book({});
    const asked: unknown[] = [];
    const noting: Database = {
      ...db,
      sqlTransaction: (work, options) => {
        asked.push(options?.idempotent);
        return db.sqlTransaction(work, options);
      },
    };
    const { book, reschedule } = appointmentsOf(noting);
    for (const idempotencyKey of [null, clinic.key("book")]) {
      const startsAt = future(idempotencyKey === null ? 8 : 9);
      await book({ patientId, doctorId, startsAt, durationMinutes: 30, idempotencyKey });
    }
    for (const idempotencyKey of [null, clinic.key("move")]) {
      await reschedule({ appointmentId, startsAt: future(10), idempotencyKey });
    }
    expect(asked).toEqual([false, true, false, true]);
  });
});

test("every appointment that is booked together is reported before the COMMIT", async ({
  clinic,
  db,
}) => {
  const { id: patientId } = await clinic.patient();
  const changes: Change[] = [];
  const heard: string[] = [];
  const own = openDatabase(databaseUrl, { onStatement: (sql) => heard.push(sql.trim()) });
  try {
    const { appointments } = createDomain({
      db: own,
      onChange: async (_tx, _caller, change) => {
        expect(heard).not.toContain("COMMIT");
        changes.push(change);
      },
    }).as(ANYONE);
    const { id: doctorId } = await clinic.doctor();
    await appointments.book({ patientId, doctorId, startsAt: future(8), durationMinutes: 30 });
    expect(heard).toContain("COMMIT");
  } finally {
    await own.close();
  }
  expect(changes).toHaveLength(1);
  expect(await appointmentsOf(db).counts([[{ patientId }]])).toEqual([1]);
});
