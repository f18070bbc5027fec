/** What a run of the proof found: the content of report.json, and all that the page is made of. */
export interface Findings {
  /** What was proved, on what. */
  about: {
    startedAt: string;
    seconds: number;
    /** `MariaDB 10.11.19`, `MySQL 9.7.4`; the nodes of a cluster are counted. */
    database: string;
    databaseNodes: number;
    apiServers: number;
    node: string;
    cpus: number;
    seed: number;
    callers: number;
    /** `short`, `standard` or `nightly`. */
    form: string;
    /** Whether the API was broken on purpose, so that the proof must fail. */
    isBroken: boolean;
  };
  claims: Claim[];
  timeline: Timeline;
}

/** One promise, and whether it was kept. */
export interface Claim {
  /** A few words, `One winner`. */
  name: string;
  /** The promise in a sentence or two, for a reader who knows nothing of the project. */
  promise: string;
  verdict: "held" | "broken" | "not tried";
  /** What was counted, in words: `attempts` → 10,000. */
  counts: Record<string, number | string>;
  /** What contradicts the promise, or why it was not tried; empty if it held. */
  violations: string[];
  /** When it was tried, in seconds since the start of the run. */
  from: number;
  to: number;
  /** Operations of one doctor that no order explains, if that was found. */
  counterexample?: Counterexample;
  /** What was seen in detail, if that is to be shown. */
  table?: Table;
}

/** What was seen, a row for each thing that was tried. */
export interface Table {
  heads: string[];
  rows: (string | number)[][];
}

/** The operations around the place where no order of them explains their answers. */
export interface Counterexample {
  title: string;
  operations: {
    /** Who sent it; operations of one caller never overlap. */
    caller: number;
    /** `book 10:00, 30 min`. */
    asked: string;
    /** `booked apt_7`, `refused: SLOT_TAKEN`. */
    answered: string;
    /** Milliseconds since the start of the run. */
    from: number;
    to: number;
    /** Whether an order of those before it was found that ends with this one. */
    isExplained: boolean;
  }[];
}

/** What became of requests, as their callers saw it. */
export const OUTCOMES = ["done", "refused", "unavailable", "unknown", "fault"] as const;
export type RequestOutcome = (typeof OUTCOMES)[number];

/** What happened over time. */
export interface Timeline {
  /** The width of a bucket. */
  bucketMilliseconds: number;
  /** One after the other, from the start of the run; a request counts where it was answered. */
  buckets: (Record<RequestOutcome, number> & {
    /** The slowest answer in it, in milliseconds; 0 if there was none. */
    slowestMilliseconds: number;
  })[];
  /** What was done to the servers and the database, in seconds since the start of the run. */
  faults: { at: number; until: number; what: string }[];
}
