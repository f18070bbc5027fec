/** Where an attack takes place. It crosses a process boundary: plain data only. */
export interface Ground {
  /** `http://127.0.0.1:…` */
  address: string;
  /** How long the attack goes on. */
  seconds: number;
  /** How many different documents are sent, at most. */
  documents: number;
  /** How many slow sockets each attack of that kind holds at a time. */
  slowSockets: number;
  /** Only requests in whose name this stands, or all of an attack in whose name it stands. */
  only: string;
}

/**
 * One way to ask too much of the API. It runs in the attackers' process for as long as the ground says, or until all
 * of its requests have been tried once, but never longer than `until`.
 */
export interface Attack {
  /** A few words, unique among all attacks: `many words in a search`. */
  name: string;
  /**
   * Whether its callers only hold on to what they have, slowly. Then other callers must notice nothing
   * at all: no 503, and a p99 within the limit.
   */
  isSlow?: boolean;
  /** Whether it is one client's, so that others may have to wait for it, but must not get a 503. */
  isOneClients?: boolean;
  /** The kinds of requests that it sends, each of which must be answered; none if it waits for no answers. */
  variants?: readonly string[];
  /** Whether it must send as many requests as there are to be documents. */
  isCounted?: boolean;
  run(ground: Ground, notes: Notes, until: AbortSignal): Promise<void>;
}

/** What an attacker writes down about its own requests. */
export interface Notes {
  /** An answer, or the lack of one, in words, of which only those of `variant` are right. */
  answered(
    variant: { name: string; accepted: readonly string[] },
    words: readonly string[],
    milliseconds: number,
  ): void;
  /** The size of a whole answer that was not declared to be a streamed list. */
  size(bytes: number): void;
  sent(): void;
  /** A slow socket was opened; `gone` once the server has let go of it, after so many milliseconds. */
  opened(): void;
  gone(milliseconds: number): void;
  /** A slow socket was still held by the server after so many milliseconds, when the attack ended. */
  held(milliseconds: number): void;
}

/** What the attackers report after an attack. */
export interface AttackReport {
  sent: number;
  /** How often each answer came: `BAD_USER_INPUT` → 12. */
  answers: Record<string, number>;
  /** Answers that must not be given, with the request they were given to. */
  wrong: Record<string, number>;
  /** The longest wait for an answer to each kind of request, in milliseconds. */
  slowest: Record<string, number>;
  largestBytes: number;
  slow: SlowSockets;
}

export interface SlowSockets {
  opened: number;
  gone: number;
  /** The longest that the server has held one, whether it let go of it or not. */
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
