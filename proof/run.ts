import { OUTCOMES, type RequestOutcome, type Timeline } from "./findings.js";
import type { Answer } from "./apis/answers.js";

const BUCKET_MILLISECONDS = 250;

/** The events of this run, with their times in milliseconds since its start. */
export interface Clock {
  now: () => number;
  /** Records a request, and returns its response. */
  observe<Value>(work: Promise<Answer<Value>>): Promise<Answer<Value>>;
  /** Records what is done to a server, from now until `work` ends. */
  fault<Result>(what: string, work: () => Promise<Result>): Promise<Result>;
  timeline(): Timeline;
}

export function startClock(): Clock {
  const start = performance.now();
  const now = () => performance.now() - start;
  const buckets: Timeline["buckets"] = [];
  const faults: Timeline["faults"] = [];

  const note = (outcome: RequestOutcome, milliseconds: number) => {
    const index = Math.floor(now() / BUCKET_MILLISECONDS);
    while (buckets.length <= index) buckets.push(emptyBucket());
    const bucket = buckets[index];
    if (!bucket) return;
    bucket[outcome] += 1;
    bucket.slowestMilliseconds = Math.max(bucket.slowestMilliseconds, milliseconds);
  };

  return {
    now,
    async observe(work) {
      const since = now();
      const answer = await work;
      note(answer.outcome, now() - since);
      return answer;
    },
    async fault(what, work) {
      const at = now();
      try {
        return await work();
      } finally {
        faults.push({ what, at: at / 1_000, until: now() / 1_000 });
      }
    },
    timeline: () => ({ bucketMilliseconds: BUCKET_MILLISECONDS, buckets, faults }),
  };
}

const emptyBucket = (): Timeline["buckets"][number] => ({
  ...(Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<
    RequestOutcome,
    number
  >),
  slowestMilliseconds: 0,
});

/** Runs the jobs with this number of callers; each caller does one job at a time, until none is left. */
export async function withCallers(
  callers: number,
  jobs: Iterable<(caller: number) => Promise<void>>,
): Promise<void> {
  const queue = jobs[Symbol.iterator]();
  const work = async (caller: number) => {
    for (let next = queue.next(); !next.done; next = queue.next()) await next.value(caller);
  };
  await Promise.all(Array.from({ length: callers }, (_, caller) => work(caller)));
}

/** Counts the occurrences of each text. */
export function tally(texts: Iterable<string>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const text of texts) counts[text] = (counts[text] ?? 0) + 1;
  return counts;
}
