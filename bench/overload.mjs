// npm run bench:overload
// What becomes of the work that gets done when twice as much is asked for as can be served: the most
// that can be, first; then requests that come whether or not the others are answered. Nine of ten read
// a doctor's next visits, one books. Writes bench/results/overload.json.
import { writeFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { cpus } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { prepareEnvironment } from "../scripts/lib/environment.mjs";
import { projectRoot } from "../scripts/lib/processes.mjs";
import { line, runCommand } from "../scripts/lib/terminal.mjs";
import {
  BOOK,
  database,
  freeTime,
  median,
  onPrivateServer,
  rounded,
  someDoctors,
  startApi,
} from "./lib/api.mjs";
import { memory } from "./lib/memory.mjs";

const APPOINTMENTS = 20_000;
const CALLERS = [16, 32, 64];
const SECONDS = 8;
const OVERLOAD_SECONDS = 20;
const WARM_UP_SECONDS = 3;
const TICK_MILLISECONDS = 5;

const READ = `query ($by: DoctorBy!) { doctor(by: $by) { fullName appointments(first: 10) {
  nodes { startsAt endsAt patient { fullName } } } } }`;

/** @typedef {{ at: number, took: number, status: number }} Answer `at` in milliseconds. */

/** What is sent as request number N. @param {readonly string[]} doctors @param {number} number */
function body(doctors, number) {
  const doctorId = doctors[number % doctors.length] ?? "";
  if (number % 10 > 0) return { query: READ, variables: { by: { id: doctorId } } };
  const startsAt = freeTime(Math.floor(number / doctors.length));
  const input = {
    patientId: `pat_${1 + (number % 2_000)}`,
    doctorId,
    startsAt,
    durationMinutes: 30,
  };
  return { query: BOOK, variables: { input } };
}

/** @param {string} address @param {readonly string[]} doctors */
function makeSender(address, doctors) {
  const { hostname, port } = new URL(address);
  const agent = new Agent({ keepAlive: true, maxSockets: Infinity });
  let number = 0;
  return () => {
    const payload = JSON.stringify(body(doctors, (number += 1)));
    const since = performance.now();
    return new Promise((/** @type {(answer: Answer) => void} */ resolve) => {
      const answered = (/** @type {number} */ status) => {
        const at = performance.now();
        resolve({ at, took: at - since, status });
      };
      const headers = {
        "content-type": "application/json",
        "content-length": Buffer.byteLength(payload),
      };
      request({ hostname, port, agent, method: "POST", path: "/graphql", headers }, (response) => {
        response.resume().on("end", () => {
          answered(response.statusCode ?? 0);
        });
      })
        .on("error", () => {
          answered(0);
        })
        .end(payload);
    });
  };
}

/** Each caller sends one request after the other. @param {() => Promise<Answer>} send @param {number} callers */
async function closedLoop(send, callers) {
  const end = performance.now() + SECONDS * 1_000;
  /** @type {Answer[]} */
  const answers = [];
  const work = async () => {
    while (performance.now() < end) answers.push(await send());
  };
  await Promise.all(Array.from({ length: callers }, work));
  return summary(answers, SECONDS);
}

/** So many requests a second, come what may. @param {() => Promise<Answer>} send @param {number} rate */
async function openLoop(send, rate) {
  const since = performance.now();
  /** @type {Promise<Answer>[]} */
  const sent = [];
  for (let now = 0; now < OVERLOAD_SECONDS * 1_000; now = performance.now() - since) {
    while (sent.length < (now / 1_000) * rate) sent.push(send());
    await delay(TICK_MILLISECONDS);
  }
  const steady = (await Promise.all(sent)).filter(
    ({ at }) => at > since + WARM_UP_SECONDS * 1_000 && at < since + OVERLOAD_SECONDS * 1_000,
  );
  return {
    sentPerSecond: sent.length / OVERLOAD_SECONDS,
    ...summary(steady, OVERLOAD_SECONDS - WARM_UP_SECONDS),
  };
}

/** @param {readonly Answer[]} answers @param {number} seconds */
function summary(answers, seconds) {
  const good = answers.filter(({ status }) => status === 200);
  const took = good.map((answer) => answer.took).sort((one, other) => one - other);
  return {
    goodPerSecond: good.length / seconds,
    turnedAwayPerSecond: answers.filter(({ status }) => status === 503).length / seconds,
    others: answers.filter(({ status }) => status !== 200 && status !== 503).length,
    medianMilliseconds: median(took),
    p99Milliseconds: took[Math.floor(took.length * 0.99)] ?? NaN,
  };
}

/** @param {Record<string, number>} numbers */
const allRounded = (numbers) =>
  Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, rounded(value)]));

await runCommand(async () => {
  prepareEnvironment();
  await onPrivateServer(async (url, server) => {
    await database(url, "generate", "--appointments", String(APPOINTMENTS));
    const api = await startApi(url);
    try {
      const send = makeSender(api.address, await someDoctors(api, APPOINTMENTS / 500));
      await closedLoop(send, 32);
      const served = [];
      for (const callers of CALLERS) served.push({ callers, ...(await closedLoop(send, callers)) });
      const most = Math.max(...served.map(({ goodPerSecond }) => goodPerSecond));
      const before = memory(api.pid, "VmRSS");
      let highest = before;
      const watching = setInterval(
        () => (highest = Math.max(highest, memory(api.pid, "VmRSS"))),
        200,
      );
      const overload = await openLoop(send, 2 * most);
      clearInterval(watching);
      const after = await closedLoop(send, 32);
      const result = {
        server,
        node: process.version,
        cpus: cpus().length,
        served: served.map(allRounded),
        overload: allRounded(overload),
        afterwards: allRounded(after),
        memoryMebibytes: allRounded({ before, highest }),
        ratios: allRounded({
          goodput: overload.goodPerSecond / most,
          asked: overload.sentPerSecond / most,
          memory: highest / before,
        }),
      };
      const text = JSON.stringify(result, null, 2);
      writeFileSync(join(projectRoot, "bench", "results", "overload.json"), `${text}\n`);
      line(text);
    } finally {
      await api.stop();
    }
  });
  return 0;
});
