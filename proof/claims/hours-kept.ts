import type { Answer } from "../apis/answers.js";
import { graphql } from "../apis/graphql.js";
import { TIME_ZONE, toLocal } from "../history/hours-model.js";
import { tally } from "../run.js";
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
import { insist, withCallersAmongKills } from "./accidents.js";

const RIVALS_PER_DAY = 20;
const DAYS_PER_DOCTOR = 20;
const DURATION = 30;
const DAY = minutes(24 * 60);
/** The doctors work from 9:00 to 17:00; what is wanted lies between 10:00 and 11:00. */
const WANTED = { from: minutes(10 * 60), until: minutes(11 * 60) };
const VERBS = ["book", "add time off", "hold", "book", "publish"] as const;
const AGAINST_A_TIME = ["OUTSIDE_HOURS", "DOCTOR_AWAY", "SLOT_TAKEN", "SLOT_HELD"];

/** An attempt to book or hold an hour of a day, or to take it out of the doctor's hours. */
interface Attempt {
  day: number;
  verb: (typeof VERBS)[number];
  startsAt: number;
  holdKey: string;
  answer: Answer<unknown>;
}

/** No appointment is booked outside hours that were there before it. */
export const hoursKept: Trial = {
  name: "Hours kept",
  promise:
    "Where some book or hold an hour of a doctor while others take it out of the hours, by time off or by another " +
    "schedule, all at once and while servers and database are killed (kill -9): either one gets the hour and every " +
    "change of hours is refused, or the hours change and nobody books it, also not the holder of a time.",
  async run(stage) {
    const { contested: days } = stage.extent;
    const doctors = await makeDoctors(stage, Math.ceil(days / DAYS_PER_DOCTOR));
    const [patientId = 0] = await makePatients(stage, "hours", 1);
    for (const doctorId of doctors) await publishHours(stage, doctorId);
    const { attempts, kills } = await attempt(stage, doctors, patientId);
    const holders = await bookHeld(stage, doctors, patientId, attempts);
    const rows = await rowsOf(stage, doctors);
    const overlaps = await overlappingPairs(stage, doctors);
    const away = await bookedInTimeOff(stage, doctors);
    const acknowledged = [...attempts, ...holders].filter(
      ({ verb, answer }) => verb === "book" && answer.outcome === "done",
    );
    const violations = [
      ...Array.from({ length: days }, (_, day) => judgeDay(day, attempts, holders)).flat(),
      ...(overlaps > 0 ? [`${overlaps} pairs of rows overlap`] : []),
      ...(away > 0 ? [`${away} appointments lie in time off`] : []),
      ...(rows.length === acknowledged.length
        ? []
        : [`${acknowledged.length} appointments were acknowledged, and ${rows.length} are there`]),
    ];
    const done = tally(
      attempts.filter(({ answer }) => answer.outcome === "done").map(({ verb }) => verb),
    );
    return {
      counts: {
        days,
        attempts: attempts.length,
        kills,
        ...done,
        "booked by holders": holders.filter(({ answer }) => answer.outcome === "done").length,
        rows: rows.length,
      },
      violations,
    };
  },
};

/** From 9:00 to 17:00 on every day, or on one day until 10:00 only. */
const hoursOf = (doctorId: number) => ({
  ...{ doctorId, timeZone: TIME_ZONE, validFrom: "2020-01-01" },
  ...{ from: 9 * 60, until: 17 * 60, gapMinutes: 0, ifBooked: "REFUSE" as const },
});

async function publishHours({ balancer }: Stage, doctorId: number): Promise<void> {
  const answer = await graphql.publish(balancer.next(), hoursOf(doctorId));
  if (answer.outcome !== "done") throw new Error(`No hours were published: ${words(answer)}`);
}

/** The attempts on all days; those on one day are sent at the same time. */
async function attempt(stage: Stage, doctors: readonly number[], patientId: number) {
  const attempts: Attempt[] = [];
  const total = stage.extent.contested * RIVALS_PER_DAY;
  const jobs = Array.from({ length: total }, (_, index) => async () => {
    const day = Math.floor(index / RIVALS_PER_DAY);
    const doctorId = doctors[day % doctors.length] ?? 0;
    const midnight = localMidnight(Math.floor(day / doctors.length));
    // All times of one day overlap, and each can be told from the others.
    const startsAt = midnight + WANTED.from + minutes(index % RIVALS_PER_DAY);
    const verb = VERBS[index % VERBS.length] as Attempt["verb"];
    const holdKey = `hours-${doctorId}-${startsAt}`;
    const { answer } = await insist<unknown>(stage, () => {
      const address = stage.balancer.next();
      const place = { doctorId, startsAt, durationMinutes: DURATION };
      switch (verb) {
        case "book":
          return apiOf(index).book(address, { ...place, patientId, idempotencyKey: holdKey });
        case "hold":
          return graphql.hold(address, { ...place, holdKey });
        case "add time off": {
          const from = toLocal(midnight + WANTED.from);
          const until = toLocal(midnight + WANTED.until);
          return graphql.addTimeOff(address, { doctorId, from, until, ifBooked: "REFUSE" });
        }
        case "publish": {
          const date = toLocal(midnight).slice(0, 10);
          const onThatDay = { validFrom: date, validUntil: date, until: 10 * 60 };
          return graphql.publish(address, { ...hoursOf(doctorId), ...onThatDay });
        }
      }
    });
    attempts.push({ day, verb, startsAt, holdKey, answer });
    if (attempts.length % 100 === 0) stage.say(`${attempts.length} of ${total} attempts`);
  });
  return { kills: await withCallersAmongKills(stage, jobs), attempts };
}

/** The instant at which a day of the doctors begins. */
function localMidnight(day: number): number {
  const date = toLocal(freeTime() + day * DAY).slice(0, 10);
  return Date.parse(`${date}T00:00Z`) - Date.parse(`${toLocal(0)}Z`);
}

/** The holders book what they hold. */
async function bookHeld(
  stage: Stage,
  doctors: readonly number[],
  patientId: number,
  attempts: readonly Attempt[],
): Promise<Attempt[]> {
  const held = attempts.filter(({ verb, answer }) => verb === "hold" && answer.outcome === "done");
  const booked: Attempt[] = [];
  for (const { day, startsAt, holdKey } of held) {
    const doctorId = doctors[day % doctors.length] ?? 0;
    const booking = { patientId, doctorId, startsAt, durationMinutes: DURATION, holdKey };
    const answer = await stage.clock.observe(graphql.book(stage.balancer.next(), booking));
    booked.push({ day, verb: "book", startsAt, holdKey, answer });
  }
  return booked;
}

/** Either the hours have changed and nothing is booked, or one has got the hour and nothing has changed. */
function judgeDay(day: number, all: readonly Attempt[], holders: readonly Attempt[]): string[] {
  const attempts = all.filter((each) => each.day === day);
  const done = attempts.filter(({ answer }) => answer.outcome === "done");
  const count = (...verbs: Attempt["verb"][]) =>
    done.filter(({ verb }) => verbs.includes(verb)).length;
  const [booked, held, changed] = [count("book"), count("hold"), count("add time off", "publish")];
  const got = `Day ${day} was booked ${booked} times, held ${held} times, and its hours changed ${changed} times`;
  const isRight = changed > 0 ? booked === 0 && held <= 1 : booked + held === 1;
  const holder = holders.find((each) => each.day === day);
  const isHolderRight =
    !holder ||
    (changed > 0
      ? isRefused(holder.answer, ["OUTSIDE_HOURS", "DOCTOR_AWAY"])
      : holder.answer.outcome === "done");
  return [
    ...(isRight ? [] : [got]),
    ...(isHolderRight ? [] : [`${got}; its holder was answered: ${words(holder.answer)}`]),
    ...attempts
      .filter((each) => !isAnswer(each))
      .map(({ verb, answer }) => `On day ${day}, ${verb} was answered: ${words(answer)}`),
  ];
}

function isAnswer({ verb, answer }: Attempt): boolean {
  if (answer.outcome === "done") return true;
  const isOfHours = verb === "add time off" || verb === "publish";
  return isRefused(answer, isOfHours ? ["APPOINTMENTS_IN_THE_WAY"] : AGAINST_A_TIME);
}

/** Whether there are no other reasons than the expected ones. */
const isRefused = (answer: Answer<unknown>, expected: readonly string[]): boolean =>
  answer.outcome === "refused" && answer.reasons.codes.every((code) => expected.includes(code));

/** The number of booked appointments that overlap time off, by the tables alone. */
async function bookedInTimeOff({ databases }: Stage, doctors: readonly number[]): Promise<number> {
  const [row] = await databases.sql<{ total: number }>(
    `SELECT COUNT(DISTINCT a.id) AS total FROM appointments a
     JOIN schedule_exceptions e ON e.doctor_id = a.doctor_id AND e.kind = 'TIME_OFF'
       AND e.local_from < a.ends_at + INTERVAL 330 MINUTE AND a.starts_at + INTERVAL 330 MINUTE < e.local_until
     WHERE a.status = 'BOOKED' AND a.doctor_id IN (?)`,
    [doctors],
  );
  return row?.total ?? 0;
}
