import { describe, expect } from "vitest";
import { withPeople } from "../../../src/domain/appointments/with-people.js";
import type { Context } from "../../../src/domain/context.js";
import { ANYONE } from "../../../src/domain/index.js";
import { future } from "../../support/clinic.js";
import { test } from "../../support/domain.js";

describe("appointments with their people", () => {
  test("are streamed in the order in which they were booked, without those that are cancelled", async ({
    clinic,
    domain,
  }) => {
    const patient = await clinic.patient();
    const doctor = await clinic.doctor();
    const booked = [];
    for (const day of [5, 3, 4]) {
      const ids = { patientId: patient.id, doctorId: doctor.id };
      booked.push(await clinic.book({ ...ids, startsAt: future(day) }));
    }
    const [one, two, three] = booked;
    await domain.appointments.cancel({ appointmentId: two?.id ?? 0 });
    await clinic.book({});
    const rows = [];
    for await (const page of domain.appointments.stream({ doctorId: doctor.id })) {
      rows.push(...page);
    }
    expect(rows).toEqual(
      [one, three].map((appointment) => ({
        id: appointment?.id,
        patientId: patient.id,
        doctorId: doctor.id,
        startsAt: appointment?.startsAt,
        endsAt: appointment?.endsAt,
        durationMinutes: 30,
        status: "BOOKED",
        createdAt: appointment?.createdAt,
        patient: {
          id: patient.id,
          firstName: patient.firstName,
          lastName: patient.lastName,
          email: patient.email,
          createdAt: patient.createdAt,
        },
        doctor: {
          id: doctor.id,
          fullName: doctor.fullName,
          specialty: doctor.specialty,
          createdAt: doctor.createdAt,
        },
      })),
    );
  });

  test("are read one by one, unless they are cancelled or not there", async ({
    clinic,
    domain,
  }) => {
    const booked = await clinic.book({});
    expect(await domain.appointments.withPeople(booked.id)).toEqual({
      ...booked,
      patient: await domain.patients.byId(booked.patientId),
      doctor: await domain.doctors.byId(booked.doctorId),
    });
    await domain.appointments.cancel({ appointmentId: booked.id });
    expect(await domain.appointments.withPeople(booked.id)).toBeNull();
    expect(await domain.appointments.withPeople(2_147_483_647)).toBeNull();
  });

  test("are none, if one of their people was deleted meanwhile", async ({ clinic, domain }) => {
    const appointment = await clinic.book({});
    const people = {
      patient: await domain.patients.byId(appointment.patientId),
      doctor: await domain.doctors.byId(appointment.doctorId),
    };
    const read = (found: Partial<typeof people>) => {
      const { patient, doctor } = { ...people, ...found };
      const reads = {
        appointment: async () => appointment,
        patient: async () => patient,
        doctor: async () => doctor,
      };
      return withPeople({ reads, caller: ANYONE } as unknown as Context, appointment.id);
    };
    expect(await read({})).toEqual({ ...appointment, ...people });
    expect(await read({ patient: null })).toBeNull();
    expect(await read({ doctor: null })).toBeNull();
  });
});
