import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { Agent, get } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import type { Clock } from "../run.js";

const PROBE_PAUSE_MILLISECONDS = 20;
const MEMORY_PAUSE_MILLISECONDS = 100;
const PAGE_BYTES = 4_096;
const MEBIBYTE = 1_024 * 1_024;

/** Measurements of a server from outside. */
export interface VitalSigns {
  /**
   * The longest time that its event loop has kept /livez waiting since then, in milliseconds, without the time in
   * which the process waited for a core.
   */
  standstillSince(time: number): number;
  /** The most memory it has had since then, in MiB. */
  memorySince(time: number): number;
  /** The memory it has now, in MiB. */
  memory(): Promise<number>;
  stop(): Promise<void>;
}

/** @param pid the process of the server, which may be another one each time that this is called. */
export function watch(address: string, pid: () => number, clock: Clock): VitalSigns {
  const probes: { sentAt: number; took: number | null }[] = [];
  const memories: { at: number; mebibytes: number }[] = [];
  const agent = new Agent({ keepAlive: true });
  const state = { isOver: false };

  const probing = (async () => {
    while (!state.isOver) {
      const probe = { sentAt: clock.now(), took: null as number | null };
      probes.push(probe);
      const waited = waitedForCore(pid());
      await isAlive(address, agent);
      const took = clock.now() - probe.sentAt;
      probe.took = took - Math.max(0, waitedForCore(pid()) - waited);
      await delay(PROBE_PAUSE_MILLISECONDS);
    }
  })();
  const weighing = (async () => {
    while (!state.isOver) {
      memories.push({ at: clock.now(), mebibytes: await memoryOf(pid()) });
      await delay(MEMORY_PAUSE_MILLISECONDS);
    }
  })();

  return {
    standstillSince: (time) =>
      longest(
        probes
          // A check that was running at that time belongs to the period before.
          .filter(({ sentAt }) => sentAt >= time)
          .map(({ sentAt, took }) => took ?? clock.now() - sentAt),
      ),
    memorySince: (time) =>
      longest(memories.filter(({ at }) => at >= time).map(({ mebibytes }) => mebibytes)),
    memory: () => memoryOf(pid()),
    async stop() {
      state.isOver = true;
      agent.destroy();
      await Promise.all([probing, weighing]);
    },
  };
}

const longest = (values: readonly number[]): number =>
  values.reduce((most, value) => Math.max(most, value), 0);

/** Resolves with any response, and when the connection is lost. */
function isAlive(address: string, agent: Agent): Promise<void> {
  return new Promise((resolve) => {
    get(new URL("/livez", address), { agent }, (answer) => {
      answer.resume();
      answer.on("close", resolve);
    }).on("error", () => {
      resolve();
    });
  });
}

/** The time that the main thread of a process has waited for a core since its start, in milliseconds. */
function waitedForCore(pid: number): number {
  try {
    const [, nanoseconds] = readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ");
    return Number(nanoseconds) / 1e6;
  } catch {
    // The process has ended, or the kernel does not report this.
    return 0;
  }
}

async function memoryOf(pid: number): Promise<number> {
  try {
    const [, resident] = (await readFile(`/proc/${pid}/statm`, "utf8")).split(" ");
    return (Number(resident) * PAGE_BYTES) / MEBIBYTE;
  } catch {
    return 0;
  }
}
