import { describe, expect } from "vitest";
import { BookAppointmentDocument } from "../../../client/src/documents.js";
import { openApi } from "../../support/api.js";
import { future, iso, test } from "../../support/clinic.js";

const SLOTS = 20;
const CALLERS = 12;

describe("two API servers on one database", () => {
  test("share nothing but the database, and never double-book", async ({ api, clinic }) => {
    const other = await openApi();
    try {
      const [patient, doctor] = [await clinic.patient(), await clinic.doctor()];
      const answers = await Promise.all(
        Array.from({ length: SLOTS * CALLERS }, (_, index) =>
          (Math.floor(index / SLOTS) % 2 === 0 ? api : other).query(BookAppointmentDocument, {
            input: {
              patientId: `pat_${patient.id}`,
              doctorId: `doc_${doctor.id}`,
              startsAt: iso(new Date(future(7).getTime() + (index % SLOTS) * 30 * 60_000)),
              durationMinutes: 30,
            },
          }),
        ),
      );
      const booked = answers.flatMap(({ bookAppointment }) => bookAppointment?.appointment ?? []);
      const refused = answers.flatMap(({ bookAppointment }) => bookAppointment?.userErrors ?? []);
      expect(new Set(booked.map(({ startsAt }) => startsAt)).size).toBe(SLOTS);
      expect(booked).toHaveLength(SLOTS);
      expect(refused.map(({ code }) => code)).toEqual(
        Array.from({ length: SLOTS * (CALLERS - 1) }, () => "SLOT_TAKEN"),
      );
    } finally {
      await other.close();
    }
  });
});
