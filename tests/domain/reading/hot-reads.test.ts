import { describe, expect } from "vitest";
import { openDatabase } from "../../../src/db/database.js";
import { ANYONE, createDomain } from "../../../src/domain/index.js";
import { future } from "../../support/clinic.js";
import { test } from "../../support/domain.js";
import { databaseUrl } from "../../support/environment.js";

describe("reads past Prisma answer as Prisma does", () => {
  test("of single things", async ({ db, domain, clinic }) => {
    const { id: patientId } = await clinic.patient({ firstName: "Zoë", lastName: "O'Brien \\ 病" });
    const { id: doctorId } = await clinic.doctor({ fullName: `Dr. 🤒 ${clinic.tag}` });
    const { id } = await clinic.book({ patientId, doctorId });
    await domain.appointments.cancel({ appointmentId: id, reason: "ill — 病気 🤒" });
    await domain.doctors.deactivate({ doctorId });
    const expected = await db.read(async ({ patient, doctor, appointment }) => [
      await patient.findUnique({ where: { id: patientId } }),
      await doctor.findUnique({ where: { id: doctorId } }),
      await appointment.findUnique({ where: { id } }),
    ]);
    const { patients, doctors, appointments } = domain;
    const read = [patients.byId(patientId), doctors.byId(doctorId), appointments.byId(id)];
    expect(await Promise.all(read)).toEqual(expected);
    expect(await Promise.all([patients.byId(0), doctors.byId(0), appointments.byId(0)])).toEqual([
      null,
      null,
      null,
    ]);
  });

  test("of pages of appointments, with their people and without", async ({
    db,
    domain,
    clinic,
  }) => {
    const { id: doctorId } = await clinic.doctor();
    const ids: number[] = [];
    for (const day of [5, 3, 4]) {
      ids.push((await clinic.book({ doctorId, startsAt: future(day, "23:59:00") })).id);
    }
    await clinic.book({ startsAt: future(4) });
    const byPrisma = await db.read(({ appointment }) =>
      appointment.findMany({
        where: { doctorId },
        include: { patient: true, doctor: true },
        orderBy: { id: "asc" },
      }),
    );
    expect(byPrisma).toHaveLength(3);

    const own = Object.keys(byPrisma[0] ?? {}).filter(
      (name) => !["patient", "doctor"].includes(name),
    );
    const ofPeople = ["firstName", "lastName", "email", "phoneNumber", "fullName", "specialty"];
    const ofDoctor = ["isActive", "timeZone", "hasCalendar"];
    const fields = new Set([...own, ...ofPeople, ...ofDoctor, "patient", "doctor"]);
    const request = { filters: [{ doctorId }], first: 2, after: null, fields };
    const pageOf = async (changes: object) => {
      const asked = { ...request, orderBy: "BOOKED_ASC" as const, ...changes };
      const [page] = await domain.appointments.pages([asked]);
      return page ?? { rows: [], hasNextPage: false, positionOf: () => [] };
    };
    const first = await pageOf({});
    expect(first.rows).toEqual(byPrisma.slice(0, 2));
    expect(first.hasNextPage).toBe(true);
    const [, last] = first.rows;
    const second = await pageOf({ after: last && first.positionOf(last) });
    expect(second.rows).toEqual(byPrisma.slice(2));
    expect(second.hasNextPage).toBe(false);

    const latest = await pageOf({ orderBy: "STARTS_AT_DESC" });
    expect(latest.rows.map(({ id }) => id)).toEqual([ids[0], ids[2]]);
    const alone = await pageOf({ fields: undefined, first: 3 });
    expect(alone.rows).toEqual(byPrisma.map(({ patient: _p, doctor: _d, ...rest }) => rest));
    fields.delete("patient");
    const withDoctor = await pageOf({ fields: new Set(fields), first: 3 });
    expect(withDoctor.rows).toEqual(byPrisma.map(({ patient: _p, ...rest }) => rest));
    const little = await pageOf({ fields: new Set(["status", "patient", "email"]), first: 3 });
    expect(little.rows).toEqual(
      byPrisma.map(({ id, patientId, startsAt, status, patient }) => {
        const { id: _id, email } = patient;
        return { id, patientId, doctorId, startsAt, status, patient: { id: patientId, email } };
      }),
    );
  });

  test("of pages of doctors, by every filter and order", async ({ db, domain, clinic }) => {
    const { tag } = clinic;
    const names = ["100%", "Émile_", "emile", "b\\c", "%"];
    for (const name of names) await clinic.doctor({ fullName: `${name} ${tag}` });
    const { id: doctorId } = await clinic.doctor({ fullName: `idle ${tag}` });
    await domain.doctors.deactivate({ doctorId });
    const orders = {
      CREATED_ASC: [{ id: "asc" }],
      CREATED_DESC: [{ id: "desc" }],
      NAME_ASC: [{ fullName: "asc" }, { id: "asc" }],
      NAME_DESC: [{ fullName: "desc" }, { id: "desc" }],
    } as const;
    for (const [orderBy, byPrisma] of Object.entries(orders)) {
      for (const isActive of [true, false, undefined]) {
        const expected = await db.read(({ doctor }) =>
          doctor.findMany({
            where: { specialty: tag, ...(isActive !== undefined && { isActive }) },
            orderBy: [...byPrisma],
          }),
        );
        const filter = { specialty: ` ${tag.toUpperCase()} `, isActive };
        const read = [];
        let after = null;
        do {
          const request = { orderBy: orderBy as keyof typeof orders, first: 2, after };
          const page = await domain.doctors.page(filter, request);
          read.push(...page.rows);
          const last = page.rows.at(-1);
          after = page.hasNextPage && last ? page.positionOf(last) : null;
        } while (after !== null);
        expect(read).toEqual(expected);
        expect(await domain.doctors.count(filter)).toBe(expected.length);
      }
    }
    const named = async (name: string) => {
      const request = { orderBy: "NAME_ASC" as const, first: 100, after: null };
      const { rows } = await domain.doctors.page({ specialty: tag, name }, request);
      return rows.map(({ fullName }) => fullName.replace(` ${tag}`, ""));
    };
    expect(await named("%")).toEqual(["%", "100%"]);
    expect(await named("_")).toEqual(["Émile_"]);
    expect(await named("\\")).toEqual(["b\\c"]);
    expect((await named("EMILE")).sort()).toEqual(["emile", "Émile_"]);
  });
});

describe("single things that are asked for at once", () => {
  test("share a statement, also of different requests, and each is as new as its request", async ({
    clinic,
  }) => {
    const statements: string[] = [];
    const db = openDatabase(databaseUrl, { onStatement: (sql) => statements.push(sql) });
    try {
      const { patients } = createDomain({ db }).as(ANYONE);
      const ids = [(await clinic.patient()).id, (await clinic.patient()).id];
      const read = await Promise.all([...ids, ids[0] ?? 0].map((id) => patients.byId(id)));
      expect(read.map((patient) => patient?.id)).toEqual([...ids, ids[0]]);
      expect(statements.filter((sql) => sql.startsWith("SELECT"))).toHaveLength(1);
      const [patientId = 0] = ids;
      const before = patients.byId(patientId);
      await patients.update({ patientId, changes: { phoneNumber: "42" } });
      expect(await before).toMatchObject({ phoneNumber: "5550100" });
      expect(await patients.byId(patientId)).toMatchObject({ phoneNumber: "42" });
    } finally {
      await db.close();
    }
  });

  test("are padded to few numbers of question marks, so that few statements are prepared", async ({
    clinic,
  }) => {
    const statements: [string, unknown[]][] = [];
    const db = openDatabase(databaseUrl, {
      onStatement: (sql, values) => statements.push([sql, values]),
    });
    try {
      const { patients } = createDomain({ db }).as(ANYONE);
      const { id } = await clinic.patient();
      const sent = async (count: number) => {
        statements.length = 0;
        const ids = Array.from({ length: count }, (_, index) => id + index);
        const found = await Promise.all(ids.map((each) => patients.byId(each)));
        expect(found[0]?.id).toBe(id);
        return statements.map(([sql, values]) => {
          expect(sql.match(/\?/g)).toHaveLength(values.length);
          expect(new Set(values)).toEqual(new Set(ids.slice(0, 256)));
          return values.length;
        });
      };
      expect(await sent(1)).toEqual([1]);
      expect(await sent(2)).toEqual([2]);
      expect(await sent(3)).toEqual([4]);
      expect(await sent(5)).toEqual([8]);
      expect(await sent(256)).toEqual([256]);
    } finally {
      await db.close();
    }
  });
});
