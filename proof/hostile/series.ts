/** The outcome of a request: `done`, or another response. */
export interface Sample {
  sentAt: number;
  /** In milliseconds; null while there is no response. */
  took: number | null;
  said: string;
}

/** The waits of the callers for one kind of request. */
export interface Waits {
  count: number;
  p50: number;
  p99: number;
  worst: number;
  /** The number of responses other than `done`, by kind. */
  failed: Record<string, number>;
}

/** @param now what has no answer yet has waited until then. */
export function summarise(samples: readonly Sample[], now: number): Waits {
  const waits = samples.map(({ sentAt, took }) => took ?? now - sentAt).sort((a, b) => a - b);
  const failed: Record<string, number> = {};
  for (const { said, took } of samples) {
    if (took !== null && said !== "done") failed[said] = (failed[said] ?? 0) + 1;
  }
  return {
    count: waits.length,
    p50: quantile(waits, 0.5),
    p99: quantile(waits, 0.99),
    worst: waits.at(-1) ?? 0,
    failed,
  };
}

/** A quantile of sorted values; 0 if there are none. */
function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
