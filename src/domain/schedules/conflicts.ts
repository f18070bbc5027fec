import type { PrismaTransaction } from "../../db/database.js";
import { checkCalendar, type Calendar } from "../calendar/calendar.js";
import type { Appointment } from "../model.js";
import type { Refusal } from "../refusals.js";

/** What to do if booked appointments would lie outside the hours. */
export type IfBooked = "REFUSE" | "KEEP";

/**
 * The booked appointments of a doctor, who must be locked, that start from now on and that a change of the rules leaves
 * outside the hours, the earliest first. Those that were outside before are not among them.
 */
export async function newlyOutside(
  tx: PrismaTransaction,
  doctorId: number,
  before: Calendar,
  after: Calendar,
  now: Date,
): Promise<Appointment[]> {
  const booked = await tx.appointment.findMany({
    where: { doctorId, status: "BOOKED", startsAt: { gt: now } },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
  return booked.filter((each) => isOutside(after, each) && !isOutside(before, each));
}

/** Whether the hours do not cover an appointment, or it lies in time off. */
export const isOutside = (
  calendar: Calendar,
  { startsAt, endsAt }: Pick<Appointment, "startsAt" | "endsAt">,
): boolean =>
  checkCalendar(calendar, [], { startsAt, endsAt, now: startsAt, holdKey: null }).some(
    ({ code }) => code === "OUTSIDE_HOURS" || code === "DOCTOR_AWAY",
  );

/** Refuses a change that leaves appointments outside the hours, unless they are to be kept there. */
export const checkConflicts = (
  appointments: readonly Appointment[],
  ifBooked: IfBooked,
): Refusal[] =>
  ifBooked === "KEEP" || appointments.length === 0
    ? []
    : [{ code: "APPOINTMENTS_IN_THE_WAY", path: ["ifBooked"], appointments }];
