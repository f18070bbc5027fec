import type { AppointmentStatus } from "../model.js";

/** Which statuses an appointment can go to from each; the rest of its life follows from this table. */
const NEXT: Record<AppointmentStatus, readonly AppointmentStatus[]> = {
  BOOKED: ["CANCELLED", "COMPLETED", "NO_SHOW"],
  CANCELLED: [],
  COMPLETED: [],
  NO_SHOW: [],
};

/** The statuses in which an appointment keeps others out of its time. */
export const STATUSES_HOLDING_TIME: readonly AppointmentStatus[] = [
  "BOOKED",
  "COMPLETED",
  "NO_SHOW",
];

export function canBecome(from: AppointmentStatus, to: AppointmentStatus): boolean {
  return NEXT[from].includes(to);
}

/** Whether anything about the appointment can still change. */
export function canChange(status: AppointmentStatus): boolean {
  return NEXT[status].length > 0;
}
