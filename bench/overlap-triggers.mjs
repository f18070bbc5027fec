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
  bookingsPerSecond,
  database,
  median,
  onPrivateServer,
  rounded,
  someDoctors,
  startApi,
} from "./lib/api.mjs";

const APPOINTMENTS = 50_000;
const CALLERS = 16;
const TURNS = 7;
const LOAD = { callers: CALLERS, milliseconds: 3_000 };

await runCommand(async () => {
  prepareEnvironment();
  await onPrivateServer(async (url, server) => {
    await database(url, "generate", "--appointments", String(APPOINTMENTS));
    const api = await startApi(url);
    try {
      const doctors = await someDoctors(api, APPOINTMENTS / 500);
      await bookingsPerSecond(api, doctors, LOAD);
      /** @type {{ without: number[], with: number[] }} */
      const rates = { without: [], with: [] };
      for (let turn = 0; turn < TURNS; turn += 1) {
        await database(url, "overlap-triggers", "--remove");
        rates.without.push(await bookingsPerSecond(api, doctors, LOAD));
        await database(url, "overlap-triggers");
        rates.with.push(await bookingsPerSecond(api, doctors, LOAD));
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
