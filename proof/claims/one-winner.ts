import type { Answer, Appointment } from "../apis/answers.js";
import { tally, withCallers } from "../run.js";
import {
  apiOf,
  freeTime,
  makeDoctors,
  makePatients,
  minutes,
  overlappingPairs,
  rowsOf,
  words,
  type Stage,
  type Trial,
} from "../stage.js";

const ATTEMPTS_PER_SLOT = 20;
const SLOTS_PER_DOCTOR = 20;
const DURATION = 30;

interface Attempt {
  slot: number;
  startsAt: number;
  answer: Answer<Appointment>;
}

/** Of many bookings of the same time of a doctor, exactly one succeeds. */
export const oneWinner: Trial = {
  name: "One winner",
  promise:
    "Where many book the same time of a doctor at once, through different servers, in GraphQL and " +
    "REST alike, exactly one gets it. Each of the others gets the reason, and nothing overlaps in the tables.",
  async run(stage) {
    const { slots } = stage.extent;
    const doctors = await makeDoctors(stage, Math.ceil(slots / SLOTS_PER_DOCTOR));
    const attempts = await attempt(stage, doctors);
    const rows = await rowsOf(stage, doctors);
    const overlaps = await overlappingPairs(stage, doctors);
    const winners = attempts.flatMap(({ answer }) =>
      answer.outcome === "done" ? [answer.value] : [],
    );
    const violations = [
      ...Array.from({ length: slots }, (_, slot) => winnersOf(attempts, slot)).flat(),
      ...attempts.flatMap((each) => judgeLoser(each, attempts)),
      ...(overlaps > 0 ? [`${overlaps} pairs of rows overlap`] : []),
      ...judgeRows(winners, new Map(rows.map(({ id, startsAt }) => [id, startsAt]))),
    ];
    const { done = 0, SLOT_TAKEN = 0 } = tally(attempts.map(({ answer }) => words(answer)));
    const counts = {
      slots,
      attempts: attempts.length,
      winners: done,
      "answered SLOT_TAKEN": SLOT_TAKEN,
    };
    return { counts: { ...counts, rows: rows.length, "overlapping pairs": overlaps }, violations };
  },
};

/** The attempts to book all slots; those for one slot are sent at the same time. */
async function attempt(stage: Stage, doctors: readonly number[]): Promise<Attempt[]> {
  const { clock, balancer, callers, extent, say } = stage;
  const [patientId = 0] = await makePatients(stage, "winner", 1);
  const attempts: Attempt[] = [];
  const total = extent.slots * ATTEMPTS_PER_SLOT;
  const jobs = Array.from({ length: total }, (_, index) => async () => {
    const slot = Math.floor(index / ATTEMPTS_PER_SLOT);
    // The bookings of one slot start a minute apart: all of them overlap, and each has its own row.
    const offset = index % ATTEMPTS_PER_SLOT;
    const doctorId = doctors[slot % doctors.length] ?? 0;
    const hour = Math.floor(slot / doctors.length);
    const startsAt = freeTime() + minutes(60 * hour + offset);
    const booking = { patientId, doctorId, startsAt, durationMinutes: DURATION };
    const answer = await clock.observe(apiOf(index).book(balancer.next(), booking));
    attempts.push({ slot, startsAt, answer });
    if (attempts.length % 100 === 0) say(`${attempts.length} of ${total} attempts`);
  });
  await withCallers(callers, jobs);
  return attempts;
}

function winnersOf(attempts: readonly Attempt[], slot: number): string[] {
  const { length } = attempts.filter(
    (each) => each.slot === slot && each.answer.outcome === "done",
  );
  return length === 1 ? [] : [`Slot ${slot} has ${length} winners`];
}

/** The other bookings get SLOT_TAKEN, in GraphQL with the time of the blocking appointment. */
function judgeLoser({ slot, answer }: Attempt, attempts: readonly Attempt[]): string[] {
  if (answer.outcome === "done") return [];
  if (words(answer) !== "SLOT_TAKEN")
    return [`At slot ${slot}, a caller was answered: ${words(answer)}`];
  const blocking = answer.outcome === "refused" && answer.reasons.blocking?.["SLOT_TAKEN"];
  if (!blocking) return [];
  const isWinner = attempts.some(
    (each) =>
      each.slot === slot && each.startsAt === blocking.startsAt && each.answer.outcome === "done",
  );
  return isWinner
    ? []
    : [`At slot ${slot}, a caller was answered with a winner that does not exist`];
}

/** The rows are the appointments that were acknowledged. */
function judgeRows(winners: readonly Appointment[], rows: ReadonlyMap<number, number>): string[] {
  const missing = winners.filter(({ id, startsAt }) => rows.get(id) !== startsAt);
  const known = new Set(winners.map(({ id }) => id));
  const unknown = [...rows.keys()].filter((id) => !known.has(id));
  return [
    ...missing.map(({ id }) => `Appointment ${id} was acknowledged and is not in the table`),
    ...unknown.map((id) => `Appointment ${id} is in the table and was acknowledged to nobody`),
  ];
}
