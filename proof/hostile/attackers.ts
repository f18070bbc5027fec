import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { onInterrupt } from "../../scripts/lib/processes.mjs";
import type { Attack, AttackReport, Ground } from "./attack.js";

const PROGRAM = fileURLToPath(new URL("attackers-main.ts", import.meta.url));

/** The attackers, in a separate process. */
export interface Attackers {
  /**
   * Runs these attacks at the same time.
   *
   * @param patience the time limit for the reports, in seconds.
   * @returns their reports; null if there was none in time, and then the attackers were killed.
   */
  attack(
    attacks: readonly Attack[],
    ground: Ground,
    patience: number,
  ): Promise<AttackReport[] | null>;
  end(): Promise<void>;
}

export async function startAttackers(): Promise<Attackers> {
  let child = await launch();
  const end = async () => {
    await kill(child);
  };
  onInterrupt.add(end);
  return {
    async attack(attacks, ground, patience) {
      child.send({ names: attacks.map(({ name }) => name), ground });
      const reports = await messageOf(child, patience);
      if (reports === null) {
        await kill(child);
        child = await launch();
      }
      return reports as AttackReport[] | null;
    },
    async end() {
      onInterrupt.delete(end);
      await end();
    },
  };
}

async function launch(): Promise<ChildProcess> {
  const child = fork(PROGRAM, { execArgv: ["--import", "tsx"] });
  if ((await messageOf(child, 60)) === null) throw new Error("The attackers did not start.");
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
}

/** The next message; null if it does not come in time, or the process ends. */
async function messageOf(child: ChildProcess, seconds: number): Promise<unknown> {
  const over = new AbortController();
  const signal = AbortSignal.any([over.signal, AbortSignal.timeout(seconds * 1_000)]);
  const given = once(child, "message", { signal }).then(([message]: unknown[]) => message);
  const ended = once(child, "exit", { signal }).then(() => null);
  try {
    return await Promise.race([given, ended]).catch(() => null);
  } finally {
    // The other promise is abandoned, so its rejection must be handled.
    for (const each of [given, ended]) each.catch(() => undefined);
    over.abort();
  }
}
