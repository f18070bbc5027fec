import { describe, expect } from "vitest";
import type { Outcome } from "../../../src/domain/index.js";
import type { Api } from "../../support/api.js";
import { BookAppointmentDocument } from "../../../client/src/documents.js";
import { future, iso, test, type Clinic } from "../../support/clinic.js";

const MINUTE = 60_000;

const codesOf = (outcomes: Outcome<unknown>[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const outcome of outcomes) {
    const code = outcome.done ? "done" : outcome.refusals.map((refusal) => refusal.code).join();
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
};

const times = <Result>(count: number, work: (index: number) => Promise<Result>) =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));

/** Pairs of appointments that hold overlapping time of one of the test's doctors. */
async function overlappingPairs({ db }: Api, { tag }: Clinic): Promise<number> {
  const [row] = await db.read(
    (tables) => tables.$queryRaw<{ pairs: bigint }[]>`
      SELECT COUNT(*) AS pairs
      FROM doctors
      JOIN appointments one ON one.doctor_id = doctors.id AND one.status <> 'CANCELLED'
      JOIN appointments other ON other.doctor_id = doctors.id AND other.status <> 'CANCELLED'
        AND other.id > one.id AND other.starts_at < one.ends_at AND one.starts_at < other.ends_at
      WHERE doctors.specialty = ${tag}`,
  );
  return Number(row?.pairs);
}

describe("simultaneous bookings", () => {
  test("of 20 slots by 40 callers each have 20 winners and 780 losers, who know why", async ({
    api,
    clinic,
  }) => {
    const [patient, doctor] = [await clinic.patient(), await clinic.doctor()];
    const answers = await times(800, (index) =>
      api.query(BookAppointmentDocument, {
        input: {
          patientId: `pat_${patient.id}`,
          doctorId: `doc_${doctor.id}`,
          startsAt: iso(new Date(future(7).getTime() + (index % 20) * 30 * MINUTE)),
          durationMinutes: 30,
        },
      }),
    );
    const results = answers.map(({ bookAppointment }) =>
      bookAppointment?.appointment
        ? bookAppointment.appointment.startsAt
        : bookAppointment?.userErrors.map(({ code }) => code).join(),
    );
    expect(results.filter((result) => result === "SLOT_TAKEN")).toHaveLength(780);
    const winners = results.filter((result) => result !== "SLOT_TAKEN");
    expect(winners).toHaveLength(20);
    expect(new Set(winners).size).toBe(20);
    expect(await overlappingPairs(api, clinic)).toBe(0);
  }, 60_000);

  test("of overlapping times, and moves between doctors, never overlap", async ({
    api,
    clinic,
  }) => {
    const patient = await clinic.patient();
    const doctors = [await clinic.doctor(), await clinic.doctor()];
    const doctorIds = doctors.map(({ id }) => id);
    const any = (count: number) => Math.floor(Math.random() * count);
    const startsAt = () => new Date(future(7).getTime() + any(48) * 15 * MINUTE);
    const outcomes = await times(200, async () => {
      const doctorId = doctorIds[any(2)] ?? 0;
      const booked = await api.domain.appointments.book({
        patientId: patient.id,
        doctorId,
        startsAt: startsAt(),
        durationMinutes: 15 * (1 + any(8)),
      });
      if (!booked.done) return booked;
      return api.domain.appointments.reschedule({
        appointmentId: booked.value.id,
        startsAt: startsAt(),
        doctorId: doctorIds[any(2)] ?? 0,
      });
    });
    const codes = codesOf(outcomes);
    expect((codes["done"] ?? 0) + (codes["SLOT_TAKEN"] ?? 0)).toBe(200);
    expect(await overlappingPairs(api, clinic)).toBe(0);
  }, 60_000);
});

describe("bookings beside other changes", () => {
  test("are all made before a deactivation, or refused", async ({ api, clinic }) => {
    const [patient, doctor] = [await clinic.patient(), await clinic.doctor()];
    const book = (index: number) =>
      api.domain.appointments.book({
        patientId: patient.id,
        doctorId: doctor.id,
        startsAt: new Date(future(7).getTime() + index * 30 * MINUTE),
        durationMinutes: 30,
      });
    const before = times(20, book);
    const deactivated = api.domain.doctors.deactivate({ doctorId: doctor.id });
    const beside = times(20, (index) => book(20 + index));
    expect((await deactivated).done).toBe(true);
    const after = await times(8, (index) => book(40 + index));
    const outcomes = [...(await before), ...(await beside)];
    const { done = 0, DOCTOR_INACTIVE = 0 } = codesOf(outcomes);
    expect(done + DOCTOR_INACTIVE).toBe(40);
    expect(codesOf(after)).toEqual({ DOCTOR_INACTIVE: 8 });
    expect(await api.domain.appointments.counts([[{ doctorId: doctor.id }]])).toEqual([done]);
  });

  test("leave no appointment without its people", async ({ api, clinic }) => {
    for (let round = 0; round < 10; round += 1) {
      const [patient, doctor] = [await clinic.patient(), await clinic.doctor()];
      const [booked, noPatient, noDoctor] = await Promise.all([
        api.domain.appointments.book({
          patientId: patient.id,
          doctorId: doctor.id,
          startsAt: future(7),
          durationMinutes: 30,
        }),
        api.domain.patients.remove({ patientId: patient.id }),
        api.domain.doctors.remove({ doctorId: doctor.id }),
      ]);
      if (booked.done) {
        expect([noPatient, noDoctor]).toMatchObject([
          { refusals: [{ code: "HAS_APPOINTMENTS", appointmentCount: 1 }] },
          { refusals: [{ code: "HAS_APPOINTMENTS", appointmentCount: 1 }] },
        ]);
      } else {
        expect(noPatient.done || noDoctor.done).toBe(true);
        const codes = booked.refusals.map(({ code }) => code);
        expect(codes.every((code) => /^(PATIENT|DOCTOR)_NOT_FOUND$/.test(code))).toBe(true);
      }
    }
  });
});

describe("simultaneous changes of one thing", () => {
  test("lose no toggle", async ({ api, clinic }) => {
    const { id: doctorId } = await clinic.doctor();
    const outcomes = await times(101, () => api.domain.doctors.toggle({ doctorId }));
    expect(codesOf(outcomes)).toEqual({ done: 101 });
    expect(await api.domain.doctors.byId(doctorId)).toMatchObject({
      isActive: false,
      version: 102,
    });
  });

  test("lose no field of a patient, and let one of those win that expect a version", async ({
    api,
    clinic,
  }) => {
    const { id: patientId } = await clinic.patient();
    const changes = [{ firstName: "Ann" }, { lastName: "Berg" }, { phoneNumber: "42" }];
    const outcomes = await Promise.all(
      changes.map((each) => api.domain.patients.update({ patientId, changes: each })),
    );
    expect(codesOf(outcomes)).toEqual({ done: 3 });
    expect(await api.domain.patients.byId(patientId)).toMatchObject({
      firstName: "Ann",
      lastName: "Berg",
      phoneNumber: "42",
      version: 4,
    });
    const versioned = await times(8, (index) =>
      api.domain.patients.update({
        patientId,
        changes: { phoneNumber: `${index}` },
        expectedVersion: 4,
      }),
    );
    expect(codesOf(versioned)).toEqual({ done: 1, STALE_VERSION: 7 });
  });

  test("register one patient for one email", async ({ api, clinic }) => {
    const outcomes = await times(12, () =>
      api.domain.patients.register({
        firstName: "Maria",
        lastName: clinic.tag,
        email: clinic.email("same"),
        phoneNumber: "1",
      }),
    );
    expect(codesOf(outcomes)).toEqual({ done: 1, EMAIL_TAKEN: 11 });
  });

  test("end an appointment in one way", async ({ api, clinic }) => {
    const { id: appointmentId } = await clinic.book({});
    const { appointments } = api.domain;
    const later = clinic.at(future(8)).appointments;
    const outcomes = await Promise.all([
      later.complete({ appointmentId }),
      later.markNoShow({ appointmentId }),
      appointments.cancel({ appointmentId }),
      appointments.reschedule({ appointmentId, startsAt: future(30) }),
    ]);
    const appointment = await api.domain.appointments.byId(appointmentId);
    const ended = outcomes.slice(0, 3).filter(({ done }) => done);
    expect(ended).toHaveLength(1);
    expect(ended).toMatchObject([{ value: { status: appointment?.status } }]);
  });
});
