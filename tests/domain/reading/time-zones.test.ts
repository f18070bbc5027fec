import { afterEach, describe, expect, vi } from "vitest";
import { AppointmentDocument, AppointmentsDocument } from "../../../client/src/documents.js";
import { nodesOf } from "../../support/api.js";
import { future, iso, test } from "../../support/clinic.js";

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
