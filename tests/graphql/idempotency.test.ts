import { describe, expect } from "vitest";
import {
  BookAppointmentDocument,
  RescheduleAppointmentDocument,
} from "../../client/src/documents.js";
import type { BookAppointmentInput } from "../../client/src/index.js";
import { createDomain } from "../../src/domain/index.js";
import { openApi } from "../support/api.js";
import { future, iso, test } from "../support/clinic.js";

const HOUR = 60 * 60 * 1_000;

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

  test("answers a repeat with the appointment as it is now", async ({ api, clinic }) => {
    const key = clinic.key();
    const booked = await clinic.book({ idempotencyKey: key });
    const { patientId, doctorId, startsAt, durationMinutes, id } = booked;
    const input = { patientId, doctorId, startsAt, durationMinutes, idempotencyKey: key };
    await api.domain.appointments.cancel({ appointmentId: id });
    await api.domain.doctors.deactivate({ doctorId });
    expect(await api.domain.appointments.book(input)).toMatchObject({
      done: true,
      value: { id, status: "CANCELLED" },
    });
    await api.domain.appointments.remove({ appointmentId: id });
    expect(await api.domain.appointments.book(input)).toMatchObject({
      refusals: [{ code: "APPOINTMENT_NOT_FOUND", path: ["idempotencyKey"] }],
    });
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

  test("is not used up by a refusal", async ({ api, clinic }) => {
    const { doctorId, patientId, startsAt, id } = await clinic.book({});
    const book = () =>
      api.domain.appointments.book({
        doctorId,
        patientId,
        startsAt,
        durationMinutes: 30,
        idempotencyKey: clinic.key(),
      });
    expect(await book()).toMatchObject({ refusals: [{ code: "SLOT_TAKEN" }] });
    await api.domain.appointments.cancel({ appointmentId: id });
    expect((await book()).done).toBe(true);
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

  test("is forgotten after 24 hours", async ({ clinic }) => {
    let now = new Date();
    const api = await openApi({ now: () => now });
    try {
      const { appointments } = api.domain;
      const [patient, doctor] = [await clinic.patient(), await clinic.doctor()];
      const book = (days: number) =>
        appointments.book({
          patientId: patient.id,
          doctorId: doctor.id,
          startsAt: future(days),
          durationMinutes: 30,
          idempotencyKey: clinic.key(),
        });
      expect((await book(7)).done).toBe(true);
      now = new Date(now.getTime() + 24 * HOUR - 2_000);
      expect(await book(8)).toMatchObject({ refusals: [{ code: "IDEMPOTENCY_KEY_REUSED" }] });
      now = new Date(now.getTime() + 3_000);
      expect((await book(8)).done).toBe(true);
      expect(await book(9)).toMatchObject({ refusals: [{ code: "IDEMPOTENCY_KEY_REUSED" }] });
    } finally {
      await api.close();
    }
  });

  test("that has expired is removed by the upkeep, and no other", async ({ clinic }) => {
    // Two days ago, so that no other test's keys have expired by then.
    const now = new Date(Date.now() - 48 * HOUR);
    const api = await openApi({ now: () => now });
    try {
      const { doctorId, patientId } = await clinic.book({});
      const keys = async () =>
        api.db.read(({ idempotencyKey }) =>
          idempotencyKey.count({ where: { key: { startsWith: clinic.tag } } }),
        );
      const input = { doctorId, patientId, startsAt: future(8), durationMinutes: 30 };
      await api.domain.appointments.book({ ...input, idempotencyKey: clinic.key("old") });
      await clinic.book({ doctorId, patientId, startsAt: future(9), idempotencyKey: clinic.key() });
      expect(await keys()).toBe(2);
      expect(await api.sharedDomain.purgeExpiredKeys()).toBe(0);
      const later = createDomain({ db: api.db, now: () => new Date(now.getTime() + 24 * HOUR) });
      expect(await later.purgeExpiredKeys()).toBe(1);
      expect(await keys()).toBe(1);
    } finally {
      await api.close();
    }
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
