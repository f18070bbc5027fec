import { describe, expect } from "vitest";
import { openDatabase } from "../../../src/db/database.js";
import {
  ANYONE,
  APPOINTMENT_KEYSETS,
  createDomain,
  isPosition,
  type Appointment,
  type AppointmentFilter,
  type AppointmentOrder,
  type AppointmentPageRequest,
  type AppointmentRow,
  type Page,
} from "../../../src/domain/index.js";
import { future, type Clinic } from "../../support/clinic.js";
import { test } from "../../support/domain.js";
import { databaseUrl } from "../../support/environment.js";

const FIRST = { orderBy: "BOOKED_ASC", first: 50, after: null } as const;
const second = (time: Date, count: number) => new Date(time.getTime() + count * 1_000);
const idsOf = (rows: readonly { id: number }[]) => rows.map(({ id }) => id);

/** Three appointments of one doctor, booked in another order than they start in. */
async function calendar(clinic: Clinic) {
  const [{ id: patientId }, { id: doctorId }] = [await clinic.patient(), await clinic.doctor()];
  const [late, early, middle] = [
    await clinic.book({ patientId, doctorId, startsAt: future(5) }),
    await clinic.book({ doctorId, startsAt: future(3) }),
    await clinic.book({ patientId, doctorId, startsAt: future(4) }),
  ];
  return { patientId, doctorId, late, early, middle };
}

describe("appointments", () => {
  test("are found by all that a filter says, and there are as many as are counted", async ({
    clinic,
    domain,
  }) => {
    const { patientId, doctorId, late, early, middle } = await calendar(clinic);
    await clinic.book({ startsAt: future(4) });
    await domain.appointments.cancel({ appointmentId: late.id });
    await clinic.at(future(6)).appointments.complete({ appointmentId: early.id });
    const found = async (...filters: AppointmentFilter[]) => {
      const all = [{ doctorId }, ...filters];
      const [page] = await domain.appointments.pages([{ ...FIRST, filters: all }]);
      const ids = idsOf(page?.rows ?? []);
      expect(await domain.appointments.counts([all])).toEqual([ids.length]);
      return ids;
    };
    expect(await found()).toEqual(idsOf([late, early, middle]));
    expect(await found({ doctorId: null, patientId: null, status: null })).toHaveLength(3);
    expect(await found({ startsFrom: null, startsBefore: null })).toHaveLength(3);
    expect(await found({ patientId })).toEqual(idsOf([late, middle]));
    expect(await found({ doctorId: doctorId + 1_000_000 })).toEqual([]);
    expect(await found({ status: ["CANCELLED"] })).toEqual([late.id]);
    expect(await found({ status: ["CANCELLED", "COMPLETED", "CANCELLED"] })).toEqual(
      idsOf([late, early]),
    );
    expect(await found({ status: [] })).toEqual([]);
    expect(await found({ status: ["BOOKED", "COMPLETED"] }, { status: ["COMPLETED"] })).toEqual([
      early.id,
    ]);
    const at = middle.startsAt;
    expect(await found({ startsFrom: at })).toEqual(idsOf([late, middle]));
    expect(await found({ startsFrom: second(at, 1) })).toEqual([late.id]);
    expect(await found({ startsFrom: new Date(at.getTime() + 999) })).toHaveLength(2);
    expect(await found({ startsBefore: at })).toEqual([early.id]);
    expect(await found({ startsBefore: second(at, 1) })).toEqual(idsOf([early, middle]));
    expect(await found({ startsBefore: new Date(at.getTime() + 999) })).toEqual([early.id]);
    expect(await found({ startsFrom: at, startsBefore: at })).toEqual([]);
    expect(await found({ startsFrom: at, startsBefore: second(at, 1), patientId })).toEqual([
      middle.id,
    ]);
  });

  test("are all after what was before any calendar, and before what comes after it", async ({
    clinic,
    domain,
  }) => {
    const { doctorId } = await calendar(clinic);
    const count = async (filter: AppointmentFilter) =>
      (await domain.appointments.counts([[{ doctorId, ...filter }]]))[0];
    const [first, last] = [new Date("1000-01-01T00:00:00Z"), new Date("9999-12-31T23:59:59Z")];
    for (const time of [first, second(first, -1), second(first, 1), new Date(-8.64e15)]) {
      expect(await count({ startsFrom: time })).toBe(3);
      expect(await count({ startsBefore: time })).toBe(0);
    }
    for (const time of [last, second(last, 1), second(last, -1), new Date(8.64e15)]) {
      expect(await count({ startsFrom: time })).toBe(0);
      expect(await count({ startsBefore: time })).toBe(3);
    }
  });

  test("are in the order that was asked for, page after page", async ({ clinic, domain }) => {
    const { doctorId, late, early, middle } = await calendar(clinic);
    const expected: Record<AppointmentOrder, Appointment[]> = {
      STARTS_AT_ASC: [early, middle, late],
      STARTS_AT_DESC: [late, middle, early],
      BOOKED_ASC: [late, early, middle],
      BOOKED_DESC: [middle, early, late],
    };
    for (const [orderBy, all] of Object.entries(expected)) {
      const request = { filters: [{ doctorId }], orderBy: orderBy as AppointmentOrder };
      const [one] = await domain.appointments.pages([{ ...request, first: 2, after: null }]);
      expect(one, orderBy).toMatchObject({ rows: all.slice(0, 2), hasNextPage: true });
      const after = one?.positionOf(one.rows[1] ?? late) ?? null;
      expect(after && isPosition(after, APPOINTMENT_KEYSETS[request.orderBy])).toBe(true);
      const [two] = await domain.appointments.pages([{ ...request, first: 2, after }]);
      expect(two, orderBy).toMatchObject({ rows: all.slice(2), hasNextPage: false });
    }
  });

  test("that start at the same time are in the order of their ids, page after page", async ({
    clinic,
    domain,
  }) => {
    const { id: patientId } = await clinic.patient();
    const booked: Appointment[] = [];
    for (const _ of [1, 2, 3]) booked.push(await clinic.book({ patientId }));
    for (const [orderBy, all] of [
      ["STARTS_AT_ASC", booked],
      ["STARTS_AT_DESC", [...booked].reverse()],
    ] as const) {
      const request = { filters: [{ patientId }], orderBy };
      const [one] = await domain.appointments.pages([{ ...request, first: 2, after: null }]);
      const after = one?.positionOf(one.rows[1] as Appointment) ?? null;
      const both = await domain.appointments.pages([
        { ...request, first: 2, after },
        { ...request, first: 3, after: null },
      ]);
      expect(both.map(({ rows }) => rows)).toEqual([all.slice(2), all]);
    }
  });
});

describe("many pages of appointments at once", () => {
  const request = (filter: AppointmentFilter, changes: Partial<AppointmentPageRequest> = {}) => {
    return { ...FIRST, filters: [filter], ...changes };
  };

  test("are each what they are alone, in the order of the requests", async ({ clinic, domain }) => {
    const { patientId, doctorId, late, middle } = await calendar(clinic);
    const other = await clinic.book({});
    const requests = [
      request({ doctorId }, { first: 2 }),
      request({ doctorId: other.doctorId }),
      request({ doctorId }, { orderBy: "STARTS_AT_DESC" }),
      request({ doctorId }, { orderBy: "STARTS_AT_ASC" }),
      request({ doctorId }, { orderBy: "BOOKED_DESC", first: 1 }),
      request({ doctorId: 2_147_483_647 }),
      request({ patientId }),
      request({ doctorId: other.doctorId }),
    ];
    const together = await domain.appointments.pages(requests);
    const alone: Page<AppointmentRow>[] = [];
    for (const each of requests) alone.push(...(await domain.appointments.pages([each])));
    const plain = (pages: Page<AppointmentRow>[]) =>
      pages.map(({ rows, hasNextPage }) => ({ rows, hasNextPage }));
    expect(plain(together)).toEqual(plain(alone));
    expect(plain(together)[6]).toEqual({ rows: [late, middle], hasNextPage: false });
    expect(together[1]?.rows).toEqual([other]);
  });

  test("have the fields that any of them wants, and their people where one wants them", async ({
    clinic,
    domain,
  }) => {
    const { doctorId, early } = await calendar(clinic);
    const asked = request({ doctorId }, { orderBy: "STARTS_AT_ASC", first: 1 });
    const rowsOf = async (...fields: (string[] | undefined)[]) =>
      (
        await domain.appointments.pages(
          fields.map((each) => ({ ...asked, fields: each && new Set(each) })),
        )
      ).flatMap(({ rows }) => rows);
    const { id, patientId, startsAt, status } = early;
    const always = { id, patientId, doctorId, startsAt };
    expect(await rowsOf(undefined)).toEqual([early]);
    expect(await rowsOf(["status"])).toEqual([{ ...always, status }]);
    expect(await rowsOf([])).toEqual([always]);
    const people = await rowsOf(["patient", "doctor", "email", "specialty"]);
    expect(people).toEqual([
      {
        ...always,
        patient: { id: patientId, email: (await domain.patients.byId(patientId))?.email },
        doctor: { id: doctorId, specialty: clinic.tag },
      },
    ]);
    expect(await rowsOf(["doctor", "isActive"])).toEqual([
      { ...always, doctor: { id: doctorId, isActive: true } },
    ]);
    const both = { ...always, status, patient: { id: patientId, firstName: "Maria" } };
    expect(await rowsOf(["status"], ["patient", "firstName"])).toEqual([both, both]);
  });

  test("are counted at once, none left out", async ({ clinic, domain }) => {
    const { doctorId, patientId } = await calendar(clinic);
    const none = { doctorId: 2_147_483_647 };
    expect(
      await domain.appointments.counts([[{ doctorId }], [none], [{ patientId }], [{ doctorId }]]),
    ).toEqual([3, 0, 2, 3]);
    expect((await domain.appointments.counts([[]]))[0]).toBeGreaterThanOrEqual(3);
  });

  test("are one statement, in which equal ones are sent once", async ({ clinic }) => {
    const { doctorId } = await calendar(clinic);
    const statements: string[] = [];
    const db = openDatabase(databaseUrl, { onStatement: (sql) => statements.push(sql) });
    try {
      const { appointments } = createDomain({ db }).as(ANYONE);
      const one = request({ doctorId });
      await appointments.pages([one, one, request({ doctorId: doctorId + 1 })]);
      await appointments.pages([one, one]);
      // A statement that took too long may have been sent again.
      const sent = [...new Set(statements.filter((sql) => sql.includes("FROM appointments")))];
      expect(sent.map((sql) => sql.match(/FROM appointments/g)?.length)).toEqual([2, 1]);
      expect(sent.map((sql) => sql.includes("UNION ALL"))).toEqual([true, false]);
      expect(sent.some((sql) => sql.includes("JOIN"))).toBe(false);
    } finally {
      await db.close();
    }
  });
});
