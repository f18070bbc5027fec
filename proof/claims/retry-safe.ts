import { isDeepStrictEqual } from "node:util";
import type { Answer, Appointment, Booking } from "../apis/answers.js";
import { withCallers } from "../run.js";
import {
  APIS,
  apiOf,
  freeTime,
  makeDoctors,
  makePatients,
  minutes,
  rowsOf,
  words,
  type Stage,
  type Trial,
} from "../stage.js";

const REPEATS = 50;
/** A key is valid for 24 hours, as schema.graphql says. */
const LIFETIME_HOURS = 24;

type Keyed = Booking & { idempotencyKey: string };

/** A repeated request has no second effect. */
export const retrySafe: Trial = {
  name: "Retry-safe",
  promise:
    "A booking that is sent fifty times at once under one idempotency key, through all servers and both " +
    "APIs, creates one row and fifty equal responses. The key is refused for anything else, outlives a restart " +
    `of the servers, and is forgotten after ${LIFETIME_HOURS} hours.`,
  async run(stage) {
    const [doctorId = 0] = await makeDoctors(stage, 1);
    const [patientId = 0] = await makePatients(stage, "retry", 1);
    const bookings = Array.from({ length: stage.extent.keys }, (_, index) => ({
      patientId,
      doctorId,
      startsAt: freeTime() + minutes(60 * index),
      durationMinutes: 30,
      idempotencyKey: `proof-${doctorId}-${index}`,
    }));
    const violations: string[] = [];
    const ids: number[] = [];
    for (const booking of bookings) {
      stage.say(`${ids.length} of ${bookings.length} keys`);
      const answers = await sendAtOnce(stage, booking);
      violations.push(...judgeEqual(answers, booking));
      ids.push(
        ...answers
          .slice(0, 1)
          .flatMap((answer) => (answer.outcome === "done" ? answer.value.id : [])),
      );
    }
    const rows = (await rowsOf(stage, [doctorId])).length;
    if (rows !== bookings.length) violations.push(`${bookings.length} keys have made ${rows} rows`);
    violations.push(...(await judgeReuse(stage, bookings[0])));
    stage.say("restarting the servers");
    for (const server of stage.servers) await server.restart();
    violations.push(...(await judgeRestart(stage, bookings, ids)));
    violations.push(...(await judgeExpiry(stage, bookings[0])));
    const counts = { keys: bookings.length, "requests for each": REPEATS, rows };
    return { counts, violations };
  },
};

async function sendAtOnce(stage: Stage, booking: Keyed): Promise<Answer<Appointment>[]> {
  const { clock, balancer } = stage;
  const answers: Answer<Appointment>[] = [];
  const jobs = Array.from({ length: REPEATS }, (_, index) => async () => {
    answers[index] = await clock.observe(apiOf(index).book(balancer.next(), booking));
  });
  await withCallers(REPEATS, jobs);
  return answers;
}

/** All succeed; those of one API are equal, and all contain the same appointment. */
function judgeEqual(answers: readonly Answer<Appointment>[], { idempotencyKey }: Keyed): string[] {
  const bad = answers.filter(({ outcome }) => outcome !== "done");
  if (bad.length > 0)
    return bad.map((answer) => `${idempotencyKey} was answered: ${words(answer)}`);
  const differs = answers.some((answer, index) => !isDeepStrictEqual(answer, answers[index % 2]));
  const ids = new Set(answers.map((answer) => (answer.outcome === "done" ? answer.value.id : 0)));
  return differs || ids.size > 1 ? [`${idempotencyKey} was answered in different ways`] : [];
}

async function judgeReuse(stage: Stage, booking: Keyed | undefined): Promise<string[]> {
  if (!booking) return [];
  const other = { ...booking, startsAt: booking.startsAt + minutes(15) };
  const answers = await Promise.all(APIS.map((api) => api.book(stage.balancer.next(), other)));
  return answers
    .filter((answer) => words(answer) !== "IDEMPOTENCY_KEY_REUSED")
    .map((answer) => `A key was sent with another time, and answered: ${words(answer)}`);
}

async function judgeRestart(
  { balancer }: Stage,
  bookings: readonly Keyed[],
  ids: readonly number[],
): Promise<string[]> {
  const violations: string[] = [];
  for (const [index, booking] of bookings.entries()) {
    const answer = await apiOf(index).book(balancer.next(), booking);
    const isSame = answer.outcome === "done" && answer.value.id === ids[index];
    if (!isSame)
      violations.push(`After a restart, ${booking.idempotencyKey} was answered: ${words(answer)}`);
  }
  return violations;
}

/** An expired key can be used again. The test ages the row instead of waiting for a day. */
async function judgeExpiry(
  { balancer, databases }: Stage,
  booking: Keyed | undefined,
): Promise<string[]> {
  if (!booking) return [];
  await databases.sql(
    "UPDATE idempotency_keys SET created_at = UTC_TIMESTAMP() - INTERVAL ? SECOND WHERE idempotency_key = ?",
    [LIFETIME_HOURS * 3_600 + 1, booking.idempotencyKey],
  );
  const other = { ...booking, startsAt: booking.startsAt + minutes(30) };
  const answer = await apiOf(0).book(balancer.next(), other);
  return answer.outcome === "done" ? [] : [`An expired key was answered: ${words(answer)}`];
}
