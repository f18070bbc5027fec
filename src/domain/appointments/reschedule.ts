import type { SqlReader, SqlTransaction } from "../../db/database.js";
import { WriteConflict } from "../../db/errors.js";
import { toldTo } from "../permissions/disclosure.js";
import { assertMayWaive, decidesAboutTimeOf, seesAppointment } from "../permissions/scopes.js";
import { readCalendars } from "../availability/facts.js";
import type { Caller } from "../caller.js";
import type { Context } from "../context.js";
import type { AllFields } from "../fields.js";
import { checkHoldKey } from "../holds/rules.js";
import { endHolds } from "../holds/store.js";
import {
  answerRepeat,
  checkIdempotencyKey,
  findEarlier,
  remember,
  type Earlier,
  type RepeatableRequest,
} from "../idempotency/keys.js";
import type { Appointment, Doctor } from "../model.js";
import { done, isDone, refused, type Outcome } from "../outcome.js";
import type { Refusal } from "../refusals.js";
import { wholeSeconds } from "../time.js";
import { checkVersion } from "../version.js";
import { intervalOf } from "./interval.js";
import { lockDoctor } from "./locks.js";
import { checkBooking, checkIsBooked, checkTimes, NOT_FOUND } from "./rules.js";
import {
  findBlocking,
  readAppointment,
  updateAppointment,
  type AppointmentChanges,
} from "./store.js";
import { toDespite, waive, type WaivableRule } from "./waiving.js";

export interface RescheduleAppointment {
  appointmentId: number;
  startsAt: Date;
  /** Kept if left out. */
  durationMinutes?: number | null | undefined;
  /** Kept if left out. */
  doctorId?: number | null | undefined;
  expectedVersion?: number | null | undefined;
  /** Rules that are waived; for the office alone. */
  despite?: readonly WaivableRule[] | null | undefined;
  /** The key of a hold, in whose place the appointment comes. */
  holdKey?: string | null | undefined;
  idempotencyKey?: string | null | undefined;
}

/** A request to move an appointment, as it is decided about. */
interface Move {
  caller: Caller;
  appointmentId: number;
  startsAt: Date;
  durationMinutes: number | null | undefined;
  doctorId: number | null | undefined;
  expectedVersion: number | null | undefined;
  despite: readonly WaivableRule[] | undefined;
  holdKey: string | null;
  request: RepeatableRequest | null;
  /** What is known to be wrong with the request already. */
  refusals: readonly Refusal[];
}

/**
 * Moves a booked appointment to another time, duration or doctor, by the rules of booking. Doctors keep theirs with
 * themselves.
 *
 * @throws Forbidden if anyone but the office waives rules.
 */
export async function reschedule(
  context: Context,
  input: RescheduleAppointment,
): Promise<Outcome<Appointment>> {
  const move = toMove(context, input);
  const { request } = move;
  return context.db.sqlTransaction(
    async (tx) => {
      const found = await lockAppointment(tx, move);
      if (!found) return refused(NOT_FOUND, ...move.refusals);
      const now = context.now();
      const { repeat, reasons, changes, earlier } = await decide(tx, move, found, now);
      if (repeat) return repeat;
      if (reasons.length > 0) return refused(...reasons);
      const moved = await updateAppointment(context, tx, found.appointment, changes);
      await endHolds(tx, [{ context, holdKey: move.holdKey }]);
      const requests = request ? [{ ...request, appointmentId: moved.id }] : [];
      await remember(tx, requests, earlier, now);
      return done(moved);
    },
    { commitIf: isDone, idempotent: request !== null },
  );
}

export function toMove({ caller }: Context, input: RescheduleAppointment): Move {
  const { appointmentId, expectedVersion, durationMinutes, doctorId, idempotencyKey } = input;
  assertMayWaive(caller, input.despite);
  const startsAt = wholeSeconds(input.startsAt);
  const despite = toDespite(input.despite);
  const asked = { startsAt, durationMinutes, doctorId, appointmentId, despite } satisfies AllFields<
    // A repeat is the same request whatever version it expects and whatever hold it names.
    Omit<RescheduleAppointment, "idempotencyKey" | "expectedVersion" | "holdKey">
  >;
  const key = checkIdempotencyKey(caller, idempotencyKey, "reschedule", asked);
  const hold = checkHoldKey(caller, input.holdKey);
  const refusals = [...key.refusals, ...hold.refusals];
  const { holdKey } = hold;
  return { caller, ...asked, expectedVersion, holdKey, request: key.request, refusals };
}

/** An appointment, and the doctor it is to move to or stays with; null if there is no such doctor. */
export interface Found {
  appointment: Appointment;
  doctor: Doctor | null;
}

interface Decision {
  /** The answer to a request that was done before. */
  repeat: Outcome<Appointment> | null;
  /** Why the appointment can't be moved. */
  reasons: Refusal[];
  /** What moves it. */
  changes: AppointmentChanges;
  earlier: Earlier;
}

/** Decides about a move, by what is in the calendar of the doctor. */
export async function decide(
  reader: SqlReader,
  move: Move,
  { appointment, doctor }: Found,
  now: Date,
): Promise<Decision> {
  const { caller, startsAt, expectedVersion, despite, holdKey, request, refusals } = move;
  const exceptId = appointment.id;
  const times = { startsAt, durationMinutes: move.durationMinutes ?? appointment.durationMinutes };
  const interval = intervalOf(startsAt, times.durationMinutes);
  // Only an interval that an appointment may have is looked for among the others.
  const isPossible = doctor !== null && checkTimes(times, now).length === 0;
  const search = isPossible ? [{ doctorId: doctor.id, doctor, interval, exceptId }] : [];
  const [[blocking = null], [calendar = null], earlier] = await Promise.all([
    findBlocking(reader, search),
    readCalendars(reader, doctor?.hasCalendar ? search : []),
    findEarlier(reader, [request]),
  ]);
  const repeat = await answerRepeat(reader, caller, request, earlier, now);
  const facts = { ...times, now, doctor, patientExists: true, blocking, calendar, holdKey };
  const { refusals: against, waived } = waive(checkBooking(facts), despite);
  const reasons = [
    ...checkIsBooked(appointment),
    ...checkVersion(appointment.version, expectedVersion),
    ...refusals,
    ...toldTo(caller, against, interval),
  ];
  const changes: AppointmentChanges = { ...interval, durationMinutes: times.durationMinutes };
  if (doctor) changes.doctorId = doctor.id;
  if (waived !== appointment.waived) changes.waived = waived;
  return { repeat, reasons, changes, earlier };
}

/**
 * Locks the appointment's doctor and the one it is to move to, in the order of their ids so that two
 * such moves never wait for each other, and reads the appointment; null if there is none, or it is
 * not the caller's.
 */
async function lockAppointment(
  tx: SqlTransaction,
  { caller, appointmentId, doctorId: newDoctorId }: Move,
): Promise<Found | null> {
  const before = await readAppointment(tx, appointmentId);
  if (!before || !seesAppointment(caller, before)) return null;
  const doctorId = newDoctorId ?? before.doctorId;
  const doctors = new Map<number, Doctor | null>();
  for (const each of [before.doctorId, doctorId].sort((one, other) => one - other)) {
    if (!doctors.has(each)) doctors.set(each, await lockDoctor(tx, each));
  }
  const appointment = await readAppointment(tx, appointmentId);
  if (!appointment) return null;
  // Its patient stays the same; with its doctor, it may no longer be the caller's.
  if (appointment.doctorId !== before.doctorId) throw new WriteConflict();
  const isTheirs = decidesAboutTimeOf(caller, doctorId);
  return { appointment, doctor: (isTheirs && doctors.get(doctorId)) || null };
}
