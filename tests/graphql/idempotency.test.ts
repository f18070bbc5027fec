import { describe, expect } from "vitest";
import {
  BookAppointmentDocument,
  RescheduleAppointmentDocument,
} from "../../client/src/documents.js";
import type { BookAppointmentInput } from "../../client/src/index.js";
import { future, iso, test } from "../support/clinic.js";

describe("an idempotency key", () => {
  test("makes fifty simultaneous repeats of a booking one booking", async ({ api, clinic }) => {
    const [patient, doctor] = [await clinic.patient(), await clinic.doctor()];
    const input: BookAppointmentInput = {
      patientId: `pat_${patient.id}`,
      doctorId: `doc_${doctor.id}`,
      startsAt: iso(future(7)),
      durationMinutes: 30,
      idempotencyKey: clinic.key(),
    };
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => api.query(BookAppointmentDocument, { input })),
    );
    expect(answers[0]?.bookAppointment?.userErrors).toEqual([]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await api.domain.appointments.counts([[{ doctorId: doctor.id }]])).toEqual([1]);
  });

  test("is refused for another input, another doctor's too, also at the same time", async ({
    api,
    clinic,
  }) => {
    const [patient, one, other] = [
      await clinic.patient(),
      await clinic.doctor(),
      await clinic.doctor(),
    ];
    const book = (doctorId: number) =>
      api.query(BookAppointmentDocument, {
        input: {
          patientId: `pat_${patient.id}`,
          doctorId: `doc_${doctorId}`,
          startsAt: iso(future(7)),
          durationMinutes: 30,
          idempotencyKey: clinic.key(),
        },
      });
    const answers = await Promise.all([book(one.id), book(other.id), book(one.id), book(other.id)]);
    const done = answers.filter(({ bookAppointment }) => bookAppointment?.appointment);
    const refused = answers.filter(({ bookAppointment }) => !bookAppointment?.appointment);
    expect([done.length, refused.length]).toEqual([2, 2]);
    for (const { bookAppointment } of refused) {
      expect(bookAppointment?.userErrors).toMatchObject([
        { code: "IDEMPOTENCY_KEY_REUSED", path: ["input", "idempotencyKey"] },
      ]);
    }
    expect(await api.domain.appointments.counts([[{ patientId: patient.id }]])).toEqual([1]);
  });

  test("makes a repeated reschedule harmless", async ({ api, clinic }) => {
    const { id } = await clinic.book({});
    const input = {
      appointmentId: `apt_${id}`,
      startsAt: iso(future(9)),
      expectedVersion: 1,
      idempotencyKey: clinic.key(),
    };
    const move = async (changes = {}) => {
      const variables = { input: { ...input, ...changes } };
      return (await api.query(RescheduleAppointmentDocument, variables)).rescheduleAppointment;
    };
    const moved = await move();
    expect(moved?.appointment?.version).toBe(2);
    expect(await move()).toEqual(moved);
    const other = await move({ durationMinutes: 60 });
    expect(other?.userErrors).toMatchObject([{ code: "IDEMPOTENCY_KEY_REUSED" }]);
  });

  test.for([
    ["", "REQUIRED"],
    ["k".repeat(256), "TOO_LONG"],
    ["a\u0000", "INVALID_CHARACTERS"],
  ] as const)("may not be %j", async ([idempotencyKey, code], { api, clinic }) => {
    const [patientId, doctorId] = [(await clinic.patient()).id, (await clinic.doctor()).id];
    const outcome = await api.domain.appointments.book({
      patientId,
      doctorId,
      startsAt: future(7),
      durationMinutes: 30,
      idempotencyKey,
    });
    expect(outcome).toMatchObject({ refusals: [{ code, path: ["idempotencyKey"] }] });
    expect(await api.domain.appointments.counts([[{ doctorId }]])).toEqual([0]);
  });
});
