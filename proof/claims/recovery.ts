import { setTimeout as delay } from "node:timers/promises";
import { faceOf, words, type Stage } from "../stage.js";
import type { ApiServer } from "../site.js";

/** How long an answer may take while the database is away, and the first one after its return. */
const OUTAGE_MILLISECONDS = 4_000;
const RECOVERY_MILLISECONDS = 1_000;
const PAUSE_MILLISECONDS = 20;

/** Asks one server the same simple question all the time, and sees how it fares. */
export interface Recovery {
  /** Tells it that the server's database serves again after an accident; ends when the server does, too. */
  isBack(accident: string): Promise<void>;
  stop(): Promise<{ slowest: number; slowestRecovery: number; violations: string[] }>;
}

/** Begins to ask the server. */
export async function watchRecovery(
  stage: Stage,
  server: ApiServer,
  doctorId: number,
): Promise<Recovery> {
  const violations: string[] = [];
  const watch = { isOver: false };
  let awaited: { accident: string; since: number; isServed: () => void } | null = null;
  let slowest = 0;
  let slowestRecovery = 0;

  const judgeTime = (milliseconds: number, outcome: string) => {
    slowest = Math.max(slowest, milliseconds);
    if (milliseconds > OUTAGE_MILLISECONDS) {
      violations.push(`${server.name} took ${Math.round(milliseconds)} ms to answer: ${outcome}`);
    }
  };

  const ask = async (turn: number) => {
    const since = stage.clock.now();
    const answer = await stage.clock.observe(faceOf(turn).readDoctor(server.address, doctorId));
    const now = stage.clock.now();
    if (answer.outcome === "fault") violations.push(`${server.name} answered: ${words(answer)}`);
    if (answer.outcome !== "done") {
      judgeTime(now - since, words(answer));
      return;
    }
    if (awaited === null || since < awaited.since) return;
    const { accident, since: backSince, isServed } = awaited;
    const recovery = now - backSince;
    awaited = null;
    isServed();
    slowestRecovery = Math.max(slowestRecovery, recovery);
    if (recovery > RECOVERY_MILLISECONDS) {
      violations.push(
        `${server.name} was back ${Math.round(recovery)} ms after its database (${accident})`,
      );
    }
  };

  const asking = (async () => {
    for (let turn = 0; !watch.isOver; turn += 1) {
      await ask(turn);
      await delay(PAUSE_MILLISECONDS);
    }
  })();

  return {
    isBack: (accident) =>
      new Promise((isServed) => {
        awaited = { accident, since: stage.clock.now(), isServed };
      }),
    async stop() {
      watch.isOver = true;
      await asking;
      return {
        slowest: Math.round(slowest),
        slowestRecovery: Math.round(slowestRecovery),
        violations,
      };
    },
  };
}
