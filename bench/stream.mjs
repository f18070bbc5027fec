// npm run bench:stream
// GET /appointments over 100,000 rows: the memory it takes and the time to its first byte, streamed by
// this project and, in turns, built in memory as the earlier system did. Writes bench/results/stream.json.
import { writeFileSync } from "node:fs";
import { get } from "node:http";
import { cpus } from "node:os";
import { join } from "node:path";
import { startServerProcess } from "../scripts/lib/api-process.mjs";
import { prepareEnvironment } from "../scripts/lib/environment.mjs";
import { projectRoot } from "../scripts/lib/processes.mjs";
import { line, runCommand } from "../scripts/lib/terminal.mjs";
import { database, median, onPrivateServer, rounded, startApi } from "./lib/api.mjs";
import { KIBIBYTES_PER_MEBIBYTE, mebibytes } from "./lib/figures.mjs";

const APPOINTMENTS = 100_000;
const TURNS = 5;

/** Lets the peak of a process's memory begin anew. @param {number} pid */
const resetPeak = (pid) => {
  writeFileSync(`/proc/${pid}/clear_refs`, "5");
};

/** @param {string} address @returns {Promise<{ firstByte: number, total: number, bytes: number, rows: number }>} */
function download(address) {
  const since = performance.now();
  return new Promise((resolve, reject) => {
    get(`${address}/appointments`, (response) => {
      let firstByte = 0;
      let bytes = 0;
      let rows = 0;
      response.on("data", (/** @type {Buffer} */ data) => {
        firstByte ||= performance.now() - since;
        bytes += data.length;
        for (let at = data.indexOf("{"); at >= 0; at = data.indexOf("{", at + 1)) rows += 1;
      });
      response.on("end", () => {
        resolve({ firstByte, total: performance.now() - since, bytes, rows });
      });
      response.on("error", reject);
    }).on("error", reject);
  });
}

/** @param {{ address: string, pid: number }} server */
async function measure({ address, pid }) {
  const idle = mebibytes(pid, "VmRSS");
  resetPeak(pid);
  const { firstByte, total, bytes, rows } = await download(address);
  return { firstByte, total, bytes, rows, idle, growth: mebibytes(pid, "VmHWM") - idle };
}

/** @typedef {Awaited<ReturnType<typeof measure>>} Measured */

/** @param {readonly Measured[]} turns */
function summary(turns) {
  return {
    firstByteMilliseconds: rounded(median(turns.map(({ firstByte }) => firstByte))),
    totalMilliseconds: rounded(median(turns.map(({ total }) => total))),
    // The first run, from an idle process, and the highest of all runs.
    firstGrowthMebibytes: rounded(turns[0]?.growth ?? NaN),
    peakOverIdleMebibytes: rounded(
      Math.max(...turns.map(({ idle, growth }) => idle + growth)) - (turns[0]?.idle ?? NaN),
    ),
    rows: turns[0]?.rows,
    mebibytes: rounded((turns[0]?.bytes ?? NaN) / KIBIBYTES_PER_MEBIBYTE ** 2),
  };
}

await runCommand(async () => {
  prepareEnvironment();
  await onPrivateServer(async (url, server) => {
    await database(url, "generate", "--appointments", String(APPOINTMENTS));
    const ours = await startApi(url);
    const inMemory = await startServerProcess([
      "--import",
      "tsx",
      "bench/lib/in-memory-list.mjs",
      url,
    ]);
    try {
      // The cost of the very first response of a process is not included.
      for (const { address } of [ours, inMemory]) await fetch(`${address}/livez`).catch(() => null);
      /** @type {{ streamed: Measured[], inMemory: Measured[] }} */
      const turns = { streamed: [], inMemory: [] };
      for (let turn = 0; turn < TURNS; turn += 1) {
        turns.streamed.push(await measure(ours));
        turns.inMemory.push(await measure(inMemory));
      }
      const streamed = summary(turns.streamed);
      const baseline = summary(turns.inMemory);
      const result = {
        server,
        node: process.version,
        cpus: cpus().length,
        appointments: APPOINTMENTS,
        streamed,
        inMemory: baseline,
        ratios: {
          firstByte: rounded(streamed.firstByteMilliseconds / baseline.firstByteMilliseconds),
          total: rounded(streamed.totalMilliseconds / baseline.totalMilliseconds),
          memory: rounded(streamed.peakOverIdleMebibytes / baseline.peakOverIdleMebibytes),
        },
      };
      const text = JSON.stringify(result, null, 2);
      writeFileSync(join(projectRoot, "bench", "results", "stream.json"), `${text}\n`);
      line(text);
    } finally {
      await ours.stop();
      await inMemory.stop();
    }
  });
  return 0;
});
