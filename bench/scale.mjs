// npm run bench:scale   (-- --sizes 10000,1000000,10000000)
// Whether the API gets slower as the tables grow: the same requests, in turns, to an API over a small
// clinic and to others over larger ones, on one database server. Writes bench/results/scale.json.
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { prepareEnvironment } from "../scripts/lib/environment.mjs";
import { projectRoot } from "../scripts/lib/processes.mjs";
import { line, runCommand, step } from "../scripts/lib/terminal.mjs";
import {
  book,
  createDatabase,
  database,
  freeTime,
  median,
  onPrivateServer,
  rounded,
  someDoctors,
  startApi,
} from "./lib/api.mjs";

const ROUNDS = 200;
const WARM_UP = 40;
const DOCTORS_WITH_HOURS = 8;

const FIELDS =
  "nodes { id startsAt endsAt status patient { fullName } doctor { fullName } } pageInfo { endCursor }";
const PAGE = `query ($after: String) { appointments(first: 50, after: $after) { ${FIELDS} } }`;
const PLACE = `query ($from: DateTime!) { appointments(first: 1, filter: { startsFrom: $from }) { pageInfo { endCursor } } }`;
const DOCTORS_DAY = `query ($doctor: ID!, $from: DateTime!, $before: DateTime!) {
  doctor(by: { id: $doctor }) { appointments(first: 100, filter: { startsFrom: $from, startsBefore: $before }) { ${FIELDS} } }
}`;
const FREE_TIMES = `query ($doctor: ID!, $until: DateTime!) {
  doctor(by: { id: $doctor }) { freeTimes(until: $until, durationMinutes: 30, first: 200) { times { startsAt } } }
}`;
const FIRST_FREE_TIMES = `query ($doctors: [ID!]!, $until: DateTime!) {
  firstFreeTimes(among: { ids: $doctors }, until: $until, durationMinutes: 30, first: 5) { times { startsAt } }
}`;
const PUBLISH = `mutation ($input: PublishScheduleInput!) { publishSchedule(input: $input) { userErrors { code } } }`;
const DELETE = `mutation ($id: ID!) {
  deleteAppointment(input: { appointmentId: $id }) { deletedAppointmentId userErrors { code } }
}`;

/** @typedef {{ size: number, operations: Record<string, (round: number) => Promise<void>>, stop: () => Promise<void> }} Subject */

/** From 8:00 to 17:00 on every weekday. @param {import("./lib/api.mjs").Api} api @param {string} doctorId */
async function publishHours(api, doctorId) {
  const hours = "MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY".split(" ").map((weekday) => {
    return { weekday, from: "08:00", until: "17:00" };
  });
  const input = { doctorId, validFrom: "2020-01-01", hours, ifBooked: "KEEP" };
  /** @type {{ publishSchedule: { userErrors: unknown[] } }} */
  const { publishSchedule } = await api.ask(PUBLISH, { input });
  if (publishSchedule.userErrors.length > 0) throw new Error("No hours could be published.");
}

/** A clinic of that size with an API over it. @param {string} server @param {number} size @returns {Promise<Subject>} */
async function prepare(server, size) {
  const url = await createDatabase(server, String(size));
  await database(url, "generate", "--appointments", String(size));
  const api = await startApi(url);
  const some = await someDoctors(api, Math.ceil(size / 500));
  // Those with hours are not booked.
  const [withHours, doctors] = [some.slice(0, DOCTORS_WITH_HOURS), some.slice(DOCTORS_WITH_HOURS)];
  for (const doctorId of withHours) await publishHours(api, doctorId);
  const midnight = new Date().setUTCHours(0, 0, 0, 0);
  /** @type {{ appointments: { pageInfo: { endCursor: string } } }} */
  const { appointments } = await api.ask(PLACE, { from: new Date(midnight).toISOString() });
  const after = appointments.pageInfo.endCursor;
  /** @type {string[]} */
  const booked = [];
  const doctorOf = (/** @type {number} */ round) => doctors[round % doctors.length] ?? "";
  const operations = {
    async booking(/** @type {number} */ round) {
      const patientId = `pat_${1 + ((round * 97) % Math.ceil(size / 10))}`;
      const startsAt = freeTime(round);
      booked.push(await book(api, { patientId, doctorId: doctorOf(round), startsAt }));
    },
    async "first page"() {
      await api.ask(PAGE);
    },
    async "deep page"() {
      await api.ask(PAGE, { after });
    },
    async "doctor's day"(/** @type {number} */ round) {
      const [from, before] = [round % 10, (round % 10) + 1].map((day) =>
        new Date(midnight + day * 86_400_000).toISOString(),
      );
      await api.ask(DOCTORS_DAY, { doctor: doctorOf(round), from, before });
    },
    async "free times of a week"(/** @type {number} */ round) {
      const until = new Date(midnight + 8 * 86_400_000).toISOString();
      await api.ask(FREE_TIMES, { doctor: withHours[round % withHours.length], until });
    },
    async "first free times"() {
      const until = new Date(midnight + 60 * 86_400_000).toISOString();
      await api.ask(FIRST_FREE_TIMES, { doctors: withHours, until });
    },
    async deletion() {
      /** @type {{ deleteAppointment: { userErrors: unknown[] } }} */
      const { deleteAppointment } = await api.ask(DELETE, { id: booked.pop() });
      if (deleteAppointment.userErrors.length > 0) throw new Error("It could not be deleted.");
    },
  };
  return { size, operations, stop: api.stop };
}

/** The milliseconds of each operation of each subject, one after the other in turns. @param {Subject[]} subjects */
async function measure(subjects) {
  /** @type {Map<string, number[]>} */
  const times = new Map();
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    for (const name of Object.keys(subjects[0]?.operations ?? {})) {
      for (const { size, operations } of subjects) {
        const since = performance.now();
        await operations[name]?.(round);
        const taken = performance.now() - since;
        const key = `${name}/${size}`;
        if (round >= WARM_UP) times.set(key, [...(times.get(key) ?? []), taken]);
      }
    }
  }
  return times;
}

/** @param {Map<string, number[]>} times @param {number[]} sizes */
function report(times, sizes) {
  const names = new Set([...times.keys()].map((key) => key.replace(/\/.*/, "")));
  return Object.fromEntries(
    [...names].map((name) => {
      const medians = sizes.map((size) => median(times.get(`${name}/${size}`) ?? []));
      const smallest = medians[0] ?? NaN;
      const bySize = sizes.map((size, index) => {
        const milliseconds = medians[index] ?? NaN;
        return [
          size,
          { medianMilliseconds: rounded(milliseconds), ratio: rounded(milliseconds / smallest) },
        ];
      });
      return [name, Object.fromEntries(bySize)];
    }),
  );
}

await runCommand(async () => {
  prepareEnvironment();
  const given = process.argv[process.argv.indexOf("--sizes") + 1] ?? "";
  const sizes = (process.argv.includes("--sizes") ? given : "10000,1000000").split(",").map(Number);
  await onPrivateServer(async (server, description) => {
    /** @type {Subject[]} */
    const subjects = [];
    try {
      for (const size of sizes) {
        const work = async (/** @type {(doing: string) => void} */ say) => {
          say("making it");
          return { result: await prepare(server, size), summary: `${size} appointments` };
        };
        subjects.push(await step("clinic", work));
      }
      const operations = report(await measure(subjects), sizes);
      const about = {
        server: description,
        node: process.version,
        cpus: cpus().length,
        rounds: ROUNDS,
      };
      const text = JSON.stringify({ ...about, operations }, null, 2);
      writeFileSync(join(projectRoot, "bench", "results", "scale.json"), `${text}\n`);
      line(text);
    } finally {
      for (const { stop } of subjects) await stop();
    }
  });
  return 0;
});
