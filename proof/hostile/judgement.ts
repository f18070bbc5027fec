import type { AttackReport } from "./attack.js";
import type { Waits } from "./series.js";

/** The promises, as numbers. */
export interface Limits {
  /** The longest time that the event loop may keep /livez waiting. */
  standstillMilliseconds: number;
  /** The p99 of the requests of other callers during an attack of slow callers. */
  p99Milliseconds: number;
  /** The largest response that is not a streamed list. */
  answerBytes: number;
  /** The maximum memory of the server after many documents. */
  memoryMebibytes: number;
  /** The maximum memory in any other attack. */
  memoryAtWorkMebibytes: number;
  /** The time after an attack within which reads must be as fast as before. */
  recoveryMilliseconds: number;
  /** The longest time that the server may hold a slow socket. */
  slowSocketMilliseconds: number;
}

export const PROMISED: Limits = {
  standstillMilliseconds: 200,
  p99Milliseconds: 100,
  answerBytes: 4 * 1_024 * 1_024,
  memoryMebibytes: 400,
  memoryAtWorkMebibytes: 500,
  recoveryMilliseconds: 1_000,
  slowSocketMilliseconds: 15_000,
};

/** What was seen of an attack, and of all others meanwhile. */
export interface Observation {
  attack: string;
  /** The kinds of requests that should have been sent. */
  variants: readonly string[];
  isSlow: boolean;
  isOneClients?: boolean;
  /** The minimum of requests for a valid attempt. */
  leastRequests: number;
  /** The requests of all other callers until the recovery, together and by kind. */
  others: Waits;
  kinds: Record<"read" | "list" | "booking", Waits>;
  standstillMilliseconds: number;
  memoryMebibytes: number;
  /** The time from the end of the attack until reads were as fast as before; null if they were not in time. */
  recoveryMilliseconds: number | null;
  /** Null if the attackers did not report back. */
  report: AttackReport | null;
}

const UNAVAILABLE = "unavailable";

/** What contradicts the promises. */
export function judge(observation: Observation, limits: Limits): string[] {
  const { attack } = observation;
  return [
    ...judgeServer(observation, limits),
    ...judgeOthers(observation, limits),
    ...judgeReport(observation, limits),
  ].map((violation) => `${attack}: ${violation}`);
}

function judgeServer(
  { standstillMilliseconds, memoryMebibytes, recoveryMilliseconds, leastRequests }: Observation,
  limits: Limits,
): string[] {
  const violations: string[] = [];
  const mostMemory = leastRequests > 1 ? limits.memoryMebibytes : limits.memoryAtWorkMebibytes;
  if (standstillMilliseconds > limits.standstillMilliseconds) {
    violations.push(`the event loop stood still for ${inWords(standstillMilliseconds)}`);
  }
  if (memoryMebibytes > mostMemory) {
    violations.push(`the server took ${Math.round(memoryMebibytes)} MiB of memory`);
  }
  if (recoveryMilliseconds === null) {
    violations.push("reads were not as before again, and the server was restarted");
  } else if (recoveryMilliseconds > limits.recoveryMilliseconds) {
    violations.push(`reads were as before only ${inWords(recoveryMilliseconds)} after it`);
  }
  return violations;
}

function judgeOthers(
  { others, kinds, isSlow, isOneClients = false }: Observation,
  limits: Limits,
): string[] {
  const violations = Object.entries(kinds).flatMap(([kind, waits]) =>
    judgeKind(kind, waits, isSlow || isOneClients),
  );
  if (isSlow && others.p99 > limits.p99Milliseconds) {
    violations.push(`others' p99 was ${inWords(others.p99)}`);
  }
  return violations;
}

/** Others may get 503 under overload, but not because of slow callers, or of one client. */
function judgeKind(kind: string, { count, failed }: Waits, mustServe: boolean): string[] {
  const { [UNAVAILABLE]: unavailable = 0, ...wrong } = failed;
  const violations = Object.entries(wrong).map(([said, times]) => `${times} × ${kind}: ${said}`);
  if (count === 0) violations.push(`no ${kind} of others was sent, so nothing is known of them`);
  if (mustServe && unavailable > 0) violations.push(`503 for ${unavailable} of ${count} × ${kind}`);
  return violations;
}

function judgeReport({ report, variants, leastRequests }: Observation, limits: Limits): string[] {
  if (report === null) return ["the attackers were not heard of again"];
  const { sent, wrong, slowest, largestBytes, slow } = report;
  const violations = Object.entries(wrong).map(([what, times]) => `${times} × ${what}`);
  if (sent < leastRequests) violations.push(`only ${sent} of ${leastRequests} requests were sent`);
  const unanswered = variants.filter((variant) => slowest[variant] === undefined);
  if (unanswered.length > 0) violations.push(`no answer came to: ${unanswered.join(", ")}`);
  if (largestBytes > limits.answerBytes) {
    violations.push(`an answer had ${(largestBytes / 1_024 / 1_024).toFixed(1)} MiB`);
  }
  if (slow.longestMilliseconds > limits.slowSocketMilliseconds) {
    violations.push(`a slow caller was there for ${inWords(slow.longestMilliseconds)}`);
  }
  return violations;
}

/** `1,234 ms`, `56.7 s`. */
export const inWords = (milliseconds: number): string =>
  milliseconds < 10_000
    ? `${Math.round(milliseconds).toLocaleString("en-US")} ms`
    : `${(milliseconds / 1_000).toFixed(1)} s`;
