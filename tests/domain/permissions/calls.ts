import { ownKey } from "../../../src/domain/permissions/keys.js";
import { writeHold } from "../../../src/domain/holds/store.js";
import type { Caller } from "../../../src/domain/caller.js";
import { parseLocalDate, type UseCase, type UseCases } from "../../../src/domain/index.js";
import { addTimeOff, NOW, someone, type Target, type World } from "./world.js";

/** What a use case answers about a target. Nothing is left changed. */
type Call = (useCases: UseCases, target: Target, given: Given) => Promise<unknown>;

interface Given {
  world: World;
  caller: Caller;
  /** One that no row has; undefined to send none. */
  expectedVersion: number | undefined;
}

const PAST = new Date("2031-01-06T11:00:00Z");
const LATER = new Date("2031-01-09T00:00:00Z");
const PEOPLE = { firstName: "Ann", lastName: "Other", phoneNumber: "1" };

const page = <const Order extends string>(orderBy: Order) => ({ orderBy, first: 5, after: null });

async function rowsOf<Row>(list: AsyncGenerator<Row[]>): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const some of list) rows.push(...some);
  return rows;
}

/** In the past, so that whatever else is wrong, nothing is written. */
const booking = ({ patientId }: Target, { world }: Given) => ({
  patientId,
  doctorId: world.own.doctorId,
  startsAt: PAST,
  durationMinutes: 30,
});

const move = ({ appointmentId }: Target, { expectedVersion }: Given) => ({
  appointmentId,
  startsAt: PAST,
  expectedVersion,
});

/** They end before they begin, so that nothing is written. */
const wrongTimes = ({ doctorId }: Target) => ({
  doctorIds: [doctorId],
  from: 10,
  until: 5,
  ifBooked: "KEEP" as const,
});

const search = { from: null, until: LATER, durationMinutes: 30, first: 3 };

/** The use cases that are about no row. */
export const ABOUT_NOTHING: ReadonlySet<UseCase> = new Set([
  "patients.check",
  "patients.register",
  "doctors.check",
  "doctors.create",
  "appointments.check",
]);

/** A call of every use case. */
export const CALLS: { readonly [U in UseCase]: Call } = {
  "patients.byEmail": ({ patients }, { email }) => patients.byEmail(email),
  "patients.byId": ({ patients }, { patientId }) => patients.byId(patientId),
  "patients.check": async ({ patients }) => patients.check({ firstName: "" }),
  "patients.count": ({ patients }, { email }) => patients.count({ search: email }),
  "patients.page": ({ patients }, { email }) =>
    patients.page({ search: email }, page("REGISTERED_ASC")),
  "patients.register": ({ patients }, _target, { world: { clinic } }) =>
    patients.register({ ...PEOPLE, email: clinic.email() }),
  "patients.remove": ({ patients }, { patientId }, { expectedVersion }) =>
    patients.remove({ patientId, expectedVersion }),
  "patients.stream": async ({ patients }, { patientId }) =>
    (await rowsOf(patients.stream())).filter(({ id }) => id === patientId),
  "patients.update": ({ patients }, { patientId }, { expectedVersion }) =>
    patients.update({ patientId, changes: { phoneNumber: "" }, expectedVersion }),

  "doctors.activate": ({ doctors }, { doctorId }) => doctors.activate({ doctorId }),
  "doctors.byId": ({ doctors }, { doctorId }) => doctors.byId(doctorId),
  "doctors.check": async ({ doctors }) => doctors.check({ fullName: "" }),
  "doctors.count": ({ doctors }, { name }) => doctors.count({ name }),
  "doctors.create": ({ doctors }, _target, { world: { clinic } }) =>
    doctors.create({ fullName: "Dr. New", specialty: clinic.tag }),
  "doctors.deactivate": ({ doctors }, { doctorId }) =>
    doctors.deactivate({ doctorId, expectedVersion: 99 }),
  "doctors.page": ({ doctors }, { name }) => doctors.page({ name }, page("CREATED_ASC")),
  "doctors.remove": ({ doctors }, { doctorId }) => doctors.remove({ doctorId }),
  "doctors.stream": async ({ doctors }, { doctorId }) =>
    (await rowsOf(doctors.stream())).filter(({ id }) => id === doctorId),
  "doctors.toggle": ({ doctors }, { doctorId }) =>
    doctors.toggle({ doctorId, expectedVersion: 99 }),
  "doctors.update": ({ doctors }, { doctorId }) =>
    doctors.update({ doctorId, changes: { fullName: "" } }),

  "appointments.book": ({ appointments }, target, given) =>
    appointments.book(booking(target, given)),
  "appointments.byId": ({ appointments }, { appointmentId }) => appointments.byId(appointmentId),
  "appointments.cancel": ({ appointments }, { appointmentId }, { expectedVersion }) =>
    appointments.cancel({ appointmentId, expectedVersion, reason: "\u0000" }),
  "appointments.check": async ({ appointments }) => appointments.check({ startsAt: PAST }),
  "appointments.checkBook": ({ appointments }, target, given) =>
    appointments.checkBook(booking(target, given)),
  "appointments.checkReschedule": ({ appointments }, target, given) =>
    appointments.checkReschedule(move(target, given)),
  "appointments.complete": ({ appointments }, { begunId: appointmentId }) =>
    appointments.complete({ appointmentId, expectedVersion: 99 }),
  "appointments.counts": ({ appointments }, { doctorId, patientId }) =>
    appointments.counts([[{ doctorId }], [{ patientId }]]),
  "appointments.markNoShow": ({ appointments }, { begunId: appointmentId }) =>
    appointments.markNoShow({ appointmentId, expectedVersion: 99 }),
  "appointments.pages": ({ appointments }, { doctorId, patientId }) =>
    appointments.pages([
      { filters: [{ doctorId }], ...page("STARTS_AT_ASC") },
      { filters: [{ patientId }], ...page("BOOKED_DESC") },
    ]),
  "appointments.remove": ({ appointments }, { appointmentId }) =>
    appointments.remove({ appointmentId, expectedVersion: 99 }),
  "appointments.reschedule": ({ appointments }, target, given) =>
    appointments.reschedule(move(target, given)),
  "appointments.stream": ({ appointments }, { patientId }) =>
    rowsOf(appointments.stream({ patientId })),
  "appointments.withPeople": ({ appointments }, { appointmentId }) =>
    appointments.withPeople(appointmentId),

  "schedules.addExtraHours": ({ schedules }, target) => schedules.addExtraHours(wrongTimes(target)),
  "schedules.addTimeOff": ({ schedules }, target) => schedules.addTimeOff(wrongTimes(target)),
  "schedules.byId": ({ schedules }, { scheduleId }) => schedules.byId(scheduleId),
  "schedules.exceptionById": ({ schedules }, { exceptionId }) =>
    schedules.exceptionById(exceptionId),
  "schedules.exceptionsOf": ({ schedules }, { doctorId }) =>
    schedules.exceptionsOf([{ doctorId, from: null, first: 5 }]),
  "schedules.publish": ({ schedules }, { doctorId }, { expectedVersion }) =>
    schedules.publish({
      doctorId,
      timeZone: "UTC",
      validFrom: parseLocalDate("2000-01-01") ?? NaN,
      validUntil: null,
      hours: [],
      slotMinutes: 0,
      gapMinutes: 0,
      minimumNoticeMinutes: 0,
      horizonDays: null,
      ifBooked: "KEEP",
      expectedVersion,
    }),
  "schedules.remove": ({ schedules }, { scheduleId }) =>
    schedules.remove({ scheduleId, ifBooked: "KEEP", expectedVersion: 99 }),
  "schedules.removeException": async ({ schedules }, { doctorId }, { world }) => {
    const scheduleExceptionId = await addTimeOff(world.clinic, doctorId);
    const { done } = await schedules.removeException({ scheduleExceptionId, ifBooked: "KEEP" });
    return done;
  },
  "schedules.schedulesOf": ({ schedules }, { doctorId }) =>
    schedules.schedulesOf([{ doctorId, from: null, first: 5 }]),

  "holds.hold": ({ holds }, { doctorId }, { world: { clinic } }) =>
    holds.hold({
      holdKey: clinic.key("hold"),
      doctorId,
      startsAt: PAST,
      durationMinutes: 30,
      minutes: 5,
    }),
  "holds.release": async ({ holds }, { whose }, { world, caller }) => {
    const holder = whose === "own" ? caller : someone(`${world.clinic.tag} other`, {});
    const key = world.clinic.key("release");
    if (whose !== "absent") await placeHold(world, ownKey(holder as Caller, key));
    return holds.release(key);
  },

  "availability.countOutsideHours": ({ availability }, { doctorId }) =>
    availability.countOutsideHours(doctorId),
  "availability.firstFreeTimes": ({ availability }, { doctorId }) =>
    availability.firstFreeTimes({ ...search, among: { ids: [doctorId] } }),
  "availability.freeTimes": ({ availability }, { doctorId }) =>
    availability.freeTimes([{ ...search, doctorId }]),
  "availability.nextFreeTimes": ({ availability }, { doctorId }) =>
    availability.nextFreeTimes(
      { doctorId, startsAt: NOW, durationMinutes: 30, holdKey: null, appointmentId: null },
      3,
    ),
  "availability.outsideHours": ({ availability }, { doctorId }) =>
    availability.outsideHours(doctorId, { first: 5, after: null }),
  "availability.workingTimes": ({ availability }, { doctorId }) =>
    availability.workingTimes([{ doctorId, from: NOW, until: LATER, first: 3 }]),
};

async function placeHold({ db, own, callers }: World, key: string): Promise<void> {
  const startsAt = new Date("2031-04-07T10:00:00Z");
  const endsAt = new Date("2031-04-07T10:30:00Z");
  const until = new Date(NOW.getTime() + 300_000);
  const hold = { key, doctorId: own.doctorId, startsAt, endsAt, until, placedAt: NOW };
  await db.sqlTransaction((tx) =>
    writeHold({ caller: callers.ADMIN, onChange: undefined }, tx, null, hold),
  );
}
