// npm run bench:overload
// What becomes of the work that gets done when twice as much is asked for as can be served. In turns: as
// much as can be, asked for by callers that wait for their answers; and twice that, which comes whether or
// not others are answered, over connections that are open already, as a balancer's are. Nine of ten
// questions read, one books. Writes bench/results/overload.json.
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { prepareEnvironment } from "../scripts/lib/environment.mjs";
import { projectRoot } from "../scripts/lib/processes.mjs";
import { line, runCommand, step } from "../scripts/lib/terminal.mjs";
import { makeClinic } from "./compare/clinic.mjs";
import { PROJECT } from "./compare/contestants.mjs";
import { startGenerator } from "./compare/generator.mjs";
import { startServer } from "./compare/server.mjs";
import { median, onPrivateServer, rounded } from "./lib/api.mjs";
import { pin, shareCores } from "./lib/cores.mjs";
import { mebibytes } from "./lib/figures.mjs";

/** @typedef {import("./compare/load.mjs").Measurement} Measurement */

const ROUNDS = 5;
/** With so many, the most gets done; more only wait. */
const CALLERS = 64;
const CONNECTIONS = 512;
const SECONDS = 8;
/** The first second of too much only fills the queue. */
const WARM_UP_SECONDS = 1;

/** The medians of what was measured. @param {readonly Measurement[]} rounds */
const summary = (rounds) => ({
  goodPerSecond: rounded(median(rounds.map(({ perSecond }) => perSecond))),
  refused: rounds.reduce((sum, { failures }) => sum + failures, 0),
  p50Milliseconds: rounded(median(rounds.map(({ p50 }) => p50))),
  p99Milliseconds: rounded(median(rounds.map(({ p99 }) => p99))),
});

await runCommand(async () => {
  prepareEnvironment();
  await onPrivateServer(async (url, database, databasePid) => {
    const cores = shareCores();
    if (cores) await pin(databasePid, cores.database);
    const clinic = await makeClinic(url);
    const server = await startServer(PROJECT, url, cores?.server.slice(0, 1));
    const generator = startGenerator(cores?.load);
    let firstNumber = 0;
    /** @param {number | null} rate */
    const load = async (rate) => {
      const measurement = await generator.measure({
        addresses: [server.address],
        workload: "mixed",
        dialect: "graphql",
        clinic,
        firstNumber,
        connections: rate === null ? CALLERS : CONNECTIONS,
        rate,
        warmUpSeconds: WARM_UP_SECONDS,
        seconds: SECONDS,
        processes: { server: [server.pid], database: [databasePid] },
      });
      firstNumber += measurement.asked;
      // A 503 is a response; any other failure is not.
      const { firstFailure } = measurement;
      if (firstFailure?.startsWith("503 ") === false) throw new Error(firstFailure);
      return measurement;
    };
    try {
      /** @type {{ served: Measurement[], overload: Measurement[], memory: number[] }} */
      const rounds = { served: [], overload: [], memory: [] };
      await step("load", async (say) => {
        for (const rate of [null, null]) await load(rate);
        for (let round = 0; round <= ROUNDS; round += 1) {
          say(`round ${round} of ${ROUNDS}`);
          const most = await load(null);
          const overload = await load(2 * most.perSecond);
          if (round === 0) continue;
          rounds.served.push(most);
          rounds.overload.push(overload);
          rounds.memory.push(mebibytes(server.pid, "VmRSS"));
        }
        return { result: undefined, summary: `${ROUNDS} rounds` };
      });
      const { served, overload, memory } = rounds;
      const ratios = overload.map(({ perSecond }, round) => {
        return perSecond / (served[round]?.perSecond ?? NaN);
      });
      const result = {
        database,
        node: process.version,
        cpus: cpus().length,
        cores,
        rounds: ROUNDS,
        served: summary(served),
        overload: summary(overload),
        memoryMebibytes: memory.map(rounded),
        goodput: { ratio: rounded(median(ratios)), ofEachRound: ratios.map(rounded) },
      };
      const text = JSON.stringify(result, null, 2);
      writeFileSync(join(projectRoot, "bench", "results", "overload.json"), `${text}\n`);
      line(text);
    } finally {
      await generator.stop();
      await server.stop();
    }
  });
  return 0;
});
