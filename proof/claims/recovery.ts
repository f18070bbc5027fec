import { setTimeout as delay } from "node:timers/promises";
import mariadb from "mariadb";
import { connectionOptions } from "../../src/db/connection-options.js";
import type { ApiServer } from "../site.js";
import { apiOf, words, type Stage } from "../stage.js";

/** The time limits of responses while the database is unreachable, and of the first one after its return. */
const OUTAGE_MILLISECONDS = 4_000;
const RECOVERY_MILLISECONDS = 1_000;
const PAUSE_MILLISECONDS = 20;
/** The interval and the time limit of the reads of the database itself. */
const PROBE = { pause: 50, patience: 500 };

export interface Recovery {
  /** The slowest response during an outage, and the slowest recovery after one, in milliseconds. */
  slowest: number;
  slowestRecovery: number;
  violations: string[];
}

/**
 * Sends the same simple request to one server continuously, and reads its database directly as well: while the server
 * runs and the database can be read, the response must arrive within a second.
 */
export function watchRecovery(
  stage: Stage,
  server: ApiServer,
  { databaseUrl, doctorId }: { databaseUrl: string; doctorId: number },
): { stop: () => Promise<Recovery> } {
  const { clock } = stage;
  const found: Recovery = { slowest: 0, slowestRecovery: 0, violations: [] };
  const state = { isOver: false, isFailing: false, isTold: false };
  const database = watchDatabase(clock.now, databaseUrl);

  /** The time since when nothing has kept the server from answering; Infinity if something does. */
  const since = () => Math.max(database.readableSince(), server.runsSince());

  const ask = async (turn: number): Promise<void> => {
    const asked = clock.now();
    const answer = await clock.observe(apiOf(turn).readDoctor(server.address, doctorId));
    const took = clock.now() - asked;
    const isDone = answer.outcome === "done";
    if (answer.outcome === "fault") found.violations.push(`${server.name}: ${words(answer)}`);
    if (!isDone) found.slowest = Math.max(found.slowest, took);
    if (took > OUTAGE_MILLISECONDS) {
      found.violations.push(`${server.name} took ${Math.round(took)} ms: ${words(answer)}`);
    }
    const late = isDone && state.isFailing ? clock.now() - since() : asked - since();
    if (isDone && state.isFailing) found.slowestRecovery = Math.max(found.slowestRecovery, late);
    if ((state.isFailing || !isDone) && late > RECOVERY_MILLISECONDS && !state.isTold) {
      const after = `${Math.round(late)} ms after its database`;
      found.violations.push(
        `${server.name} was ${isDone ? "reachable again" : "still unreachable"} ${after}`,
      );
    }
    state.isTold = !isDone && late > RECOVERY_MILLISECONDS;
    state.isFailing = !isDone;
  };

  const asking = (async () => {
    for (let turn = 0; !state.isOver; turn += 1) {
      await ask(turn);
      await delay(PAUSE_MILLISECONDS);
    }
  })();

  return {
    async stop() {
      state.isOver = true;
      await asking;
      await database.stop();
      const { slowest, slowestRecovery, violations } = found;
      const [outage, recovery] = [Math.round(slowest), Math.round(slowestRecovery)];
      return { slowest: outage, slowestRecovery: recovery, violations };
    },
  };
}

/** Reads a table of a database again and again, over connections of its own. */
function watchDatabase(now: () => number, url: string) {
  const state = { isOver: false, readableSince: 0 };
  const watching = (async () => {
    while (!state.isOver) {
      const isReadable = await canRead(url);
      if (!isReadable) state.readableSince = Infinity;
      else if (state.readableSince === Infinity) state.readableSince = now();
      await delay(PROBE.pause);
    }
  })();
  return {
    /** The time since when all reads have succeeded; Infinity if the last one failed. */
    readableSince: () => state.readableSince,
    stop: async () => {
      state.isOver = true;
      await watching;
    },
  };
}

async function canRead(url: string): Promise<boolean> {
  const { patience } = PROBE;
  try {
    const connection = await mariadb.createConnection({
      ...connectionOptions(url),
      connectTimeout: patience,
      socketTimeout: patience,
    });
    try {
      await connection.query("SELECT id FROM doctors LIMIT 1");
      return true;
    } finally {
      connection.destroy();
    }
  } catch {
    return false;
  }
}
