import type { Answer, Doctor } from "../apis/answers.js";
import { graphql } from "../apis/graphql.js";
import { tally, withCallers } from "../run.js";
import {
  apiOf,
  freeTime,
  makeDoctors,
  makePatients,
  minutes,
  words,
  type Stage,
  type Trial,
} from "../stage.js";

const DOCTORS = 10;
const RIVALS = 20;
const ROUNDS = 10;

/** No update is lost. */
export const noLostUpdate: Trial = {
  name: "No lost update",
  promise:
    "Of simultaneous toggles of a doctor none is lost. Of those who change one patient or appointment at " +
    "once with the version that they have seen, one wins, and the others get STALE_VERSION.",
  async run(stage) {
    const toggles = await toggle(stage);
    const patients = await race(stage, "patients", await patientRace(stage));
    const appointments = await race(stage, "appointments", await appointmentRace(stage));
    return {
      counts: {
        toggles: stage.extent.togglePairs * 2,
        "rounds of rivals": 2 * ROUNDS,
        "rivals in each": RIVALS,
        winners: patients.winners + appointments.winners,
        "answered STALE_VERSION": patients.stale + appointments.stale,
      },
      violations: [...toggles, ...patients.violations, ...appointments.violations],
    };
  },
};

/** Toggles in pairs: at the end, each doctor has the same status as before, and a version that counts every toggle. */
async function toggle(stage: Stage): Promise<string[]> {
  const { clock, balancer, callers, extent } = stage;
  const doctors = await makeDoctors(stage, DOCTORS);
  const perDoctor = Math.ceil((extent.togglePairs * 2) / DOCTORS / 2) * 2;
  const answers: Answer<Doctor>[] = [];
  const jobs = Array.from({ length: perDoctor * DOCTORS }, (_, index) => async () => {
    const doctorId = doctors[index % DOCTORS] ?? 0;
    answers.push(await clock.observe(apiOf(index >> 1).toggle(balancer.next(), doctorId)));
    if (answers.length % 100 === 0) stage.say(`${answers.length} toggles`);
  });
  await withCallers(callers, jobs);
  const rows = await stage.databases.sql<{ id: number; isActive: number; version: number }>(
    "SELECT id, is_active AS isActive, version FROM doctors WHERE id IN (?)",
    [doctors],
  );
  const failed = answers.filter(({ outcome }) => outcome !== "done");
  const lost = rows.filter(({ isActive, version }) => isActive !== 1 || version !== 1 + perDoctor);
  return [
    ...failed.map((answer) => `A toggle was answered: ${words(answer)}`),
    ...lost.map(
      ({ id, version }) => `Doctor ${id} has counted ${version - 1} of ${perDoctor} toggles`,
    ),
  ];
}

/** An update with the expected version. */
type Change = (rival: number, round: number, expectedVersion: number) => Promise<Answer<unknown>>;

async function patientRace(stage: Stage): Promise<Change> {
  const [patientId = 0] = await makePatients(stage, "rival", 1);
  return (rival, round, expectedVersion) => {
    // Each has another number, because an update without a change succeeds at any version.
    const changes = { phoneNumber: `55${round * RIVALS + rival}` };
    return graphql.updatePatient(stage.balancer.next(), patientId, changes, expectedVersion);
  };
}

async function appointmentRace(stage: Stage): Promise<Change> {
  const [doctorId = 0] = await makeDoctors(stage, 1);
  const [patientId = 0] = await makePatients(stage, "rivals", 1);
  const booking = { patientId, doctorId, startsAt: freeTime(), durationMinutes: 30 };
  const booked = await graphql.book(stage.balancer.next(), booking);
  const id = booked.outcome === "done" ? booked.value.id : 0;
  return (rival, round, expectedVersion) => {
    const startsAt = freeTime() + minutes(60 * (1 + round * RIVALS + rival));
    return graphql.reschedule(stage.balancer.next(), { id, startsAt, expectedVersion });
  };
}

/** In each round, all competing callers expect the same version. */
async function race({ clock }: Stage, what: string, change: Change) {
  const counts = { winners: 0, stale: 0 };
  const violations: string[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const answers = await Promise.all(
      Array.from({ length: RIVALS }, (_, rival) => clock.observe(change(rival, round, round + 1))),
    );
    const { done = 0, STALE_VERSION = 0, ...others } = tally(answers.map(words));
    counts.winners += done;
    counts.stale += STALE_VERSION;
    if (done !== 1)
      violations.push(`${done} rivals have changed version ${round + 1} of the ${what}`);
    violations.push(
      ...Object.keys(others).map((other) => `A rival for the ${what} was answered: ${other}`),
    );
  }
  return { ...counts, violations };
}
