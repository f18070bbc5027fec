/** Where an attack takes place. It crosses a process boundary: plain data only. */
export interface Ground {
  /** `http://127.0.0.1:…` */
  address: string;
  /** The duration of the attack. */
  seconds: number;
  /** The maximum of different documents that are sent. */
  documents: number;
  /** The number of slow sockets that each attack of that kind holds at the same time. */
  slowSockets: number;
  /** Restricts the requests to those whose name, or whose attack's name, contains this text. */
  only: string;
}

/**
 * An attack on the API. It runs in the process of the attackers for the duration that the ground defines, or until each
 * of its requests was sent once, but never longer than `until`.
 */
export interface Attack {
  /** A short, unique name: `many words in a search`. */
  name: string;
  /**
   * Whether its callers only hold connections and read or send slowly. Then other callers must not be affected:
   * no 503, and a p99 within the limit.
   */
  isSlow?: boolean;
  /** Whether a single client sends it; then others may have to wait, but must not get a 503. */
  isOneClients?: boolean;
  /** The kinds of requests that it sends, each of which must be answered; empty if it does not wait for responses. */
  variants?: readonly string[];
  /** Whether it must send as many requests as there are documents. */
  isCounted?: boolean;
  run(ground: Ground, notes: Notes, until: AbortSignal): Promise<void>;
}

/** What an attacker writes down about its own requests. */
export interface Notes {
  /** The outcome of a request, or its lack of one; only those that `variant` accepts are right. */
  answered(
    variant: { name: string; accepted: readonly string[] },
    words: readonly string[],
    milliseconds: number,
  ): void;
  /** The size of a complete response that was not declared to be a streamed list. */
  size(bytes: number): void;
  sent(): void;
  /** A slow socket was opened; `gone` when the server has closed it, after this many milliseconds. */
  opened(): void;
  gone(milliseconds: number): void;
  /** A slow socket was still open on the server when the attack ended, after this many milliseconds. */
  held(milliseconds: number): void;
}

/** What the attackers report after an attack. */
export interface AttackReport {
  sent: number;
  /** The number of responses by outcome: `BAD_USER_INPUT` → 12. */
  answers: Record<string, number>;
  /** Wrong responses, with their requests. */
  wrong: Record<string, number>;
  /** The longest wait for a response to each kind of request, in milliseconds. */
  slowest: Record<string, number>;
  largestBytes: number;
  slow: SlowSockets;
}

export interface SlowSockets {
  opened: number;
  gone: number;
  /** The longest time that the server has held one, in milliseconds. */
  longestMilliseconds: number;
}

/** Words that are right at any time: the server may say that it is busy, or that the database is. */
const ALWAYS_ACCEPTED = ["SERVICE_UNAVAILABLE", "503"];

export function takeNotes(): { notes: Notes; report: () => AttackReport } {
  const report: AttackReport = {
    sent: 0,
    answers: {},
    wrong: {},
    slowest: {},
    largestBytes: 0,
    slow: { opened: 0, gone: 0, longestMilliseconds: 0 },
  };
  const { slow } = report;
  const count = (counts: Record<string, number>, key: string) => {
    counts[key] = (counts[key] ?? 0) + 1;
  };
  const held = (milliseconds: number) => {
    slow.longestMilliseconds = Math.max(slow.longestMilliseconds, Math.round(milliseconds));
  };
  const notes: Notes = {
    answered({ name, accepted }, words, milliseconds) {
      const text = words.join("+");
      const { answers, wrong, slowest } = report;
      count(answers, text);
      slowest[name] = Math.max(slowest[name] ?? 0, Math.round(milliseconds));
      const isRight = words.every((word) => [...accepted, ...ALWAYS_ACCEPTED].includes(word));
      if (!isRight) count(wrong, `${name}: ${text}`);
    },
    size(bytes) {
      report.largestBytes = Math.max(report.largestBytes, bytes);
    },
    sent() {
      report.sent += 1;
    },
    opened() {
      slow.opened += 1;
    },
    gone(milliseconds) {
      slow.gone += 1;
      held(milliseconds);
    },
    held,
  };
  return { notes, report: () => report };
}

/** The reports of attacks that went on at the same time, as one. */
export function together(reports: readonly AttackReport[]): AttackReport {
  const sum = (counts: readonly Record<string, number>[]) => {
    const all: Record<string, number> = {};
    for (const [what, count] of counts.flatMap((each) => Object.entries(each))) {
      all[what] = (all[what] ?? 0) + count;
    }
    return all;
  };
  const total = (numbers: readonly number[]) => numbers.reduce((one, other) => one + other, 0);
  return {
    sent: total(reports.map(({ sent }) => sent)),
    answers: sum(reports.map(({ answers }) => answers)),
    wrong: sum(reports.map(({ wrong }) => wrong)),
    slowest: sum(reports.map(({ slowest }) => slowest)),
    largestBytes: Math.max(...reports.map(({ largestBytes }) => largestBytes)),
    slow: {
      opened: total(reports.map(({ slow }) => slow.opened)),
      gone: total(reports.map(({ slow }) => slow.gone)),
      longestMilliseconds: Math.max(...reports.map(({ slow }) => slow.longestMilliseconds)),
    },
  };
}
