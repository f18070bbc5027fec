import { describe, expect } from "vitest";
import type { Outcome, RefusalCode } from "../../src/domain/index.js";
import type { UserErrorCode } from "../../client/src/index.js";
import type { Api } from "../support/api.js";
import { future, test, type Clinic } from "../support/clinic.js";

const NOBODY = 2_147_483_647;

/** Prepares what is needed, and returns what is then to be refused. */
type Attempt = (api: Api, clinic: Clinic) => Promise<() => Promise<Outcome<unknown>>>;

const book =
  (
    changes: (
      clinic: Clinic,
    ) => Promise<Partial<Parameters<Api["domain"]["appointments"]["book"]>[0]>>,
  ): Attempt =>
  async ({ domain }, clinic) => {
    const input = {
      patientId: (await clinic.patient()).id,
      doctorId: (await clinic.doctor()).id,
      startsAt: future(7),
      durationMinutes: 30,
      ...(await changes(clinic)),
    };
    return () => domain.appointments.book(input);
  };

const register =
  (firstName: string, email?: (clinic: Clinic) => Promise<string>): Attempt =>
  async ({ domain }, clinic) => {
    const input = {
      firstName,
      lastName: clinic.tag,
      email: (await email?.(clinic)) ?? clinic.email(),
      phoneNumber: "1",
    };
    return () => domain.patients.register(input);
  };

/** One way to get each code. A code that is added to the schema does not compile until it is here. */
const ATTEMPTS: Record<UserErrorCode | RefusalCode, Attempt> = {
  PATIENT_NOT_FOUND: book(async () => ({ patientId: NOBODY })),
  DOCTOR_NOT_FOUND: book(async () => ({ doctorId: NOBODY })),
  APPOINTMENT_NOT_FOUND: async ({ domain }) => {
    return () => domain.appointments.cancel({ appointmentId: NOBODY });
  },
  REQUIRED: register(" "),
  TOO_LONG: register("x".repeat(101)),
  INVALID_CHARACTERS: register("\u0007"),
  EMAIL_INVALID: register("A", async ({ tag }) => tag),
  EMAIL_TAKEN: register("A", async (clinic) => (await clinic.patient()).email),
  DOCTOR_INACTIVE: book(async (clinic) => ({
    doctorId: (await clinic.doctor({ isActive: false })).id,
  })),
  SLOT_TAKEN: book((clinic) => clinic.book({})),
  STARTS_IN_PAST: book(async () => ({ startsAt: new Date(0) })),
  STARTS_TOO_LATE: book(async () => ({ startsAt: new Date("9999-12-31T23:59:00Z") })),
  DURATION_OUT_OF_RANGE: book(async () => ({ durationMinutes: 181 })),
  HAS_APPOINTMENTS: async ({ domain }, clinic) => {
    const { patientId } = await clinic.book({});
    return () => domain.patients.remove({ patientId });
  },
  APPOINTMENT_NOT_BOOKED: async ({ domain }, clinic) => {
    const appointmentId = (await clinic.book({})).id;
    await domain.appointments.cancel({ appointmentId });
    return () => domain.appointments.complete({ appointmentId });
  },
  APPOINTMENT_NOT_STARTED: async ({ domain }, clinic) => {
    const appointmentId = (await clinic.book({})).id;
    return () => domain.appointments.complete({ appointmentId });
  },
  STALE_VERSION: async ({ domain }, clinic) => {
    const doctorId = (await clinic.doctor()).id;
    return () => domain.doctors.toggle({ doctorId, expectedVersion: 9 });
  },
  IDEMPOTENCY_KEY_REUSED: book(async (clinic) => {
    const idempotencyKey = clinic.key();
    await clinic.book({ idempotencyKey });
    return { idempotencyKey };
  }),
};

/** All rows of the test, as they are. */
const rows = ({ db }: Api, { tag }: Clinic) =>
  db.read(async ({ patient, doctor, appointment, idempotencyKey }) => ({
    patients: await patient.findMany({ where: { email: { contains: tag } } }),
    doctors: await doctor.findMany({
      where: { specialty: tag },
      omit: { bookingLock: false },
    }),
    appointments: await appointment.findMany({ where: { patient: { email: { contains: tag } } } }),
    keys: await idempotencyKey.findMany({ where: { key: { startsWith: tag } } }),
  }));

describe("every reason to refuse", () => {
  test.for(Object.entries(ATTEMPTS))(
    "%s is given alone, and nothing is written",
    async ([code, prepare], { api, clinic }) => {
      const attempt = await prepare(api, clinic);
      const before = await rows(api, clinic);
      const outcome = await attempt();
      expect(outcome).toMatchObject({ done: false, refusals: [{ code }] });
      expect(outcome.done ? [] : outcome.refusals).toHaveLength(1);
      expect(await rows(api, clinic)).toEqual(before);
    },
  );
});
