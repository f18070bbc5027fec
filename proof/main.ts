// The proof itself, which scripts/prove.mjs starts. The exit code is 0 if all promises were kept, 3 if
// one was not, and 1 if they could not be tested.
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { MAIN } from "../scripts/lib/api-process.mjs";
import { projectRoot } from "../scripts/lib/processes.mjs";
import { line, runCommand, step } from "../scripts/lib/terminal.mjs";
import { ensureSchema } from "../src/db/setup/ensure-schema.js";
import { breakBuild } from "./broken-build.js";
import { cleanTables } from "./claims/clean-tables.js";
import { crashes } from "./claims/crashes.js";
import { history } from "./claims/history.js";
import { hoursKept } from "./claims/hours-kept.js";
import { hostile } from "./claims/hostile.js";
import { noLostUpdate } from "./claims/no-lost-update.js";
import { oneHolder } from "./claims/one-holder.js";
import { oneWinner } from "./claims/one-winner.js";
import { retrySafe } from "./claims/retry-safe.js";
import { rollingRestart } from "./claims/rolling-restart.js";
import { givenDatabases, ownDatabase, type Databases } from "./databases.js";
import type { Claim, Findings } from "./findings.js";
import { PROMISES, readOptions, USAGE, type Options, type PromiseName } from "./options.js";
import { renderReport } from "./report/page.js";
import { startClock, type Clock } from "./run.js";
import { balance, startApiServer, type ApiServer } from "./site.js";
import type { Stage, Trial } from "./stage.js";

const TRIALS: Record<PromiseName, Trial> = {
  winner: oneWinner,
  history,
  retry: retrySafe,
  update: noLostUpdate,
  restart: rollingRestart,
  crashes,
  holder: oneHolder,
  hours: hoursKept,
  hostile,
  tables: cleanTables,
};

/** The maximum of violations of one claim that are printed in the terminal. */
const TOLD = 5;
/** The exit code of a proof that has found something. */
const BROKEN = 3;
const SECONDS_BETWEEN_LINES = 10;

await runCommand(async () => {
  const args = process.argv.slice(2);
  if (args.includes("--help")) {
    line(USAGE);
    return 0;
  }
  const options = readOptions(args);
  const startedAt = new Date();
  const databases = await step<Databases>("database", async (say) => {
    const result =
      options.databases.length > 0
        ? await givenDatabases(options.databases, options.control)
        : await ownDatabase(say);
    return { result, summary: `${result.description}, nodes: ${result.urls.length}` };
  });
  try {
    const clock = startClock();
    const main = isBroken(options) ? await breakBuild(options.broken) : join(projectRoot, MAIN);
    const servers = await startServers(databases, clock, main, options);
    try {
      const { callers, seed, extent } = options;
      const say = () => undefined;
      const balancer = balance(servers);
      const stage = { databases, main, servers, balancer, clock, callers, seed, extent, say };
      const claims = await tryAll(stage, options);
      const findings = {
        about: describeRun(stage, options, startedAt),
        claims,
        timeline: stage.clock.timeline(),
      };
      writeReport(findings);
      return tell(findings);
    } finally {
      await Promise.all(servers.map((server) => server.stop()));
    }
  } finally {
    await databases.release().catch((error: unknown) => {
      line(`The database could not be given back: ${String(error)}`);
    });
  }
});

function isBroken({ broken }: Options): boolean {
  return broken.length > 0;
}

/** The processes of the API: in turns one on each node, after the tables have been made once. */
function startServers(
  { urls }: Databases,
  clock: Clock,
  main: string,
  options: Options,
): Promise<ApiServer[]> {
  return step("servers", async (say) => {
    say("starting");
    await ensureSchema(urls[0] ?? "");
    const logs = join(projectRoot, ".local", "proof");
    mkdirSync(logs, { recursive: true });
    const result = await Promise.all(
      Array.from({ length: options.servers }, (_, index) => {
        const name = `server ${"ABCDEFGH".charAt(index) || index}`;
        const log = join(logs, `${name.replace(" ", "-")}.log`);
        return startApiServer(name, main, urls[index % urls.length] ?? "", log, clock.now);
      }),
    );
    const summary = result.map(({ name, address }) => `${name} ${address}`).join(", ");
    const without = `broken on purpose (${options.broken.join(", ")}): `;
    return { result, summary: isBroken(options) ? `${without}${summary}` : summary };
  });
}

async function tryAll(stage: Stage, { only }: Options): Promise<Claim[]> {
  const claims: Claim[] = [];
  for (const name of PROMISES) {
    const trial = TRIALS[name];
    const obstacle = only.includes(name) ? trial.obstacle?.() : "--only has left it out.";
    claims.push(obstacle ? leftOut(trial, obstacle) : await tryOne(stage, name, trial));
  }
  return claims;
}

function leftOut({ name, promise }: Trial, obstacle: string): Claim {
  const violations = [obstacle];
  return { name, promise, verdict: "not tried", counts: {}, violations, from: 0, to: 0 };
}

function tryOne(stage: Stage, key: string, trial: Trial): Promise<Claim> {
  return step(key, async (say) => {
    const from = stage.clock.now() / 1_000;
    const { counts, violations, counterexample, table } = await trial.run({
      ...stage,
      say: seldom(say),
    });
    const to = stage.clock.now() / 1_000;
    const verdict = violations.length === 0 ? "held" : "broken";
    const result: Claim = {
      name: trial.name,
      promise: trial.promise,
      verdict,
      counts,
      violations,
      from,
      to,
      ...(counterexample && { counterexample }),
      ...(table && { table }),
    };
    const summary = Object.entries(counts).map(([what, count]) => `${what}: ${count}`);
    return { result, summary: `${verdict === "held" ? "" : "BROKEN "}${summary.join(", ")}` };
  });
}

/** Where no terminal shows how it goes, a line now and then will do. */
function seldom(say: (doing: string) => void): (doing: string) => void {
  let said = 0;
  return (doing) => {
    if (!process.stderr.isTTY && Date.now() - said < SECONDS_BETWEEN_LINES * 1_000) return;
    said = Date.now();
    say(doing);
  };
}

function describeRun(
  { databases, servers, clock }: Stage,
  options: Options,
  startedAt: Date,
): Findings["about"] {
  return {
    startedAt: startedAt.toISOString(),
    seconds: Math.round(clock.now() / 1_000),
    database: databases.description,
    databaseNodes: databases.urls.length,
    apiServers: servers.length,
    node: process.version,
    cpus: cpus().length,
    seed: options.seed,
    callers: options.callers,
    form: options.form,
    isBroken: isBroken(options),
  };
}

function writeReport(findings: Findings): void {
  const folder = join(projectRoot, "proof");
  writeFileSync(join(folder, "report.json"), `${JSON.stringify(findings, null, 2)}\n`);
  writeFileSync(join(folder, "report.html"), renderReport(findings));
}

/** The verdict, and the exit code that goes with it. */
function tell({ claims, about }: Findings): number {
  const broken = claims.filter(({ verdict }) => verdict === "broken");
  for (const { name, violations } of broken) {
    line(`\n${name} is broken:`);
    for (const violation of violations.slice(0, TOLD)) line(`  ${violation}`);
    if (violations.length > TOLD) line(`  and ${violations.length - TOLD} more`);
  }
  const kept = claims.filter(({ verdict }) => verdict === "held").length;
  line(
    `\n${kept} of ${kept + broken.length} promises held, in ${about.seconds} s. See proof/report.html`,
  );
  return broken.length === 0 ? 0 : BROKEN;
}
