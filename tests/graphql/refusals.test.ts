import { assertInterfaceType, getNamedType, isLeafType, isObjectType } from "graphql";
import { describe, expect, it } from "vitest";
import type { MutationName, RefusalCodeOf } from "../../client/src/index.js";
import { REFUSAL_EXAMPLES, type RefusalCode } from "../../src/domain/index.js";
import { declaredRefusals } from "../../src/graphql/declared-refusals.js";
import { toUserError } from "../../src/graphql/user-errors.js";
import type { Api } from "../support/api.js";
import { future, iso, test, type Clinic } from "../support/clinic.js";
import { schema, undeclaredRefusals } from "../support/declared-refusals.js";

const NOBODY = 2_147_483_647;
const UNKNOWN_PATIENT = `pat_${NOBODY}`;
const UNKNOWN_DOCTOR = `doc_${NOBODY}`;
const UNKNOWN_APPOINTMENT = `apt_${NOBODY}`;
const UNKNOWN_SCHEDULE = `sch_${NOBODY}`;
const UNKNOWN_EXCEPTION = `exc_${NOBODY}`;
const OTHER_VERSION = { expectedVersion: 9 };

const BLANK = " ";
const CONTROL_CHARACTER = "a\u0007b";
const characters = (count: number) => "x".repeat(count);

type Input = Record<string, unknown>;

/** Prepares what is needed, and returns the input that is then refused. */
type Attempt = (clinic: Clinic) => Promise<Input>;

const newPatient =
  (changes: (clinic: Clinic) => Promise<Input>): Attempt =>
  async (clinic) => ({
    firstName: "Maria",
    lastName: clinic.tag,
    email: clinic.email(),
    phoneNumber: "1",
    ...(await changes(clinic)),
  });

const newDoctor =
  (changes: Input): Attempt =>
  async ({ tag }) => ({ fullName: "Dr. Weber", specialty: tag, ...changes });

const ofPatient =
  (others: Input): Attempt =>
  async (clinic) => ({ patientId: `pat_${(await clinic.patient()).id}`, ...others });

const ofDoctor =
  (others: Input, isActive = true): Attempt =>
  async (clinic) => ({ doctorId: `doc_${(await clinic.doctor({ isActive })).id}`, ...others });

/** An appointment to come that is booked. */
const ofAppointment =
  (others: Input): Attempt =>
  async (clinic) => ({ appointmentId: `apt_${(await clinic.book({})).id}`, ...others });

const newAppointment =
  (changes: (clinic: Clinic) => Promise<Input>): Attempt =>
  async (clinic) => ({
    patientId: `pat_${(await clinic.patient()).id}`,
    doctorId: `doc_${(await clinic.doctor()).id}`,
    startsAt: iso(future(7)),
    durationMinutes: 30,
    ...(await changes(clinic)),
  });

const move =
  (changes: (clinic: Clinic) => Promise<Input>): Attempt =>
  async (clinic) => ({
    appointmentId: `apt_${(await clinic.book({})).id}`,
    startsAt: iso(future(8)),
    ...(await changes(clinic)),
  });

const inactiveDoctor = async (clinic: Clinic): Promise<Input> => ({
  doctorId: `doc_${(await clinic.doctor({ isActive: false })).id}`,
});

const usedKey = async (clinic: Clinic): Promise<Input> => {
  const idempotencyKey = clinic.key();
  await clinic.book({ idempotencyKey });
  return { idempotencyKey };
};

/** A key under which an appointment was booked that is deleted since, with the input of that booking. */
const keyOfDeleted: Attempt = async (clinic) => {
  const idempotencyKey = clinic.key();
  const booked = await clinic.book({ idempotencyKey });
  await clinic.at(new Date()).appointments.remove({ appointmentId: booked.id });
  return {
    patientId: `pat_${booked.patientId}`,
    doctorId: `doc_${booked.doctorId}`,
    startsAt: iso(booked.startsAt),
    durationMinutes: booked.durationMinutes,
    idempotencyKey,
  };
};

const cancelled: Attempt = async (clinic) => {
  const { id: appointmentId } = await clinic.book({});
  await clinic.at(new Date()).appointments.cancel({ appointmentId });
  return { appointmentId: `apt_${appointmentId}` };
};

const completed: Attempt = async (clinic) => {
  const { id: appointmentId, startsAt } = await clinic.book({});
  await clinic.at(startsAt).appointments.complete({ appointmentId });
  return { appointmentId: `apt_${appointmentId}` };
};

/** An appointment that has begun and is booked, as another version than it has. */
const otherVersionOfBegun: Attempt = async (clinic) => {
  const [patient, doctor] = [await clinic.patient(), await clinic.doctor()];
  const outcome = await clinic.at(new Date("2020-01-06T08:00:00Z")).appointments.book({
    patientId: patient.id,
    doctorId: doctor.id,
    startsAt: new Date("2020-01-06T09:00:00Z"),
    durationMinutes: 30,
  });
  const id = outcome.done ? outcome.value.id : NOBODY;
  return { appointmentId: `apt_${id}`, ...OTHER_VERSION };
};

const DAY_MINUTES = 24 * 60;
const localDate = (date: Date) => date.toISOString().slice(0, 10);
const localMinute = (date: Date) => date.getTime() / 60_000;

const idOf = (doctor: { id: number }): Input => ({ doctorId: `doc_${doctor.id}` });

/** Why a time can't be had with a doctor who has hours: each is the only reason. */
const TIMES = {
  OUTSIDE_HOURS: async (clinic) => ({
    ...idOf(await clinic.scheduled()),
    startsAt: iso(future(7, "08:45:00")),
  }),
  DOCTOR_AWAY: async (clinic) => {
    const doctor = await clinic.scheduled();
    const from = localMinute(future(7, "00:00:00"));
    const timeOff = { doctorIds: [doctor.id], from, until: from + DAY_MINUTES };
    await clinic.at(new Date()).schedules.addTimeOff({ ...timeOff, ifBooked: "REFUSE" });
    return { ...idOf(doctor), startsAt: iso(future(7)) };
  },
  TOO_SHORT_NOTICE: async (clinic) => ({
    ...idOf(await clinic.scheduled({ minimumNoticeMinutes: 30 * DAY_MINUTES })),
    startsAt: iso(future(7)),
  }),
  TOO_FAR_AHEAD: async (clinic) => ({
    ...idOf(await clinic.scheduled({ horizonDays: 3 })),
    startsAt: iso(future(7)),
  }),
  SLOT_TAKEN: async (clinic) => {
    const doctor = await clinic.scheduled();
    const { startsAt } = await clinic.book({ doctorId: doctor.id });
    return { ...idOf(doctor), startsAt: iso(startsAt) };
  },
  SLOT_HELD: async (clinic) => {
    const doctor = await clinic.doctor();
    await holdTime(clinic, clinic.key("other"), doctor.id);
    return { ...idOf(doctor), startsAt: iso(future(7)) };
  },
  TOO_CLOSE: async (clinic) => {
    const doctor = await clinic.scheduled({ gapMinutes: 10 });
    const { endsAt } = await clinic.book({ doctorId: doctor.id });
    return { ...idOf(doctor), startsAt: iso(endsAt) };
  },
} satisfies Record<string, Attempt>;

const holdTime = (clinic: Clinic, holdKey: string, doctorId: number) =>
  clinic.at(new Date()).holds.hold({
    holdKey,
    doctorId,
    startsAt: future(7),
    durationMinutes: 30,
    minutes: 5,
  });

const timesOf = (make: (changes: Attempt) => Attempt) =>
  Object.fromEntries(
    Object.entries(TIMES).map(([code, changes]) => [code, make(changes)]),
  ) as Record<keyof typeof TIMES, Attempt>;

const newHold =
  (changes: Attempt): Attempt =>
  async (clinic) => ({
    holdKey: clinic.key("hold"),
    doctorId: `doc_${(await clinic.doctor()).id}`,
    startsAt: iso(future(7)),
    durationMinutes: 30,
    ...(await changes(clinic)),
  });

const MORNING = { weekday: "MONDAY", from: "09:00", until: "12:00" };

const newSchedule =
  (changes: Attempt): Attempt =>
  async (clinic) => ({
    ...idOf(await clinic.doctor()),
    validFrom: localDate(future(1)),
    hours: [MORNING],
    ...(await changes(clinic)),
  });

/** A doctor with an appointment, on a day that is not worked on by a schedule without hours. */
const bookedDoctor: Attempt = async (clinic) => ({
  doctorId: `doc_${(await clinic.book({})).doctorId}`,
});

const newException =
  (changes: Attempt): Attempt =>
  async (clinic) => ({
    doctorIds: [`doc_${(await clinic.doctor()).id}`],
    from: `${localDate(future(7))}T00:00`,
    until: `${localDate(future(7))}T24:00`.replace("T24:00", "T23:59"),
    ...(await changes(clinic)),
  });

const exceptionRefusals = {
  DOCTOR_NOT_FOUND: newException(async () => ({ doctorIds: [UNKNOWN_DOCTOR] })),
  REQUIRED: newException(async () => ({ doctorIds: [] })),
  TOO_LONG: newException(async () => ({ note: characters(501) })),
  INVALID_CHARACTERS: newException(async () => ({ note: CONTROL_CHARACTER })),
  VALIDITY_INVALID: newException(async () => ({ until: `${localDate(future(7))}T00:00` })),
};

const ending = {
  APPOINTMENT_NOT_FOUND: async () => ({ appointmentId: UNKNOWN_APPOINTMENT }),
  APPOINTMENT_NOT_BOOKED: cancelled,
  APPOINTMENT_NOT_STARTED: ofAppointment({}),
  STALE_VERSION: otherVersionOfBegun,
};

/**
 * One way to get each code of each mutation. A code that is declared in schema.graphql does not compile until
 * it is here, nor does one that is here and not declared.
 */
const ATTEMPTS: { [Mutation in MutationName]: Record<RefusalCodeOf<Mutation>, Attempt> } = {
  registerPatient: {
    REQUIRED: newPatient(async () => ({ firstName: BLANK })),
    TOO_LONG: newPatient(async () => ({ firstName: characters(101) })),
    INVALID_CHARACTERS: newPatient(async () => ({ firstName: CONTROL_CHARACTER })),
    EMAIL_INVALID: newPatient(async ({ tag }) => ({ email: tag })),
    EMAIL_TAKEN: newPatient(async (clinic) => ({ email: (await clinic.patient()).email })),
  },
  updatePatient: {
    PATIENT_NOT_FOUND: async () => ({ patientId: UNKNOWN_PATIENT, changes: {} }),
    STALE_VERSION: ofPatient({ changes: {}, ...OTHER_VERSION }),
    REQUIRED: ofPatient({ changes: { lastName: BLANK } }),
    TOO_LONG: ofPatient({ changes: { phoneNumber: characters(33) } }),
    INVALID_CHARACTERS: ofPatient({ changes: { lastName: CONTROL_CHARACTER } }),
    EMAIL_INVALID: ofPatient({ changes: { email: "nobody" } }),
    EMAIL_TAKEN: async (clinic) => {
      const changes = { email: (await clinic.patient()).email };
      return ofPatient({ changes })(clinic);
    },
  },
  deletePatient: {
    PATIENT_NOT_FOUND: async () => ({ patientId: UNKNOWN_PATIENT }),
    STALE_VERSION: ofPatient(OTHER_VERSION),
    HAS_APPOINTMENTS: async (clinic) => ({
      patientId: `pat_${(await clinic.book({})).patientId}`,
    }),
  },
  createDoctor: {
    REQUIRED: newDoctor({ fullName: BLANK }),
    TOO_LONG: newDoctor({ fullName: characters(101) }),
    INVALID_CHARACTERS: newDoctor({ fullName: CONTROL_CHARACTER }),
  },
  updateDoctor: {
    DOCTOR_NOT_FOUND: async () => ({ doctorId: UNKNOWN_DOCTOR, changes: {} }),
    STALE_VERSION: ofDoctor({ changes: { fullName: "Dr. Lund" }, ...OTHER_VERSION }),
    REQUIRED: ofDoctor({ changes: { fullName: BLANK } }),
    TOO_LONG: ofDoctor({ changes: { fullName: characters(101) } }),
    INVALID_CHARACTERS: ofDoctor({ changes: { fullName: CONTROL_CHARACTER } }),
  },
  activateDoctor: {
    DOCTOR_NOT_FOUND: async () => ({ doctorId: UNKNOWN_DOCTOR }),
    STALE_VERSION: ofDoctor(OTHER_VERSION, false),
  },
  deactivateDoctor: {
    DOCTOR_NOT_FOUND: async () => ({ doctorId: UNKNOWN_DOCTOR }),
    STALE_VERSION: ofDoctor(OTHER_VERSION),
  },
  toggleDoctorStatus: {
    DOCTOR_NOT_FOUND: async () => ({ doctorId: UNKNOWN_DOCTOR }),
    STALE_VERSION: ofDoctor(OTHER_VERSION),
  },
  deleteDoctor: {
    DOCTOR_NOT_FOUND: async () => ({ doctorId: UNKNOWN_DOCTOR }),
    STALE_VERSION: ofDoctor(OTHER_VERSION),
    HAS_APPOINTMENTS: async (clinic) => ({ doctorId: `doc_${(await clinic.book({})).doctorId}` }),
  },
  bookAppointment: {
    DOCTOR_NOT_FOUND: newAppointment(async () => ({ doctorId: UNKNOWN_DOCTOR })),
    DOCTOR_INACTIVE: newAppointment(inactiveDoctor),
    PATIENT_NOT_FOUND: newAppointment(async () => ({ patientId: UNKNOWN_PATIENT })),
    APPOINTMENT_NOT_FOUND: keyOfDeleted,
    STARTS_IN_PAST: newAppointment(async () => ({ startsAt: "2020-01-06T09:00:00Z" })),
    STARTS_TOO_LATE: newAppointment(async () => ({ startsAt: "9999-12-31T23:59:00Z" })),
    DURATION_OUT_OF_RANGE: newAppointment(async () => ({ durationMinutes: 181 })),
    ...timesOf(newAppointment),
    IDEMPOTENCY_KEY_REUSED: newAppointment(usedKey),
    REQUIRED: newAppointment(async () => ({ idempotencyKey: BLANK })),
    TOO_LONG: newAppointment(async () => ({ idempotencyKey: characters(256) })),
    INVALID_CHARACTERS: newAppointment(async () => ({ idempotencyKey: CONTROL_CHARACTER })),
  },
  rescheduleAppointment: {
    APPOINTMENT_NOT_FOUND: move(async () => ({ appointmentId: UNKNOWN_APPOINTMENT })),
    APPOINTMENT_NOT_BOOKED: move(cancelled),
    STALE_VERSION: move(async () => OTHER_VERSION),
    DOCTOR_NOT_FOUND: move(async () => ({ doctorId: UNKNOWN_DOCTOR })),
    DOCTOR_INACTIVE: move(inactiveDoctor),
    STARTS_IN_PAST: move(async () => ({ startsAt: "2020-01-06T09:00:00Z" })),
    STARTS_TOO_LATE: move(async () => ({ startsAt: "9999-12-31T23:59:00Z" })),
    DURATION_OUT_OF_RANGE: move(async () => ({ durationMinutes: 181 })),
    ...timesOf(move),
    IDEMPOTENCY_KEY_REUSED: move(usedKey),
    REQUIRED: move(async () => ({ idempotencyKey: BLANK })),
    TOO_LONG: move(async () => ({ idempotencyKey: characters(256) })),
    INVALID_CHARACTERS: move(async () => ({ idempotencyKey: CONTROL_CHARACTER })),
  },
  publishSchedule: {
    DOCTOR_NOT_FOUND: newSchedule(async () => ({ doctorId: UNKNOWN_DOCTOR })),
    STALE_VERSION: async (clinic) => {
      const { doctorId } = await clinic.publish((await clinic.doctor()).id);
      const changes = { doctorId: `doc_${doctorId}`, validFrom: "2000-01-01", ...OTHER_VERSION };
      return newSchedule(async () => changes)(clinic);
    },
    TIME_ZONE_UNKNOWN: newSchedule(async () => ({ timeZone: "Europe/Atlantis" })),
    HOURS_INVALID: newSchedule(async () => ({ hours: [MORNING, MORNING] })),
    VALIDITY_INVALID: newSchedule(async () => ({ validUntil: localDate(future(0)) })),
    NUMBER_OUT_OF_RANGE: newSchedule(async () => ({ slotMinutes: 4 })),
    TOO_MANY_SCHEDULES: async (clinic) => {
      const doctor = await clinic.doctor();
      for (let day = 1; day <= 100; day += 1) await clinic.publish(doctor.id, { validFrom: day });
      return newSchedule(async () => idOf(doctor))(clinic);
    },
    APPOINTMENTS_IN_THE_WAY: newSchedule(async (clinic) => ({
      ...(await bookedDoctor(clinic)),
      hours: [],
    })),
  },
  removeSchedule: {
    SCHEDULE_NOT_FOUND: async () => ({ scheduleId: UNKNOWN_SCHEDULE }),
    STALE_VERSION: async (clinic) => {
      const { id } = await clinic.publish((await clinic.doctor()).id);
      return { scheduleId: `sch_${id}`, ...OTHER_VERSION };
    },
    // Of two schedules, the one that covers the appointment.
    APPOINTMENTS_IN_THE_WAY: async (clinic) => {
      const doctor = await clinic.scheduled({ hours: [] });
      const { id } = await clinic.publish(doctor.id, { validFrom: 11_000 });
      await clinic.book({ doctorId: doctor.id });
      return { scheduleId: `sch_${id}` };
    },
  },
  addTimeOff: {
    ...exceptionRefusals,
    APPOINTMENTS_IN_THE_WAY: newException(async (clinic) => ({
      doctorIds: [(await bookedDoctor(clinic))["doctorId"]],
    })),
  },
  addExtraHours: exceptionRefusals,
  removeScheduleException: {
    SCHEDULE_EXCEPTION_NOT_FOUND: async () => ({ scheduleExceptionId: UNKNOWN_EXCEPTION }),
    APPOINTMENTS_IN_THE_WAY: async (clinic) => {
      const doctor = await clinic.scheduled({ hours: [] });
      const from = localMinute(future(7, "00:00:00"));
      const extra = { doctorIds: [doctor.id], from, until: from + DAY_MINUTES };
      const added = await clinic.at(new Date()).schedules.addExtraHours(extra);
      await clinic.book({ doctorId: doctor.id });
      const id = added.done ? added.value.changed[0]?.id : NOBODY;
      return { scheduleExceptionId: `exc_${id}` };
    },
  },
  holdTime: {
    ...timesOf(newHold),
    DOCTOR_NOT_FOUND: newHold(async () => ({ doctorId: UNKNOWN_DOCTOR })),
    DOCTOR_INACTIVE: newHold(inactiveDoctor),
    STARTS_IN_PAST: newHold(async () => ({ startsAt: "2020-01-06T09:00:00Z" })),
    STARTS_TOO_LATE: newHold(async () => ({ startsAt: "9999-12-31T23:59:00Z" })),
    DURATION_OUT_OF_RANGE: newHold(async () => ({ durationMinutes: 181 })),
    NUMBER_OUT_OF_RANGE: newHold(async () => ({ minutes: 31 })),
    REQUIRED: newHold(async () => ({ holdKey: BLANK })),
    TOO_LONG: newHold(async () => ({ holdKey: characters(256) })),
    INVALID_CHARACTERS: newHold(async () => ({ holdKey: CONTROL_CHARACTER })),
  },
  releaseHold: {
    REQUIRED: async () => ({ holdKey: BLANK }),
    TOO_LONG: async () => ({ holdKey: characters(256) }),
    INVALID_CHARACTERS: async () => ({ holdKey: CONTROL_CHARACTER }),
  },
  cancelAppointment: {
    APPOINTMENT_NOT_FOUND: async () => ({ appointmentId: UNKNOWN_APPOINTMENT }),
    APPOINTMENT_NOT_BOOKED: completed,
    STALE_VERSION: ofAppointment(OTHER_VERSION),
    TOO_LONG: ofAppointment({ reason: characters(501) }),
    INVALID_CHARACTERS: ofAppointment({ reason: CONTROL_CHARACTER }),
  },
  completeAppointment: ending,
  markAppointmentNoShow: ending,
  deleteAppointment: {
    APPOINTMENT_NOT_FOUND: async () => ({ appointmentId: UNKNOWN_APPOINTMENT }),
    STALE_VERSION: ofAppointment(OTHER_VERSION),
  },
};

const CASES = Object.entries(ATTEMPTS).flatMap(([mutation, attempts]) =>
  Object.entries(attempts).map(
    ([code, prepare]) => [`${mutation} with ${code}`, { mutation, code, prepare }] as const,
  ),
);

/** All that each kind of error says beside what all have. */
const DETAILS = schema
  .getPossibleTypes(assertInterfaceType(schema.getType("UserError")))
  .filter(({ name }) => name !== "GeneralUserError")
  .map((kind) => {
    const details = Object.values(kind.getFields()).map(({ name, type }) => {
      const inner = getNamedType(type);
      if (!isObjectType(inner)) return name;
      const leaves = Object.values(inner.getFields()).filter((field) =>
        isLeafType(getNamedType(field.type)),
      );
      return `${name} { ${leaves.map((field) => field.name).join(" ")} }`;
    });
    return `... on ${kind.name} { ${details.join(" ")} }`;
  });

const operationOf = (mutation: string): string =>
  `mutation ($input: ${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!) {
    ${mutation}(input: $input) { userErrors { __typename code message path ${DETAILS.join(" ")} } }
  }`;

/** The names of what an error says, but for the lists that resolvers read. */
const detailsOf = (error: object = {}): string[] =>
  Object.keys(error)
    .filter((name) => !["asked", "nextFreeTimes", "inTheWay", "appointments"].includes(name))
    .sort();

/** All rows of the test, as they are. */
const rows = ({ db }: Api, { tag }: Clinic) =>
  db.read(
    async ({ patient, doctor, appointment, idempotencyKey, schedule, scheduleException }) => ({
      patients: await patient.findMany({ where: { email: { contains: tag } } }),
      doctors: await doctor.findMany({
        where: { specialty: tag },
        omit: { bookingLock: false },
      }),
      appointments: await appointment.findMany({
        where: { patient: { email: { contains: tag } } },
      }),
      keys: await idempotencyKey.findMany({ where: { key: { startsWith: tag } } }),
      schedules: await schedule.findMany({ where: { doctor: { specialty: tag } } }),
      exceptions: await scheduleException.findMany({ where: { doctor: { specialty: tag } } }),
    }),
  );

describe("a refusal", () => {
  test.for(CASES)(
    "of %s comes alone and writes nothing",
    async ([, { mutation, code, prepare }], { api, clinic }) => {
      const input = await prepare(clinic);
      const before = await rows(api, clinic);
      const answer = await api.send({ query: operationOf(mutation), variables: { input } });
      expect(answer.errors).toBeUndefined();
      const payload = answer.data?.[mutation] as { userErrors: object[] };
      expect(payload.userErrors).toMatchObject([{ code }]);
      expect(await rows(api, clinic)).toEqual(before);
      // The documents show by example what is answered.
      const example = toUserError(REFUSAL_EXAMPLES[code as RefusalCode]);
      expect(detailsOf(payload.userErrors[0])).toEqual(detailsOf(example));
      expect(payload.userErrors).toMatchObject([{ __typename: example.__typename }]);
    },
  );
});

describe("the refusals that schema.graphql declares", () => {
  it("are all provoked here", () => {
    const provoked = Object.entries(ATTEMPTS).map(([mutation, attempts]) => [
      mutation,
      Object.keys(attempts).sort(),
    ]);
    const declared = [...declaredRefusals(schema)].map(([mutation, codes]) => [
      mutation,
      [...codes].sort(),
    ]);
    expect(Object.fromEntries(provoked)).toEqual(Object.fromEntries(declared));
    expect(Object.keys(ATTEMPTS).sort()).toEqual(
      Object.keys(schema.getMutationType()?.getFields() ?? {}).sort(),
    );
  });

  it("are the only ones in the responses to operations of the tests, with any aliases", () => {
    const query = `mutation M {
      gone: deleteDoctor(input: { doctorId: "doc_1" }) { ...Payload }
      book: bookAppointment(input: {}) { userErrors { code } }
    }
    fragment Payload on DeleteDoctorPayload { why: userErrors { ... on UserError { reason: code } } }`;
    const answer = (reason: string) => ({
      gone: { why: [{ reason: "DOCTOR_NOT_FOUND" }, { reason }] },
      book: { userErrors: [{ code: "SLOT_TAKEN" }] },
    });
    expect(undeclaredRefusals({ query }, answer("STALE_VERSION"))).toEqual([]);
    expect(undeclaredRefusals({ query }, answer("SLOT_TAKEN"))).toEqual([
      "deleteDoctor answers SLOT_TAKEN, which it does not declare.",
    ]);
    expect(undeclaredRefusals({ query, operationName: "M" }, { gone: null })).toEqual([]);
    expect(undeclaredRefusals({ query: "{" }, null)).toEqual([]);
  });
});
