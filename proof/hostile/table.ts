import type { Table } from "../findings.js";
import { inWords, type Observation } from "./judgement.js";
import type { Waits } from "./series.js";

/** The worst values of all attacks. */
export function countsOf(
  observations: readonly Observation[],
  quiet: Waits,
): Record<string, string | number> {
  const most = (values: readonly number[]) => Math.max(0, ...values);
  const reports = observations.flatMap(({ report }) => (report ? [report] : []));
  const besideSlow = observations.filter(({ isSlow }) => isSlow).map(({ others }) => others.p99);
  return {
    attacks: observations.length,
    "requests of attackers": reports.reduce((sum, { sent }) => sum + sent, 0),
    "requests of others": observations.reduce((sum, { others }) => sum + others.count, 0),
    "p99 of reads in a quiet time": inWords(quiet.p99),
    "others' p99 beside slow callers": inWords(most(besideSlow)),
    "longest standstill": inWords(most(observations.map((each) => each.standstillMilliseconds))),
    "most memory": `${Math.round(most(observations.map((each) => each.memoryMebibytes)))} MiB`,
    "largest answer": `${(most(reports.map(({ largestBytes }) => largestBytes)) / 1_048_576).toFixed(1)} MiB`,
    "slow callers, let go": reports.reduce((sum, { slow }) => sum + slow.gone, 0),
    "longest stay of one": inWords(most(reports.map(({ slow }) => slow.longestMilliseconds))),
  };
}

/** The table of the attacks, one in each row. */
export function tableOf(observations: readonly Observation[]): Table {
  return {
    heads: [
      "attack",
      "requests",
      "answers",
      "standstill (ms)",
      "others' p99 (ms)",
      "of reads, lists, bookings",
      "others' worst (ms)",
      "503 to others",
      "memory (MiB)",
      "largest answer (KiB)",
      "as before after (ms)",
      "slowest requests (ms)",
    ],
    rows: observations.map((each) => {
      const { report, others, recoveryMilliseconds: recovery } = each;
      return [
        each.attack,
        report?.sent ?? "?",
        inList(report?.answers ?? {}),
        Math.round(each.standstillMilliseconds),
        Math.round(others.p99),
        Object.values(each.kinds)
          .map(({ p99 }) => Math.round(p99))
          .join(", "),
        Math.round(others.worst),
        others.failed["unavailable"] ?? 0,
        Math.round(each.memoryMebibytes),
        Math.round((report?.largestBytes ?? 0) / 1_024),
        recovery === null ? "never" : Math.round(recovery),
        inList(report?.slowest ?? {}),
      ];
    }),
  };
}

const inList = (counts: Record<string, number>): string =>
  Object.entries(counts)
    .sort(([, one], [, other]) => other - one)
    .slice(0, 6)
    .map(([what, count]) => `${what}: ${count}`)
    .join(", ");
