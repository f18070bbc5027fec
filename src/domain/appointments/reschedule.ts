import type { SqlTransaction } from "../../db/database.js";
import { WriteConflict } from "../../db/errors.js";
import type { Context } from "../context.js";
import { lockDoctor } from "./locks.js";
import type { AllFields } from "../fields.js";
import { answerRepeat, checkIdempotencyKey, findEarlier, remember } from "../idempotency/keys.js";
import type { Appointment, Doctor } from "../model.js";
import { done, isDone, refused, type Outcome } from "../outcome.js";
import { checkVersion } from "../version.js";
import { intervalOf } from "./interval.js";
import { wholeSeconds } from "../time.js";
import { checkBooking, checkIsBooked, checkTimes, NOT_FOUND } from "./rules.js";
import { findBlocking, readAppointment, updateAppointment } from "./store.js";

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

/** Moves a booked appointment to another time, duration or doctor, by the rules of booking. */
export async function reschedule(
  context: Context,
  input: RescheduleAppointment,
): Promise<Outcome<Appointment>> {
  const { appointmentId, expectedVersion, durationMinutes, doctorId } = input;
  const startsAt = wholeSeconds(input.startsAt);
  const asked = { startsAt, durationMinutes, doctorId, appointmentId } satisfies AllFields<
    // A repeat is the same request whatever version it expects.
    Omit<RescheduleAppointment, "idempotencyKey" | "expectedVersion">
  >;
  const key = checkIdempotencyKey(input.idempotencyKey, "reschedule", asked);
  const { request } = key;
  return context.db.sqlTransaction(
    async (tx) => {
      const locked = await lockAppointment(tx, appointmentId, doctorId);
      if (!locked) return refused(NOT_FOUND, ...key.refusals);
      const { appointment, doctor } = locked;
      const now = context.now();
      const times = { startsAt, durationMinutes: durationMinutes ?? appointment.durationMinutes };
      const interval = intervalOf(startsAt, times.durationMinutes);
      // Only an interval that an appointment may have is looked for among the others.
      const isPossible = doctor !== null && checkTimes(times, now).length === 0;
      const search = isPossible ? [{ doctorId: doctor.id, interval, exceptId: appointmentId }] : [];
      const [[blocking = null], earlier] = await Promise.all([
        findBlocking(tx, search),
        findEarlier(tx, [request]),
      ]);
      const repeat = await answerRepeat(tx, request, earlier, now);
      if (repeat) return repeat;
      const reasons = [
        ...checkIsBooked(appointment),
        ...checkVersion(appointment.version, expectedVersion),
        ...key.refusals,
        ...checkBooking({ ...times, now, doctor, patientExists: true, blocking }),
      ];
      if (reasons.length > 0 || doctor === null) return refused(...reasons);
      const changes = { ...interval, durationMinutes: times.durationMinutes, doctorId: doctor.id };
      const moved = await updateAppointment(context, tx, appointment, changes);
      await remember(tx, request ? [{ ...request, appointmentId }] : [], earlier, now);
      return done(moved);
    },
    { commitIf: isDone, idempotent: request !== null },
  );
}

/**
 * Locks the appointment's doctor and the one it is to move to, in the order of their ids so that two
 * such moves never wait for each other, and reads the appointment.
 *
 * @returns `doctor` is the one it moves to, or stays with; null if there is no such appointment.
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
