import { afterEach, describe, expect, vi } from "vitest";
import { AppointmentDocument, AppointmentsDocument } from "../../../client/src/documents.js";
import { nodesOf } from "../../support/api.js";
import { future, iso, test } from "../../support/clinic.js";

describe("reads past Prisma answer as Prisma does", () => {
  test("of single things", async ({ api, clinic }) => {
    const { db, domain } = api;
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

  test("of pages of appointments, with their people and without", async ({ api, clinic }) => {
    const { db, domain } = api;
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

  test("of pages of doctors, by every filter and order", async ({ api, clinic }) => {
    const { tag } = clinic;
    const names = ["100%", "Émile_", "emile", "b\\c", "%"];
    for (const name of names) await clinic.doctor({ fullName: `${name} ${tag}` });
    const { id: doctorId } = await clinic.doctor({ fullName: `idle ${tag}` });
    await api.domain.doctors.deactivate({ doctorId });
    const orders = {
      CREATED_ASC: [{ id: "asc" }],
      CREATED_DESC: [{ id: "desc" }],
      NAME_ASC: [{ fullName: "asc" }, { id: "asc" }],
      NAME_DESC: [{ fullName: "desc" }, { id: "desc" }],
    } as const;
    for (const [orderBy, byPrisma] of Object.entries(orders)) {
      for (const isActive of [true, false, undefined]) {
        const expected = await api.db.read(({ doctor }) =>
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
          const page = await api.domain.doctors.page(filter, request);
          read.push(...page.rows);
          const last = page.rows.at(-1);
          after = page.hasNextPage && last ? page.positionOf(last) : null;
        } while (after !== null);
        expect(read).toEqual(expected);
        expect(await api.domain.doctors.count(filter)).toBe(expected.length);
      }
    }
    const named = async (name: string) => {
      const request = { orderBy: "NAME_ASC" as const, first: 100, after: null };
      const { rows } = await api.domain.doctors.page({ specialty: tag, name }, request);
      return rows.map(({ fullName }) => fullName.replace(` ${tag}`, ""));
    };
    expect(await named("%")).toEqual(["%", "100%"]);
    expect(await named("_")).toEqual(["Émile_"]);
    expect(await named("\\")).toEqual(["b\\c"]);
    expect((await named("EMILE")).sort()).toEqual(["emile", "Émile_"]);
  });
});

describe("times past Prisma", () => {
  test("are written the same wherever the server runs", async ({ api, clinic }) => {
    const { appointments } = api.domain;
    const startsAt = future(8, "00:15:00");
    const appointment = { patientId: (await clinic.patient()).id, durationMinutes: 30, startsAt };
    for (const zone of ["Asia/Tokyo", "America/Lima"]) {
      vi.stubEnv("TZ", zone);
      const { id: doctorId } = await clinic.doctor();
      const booked = await clinic.book({
        ...appointment,
        doctorId,
        idempotencyKey: clinic.key(zone),
      });
      const repeated = await clinic.book({
        ...appointment,
        doctorId,
        idempotencyKey: clinic.key(zone),
      });
      expect(repeated).toEqual(booked);
      const stored = (id: number) =>
        api.db.read(({ appointment }) => appointment.findUnique({ where: { id } }));
      expect(await stored(booked.id)).toEqual(booked);
      expect(booked.startsAt).toEqual(startsAt);
      const blocking = { startsAt, endsAt: booked.endsAt };
      expect(await appointments.book({ ...appointment, doctorId })).toMatchObject({
        refusals: [{ blocking }],
      });
      const moved = await appointments.reschedule({
        appointmentId: booked.id,
        startsAt: future(9, "23:50:00"),
      });
      expect(await stored(booked.id)).toEqual(moved.done && moved.value);
      expect(moved.done && moved.value.startsAt).toEqual(future(9, "23:50:00"));
    }
  });

  test("are read the same wherever the server runs", async ({ api, clinic }) => {
    const startsAt = future(7, "23:30:00");
    const { id, doctorId } = await clinic.book({ startsAt });
    const filter = { doctorId: `doc_${doctorId}`, startsFrom: iso(startsAt) };
    for (const [zone, minutes] of Object.entries({ "Asia/Tokyo": -540, "America/Lima": 300 })) {
      vi.stubEnv("TZ", zone);
      expect(new Date().getTimezoneOffset()).toBe(minutes);
      const { appointment } = await api.query(AppointmentDocument, { by: { databaseId: id } });
      expect(appointment?.startsAt).toBe(iso(startsAt));
      const { appointments } = await api.query(AppointmentsDocument, { filter, first: 1 });
      expect(nodesOf(appointments)).toEqual([expect.objectContaining({ startsAt: iso(startsAt) })]);
      const later = { ...filter, startsFrom: iso(new Date(startsAt.getTime() + 1_000)) };
      const none = await api.query(AppointmentsDocument, { filter: later, first: 1 });
      expect(nodesOf(none.appointments)).toEqual([]);
    }
  });
  afterEach(() => {
    vi.unstubAllEnvs();
  });
});

describe("single things that are asked for at once", () => {
  test("share a statement, also of different requests, and each is as new as its request", async ({
    api,
    clinic,
  }) => {
    const ids = [(await clinic.patient()).id, (await clinic.patient()).id];
    const read = () => Promise.all([...ids, ids[0] ?? 0].map((id) => api.domain.patients.byId(id)));
    const statements = await api.statements(async () => {
      expect((await read()).map((patient) => patient?.id)).toEqual([...ids, ids[0]]);
    });
    expect(statements).toHaveLength(1);
    const [patientId = 0] = ids;
    const before = api.domain.patients.byId(patientId);
    await api.domain.patients.update({ patientId, changes: { phoneNumber: "42" } });
    expect(await before).toMatchObject({ phoneNumber: "5550100" });
    expect(await api.domain.patients.byId(patientId)).toMatchObject({ phoneNumber: "42" });
  });
});
