/** The results of a run: the content of report.json, from which the page is made. */
export interface Findings {
  /** What was tested, and on which system. */
  about: {
    startedAt: string;
    seconds: number;
    /** `MariaDB 10.11.19`, `MySQL 9.7.4`; for a cluster, with the number of nodes. */
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

/** A claim and its result. */
export interface Claim {
  /** A short title, such as `One winner`. */
  name: string;
  /** The promise in a sentence or two, for readers who do not know the project. */
  promise: string;
  verdict: "held" | "broken" | "not tried";
  /** Counts by their names: `attempts` → 10,000. */
  counts: Record<string, number | string>;
  /** The contradictions of the promise, or the reason why it was not tried; empty if it held. */
  violations: string[];
  /** The time when it was tried, in seconds since the start of the run. */
  from: number;
  to: number;
  /** The operations of one doctor that no order explains, if there are any. */
  counterexample?: Counterexample;
  /** Details for the report, if there are any. */
  table?: Table;
}

/** A table of details, with a row for each attempt. */
export interface Table {
  heads: string[];
  rows: (string | number)[][];
}

/** The operations around the contradiction: no order of them explains their responses. */
export interface Counterexample {
  title: string;
  operations: {
    /** The caller; operations of one caller never overlap. */
    caller: number;
    /** `book 10:00, 30 min`. */
    asked: string;
    /** `booked apt_7`, `refused: SLOT_TAKEN`. */
    answered: string;
    /** Milliseconds since the start of the run. */
    from: number;
    to: number;
    /** Whether there is an order of the previous operations that ends with this one. */
    isExplained: boolean;
  }[];
}

/** The outcomes of requests for their callers. */
export const OUTCOMES = ["done", "refused", "unavailable", "unknown", "fault"] as const;
export type RequestOutcome = (typeof OUTCOMES)[number];

/** The events over time. */
export interface Timeline {
  /** The width of a bucket. */
  bucketMilliseconds: number;
  /** The buckets since the start of the run; a request counts in the bucket of its response. */
  buckets: (Record<RequestOutcome, number> & {
    /** The slowest response in it, in milliseconds; 0 if there was none. */
    slowestMilliseconds: number;
  })[];
  /** The faults and restarts of servers and database, in seconds since the start of the run. */
  faults: { at: number; until: number; what: string }[];
}
