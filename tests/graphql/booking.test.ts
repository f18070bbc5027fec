import { describe, expect } from "vitest";
import {
  AppointmentDocument,
  BookAppointmentDocument,
  CancelAppointmentDocument,
  CompleteAppointmentDocument,
  DeleteAppointmentDocument,
  MarkAppointmentNoShowDocument,
  RescheduleAppointmentDocument,
} from "../../client/src/documents.js";
import { openApi } from "../support/api.js";
import type { Appointment } from "../../src/domain/index.js";
import { createClinic, future, iso, test, type Clinic } from "../support/clinic.js";

const MINUTE = 60_000;
const plus = (date: Date, minutes: number) => new Date(date.getTime() + minutes * MINUTE);

/** Booked from 10:00 to 11:00, what may stand beside it and what may not. */
const NEIGHBOURS = [
  { name: "ends when it starts", from: -30, minutes: 30, fits: true },
  { name: "starts when it ends", from: 60, minutes: 30, fits: true },
  { name: "ends a second into it", from: -30, minutes: 30, seconds: 1, fits: false },
  { name: "starts a second before its end", from: 60, minutes: 30, seconds: -1, fits: false },
  { name: "is the same", from: 0, minutes: 60, fits: false },
  { name: "lies within it", from: 15, minutes: 15, fits: false },
  { name: "lies around it", from: -60, minutes: 180, fits: false },
  { name: "starts three hours before its end", from: -120, minutes: 180, fits: false },
  { name: "starts three hours before its start", from: -180, minutes: 180, fits: true },
];

describe("bookAppointment", () => {
  test("books an appointment, in UTC and whole seconds", async ({ api, clinic }) => {
    const [patient, doctor] = [await clinic.patient(), await clinic.doctor()];
    const day = iso(future(7)).slice(0, 10);
    const { bookAppointment } = await api.query(BookAppointmentDocument, {
      input: {
        patientId: `pat_${patient.id}`,
        doctorId: `doc_${doctor.id}`,
        startsAt: `${day}T10:29:59.6+01:00`,
        durationMinutes: 45,
      },
    });
    expect(bookAppointment).toMatchObject({
      appointment: {
        patient: { id: `pat_${patient.id}` },
        doctor: { id: `doc_${doctor.id}` },
        startsAt: `${day}T09:29:59Z`,
        endsAt: `${day}T10:14:59Z`,
        durationMinutes: 45,
        status: "BOOKED",
        cancellationReason: null,
        version: 1,
      },
      userErrors: [],
    });
    const id = bookAppointment?.appointment?.id ?? "";
    const { appointment } = await api.query(AppointmentDocument, { by: { id } });
    expect(appointment).toEqual(bookAppointment?.appointment);
  });

  test.for(NEIGHBOURS)(
    "beside another one that $name: $fits",
    async (neighbour, { api, clinic }) => {
      const startsAt = future(7, "10:00:00");
      const taken = await clinic.book({ startsAt, durationMinutes: 60 });
      const start = new Date(
        plus(startsAt, neighbour.from).getTime() + (neighbour.seconds ?? 0) * 1_000,
      );
      const input = {
        patientId: `pat_${taken.patientId}`,
        doctorId: `doc_${taken.doctorId}`,
        startsAt: iso(start),
        durationMinutes: neighbour.minutes,
      };
      const { bookAppointment } = await api.query(BookAppointmentDocument, { input });
      const [total] = await api.domain.appointments.counts([[{ doctorId: taken.doctorId }]]);
      if (neighbour.fits) {
        expect(bookAppointment?.userErrors).toEqual([]);
        expect(total).toBe(2);
      } else {
        expect(bookAppointment).toMatchObject({
          appointment: null,
          userErrors: [
            {
              __typename: "SlotTakenError",
              code: "SLOT_TAKEN",
              path: ["input", "startsAt"],
              blocking: { startsAt: iso(taken.startsAt), endsAt: iso(taken.endsAt) },
            },
          ],
        });
        expect(total).toBe(1);
      }
    },
  );

  test("lets one patient see two doctors at once", async ({ clinic }) => {
    const { patientId, startsAt } = await clinic.book({});
    const other = await clinic.book({ patientId, startsAt });
    expect(other.status).toBe("BOOKED");
  });

  test("names the earliest blocking appointment", async ({ api, clinic }) => {
    const startsAt = future(7, "10:00:00");
    const { doctorId, patientId } = await clinic.book({ startsAt: plus(startsAt, 60) });
    const first = await clinic.book({ doctorId, patientId, startsAt });
    const outcome = await api.domain.appointments.book({
      doctorId,
      patientId,
      startsAt: plus(startsAt, 10),
      durationMinutes: 180,
    });
    expect(outcome).toMatchObject({
      refusals: [{ blocking: { startsAt: first.startsAt, endsAt: first.endsAt } }],
    });
  });

  test("treats the time of cancelled appointments as free, that of completed and missed ones as taken", async ({
    api,
    clinic,
  }) => {
    const { appointments } = api.domain;
    const { id, doctorId, patientId, startsAt } = await clinic.book({});
    const again = () => appointments.book({ doctorId, patientId, startsAt, durationMinutes: 30 });
    await appointments.cancel({ appointmentId: id });
    const second = await again();
    expect(second.done).toBe(true);
    const { complete, markNoShow } = clinic.at(startsAt).appointments;
    for (const finish of [complete, markNoShow]) {
      const [booked] = await appointments.pages([
        {
          filters: [{ doctorId, status: ["BOOKED"] }],
          orderBy: "STARTS_AT_ASC",
          first: 1,
          after: null,
        },
      ]);
      const appointmentId = booked?.rows[0]?.id ?? 0;
      await finish({ appointmentId });
      expect(await again()).toMatchObject({ refusals: [{ code: "SLOT_TAKEN" }] });
      await appointments.remove({ appointmentId });
      expect((await again()).done).toBe(true);
    }
  });

  test("returns all reasons for a refusal at once", async ({ api, clinic }) => {
    const doctor = await clinic.doctor({ isActive: false });
    const { bookAppointment } = await api.query(BookAppointmentDocument, {
      input: {
        patientId: "pat_2147483647",
        doctorId: `doc_${doctor.id}`,
        startsAt: "2020-01-01T09:00:00Z",
        durationMinutes: 14,
        idempotencyKey: " ",
      },
    });
    expect(bookAppointment?.appointment).toBeNull();
    expect(bookAppointment?.userErrors.map(({ code, path }) => [code, path?.at(-1)])).toEqual([
      ["REQUIRED", "idempotencyKey"],
      ["DOCTOR_INACTIVE", "doctorId"],
      ["PATIENT_NOT_FOUND", "patientId"],
      ["STARTS_IN_PAST", "startsAt"],
      ["DURATION_OUT_OF_RANGE", "durationMinutes"],
    ]);
    expect(bookAppointment?.userErrors.at(-1)).toMatchObject({
      minimumMinutes: 15,
      maximumMinutes: 180,
    });
  });

  test.for([
    [14, false],
    [15, true],
    [180, true],
    [181, false],
    [0, false],
    [-30, false],
    [2_147_483_647, false],
  ] as const)("takes %d minutes: %s", async ([durationMinutes, fits], { api, clinic }) => {
    const [patientId, doctorId] = [(await clinic.patient()).id, (await clinic.doctor()).id];
    const startsAt = future(7);
    const outcome = await api.domain.appointments.book({
      patientId,
      doctorId,
      startsAt,
      durationMinutes,
    });
    const codes = outcome.done ? [] : outcome.refusals.map(({ code }) => code);
    expect(codes).toEqual(fits ? [] : ["DURATION_OUT_OF_RANGE"]);
  });

  test("refuses a start that is not in the future, to the second", async ({ clinic }) => {
    const now = new Date("2031-03-04T09:00:00.500Z");
    const api = await openApi({ now: () => now });
    try {
      const people = createClinic(api, clinic.tag);
      const [patientId, doctorId] = [(await people.patient()).id, (await people.doctor()).id];
      const book = async (startsAt: string) => {
        const input = { patientId, doctorId, startsAt: new Date(startsAt), durationMinutes: 15 };
        const outcome = await api.domain.appointments.book(input);
        return outcome.done ? "done" : outcome.refusals.map(({ code }) => code);
      };
      expect(await book("2031-03-04T08:59:59Z")).toEqual(["STARTS_IN_PAST"]);
      expect(await book("2031-03-04T09:00:00Z")).toEqual(["STARTS_IN_PAST"]);
      // Its fraction is cut off before it is compared.
      expect(await book("2031-03-04T09:00:00.900Z")).toEqual(["STARTS_IN_PAST"]);
      expect(await book("2031-03-04T09:00:01Z")).toBe("done");
      expect(await book("9999-12-31T23:44:59Z")).toBe("done");
      expect(await book("9999-12-31T23:45:00Z")).toEqual(["STARTS_TOO_LATE"]);
    } finally {
      await api.close();
    }
  });
});

describe("rescheduleAppointment", () => {
  test("moves to another time, duration and doctor, and frees the old time", async ({
    api,
    clinic,
  }) => {
    const old = await clinic.book({});
    const doctor = await clinic.doctor();
    const startsAt = future(8, "15:00:00");
    const { rescheduleAppointment } = await api.query(RescheduleAppointmentDocument, {
      input: {
        appointmentId: `apt_${old.id}`,
        startsAt: iso(startsAt),
        durationMinutes: 60,
        doctorId: `doc_${doctor.id}`,
        expectedVersion: 1,
      },
    });
    expect(rescheduleAppointment).toMatchObject({
      appointment: {
        id: `apt_${old.id}`,
        doctor: { id: `doc_${doctor.id}` },
        startsAt: iso(startsAt),
        endsAt: iso(plus(startsAt, 60)),
        durationMinutes: 60,
        status: "BOOKED",
        version: 2,
      },
      userErrors: [],
    });
    const moved = await api.domain.appointments.byId(old.id);
    expect(moved).toMatchObject({ doctorId: doctor.id, startsAt, version: 2 });
    expect((await clinic.book({ doctorId: old.doctorId, startsAt: old.startsAt })).status).toBe(
      "BOOKED",
    );
  });

  test("keeps duration and doctor, and may overlap the appointment's own old time", async ({
    api,
    clinic,
  }) => {
    const old = await clinic.book({ durationMinutes: 60 });
    const { rescheduleAppointment } = await api.query(RescheduleAppointmentDocument, {
      input: { appointmentId: `apt_${old.id}`, startsAt: iso(plus(old.startsAt, 15)) },
    });
    expect(rescheduleAppointment?.appointment).toMatchObject({
      doctor: { id: `doc_${old.doctorId}` },
      durationMinutes: 60,
      startsAt: iso(plus(old.startsAt, 15)),
    });
  });

  test("applies all rules of booking at once, and writes nothing if it refuses", async ({
    api,
    clinic,
  }) => {
    const old = await clinic.book({});
    const other = await clinic.book({});
    const blocked = await api.query(RescheduleAppointmentDocument, {
      input: {
        appointmentId: `apt_${old.id}`,
        startsAt: iso(other.startsAt),
        doctorId: `doc_${other.doctorId}`,
      },
    });
    expect(blocked.rescheduleAppointment).toMatchObject({
      appointment: null,
      userErrors: [{ code: "SLOT_TAKEN", blocking: { startsAt: iso(other.startsAt) } }],
    });
    await clinic.at(old.startsAt).appointments.complete({ appointmentId: old.id });
    await api.domain.doctors.deactivate({ doctorId: old.doctorId });
    const before = await api.domain.appointments.byId(old.id);
    const { rescheduleAppointment } = await api.query(RescheduleAppointmentDocument, {
      input: {
        appointmentId: `apt_${old.id}`,
        startsAt: "2020-01-01T09:00:00Z",
        durationMinutes: 181,
        expectedVersion: 1,
      },
    });
    expect(rescheduleAppointment?.userErrors).toMatchObject([
      { code: "APPOINTMENT_NOT_BOOKED", path: ["input", "appointmentId"], status: "COMPLETED" },
      { code: "STALE_VERSION", path: ["input", "expectedVersion"], currentVersion: 2 },
      { code: "DOCTOR_INACTIVE", path: ["input", "doctorId"] },
      { code: "STARTS_IN_PAST", path: ["input", "startsAt"] },
      { code: "DURATION_OUT_OF_RANGE", path: ["input", "durationMinutes"] },
    ]);
    expect(await api.domain.appointments.byId(old.id)).toEqual(before);
  });

  test("refuses an unknown appointment and an unknown doctor", async ({ api, clinic }) => {
    const { id, startsAt } = await clinic.book({});
    const codes = async (appointmentId: string, doctorId?: string) => {
      const input = { appointmentId, startsAt: iso(startsAt), ...(doctorId && { doctorId }) };
      const { rescheduleAppointment } = await api.query(RescheduleAppointmentDocument, { input });
      return rescheduleAppointment?.userErrors.map(({ code }) => code);
    };
    expect(await codes("apt_2147483647")).toEqual(["APPOINTMENT_NOT_FOUND"]);
    expect(await codes(`apt_${id}`, "doc_2147483647")).toEqual(["DOCTOR_NOT_FOUND"]);
  });
});

describe("cancelAppointment", () => {
  test("cancels with a reason, once", async ({ api, clinic }) => {
    const { id } = await clinic.book({});
    const cancel = async (reason?: string) => {
      const input = { appointmentId: `apt_${id}`, expectedVersion: 1, reason: reason ?? null };
      return (await api.query(CancelAppointmentDocument, { input })).cancelAppointment;
    };
    const cancelled = {
      appointment: { status: "CANCELLED", cancellationReason: "Ill.\nCall back.", version: 2 },
      userErrors: [],
    };
    expect(await cancel(" Ill.\nCall back. ")).toMatchObject(cancelled);
    expect(await cancel("Another reason")).toMatchObject(cancelled);
  });

  test("needs no reason, and takes 500 characters at most", async ({ api, clinic }) => {
    const { id } = await clinic.book({});
    const appointmentId = `apt_${id}`;
    const long = await api.query(CancelAppointmentDocument, {
      input: { appointmentId, reason: `${"x".repeat(500)}\u0000` },
    });
    expect(long.cancelAppointment?.userErrors).toMatchObject([
      { code: "TOO_LONG", path: ["input", "reason"], maximumLength: 500 },
      { code: "INVALID_CHARACTERS", path: ["input", "reason"] },
    ]);
    const { cancelAppointment } = await api.query(CancelAppointmentDocument, {
      input: { appointmentId, reason: "  " },
    });
    expect(cancelAppointment?.appointment).toMatchObject({
      status: "CANCELLED",
      cancellationReason: null,
    });
  });
});

/** An appointment of yesterday. */
async function bookPast(clinic: Clinic): Promise<Appointment> {
  const { id: patientId } = await clinic.patient();
  const { id: doctorId } = await clinic.doctor();
  const booking = { patientId, doctorId, startsAt: future(-1), durationMinutes: 30 };
  const outcome = await clinic.at(future(-2)).appointments.book(booking);
  if (!outcome.done) throw new Error("An appointment of the past was refused in the past");
  return outcome.value;
}

describe("completeAppointment and markAppointmentNoShow", () => {
  test("end the life of a booked appointment", async ({ api, clinic }) => {
    const [one, other] = [await bookPast(clinic), await bookPast(clinic)];
    const { completeAppointment } = await api.query(CompleteAppointmentDocument, {
      input: { appointmentId: `apt_${one.id}`, expectedVersion: 1 },
    });
    expect(completeAppointment?.appointment).toMatchObject({ status: "COMPLETED", version: 2 });
    const { markAppointmentNoShow } = await api.query(MarkAppointmentNoShowDocument, {
      input: { appointmentId: `apt_${other.id}` },
    });
    expect(markAppointmentNoShow?.appointment).toMatchObject({ status: "NO_SHOW", version: 2 });

    const refused = { code: "APPOINTMENT_NOT_BOOKED", path: ["input", "appointmentId"] };
    const again = await api.query(CompleteAppointmentDocument, {
      input: { appointmentId: `apt_${other.id}` },
    });
    expect(again.completeAppointment?.userErrors).toMatchObject([
      { ...refused, status: "NO_SHOW" },
    ]);
    const cancel = await api.query(CancelAppointmentDocument, {
      input: { appointmentId: `apt_${one.id}`, expectedVersion: 1 },
    });
    expect(cancel.cancelAppointment?.userErrors).toMatchObject([
      { ...refused, status: "COMPLETED" },
      { code: "STALE_VERSION", currentVersion: 2 },
    ]);
    const unknown = await api.query(MarkAppointmentNoShowDocument, {
      input: { appointmentId: "apt_2147483647" },
    });
    expect(unknown.markAppointmentNoShow?.userErrors).toMatchObject([
      { code: "APPOINTMENT_NOT_FOUND" },
    ]);
  });
});

describe("an appointment that has not begun", () => {
  test("cannot be completed or marked as a no-show, and the refusal says when it starts", async ({
    api,
    clinic,
  }) => {
    const { id, startsAt } = await clinic.book({});
    const input = { appointmentId: `apt_${id}`, expectedVersion: 1 };
    const refusal = {
      __typename: "AppointmentNotStartedError",
      code: "APPOINTMENT_NOT_STARTED",
      message: `This appointment starts at ${iso(startsAt)}. Wait until it has begun, or cancel it.`,
      path: ["input", "appointmentId"],
      startsAt: iso(startsAt),
    };
    const { completeAppointment } = await api.query(CompleteAppointmentDocument, { input });
    expect(completeAppointment).toEqual({ appointment: null, userErrors: [refusal] });
    const { markAppointmentNoShow } = await api.query(MarkAppointmentNoShowDocument, { input });
    expect(markAppointmentNoShow).toEqual({ appointment: null, userErrors: [refusal] });
    expect(await api.domain.appointments.byId(id)).toMatchObject({ status: "BOOKED", version: 1 });
  });

  test("can be completed from its first second on, and be cancelled before", async ({ clinic }) => {
    const { id: appointmentId, startsAt, doctorId } = await clinic.book({});
    const before = clinic.at(new Date(startsAt.getTime() - 1)).appointments;
    const stale = { appointmentId, expectedVersion: 9 };
    expect(await before.complete(stale)).toMatchObject({
      refusals: [{ code: "APPOINTMENT_NOT_STARTED", startsAt }, { code: "STALE_VERSION" }],
    });
    const during = clinic.at(startsAt).appointments;
    expect(await during.complete({ appointmentId })).toMatchObject({ done: true });
    // For a completed appointment, this is the reason, whenever it starts.
    expect(await before.markNoShow({ appointmentId })).toMatchObject({
      refusals: [{ code: "APPOINTMENT_NOT_BOOKED" }],
    });
    const { id } = await clinic.book({ doctorId, startsAt: future(9) });
    expect(await before.cancel({ appointmentId: id })).toMatchObject({ done: true });
  });
});

describe("deleteAppointment", () => {
  test("removes an appointment in any status and frees its time", async ({ api, clinic }) => {
    const { id, doctorId, startsAt } = await clinic.book({});
    await clinic.at(startsAt).appointments.complete({ appointmentId: id });
    const stale = await api.query(DeleteAppointmentDocument, {
      input: { appointmentId: `apt_${id}`, expectedVersion: 1 },
    });
    expect(stale.deleteAppointment).toMatchObject({
      deletedAppointmentId: null,
      userErrors: [{ code: "STALE_VERSION", currentVersion: 2 }],
    });
    const input = { appointmentId: `apt_${id}` };
    const { deleteAppointment } = await api.query(DeleteAppointmentDocument, { input });
    expect(deleteAppointment).toEqual({ deletedAppointmentId: `apt_${id}`, userErrors: [] });
    const again = await api.query(DeleteAppointmentDocument, { input });
    expect(again.deleteAppointment?.userErrors).toMatchObject([{ code: "APPOINTMENT_NOT_FOUND" }]);
    expect((await clinic.book({ doctorId, startsAt })).status).toBe("BOOKED");
  });
});

describe("despite", () => {
  test("waives rules for an appointment, which says which were in the way", async ({
    api,
    clinic,
  }) => {
    const [patient, doctor] = [await clinic.patient(), await clinic.scheduled({ hours: [] })];
    const book = async (despite: readonly string[]) => {
      const query = `mutation ($input: BookAppointmentInput!) {
        bookAppointment(input: $input) { appointment { id waived } userErrors { code } }
      }`;
      const ids = { patientId: `pat_${patient.id}`, doctorId: `doc_${doctor.id}` };
      const input = { ...ids, startsAt: iso(future(7)), durationMinutes: 30, despite };
      return (await api.send({ query, variables: { input } })).data?.["bookAppointment"];
    };
    expect(await book(["TOO_CLOSE"])).toEqual({
      appointment: null,
      userErrors: [{ code: "OUTSIDE_HOURS" }],
    });
    const waived = ["OUTSIDE_HOURS"];
    expect(await book(["TOO_CLOSE", ...waived])).toMatchObject({
      appointment: { waived },
      userErrors: [],
    });
    expect(await book(waived)).toEqual({ appointment: null, userErrors: [{ code: "SLOT_TAKEN" }] });
  });
});
