import { step } from "../../scripts/lib/terminal.mjs";
import { median } from "../lib/api.mjs";
import { load } from "./measure.mjs";
import { startServer } from "./server.mjs";
import { workloadOf } from "./workloads.mjs";

/** @typedef {import("./load.mjs").Measurement} Measurement */

const WORKLOADS = ["list", "mixed"];

/**
 * How much more two processes of this project do than one.
 *
 * @param {import("./measure.mjs").Stage} stage
 * @param {string} url
 * @param {import("../lib/cores.mjs").Cores | null} cores
 * @returns {Promise<Record<string, number> | string>} for each workload, the median of the rounds'
 *   ratios; or why it can't be measured.
 */
export async function measureTwoProcesses(stage, url, cores) {
  const one = stage.servers.find(({ contestant }) => contestant.kind === "project");
  if (!one) return "this project was left out";
  const second = cores?.server[1];
  if (second === undefined) return "this takes four cores or more, and taskset";
  return step("two processes", async (say) => {
    const two = await startServer(one.contestant, url, [second]);
    try {
      /** @type {Record<string, number>} */
      const ratios = {};
      for (const name of WORKLOADS) {
        say(workloadOf(name).title);
        ratios[name] = median(await compare(stage, name, one, two));
      }
      return { result: ratios, summary: "measured" };
    } finally {
      await two.stop();
    }
  });
}

/** @param {import("./measure.mjs").Stage} stage @param {string} name @param {import("./server.mjs").Server} one @param {import("./server.mjs").Server} two */
async function compare(stage, name, one, two) {
  const { rounds, seconds, firstWarmUpSeconds, warmUpSeconds } = stage.options;
  const workload = workloadOf(name);
  const warm = { warmUpSeconds: 0, seconds: firstWarmUpSeconds };
  await load(stage, workload, two, warm);
  const ratios = [];
  for (let round = 0; round < rounds; round += 1) {
    const times = { warmUpSeconds, seconds };
    const alone = await load(stage, workload, one, times);
    const both = await load(stage, workload, one, { ...times, processes: [one, two] });
    ratios.push(both.perSecond / alone.perSecond);
  }
  return ratios;
}
