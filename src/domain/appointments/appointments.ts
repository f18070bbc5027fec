import type { PrismaTransaction, SqlTransaction } from "../../db/database.js";
import { WriteConflict } from "../../db/errors.js";
import { createBookingQueue } from "./booking-queue.js";
import type { Dependencies } from "../dependencies.js";
import {
  countAppointments,
  readAppointmentPages,
  type AppointmentFilter,
  type AppointmentPageRequest,
  type AppointmentRow,
} from "./queries.js";
import { findBlocking, moveAppointment, readAppointment } from "./store.js";
import { lockDoctor } from "../doctors/store.js";
import { answerRepeat, checkIdempotencyKey, findEarlier, remember } from "../idempotency/keys.js";
import type { Page } from "../reading/keyset.js";
import type { Appointment, AppointmentStatus, Doctor, Patient } from "../model.js";
import { done, isDone, refused, type Outcome } from "../outcome.js";
import type { Refusal } from "../refusals.js";
import { checkBooking, checkTimes, type AskedTimes } from "./rules.js";
import { intervalOf, wholeSeconds } from "./interval.js";
import { canBecome, canChange } from "./lifecycle.js";
import { MAXIMUM_LENGTH } from "../limits.js";
import { checkText, isBlank, type TextRule } from "../text.js";
import { checkVersion } from "../version.js";
import { inPages } from "../reading/streaming.js";

export interface RescheduleAppointment {
  appointmentId: number;
  startsAt: Date;
  /** Kept if left out. */
  durationMinutes?: number | null | undefined;
  /** Kept if left out. */
  doctorId?: number | null | undefined;
  expectedVersion?: number | null | undefined;
  idempotencyKey?: string | null | undefined;
}

/** An appointment to be completed, marked or deleted. */
export interface AppointmentVersion {
  appointmentId: number;
  expectedVersion?: number | null | undefined;
}

export interface CancelAppointment extends AppointmentVersion {
  reason?: string | null | undefined;
}

const CANCELLATION_REASON: TextRule = {
  maximumLength: MAXIMUM_LENGTH.cancellationReason,
  kind: "prose",
};

/** The use cases of appointments. All throw ServiceUnavailable or OutcomeUnknown when the database fails. */
export function appointmentUseCases({ db, now, reads }: Dependencies) {
  /** Moves a booked appointment to a final status. */
  const finish = (
    { appointmentId, expectedVersion }: AppointmentVersion,
    status: Exclude<AppointmentStatus, "BOOKED">,
    cancellationReason: string | null = null,
    reasons: Refusal[] = [],
  ): Promise<Outcome<Appointment>> =>
    db.transaction(
      async (tables) => {
        const appointment = await tables.appointment.findUnique({ where: { id: appointmentId } });
        if (!appointment) return refused(NOT_FOUND, ...reasons);
        const time = now();
        const refusals = [
          ...checkEnd(appointment, status, time),
          ...checkVersion(appointment.version, expectedVersion),
          ...reasons,
        ];
        const isRepeat = status === "CANCELLED" && appointment.status === "CANCELLED";
        if (isRepeat && reasons.length === 0) return done(appointment);
        if (refusals.length > 0) return refused(...refusals);
        return done(await change(tables, appointment, { status, cancellationReason }, time));
      },
      { commitIf: isDone },
    );

  const pages = (requests: readonly AppointmentPageRequest[]): Promise<Page<AppointmentRow>[]> =>
    readAppointmentPages(db, requests);

  return {
    /** What can be said against the times of an appointment without a look at any other. */
    check: (times: AskedTimes): Refusal[] => checkTimes(times, now()),

    /**
     * All appointments that match, with their people, in the order in which they were booked, read
     * bit by bit: what comes while it is read is at the end, and nothing comes twice. Those that
     * are cancelled are left out.
     */
    async *stream(filter: AppointmentFilter): AsyncGenerator<AppointmentWithPeople[]> {
      const wanted = { filters: [filter], orderBy: "BOOKED_ASC", fields: LISTED } as const;
      const list = inPages(async (first, after) => {
        return (await pages([{ ...wanted, first, after }]))[0] as Page<AppointmentWithPeople>;
      });
      for await (const rows of list) yield rows.filter(isNotCancelled);
    },

    /** The appointment with this id; null if there is none. */
    byId: reads.appointment,

    /** One appointment with its people, unless it is cancelled. */
    async withPeople(id: number): Promise<AppointmentWithPeople | null> {
      const found = await reads.appointment(id);
      if (!found || !isNotCancelled(found)) return null;
      const [patient, doctor] = await Promise.all([
        reads.patient(found.patientId),
        reads.doctor(found.doctorId),
      ]);
      return patient && doctor && { ...found, patient, doctor };
    },

    /** One page for each request, in one statement. */
    pages,

    /** How many appointments match all of each list of filters, in one statement. */
    counts: (requests: readonly (readonly AppointmentFilter[])[]): Promise<number[]> =>
      countAppointments(db, requests),

    /** Books a visit. */
    book: createBookingQueue(db, now),

    /** Moves a booked appointment to another time, duration or doctor, by the rules of booking. */
    async reschedule(input: RescheduleAppointment): Promise<Outcome<Appointment>> {
      const { appointmentId: id, expectedVersion, idempotencyKey, ...asked } = input;
      const startsAt = wholeSeconds(input.startsAt);
      const { request, refusals } = checkIdempotencyKey(idempotencyKey, "reschedule", {
        ...asked,
        id,
        startsAt,
      });
      return db.sqlTransaction(
        async (tx) => {
          const locked = await lockAppointment(tx, id, input.doctorId);
          if (!locked) return refused(NOT_FOUND, ...refusals);
          const { appointment, doctor } = locked;
          const time = now();
          const durationMinutes = input.durationMinutes ?? appointment.durationMinutes;
          const interval = intervalOf(startsAt, durationMinutes);
          const times = { startsAt, durationMinutes };
          // Only an interval that an appointment may have is looked for among the others.
          const isPossible = doctor !== null && checkTimes(times, time).length === 0;
          const search = isPossible ? [{ doctorId: doctor.id, interval, exceptId: id }] : [];
          const [[blocking = null], earlier] = await Promise.all([
            findBlocking(tx, search),
            findEarlier(tx, [request]),
          ]);
          const repeat = await answerRepeat(tx, request, earlier, time);
          if (repeat) return repeat;
          const reasons = [
            ...(canChange(appointment.status) ? [] : [notBooked(appointment)]),
            ...checkVersion(appointment.version, expectedVersion),
            ...refusals,
            ...checkBooking({ ...times, now: time, doctor, patientExists: true, blocking }),
          ];
          if (reasons.length > 0 || doctor === null) return refused(...reasons);
          const changes = { doctorId: doctor.id, durationMinutes, ...interval };
          const moved = await moveAppointment(tx, appointment, changes, wholeSeconds(time));
          const requests = request ? [{ ...request, appointmentId: id }] : [];
          await remember(tx, requests, earlier, time);
          return done(moved);
        },
        { commitIf: isDone, idempotent: request !== null },
      );
    },

    /** Calls a booked appointment off and frees its time; a cancelled one stays as it is. */
    async cancel({ reason, ...appointment }: CancelAppointment): Promise<Outcome<Appointment>> {
      if (reason == null || isBlank(reason)) return finish(appointment, "CANCELLED");
      const { text, refusals } = checkText(reason, ["reason"], CANCELLATION_REASON);
      return finish(appointment, "CANCELLED", text, refusals);
    },

    /** Notes that a booked appointment, which must have begun, took place. */
    complete: (appointment: AppointmentVersion): Promise<Outcome<Appointment>> =>
      finish(appointment, "COMPLETED"),

    /** Notes that the patient of a booked appointment, which must have begun, did not come. */
    markNoShow: (appointment: AppointmentVersion): Promise<Outcome<Appointment>> =>
      finish(appointment, "NO_SHOW"),

    /** Removes an appointment in any status as if it had never been; answers with the id. */
    remove({ appointmentId: id, expectedVersion }: AppointmentVersion): Promise<Outcome<number>> {
      return db.transaction(
        async (tables) => {
          const appointment = await tables.appointment.findUnique({ where: { id } });
          if (!appointment) return refused(NOT_FOUND);
          const { version } = appointment;
          const refusals = checkVersion(version, expectedVersion);
          if (refusals.length > 0) return refused(...refusals);
          const { count } = await tables.appointment.deleteMany({ where: { id, version } });
          if (count === 0) throw new WriteConflict();
          return done(id);
        },
        { commitIf: isDone },
      );
    },
  };
}

/** What is read of many appointments and the people that they bring together. */
const WITH_PEOPLE = [
  ...(["startsAt", "endsAt", "durationMinutes", "status", "createdAt"] as const),
  ...(["patient", "firstName", "lastName", "email"] as const),
  ...(["doctor", "fullName", "specialty"] as const),
] as const;

/** One set for all lists, since what is made of a set is kept beside it. */
const LISTED: ReadonlySet<string> = new Set(WITH_PEOPLE);

type Listed<Thing> = Pick<
  Thing,
  keyof Thing & ("id" | "patientId" | "doctorId" | (typeof WITH_PEOPLE)[number])
>;

/** An appointment and the people it brings together. */
export type AppointmentWithPeople = Listed<Appointment> & {
  patient: Listed<Patient>;
  doctor: Listed<Doctor>;
};

const isNotCancelled = ({ status }: Pick<Appointment, "status">): boolean => status !== "CANCELLED";

const NOT_FOUND: Refusal = { code: "APPOINTMENT_NOT_FOUND", path: ["appointmentId"] };

const notBooked = ({ status }: Appointment): Refusal => ({
  code: "APPOINTMENT_NOT_BOOKED",
  path: ["appointmentId"],
  status,
});

/** Why an appointment can't get a final status now: it has one already, or is said to be over before it has begun. */
function checkEnd(appointment: Appointment, status: AppointmentStatus, now: Date): Refusal[] {
  if (!canBecome(appointment.status, status)) return [notBooked(appointment)];
  const { startsAt } = appointment;
  if (status === "CANCELLED" || startsAt <= now) return [];
  return [{ code: "APPOINTMENT_NOT_STARTED", path: ["appointmentId"], startsAt }];
}

/**
 * Locks the appointment's doctor and the one it is to move to, in the order of their ids so that two
 * such moves never wait for each other, and reads the appointment. `doctor` is the one it moves to,
 * or stays with.
 */
async function lockAppointment(
  tx: SqlTransaction,
  id: number,
  newDoctorId: number | null | undefined,
): Promise<{ appointment: Appointment; doctor: Doctor | null } | null> {
  const before = await readAppointment(tx, id);
  if (!before) return null;
  const doctorId = newDoctorId ?? before.doctorId;
  const doctors = new Map<number, Doctor | null>();
  for (const each of [before.doctorId, doctorId].sort((one, other) => one - other)) {
    if (!doctors.has(each)) doctors.set(each, await lockDoctor(tx, each));
  }
  const appointment = await readAppointment(tx, id);
  if (!appointment) return null;
  if (appointment.doctorId !== before.doctorId) throw new WriteConflict();
  return { appointment, doctor: doctors.get(doctorId) ?? null };
}

/** Writes the changes, unless somebody else has written the appointment since it was read. */
async function change(
  tables: PrismaTransaction,
  appointment: Appointment,
  changes: Partial<Appointment>,
  now: Date,
): Promise<Appointment> {
  const { id, version } = appointment;
  const data = { ...changes, version: version + 1, updatedAt: wholeSeconds(now) };
  const { count } = await tables.appointment.updateMany({ where: { id, version }, data });
  if (count === 0) throw new WriteConflict();
  return { ...appointment, ...data };
}
