import { describe, expect } from "vitest";
import {
  readAppointmentsWithPeople,
  readAppointmentWithPeople,
} from "../../src/domain/hot-reads.js";
import { future, test } from "../support/clinic.js";

describe("reads past Prisma", () => {
  test("answer as Prisma does", async ({ api, clinic }) => {
    const { db, domain } = api;
    const doctor = await clinic.doctor({ fullName: `Dr. Zoë ${clinic.tag}` });
    const other = await clinic.doctor();
    const { id: doctorId } = doctor;
    const ids: number[] = [];
    for (const day of [5, 3, 4]) {
      ids.push((await clinic.book({ doctorId, startsAt: future(day, "23:59:00") })).id);
    }
    const [cancelled = 0] = ids;
    await clinic.book({ doctorId: other.id });
    await domain.appointments.cancel({ appointmentId: cancelled, reason: "ill — 病気 🤒" });
    await domain.doctors.deactivate({ doctorId });

    const byPrisma = await db.read(({ appointment }) =>
      appointment.findMany({
        where: { doctorId },
        include: { patient: true, doctor: true },
        orderBy: { id: "asc" },
      }),
    );
    const expected = byPrisma.map(({ patient, doctor, ...appointment }) => ({
      appointment,
      patient,
      doctor,
    }));
    expect(expected).toHaveLength(3);

    const request = { filters: [{ doctorId }], first: 2, after: null };
    const first = await readAppointmentsWithPeople(db, { ...request, orderBy: "BOOKED_ASC" });
    expect(first.items.map(({ row }) => row)).toEqual(expected.slice(0, 2));
    expect(first.hasNextPage).toBe(true);
    const after = first.items.at(-1)?.position ?? null;
    const second = await readAppointmentsWithPeople(db, {
      ...request,
      orderBy: "BOOKED_ASC",
      after,
    });
    expect(second.items.map(({ row }) => row)).toEqual(expected.slice(2));
    expect(second.hasNextPage).toBe(false);

    const latest = await readAppointmentsWithPeople(db, { ...request, orderBy: "STARTS_AT_DESC" });
    expect(latest.items.map(({ row }) => row.appointment.id)).toEqual([ids[0], ids[2]]);
    expect(await readAppointmentWithPeople(db, cancelled)).toEqual(expected[0]);
    expect(await readAppointmentWithPeople(db, 0)).toBeNull();
  });
});
