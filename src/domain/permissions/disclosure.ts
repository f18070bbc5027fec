import { plusMinutes, type Interval } from "../appointments/interval.js";
import type { Caller } from "../caller.js";
import type { Refusal } from "../refusals.js";

/**
 * Refusals as a caller may be told them. A patient learns of other people's time only what lies in the interval that is
 * asked for: which part of it is taken, held, time off, or too close to an appointment. So asking again and again shows
 * when a doctor is busy, as free times do, but not how long the appointments of others are.
 */
export function toldTo({ role }: Caller, refusals: Refusal[], asked: Interval): Refusal[] {
  return role === "PATIENT" ? refusals.map((refusal) => withinAsked(refusal, asked)) : refusals;
}

function withinAsked(refusal: Refusal, asked: Interval): Refusal {
  switch (refusal.code) {
    case "SLOT_TAKEN":
    case "SLOT_HELD":
    case "DOCTOR_AWAY":
      return { ...refusal, blocking: overlapOf(refusal.blocking, asked) };
    case "TOO_CLOSE": {
      // It lies outside, so what is told is the part of the asked time that is too close to it.
      const { startsAt, endsAt } = refusal.blocking;
      const near = {
        startsAt: plusMinutes(startsAt, -refusal.gapMinutes),
        endsAt: plusMinutes(endsAt, refusal.gapMinutes),
      };
      return { ...refusal, blocking: overlapOf(near, asked) };
    }
    default:
      return refusal;
  }
}

const overlapOf = (one: Interval, other: Interval): Interval => ({
  startsAt: one.startsAt > other.startsAt ? one.startsAt : other.startsAt,
  endsAt: one.endsAt < other.endsAt ? one.endsAt : other.endsAt,
});
