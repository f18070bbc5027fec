import { setTimeout as delay } from "node:timers/promises";
import type { Answer } from "../apis/answers.js";
import type { Accident } from "../databases.js";
import { withCallers } from "../run.js";
import type { Stage } from "../stage.js";

/** The time for which a caller repeats a request whose outcome is unknown. */
export const PATIENCE_MILLISECONDS = 60_000;
/** The time between a recovery and the next kill. */
const QUIET_MILLISECONDS = 300;

/** Causes a fault on a node of the database, and undoes it after a while. */
export async function harmDatabase(
  { clock, databases }: Stage,
  accident: Accident,
  node: number,
  milliseconds: number,
): Promise<void> {
  const name = databases.urls.length > 1 ? `database node ${node + 1}` : "database";
  await clock.fault(`${name}: ${accident.name}`, () => accident.happen(node, milliseconds));
}

/** Kills a server (kill -9), and starts it again. */
export async function killServer({ clock, servers }: Stage, index: number): Promise<void> {
  const server = servers[index % servers.length];
  await clock.fault(`${server?.name ?? ""}: kill`, async () => {
    await server?.kill();
    await server?.start();
  });
}

/**
 * Runs the jobs of all callers while servers and, where that can be done, the database are killed in turns.
 *
 * @returns how many times something was killed.
 */
export async function withCallersAmongKills(
  stage: Stage,
  jobs: Iterable<(caller: number) => Promise<void>>,
): Promise<number> {
  const { databases, servers, callers } = stage;
  const ofDatabase = databases.accidents.find(({ name }) => name === "kill");
  let isOver = false;
  const killing = async () => {
    let turn = 0;
    for (; !isOver; turn += 1) {
      await delay(QUIET_MILLISECONDS);
      const isTurnOfDatabase = turn % (servers.length + 1) === servers.length;
      const node = Math.floor(turn / (servers.length + 1)) % databases.urls.length;
      if (ofDatabase && isTurnOfDatabase)
        await harmDatabase(stage, ofDatabase, node, QUIET_MILLISECONDS);
      else await killServer(stage, turn);
    }
    return turn;
  };
  const working = withCallers(callers, jobs).finally(() => {
    isOver = true;
  });
  const [kills] = await Promise.all([killing(), working]);
  return kills;
}

/** Repeats a request, which must be safe, until its outcome is known. */
export async function insist<Value>(
  { clock }: Stage,
  ask: () => Promise<Answer<Value>>,
): Promise<{ answer: Answer<Value>; wasUnknown: boolean }> {
  const since = clock.now();
  let wasUnknown = false;
  for (;;) {
    const answer = await clock.observe(ask());
    const isSettled = answer.outcome !== "unavailable" && answer.outcome !== "unknown";
    if (isSettled || clock.now() - since > PATIENCE_MILLISECONDS) return { answer, wasUnknown };
    wasUnknown ||= answer.outcome === "unknown";
    await delay(50);
  }
}
