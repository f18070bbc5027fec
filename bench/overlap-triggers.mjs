// npm run bench:overlap-triggers
// What the overlap triggers of `npm run db:overlap-triggers` costs: bookings per second of one API with and without it, in
// turns. Writes bench/results/overlap-triggers.json.
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { prepareEnvironment } from "../scripts/lib/environment.mjs";
import { projectRoot } from "../scripts/lib/processes.mjs";
import { line, runCommand } from "../scripts/lib/terminal.mjs";
import {
  book,
  database,
  freeTime,
  median,
  onPrivateServer,
  rounded,
  someDoctors,
  startApi,
} from "./lib/api.mjs";

const APPOINTMENTS = 50_000;
const CALLERS = 16;
const TURNS = 7;
const TURN_MILLISECONDS = 3_000;

let number = 0;

/**
 * Bookings per second of callers that each book again as soon as they are answered.
 *
 * @param {import("./lib/api.mjs").Api} api
 * @param {readonly string[]} doctors
 */
async function bookingsPerSecond(api, doctors) {
  const end = performance.now() + TURN_MILLISECONDS;
  let count = 0;
  const caller = async () => {
    while (performance.now() < end) {
      const doctorId = doctors[number % doctors.length] ?? "";
      const patientId = `pat_${1 + (number % 5_000)}`;
      await book(api, { patientId, doctorId, startsAt: freeTime((number += 1)) });
      count += 1;
    }
  };
  await Promise.all(Array.from({ length: CALLERS }, caller));
  return (count * 1_000) / TURN_MILLISECONDS;
}

await runCommand(async () => {
  prepareEnvironment();
  await onPrivateServer(async (url, server) => {
    await database(url, "generate", "--appointments", String(APPOINTMENTS));
    const api = await startApi(url);
    try {
      const doctors = await someDoctors(api, APPOINTMENTS / 500);
      await bookingsPerSecond(api, doctors);
      /** @type {{ without: number[], with: number[] }} */
      const rates = { without: [], with: [] };
      for (let turn = 0; turn < TURNS; turn += 1) {
        await database(url, "overlap-triggers", "--remove");
        rates.without.push(await bookingsPerSecond(api, doctors));
        await database(url, "overlap-triggers");
        rates.with.push(await bookingsPerSecond(api, doctors));
      }
      const [without, withTriggers] = [median(rates.without), median(rates.with)];
      const result = {
        server,
        node: process.version,
        cpus: cpus().length,
        callers: CALLERS,
        bookingsPerSecond: { without: rounded(without), withTriggers: rounded(withTriggers) },
        ratio: rounded(withTriggers / without),
      };
      const text = JSON.stringify(result, null, 2);
      writeFileSync(join(projectRoot, "bench", "results", "overlap-triggers.json"), `${text}\n`);
      line(text);
    } finally {
      await api.stop();
    }
  });
  return 0;
});
