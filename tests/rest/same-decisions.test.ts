import { describe, expect } from "vitest";
import { BookAppointmentDocument, RegisterPatientDocument } from "../../client/src/documents.js";
import { future, iso, test, type Clinic } from "../support/clinic.js";
import { call } from "../support/rest.js";

const NOBODY = 2_147_483_647;

interface Booking {
  patientId: number;
  doctorId: number;
  startsAt: Date;
  durationMinutes: number;
}

/** A booking that breaks one rule, or none; its code in GraphQL and its status in REST. */
const BOOKINGS: [
  rule: string,
  make: (clinic: Clinic) => Promise<Partial<Booking>>,
  code: string | null,
  status: number,
][] = [
  ["nothing", async () => ({}), null, 201],
  ["14 minutes", async () => ({ durationMinutes: 14 }), "DURATION_OUT_OF_RANGE", 422],
  ["15 minutes", async () => ({ durationMinutes: 15 }), null, 201],
  ["180 minutes", async () => ({ durationMinutes: 180 }), null, 201],
  ["181 minutes", async () => ({ durationMinutes: 181 }), "DURATION_OUT_OF_RANGE", 422],
  ["the past", async () => ({ startsAt: new Date("2020-01-01T09:00:00Z") }), "STARTS_IN_PAST", 422],
  [
    "the year 9999",
    async () => ({ startsAt: new Date("9999-12-31T23:50:00Z") }),
    "STARTS_TOO_LATE",
    422,
  ],
  ["an unknown patient", async () => ({ patientId: NOBODY }), "PATIENT_NOT_FOUND", 409],
  ["an unknown doctor", async () => ({ doctorId: NOBODY }), "DOCTOR_NOT_FOUND", 409],
  [
    "an inactive doctor",
    async (clinic) => ({ doctorId: (await clinic.doctor({ isActive: false })).id }),
    "DOCTOR_INACTIVE",
    409,
  ],
  [
    "a slot that is taken",
    async (clinic) => {
      const { doctorId, startsAt } = await clinic.book({});
      return { doctorId, startsAt };
    },
    "SLOT_TAKEN",
    409,
  ],
  [
    "the second after another one",
    async (clinic) => {
      const { doctorId, endsAt } = await clinic.book({});
      return { doctorId, startsAt: endsAt };
    },
    null,
    201,
  ],
];

const OVERLAPPING = "Doctor already has an overlapping appointment";
const DOES_NOT_WORK = "Doctor does not work at that time";
const MINUTES_PER_DAY = 24 * 60;

/** A booking that one rule of the doctor's calendar refuses; its code in GraphQL and the text of the 409 in REST. */
const CALENDARS: [
  rule: string,
  make: (clinic: Clinic) => Promise<Pick<Booking, "doctorId"> & Partial<Booking>>,
  code: string,
  detail: string,
][] = [
  [
    "that begins before the doctor works",
    async (clinic) => ({
      doctorId: (await clinic.scheduled()).id,
      startsAt: future(7, "08:45:00"),
    }),
    "OUTSIDE_HOURS",
    DOES_NOT_WORK,
  ],
  [
    "while the doctor is away",
    async (clinic) => {
      const { id: doctorId } = await clinic.scheduled();
      const from = future(7, "00:00:00").getTime() / 60_000;
      const leave = { from, until: from + MINUTES_PER_DAY, ifBooked: "REFUSE" as const };
      await clinic.at(new Date()).schedules.addTimeOff({ doctorIds: [doctorId], ...leave });
      return { doctorId };
    },
    "DOCTOR_AWAY",
    DOES_NOT_WORK,
  ],
  [
    "at the time of another one in the hours",
    async (clinic) => {
      const { id: doctorId } = await clinic.scheduled({ gapMinutes: 10 });
      await clinic.book({ doctorId });
      return { doctorId };
    },
    "SLOT_TAKEN",
    OVERLAPPING,
  ],
  [
    "at a time that somebody holds",
    async (clinic) => {
      const { id: doctorId } = await clinic.doctor();
      const time = { doctorId, startsAt: future(7), durationMinutes: 30 };
      await clinic.at(new Date()).holds.hold({ holdKey: clinic.key(), ...time, minutes: 5 });
      return { doctorId };
    },
    "SLOT_HELD",
    OVERLAPPING,
  ],
  [
    "within the gap after another one",
    async (clinic) => {
      const { id: doctorId } = await clinic.scheduled({ gapMinutes: 10 });
      const { endsAt: startsAt } = await clinic.book({ doctorId });
      return { doctorId, startsAt };
    },
    "TOO_CLOSE",
    OVERLAPPING,
  ],
  [
    "at too short notice",
    async (clinic) => ({
      doctorId: (await clinic.scheduled({ minimumNoticeMinutes: 30 * MINUTES_PER_DAY })).id,
    }),
    "TOO_SHORT_NOTICE",
    "Appointment is too soon",
  ],
  [
    "beyond the horizon",
    async (clinic) => ({ doctorId: (await clinic.scheduled({ horizonDays: 3 })).id }),
    "TOO_FAR_AHEAD",
    "Appointment is too far ahead",
  ],
];

/** Fields of a patient, the code in GraphQL and the status in REST. */
const PATIENTS: [
  field: string,
  value: (clinic: Clinic) => Promise<string>,
  code: string,
  status: number,
][] = [
  ["firstName", async () => "x".repeat(101), "TOO_LONG", 400],
  ["firstName", async () => "a\u0000b", "INVALID_CHARACTERS", 422],
  ["lastName", async () => " ", "REQUIRED", 422],
  ["email", async ({ tag }) => tag, "EMAIL_INVALID", 422],
  ["email", async ({ tag }) => `${tag}@clinic.local`, "EMAIL_INVALID", 422],
  ["email", async (clinic) => (await clinic.patient()).email.toUpperCase(), "EMAIL_TAKEN", 400],
  ["phoneNumber", async () => "1".repeat(33), "TOO_LONG", 400],
  ["lastName", async () => "\u3164\u200b", "REQUIRED", 422],
  ["firstName", async () => "a\u202eb", "INVALID_CHARACTERS", 422],
];

const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

describe("GraphQL and REST decide the same", () => {
  test.for(BOOKINGS)("of a booking with %s", async ([, make, code, status], { api, clinic }) => {
    const booking = async (): Promise<Booking> => ({
      patientId: (await clinic.patient()).id,
      doctorId: (await clinic.doctor()).id,
      startsAt: future(7),
      durationMinutes: 30,
      ...(await make(clinic)),
    });
    const graph = await booking();
    const { bookAppointment } = await api.query(BookAppointmentDocument, {
      input: {
        patientId: `pat_${graph.patientId}`,
        doctorId: `doc_${graph.doctorId}`,
        startsAt: iso(graph.startsAt),
        durationMinutes: graph.durationMinutes,
      },
    });
    const codes = bookAppointment?.userErrors.map((error) => error.code);
    expect(codes).toEqual(code === null ? [] : [code]);
    const rest = await booking();
    const answer = await call(api, "POST", "/appointments", {
      patient_id: rest.patientId,
      doctor_id: rest.doctorId,
      appointment_start_datetime: iso(rest.startsAt),
      appointment_duration_minutes: rest.durationMinutes,
    });
    expect(answer.status).toBe(status);
  });

  test.for(CALENDARS)(
    "of a booking %s, on the same state",
    async ([, make, code, detail], { api, clinic }) => {
      const patient = await clinic.patient();
      const asked = { startsAt: future(7), durationMinutes: 30, ...(await make(clinic)) };
      const { bookAppointment } = await api.query(BookAppointmentDocument, {
        input: {
          patientId: `pat_${patient.id}`,
          doctorId: `doc_${asked.doctorId}`,
          startsAt: iso(asked.startsAt),
          durationMinutes: asked.durationMinutes,
        },
      });
      expect(bookAppointment?.userErrors.map((error) => error.code)).toEqual([code]);
      const answer = await call(api, "POST", "/appointments", {
        patient_id: patient.id,
        doctor_id: asked.doctorId,
        appointment_start_datetime: iso(asked.startsAt),
        appointment_duration_minutes: asked.durationMinutes,
      });
      expect(answer).toMatchObject({ status: 409, body: { detail } });
    },
  );

  test.for(PATIENTS)("of a patient's %s", async ([field, value, code, status], { api, clinic }) => {
    const fields = async () => ({
      firstName: "Maria",
      lastName: "Lopez",
      email: clinic.email(),
      phoneNumber: "1",
      [field]: await value(clinic),
    });
    const input = await fields();
    const { registerPatient } = await api.query(RegisterPatientDocument, { input });
    expect(registerPatient?.userErrors.map((error) => error.code)).toEqual([code]);
    const body = Object.fromEntries(
      Object.entries(await fields()).map(([name, text]) => [snakeCase(name), text]),
    );
    expect((await call(api, "POST", "/patients", body)).status).toBe(status);
  });

  test("but for phone numbers: REST takes the 10 characters that its callers know, and shows all", async ({
    api,
    clinic,
  }) => {
    const phoneNumber = "+49 (0)30 1234567-890 ext. 12345";
    const input = { firstName: "Maria", lastName: "Lopez", email: clinic.email(), phoneNumber };
    const { registerPatient } = await api.query(RegisterPatientDocument, { input });
    const { patient } = registerPatient ?? {};
    expect(patient?.phoneNumber).toBe(phoneNumber);
    const shown = await call(api, "GET", `/patients/${patient?.databaseId}`);
    expect(shown.body).toMatchObject({ phone_number: phoneNumber });
    const post = (phone_number: string) => {
      const names = { first_name: "Maria", last_name: "Lopez", email: clinic.email() };
      return call(api, "POST", "/patients", { ...names, phone_number });
    };
    expect((await post("1234567890")).status).toBe(201);
    expect(await post("12345678901")).toMatchObject({
      status: 400,
      body: { detail: "phone_number must have at most 10 characters" },
    });
  });

  test("of deletions, and of what is not there", async ({ api, clinic }) => {
    const { patientId, doctorId, id } = await clinic.book({});
    const statuses = async (urls: string[]) => {
      const found = [];
      for (const url of urls) found.push((await call(api, "DELETE", url)).status);
      return found;
    };
    const urls = [`/patients/${patientId}`, `/doctors/${doctorId}`];
    expect(await api.domain.patients.remove({ patientId })).toMatchObject({
      refusals: [{ code: "HAS_APPOINTMENTS" }],
    });
    expect(await statuses(urls)).toEqual([409, 409]);
    expect(await statuses([`/appointments/${id}`, `/appointments/${id}`])).toEqual([204, 404]);
    expect(await api.domain.appointments.remove({ appointmentId: id })).toMatchObject({
      refusals: [{ code: "APPOINTMENT_NOT_FOUND" }],
    });
    expect(await statuses([...urls, ...urls])).toEqual([204, 204, 404, 404]);
  });
});
