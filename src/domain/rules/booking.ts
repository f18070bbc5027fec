import type { Doctor } from "../model.js";
import type { Refusal } from "../refusals.js";
import { MAXIMUM_MINUTES, MINIMUM_MINUTES, type Interval } from "./interval.js";

/** The last moment that the database's DATETIME can hold. */
const END_OF_TIME = new Date("9999-12-31T23:59:59Z");

/** What must be known to decide whether an appointment can take an interval. */
export interface BookingFacts {
  interval: Interval;
  durationMinutes: number;
  now: Date;
  doctor: Pick<Doctor, "isActive"> | null;
  patientExists: boolean;
  /** The doctor's earliest other appointment that holds time in the interval. */
  blocking: Interval | null;
}

/** Why the times of an appointment can't be had with any doctor. */
export function checkTimes({
  interval,
  durationMinutes,
  now,
}: Pick<BookingFacts, "interval" | "durationMinutes" | "now">): Refusal[] {
  const refusals: Refusal[] = [];
  if (!(interval.startsAt > now)) {
    refusals.push({ code: "STARTS_IN_PAST", path: ["startsAt"] });
  }
  if (!(durationMinutes >= MINIMUM_MINUTES && durationMinutes <= MAXIMUM_MINUTES)) {
    refusals.push({
      code: "DURATION_OUT_OF_RANGE",
      path: ["durationMinutes"],
      minimumMinutes: MINIMUM_MINUTES,
      maximumMinutes: MAXIMUM_MINUTES,
    });
  } else if (interval.endsAt > END_OF_TIME) {
    refusals.push({ code: "STARTS_TOO_LATE", path: ["startsAt"] });
  }
  return refusals;
}

/** All the reasons against an appointment: the same for a new one and for one that is moved. */
export function checkBooking(facts: BookingFacts): Refusal[] {
  const refusals: Refusal[] = [];
  if (facts.doctor === null) {
    refusals.push({ code: "DOCTOR_NOT_FOUND", path: ["doctorId"] });
  } else if (!facts.doctor.isActive) {
    refusals.push({ code: "DOCTOR_INACTIVE", path: ["doctorId"] });
  }
  if (!facts.patientExists) {
    refusals.push({ code: "PATIENT_NOT_FOUND", path: ["patientId"] });
  }
  refusals.push(...checkTimes(facts));
  if (facts.blocking) {
    refusals.push({ code: "SLOT_TAKEN", path: ["startsAt"], blocking: facts.blocking });
  }
  return refusals;
}
