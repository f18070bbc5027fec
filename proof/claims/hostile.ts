import { existsSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { openArena, type Arena } from "../hostile/arena.js";
import { together, type Attack, type Ground } from "../hostile/attack.js";
import { ATTACKS } from "../hostile/attacks/index.js";
import { judge, PROMISED, type Limits, type Observation } from "../hostile/judgement.js";
import { LOCKED_TABLE, tryLockedTable } from "../hostile/locked-table.js";
import { summarise, type Waits } from "../hostile/series.js";
import { countsOf, tableOf } from "../hostile/table.js";
import type { ApiServer } from "../site.js";
import type { Stage, Trial } from "../stage.js";

const QUIET_SECONDS = 3;
/** The extra time for attacks that have not sent all their requests: a factor, and some seconds. */
const PATIENCE = { times: 10, seconds: 10 };
/** After this time, a server that has not recovered is killed and restarted. */
const MAX_RECOVERY_MILLISECONDS = 20_000;
/** The number of consecutive reads that must be as fast as before. */
const READS_AS_BEFORE = 5;
/** Slow sockets are observed for longer than the server may keep them. */
const SLOW_SECONDS = 16.5;

/** Hostile callers do not slow down the others. */
export const hostile: Trial = {
  name: "Hostile callers",
  promise:
    "Whatever a caller sends, and however slowly, does not keep the server from others: its event loop, its " +
    "memory and its answers stay within limits, slow callers are let go, and after an attack all is as before " +
    "within a second.",
  obstacle: () =>
    existsSync("/proc/self/statm")
      ? null
      : "It looks at processes and sockets through Linux's /proc.",
  async run(stage) {
    const arena = await openArena(stage);
    try {
      const quiet = await measureQuiet(arena);
      const limits = limitsOf(stage, quiet);
      const observations: Observation[] = [];
      const { only } = stage.extent.hostile;
      const isLockMeant = LOCKED_TABLE.includes(only);
      const violations = isLockMeant ? await tryLockedTable(stage, arena.url) : [];
      const groups = groupsOf(stage);
      if (!isLockMeant && groups.length === 0) violations.push(`no attack is named ${only}`);
      for (const attacks of groups) {
        const what = nameOf(attacks);
        stage.say(what);
        const observe = () => observeAttack(arena, attacks, quiet);
        const observation = await stage.clock.fault(`attack: ${what}`, observe);
        observations.push(observation);
        await mend(arena.server, observation, limits);
      }
      return {
        counts: countsOf(observations, quiet),
        violations: [...violations, ...observations.flatMap((each) => judge(each, limits))],
        table: tableOf(observations),
      };
    } finally {
      await arena.close();
    }
  },
};

/** In the short form, all slow attacks run at the same time, because they take the longest. */
function groupsOf({ extent: { hostile } }: Stage): Attack[][] {
  const isMeant = ({ name, variants = [] }: Attack) =>
    [name, ...variants].some((each) => each.includes(hostile.only));
  const attacks = ATTACKS.filter(isMeant);
  if (!hostile.areSlowTogether) return attacks.map((attack) => [attack]);
  const slow = attacks.filter(isHolding);
  const others = attacks.filter((attack) => !isHolding(attack)).map((attack) => [attack]);
  return slow.length > 0 ? [...others, slow] : others;
}

const nameOf = (attacks: readonly Attack[]): string =>
  attacks.length === 1 && attacks[0] ? attacks[0].name : "slow callers of all kinds at once";

/** Whether the attack holds sockets for as long as it can. */
const isHolding = ({ name }: Attack): boolean => name.startsWith("callers who");

/** Measures the ordinary callers without an attack. */
async function measureQuiet({ stage: { clock }, callers }: Arena): Promise<Waits> {
  // The first requests fill caches and compile code, so they are not measured.
  await delay((QUIET_SECONDS * 1_000) / 2);
  const since = clock.now();
  await delay(QUIET_SECONDS * 1_000);
  return summarise(callers.since("read", since), clock.now());
}

/** On a busy machine, the limits of the short form are relative to the waits without an attack. */
function limitsOf({ extent }: Stage, quiet: Waits): Limits {
  if (extent.hostile.isStrict) return PROMISED;
  return {
    ...PROMISED,
    p99Milliseconds: Math.max(PROMISED.p99Milliseconds, 10 * quiet.p99),
    standstillMilliseconds: Math.max(PROMISED.standstillMilliseconds, 5 * quiet.p99),
    recoveryMilliseconds: Math.max(PROMISED.recoveryMilliseconds, 10 * quiet.p99),
  };
}

async function observeAttack(arena: Arena, attacks: Attack[], quiet: Waits): Promise<Observation> {
  const { stage, server, callers, signs, attackers } = arena;
  const { clock, extent } = stage;
  const seconds = attacks.every(isHolding)
    ? Math.max(SLOW_SECONDS, extent.hostile.seconds)
    : extent.hostile.seconds;
  const { documents, slowSockets, only } = extent.hostile;
  const ground: Ground = { address: server.address, seconds, documents, slowSockets, only };
  const patience = PATIENCE.times * seconds + PATIENCE.seconds;
  const since = clock.now();
  const reports = await attackers.attack(attacks, ground, patience);
  const recovery = await waitForRecovery(arena, quiet);
  const now = clock.now();
  const samples = {
    read: callers.since("read", since),
    list: callers.since("list", since),
    booking: callers.since("booking", since),
  };
  const observation: Observation = {
    attack: nameOf(attacks),
    variants: variantsOf(attacks, only),
    leastRequests: attacks.some(({ isCounted }) => isCounted) ? documents : 1,
    isSlow: attacks.every(({ isSlow }) => isSlow === true),
    isOneClients: attacks.every(({ isOneClients }) => isOneClients === true),
    others: summarise(Object.values(samples).flat(), now),
    kinds: {
      read: summarise(samples.read, now),
      list: summarise(samples.list, now),
      booking: summarise(samples.booking, now),
    },
    standstillMilliseconds: signs.standstillSince(since),
    memoryMebibytes: signs.memorySince(since),
    recoveryMilliseconds: recovery,
    report: reports && together(reports),
  };
  return observation;
}

/** The names of all requests that must be sent and answered. */
const variantsOf = (attacks: readonly Attack[], only: string): string[] =>
  attacks.flatMap(({ name, variants = [] }) =>
    variants.filter((variant) => name.includes(only) || variant.includes(only)),
  );

/** Waits for the recovery, so that the effects of one attack do not count for the next. */
async function mend(server: ApiServer, seen: Observation, limits: Limits): Promise<void> {
  const isWell =
    seen.recoveryMilliseconds !== null && seen.memoryMebibytes <= limits.memoryMebibytes;
  if (isWell) return;
  await server.kill();
  await server.start();
}

/** @returns how many milliseconds after now reads were as before; null if they were not in time. */
async function waitForRecovery({ stage, callers }: Arena, quiet: Waits): Promise<number | null> {
  const { now } = stage.clock;
  const ended = now();
  const asBefore = Math.max(3 * quiet.p99, 50);
  while (now() - ended < MAX_RECOVERY_MILLISECONDS) {
    const reads = callers.since("read", ended);
    const isGood = reads.map(({ took, said }) => said === "done" && (took ?? Infinity) <= asBefore);
    const first = isGood.findIndex((_, index) => {
      const run = isGood.slice(index, index + READS_AS_BEFORE);
      return run.length === READS_AS_BEFORE && run.every(Boolean);
    });
    const read = reads[first];
    if (read) return read.sentAt + (read.took ?? 0) - ended;
    await delay(50);
  }
  return null;
}
