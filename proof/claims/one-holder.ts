import type { Answer, Appointment, Interval } from "../apis/answers.js";
import { graphql } from "../apis/graphql.js";
import {
  apiOf,
  freeTime,
  makeDoctors,
  makePatients,
  minutes,
  overlappingPairs,
  rowsOf,
  words,
  type Row,
  type Stage,
  type Trial,
} from "../stage.js";
import { insist, withCallersAmongKills } from "./accidents.js";

const RIVALS_PER_SLOT = 20;
const STRANGERS_PER_HOLD = 4;
const SLOTS_PER_DOCTOR = 20;
const DURATION = 30;

/** An attempt to get a time: by holding it, or by booking it at once. */
interface Attempt {
  slot: number;
  startsAt: number;
  /** Null for a booking. */
  holdKey: string | null;
  answer: Answer<Appointment | Interval>;
}

/** A booking of a time that is held: by the holder, or by a stranger. */
interface Booking {
  slot: number;
  holdKey: string | null;
  answer: Answer<Appointment>;
}

/** Who is on the stage. */
interface Cast {
  stage: Stage;
  doctors: readonly number[];
  patientId: number;
}

/** A time that is held is booked by its holder, and by nobody else. */
export const oneHolder: Trial = {
  name: "One holder",
  promise:
    "Where some hold and some book the same time of a doctor at once, while servers and database are killed (kill -9), " +
    "exactly one gets it. What is held is then booked by its holder, whatever was killed in between, and never by " +
    "those who book it at the same moment without the key.",
  async run(stage) {
    const doctors = await makeDoctors(stage, Math.ceil(stage.extent.contested / SLOTS_PER_DOCTOR));
    const [patientId = 0] = await makePatients(stage, "holder", 1);
    const cast = { stage, doctors, patientId };
    const { attempts, kills } = await attempt(cast);
    const held = attempts.filter(isHolder);
    const bookings = await bookHeld(cast, held);
    const rows = await rowsOf(stage, doctors);
    const overlaps = await overlappingPairs(stage, doctors);
    const holdsLeft = await countHolds(stage, doctors);
    const slots = Array.from({ length: stage.extent.contested }, (_, slot) => slot);
    const violations = [
      ...slots.flatMap((slot) => judgeSlot(attempts.filter((each) => each.slot === slot))),
      ...(held.length > 0 ? [] : ["Nobody held a time, so that nothing was tried"]),
      ...bookings.made.flatMap(judgeBooking),
      ...judgeRows(attempts, bookings.made, rows),
      ...(overlaps > 0 ? [`${overlaps} pairs of rows overlap`] : []),
      ...(holdsLeft > 0 ? [`${holdsLeft} holds are left, although all were booked`] : []),
    ];
    return {
      counts: {
        slots: slots.length,
        attempts: attempts.length,
        "got by holding": held.length,
        "got by booking": attempts.filter(isDone).length - held.length,
        "kills (servers, database)": kills + bookings.kills,
        "booked by their holders": bookings.made.filter(isHolder).length,
        "strangers refused": bookings.made.filter((each) => !isDone(each)).length,
        rows: rows.length,
      },
      violations,
    };
  },
};

const isDone = ({ answer }: { answer: Answer<unknown> }): boolean => answer.outcome === "done";

const isHolder = (each: { holdKey: string | null; answer: Answer<unknown> }): boolean =>
  each.holdKey !== null && isDone(each);

/** The attempts to get all slots; those for one slot are sent at the same time, and half of them hold. */
async function attempt({ stage, doctors, patientId }: Cast) {
  const attempts: Attempt[] = [];
  const total = stage.extent.contested * RIVALS_PER_SLOT;
  const jobs = Array.from({ length: total }, (_, index) => async () => {
    const slot = Math.floor(index / RIVALS_PER_SLOT);
    const place = { ...placeOf(doctors, slot), durationMinutes: DURATION };
    // The times of one slot start a minute apart: all of them overlap, and each can be told from the others.
    place.startsAt += minutes(index % RIVALS_PER_SLOT);
    const key = `holder-${place.doctorId}-${place.startsAt}`;
    const holdKey = index % 2 === 0 ? key : null;
    const { answer } = await insist<Appointment | Interval>(stage, () => {
      const address = stage.balancer.next();
      if (holdKey !== null) return graphql.hold(address, { holdKey, ...place });
      const booking = { patientId, ...place, idempotencyKey: key };
      return apiOf(index >> 1).book(address, booking);
    });
    attempts.push({ slot, startsAt: place.startsAt, holdKey, answer });
    if (attempts.length % 100 === 0) stage.say(`${attempts.length} of ${total} attempts`);
  });
  return { kills: await withCallersAmongKills(stage, jobs), attempts };
}

const placeOf = (doctors: readonly number[], slot: number) => ({
  doctorId: doctors[slot % doctors.length] ?? 0,
  startsAt: freeTime() + minutes(60 * Math.floor(slot / doctors.length)),
});

/** Books each time that is held, at the same moment by its holder and by strangers. */
async function bookHeld({ stage, doctors, patientId }: Cast, held: readonly Attempt[]) {
  const made: Booking[] = [];
  const jobs = held.flatMap(({ slot, startsAt, holdKey }) => {
    const { doctorId } = placeOf(doctors, slot);
    return Array.from({ length: 1 + STRANGERS_PER_HOLD }, (_, rival) => async () => {
      // The holder comes third.
      const key = rival === 2 ? holdKey : null;
      const booking = {
        ...{ patientId, doctorId, startsAt, durationMinutes: DURATION },
        idempotencyKey: `held-${doctorId}-${startsAt}-${rival}`,
        ...(key !== null && { holdKey: key }),
      };
      const api = key === null ? apiOf(rival) : graphql;
      const { answer } = await insist(stage, () => api.book(stage.balancer.next(), booking));
      made.push({ slot, holdKey: key, answer });
    });
  });
  return { kills: await withCallersAmongKills(stage, jobs), made };
}

/** One attempt succeeds; the others get the reason. */
function judgeSlot(attempts: readonly Attempt[]): string[] {
  const winners = attempts.filter(isDone);
  const [winner] = winners;
  if (!winner || winners.length > 1)
    return [`Slot ${attempts[0]?.slot} has ${winners.length} winners`];
  const expected = winner.holdKey === null ? "SLOT_TAKEN" : "SLOT_HELD";
  return attempts
    .filter((each) => !isDone(each) && !isRefused(each.answer, expected))
    .map(
      ({ slot, answer }) =>
        `At slot ${slot}, got ${expected}, a caller was answered: ${words(answer)}`,
    );
}

/** Whether the only reason is the expected one, as far as the API has words of its own for it. */
function isRefused(answer: Answer<unknown>, ...expected: string[]): boolean {
  if (answer.outcome !== "refused") return false;
  const { codes, sameWords = [] } = answer.reasons;
  return codes.length === 1 && [...codes, ...sameWords].some((code) => expected.includes(code));
}

function judgeBooking({ slot, holdKey, answer }: Booking): string[] {
  const isRight =
    holdKey === null ? isRefused(answer, "SLOT_HELD", "SLOT_TAKEN") : answer.outcome === "done";
  const who = holdKey === null ? "a stranger" : "the holder";
  return isRight ? [] : [`At slot ${slot}, ${who} who booked was answered: ${words(answer)}`];
}

/** The rows are the appointments that were acknowledged. */
function judgeRows(
  attempts: readonly Attempt[],
  bookings: readonly Booking[],
  rows: readonly Row[],
): string[] {
  const known = new Map(rows.map(({ id, startsAt }) => [id, startsAt]));
  const acknowledged = [...attempts.filter(({ holdKey }) => holdKey === null), ...bookings].flatMap(
    ({ answer }) => (answer.outcome === "done" ? [answer.value as Appointment] : []),
  );
  const missing = acknowledged.filter(({ id, startsAt }) => known.get(id) !== startsAt);
  const surplus = rows.length - acknowledged.length;
  return [
    ...missing.map(({ id }) => `Appointment ${id} was acknowledged and is not in the table`),
    ...(surplus > 0
      ? [`${surplus} appointments are in the table and were acknowledged to nobody`]
      : []),
  ];
}

async function countHolds({ databases }: Stage, doctors: readonly number[]): Promise<number> {
  const [row] = await databases.sql<{ total: number }>(
    "SELECT COUNT(*) AS total FROM slot_holds WHERE doctor_id IN (?)",
    [doctors],
  );
  return row?.total ?? 0;
}
