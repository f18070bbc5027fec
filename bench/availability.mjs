// npm run bench:availability
// What availability costs. Free times in a clinic of 300,000 appointments, in turns with the limit (bench/lib/free-times.mjs);
// and bookings of doctors with a schedule, in turns with those of doctors without one. Writes
// bench/results/availability.json.
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { prepareEnvironment } from "../scripts/lib/environment.mjs";
import { projectRoot, run } from "../scripts/lib/processes.mjs";
import { line, runCommand, step } from "../scripts/lib/terminal.mjs";
import {
  bookingsPerSecond,
  createDatabase,
  database,
  median,
  onPrivateServer,
  rounded,
  someDoctors,
  startApi,
} from "./lib/api.mjs";

const APPOINTMENTS = 300_000;
const CALLERS = 16;
const TURNS = 9;
const LOAD = { callers: CALLERS, milliseconds: 2_000 };

const PUBLISH = `mutation ($input: PublishScheduleInput!) {
  publishSchedule(input: $input) { userErrors { code } }
}`;
const ALL_DAY = { from: "00:00", until: "24:00" };
const WEEKDAYS = "MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY".split(" ");

/** @param {string} server @returns {Promise<object>} */
async function measureFreeTimes(server) {
  const url = await createDatabase(server, "hours");
  await database(url, "generate", "--appointments", String(APPOINTMENTS), "--hours");
  const helper = ["--import", "tsx", "bench/lib/free-times.mjs", url];
  /** @type {unknown} */
  const results = JSON.parse(await run(process.execPath, helper));
  return /** @type {object} */ (results);
}

/** @param {string} server */
async function measureBookings(server) {
  const url = await createDatabase(server, "bookings");
  await database(url, "generate", "--appointments", String(APPOINTMENTS));
  const api = await startApi(url);
  try {
    const doctors = await someDoctors(api, APPOINTMENTS / 500);
    const half = Math.floor(doctors.length / 2);
    const [without, withSchedule] = [doctors.slice(0, half), doctors.slice(half, 2 * half)];
    for (const doctorId of withSchedule) {
      const hours = WEEKDAYS.map((weekday) => ({ weekday, ...ALL_DAY }));
      const input = { doctorId, validFrom: "2020-01-01", timeZone: "Europe/Berlin", hours };
      /** @type {{ publishSchedule: { userErrors: unknown[] } }} */
      const { publishSchedule } = await api.ask(PUBLISH, { input });
      const { userErrors } = publishSchedule;
      if (userErrors.length > 0) throw new Error(JSON.stringify(userErrors));
    }
    for (const each of [without, withSchedule]) await bookingsPerSecond(api, each, LOAD);
    /** @type {{ without: number[], withSchedule: number[] }} */
    const rates = { without: [], withSchedule: [] };
    for (let turn = 0; turn < TURNS; turn += 1) {
      rates.without.push(await bookingsPerSecond(api, without, LOAD));
      rates.withSchedule.push(await bookingsPerSecond(api, withSchedule, LOAD));
    }
    const medians = {
      without: rounded(median(rates.without)),
      withSchedule: rounded(median(rates.withSchedule)),
    };
    return { perSecond: medians, ratio: rounded(medians.withSchedule / medians.without) };
  } finally {
    await api.stop();
  }
}

/** @param {string} name @param {() => Promise<object>} measure @returns {Promise<object>} */
function measured(name, measure) {
  return step(name, async (/** @type {(doing: string) => void} */ say) => {
    say("measuring");
    return { result: await measure(), summary: "measured" };
  });
}

await runCommand(async () => {
  prepareEnvironment();
  await onPrivateServer(async (server, description) => {
    const about = { server: description, node: process.version, cpus: cpus().length };
    const freeTimes = await measured("free times", () => measureFreeTimes(server));
    const bookings = await measured("bookings", () => measureBookings(server));
    const result = { ...about, appointments: APPOINTMENTS, callers: CALLERS, freeTimes, bookings };
    const text = JSON.stringify(result, null, 2);
    writeFileSync(join(projectRoot, "bench", "results", "availability.json"), `${text}\n`);
    line(text);
  });
  return 0;
});
