import { setTimeout as delay } from "node:timers/promises";
import mariadb, { type SqlError } from "mariadb";
import { connectionOptions } from "./connection-options.js";
import { TABLES } from "./tables.js";
import { databaseErrorKind, ServiceUnavailable, type DatabaseErrorKind } from "./errors.js";

/** How long a question takes until the database is asked whether it is there at all. */
const SLOW_MILLISECONDS = 1_000;
/** How long it may take to answer that, in so many steps. */
const PROBE_STEPS = 9;
const STEP_MILLISECONDS = 100;
/** When the driver gives up a probe that is no longer waited for. */
const PROBE_TIMEOUT_MILLISECONDS = 3_000;
/** How often it is asked while it is away. */
const RETRY_MILLISECONDS = 100;

/** What makes one doubt that the database is there. */
const OUTAGE: ReadonlySet<DatabaseErrorKind> = new Set(["unavailable", "disconnected"]);

const PROBE = `SELECT ${TABLES.map((table) => `EXISTS (SELECT 1 FROM ${table})`).join(", ")}`;

/** The server is there, and says that it has no connection to spare for the probe. */
const TOO_MANY_CONNECTIONS = new Set([1040, 1203, 1226]);

/** The database has become unusable, or is usable again after so long. */
export type AvailabilityChange =
  { isAvailable: false; cause: unknown } | { isAvailable: true; afterMilliseconds: number };

/** Called at each change. A database that comes and goes is reported once in REPORT_MILLISECONDS. */
export type OnAvailabilityChange = (change: AvailabilityChange) => void;

const REPORT_MILLISECONDS = 10_000;

/** Knows whether the database can be reached, so that nobody waits for one that is away. */
export interface Reachability {
  /**
   * Asks the database over a connection of its own, within a second of this process's time; those who ask at once share
   * the answer. If there is none, it goes on asking until there is.
   */
  check(): Promise<boolean>;

  /**
   * Does the work, unless or until the database turns out to be away.
   *
   * @param onLoss is called when the database is lost with the work under way, of which nothing more
   *   will be heard; returns what to throw.
   * @throws ServiceUnavailable if the database is away already.
   */
  during<Result>(work: () => Promise<Result>, onLoss: () => Error): Promise<Result>;

  /** Since when the database has been away, in milliseconds since 1970; null while it is not. */
  unreachableSince(): number | null;

  /** Asks no more. */
  close(): void;
}

/**
 * Work while the database is watched. A race of it with the loss of the database, or a function made here that fails
 * it, would keep its result in memory until the next full collection, by means that only V8 knows: that took a
 * quarter of the time of a list (bench/NOTES.md).
 */
interface Work {
  onLoss: () => Error;
  /** Ends it with an error; null when it has not begun, or has ended. */
  fail: ((error: Error) => void) | null;
}

/** Watches the database that `url` names, from the first doubt on: while all goes well, it asks nothing. */
export function watchReachability(
  url: string,
  onChange: OnAvailabilityChange = () => undefined,
): Reachability {
  const underWay = new Set<Work>();
  let lostAt: number | null = null;
  let reportedAt = -Infinity;
  let isReported = false;
  let isClosed = false;
  let checking: Promise<boolean> | undefined;

  const check = (): Promise<boolean> => (checking ??= ask().finally(() => (checking = undefined)));

  async function ask(): Promise<boolean> {
    const result = await probe(url);
    if (isClosed) return result.answers;
    if (result.answers) markReachable();
    else markUnreachable(result.cause);
    return result.answers;
  }

  function markUnreachable(cause: unknown): void {
    const isNew = lostAt === null;
    lostAt ??= Date.now();
    if (!isReported && Date.now() - reportedAt >= REPORT_MILLISECONDS) {
      isReported = true;
      reportedAt = Date.now();
      onChange({ isAvailable: false, cause });
    }
    if (!isNew) return;
    for (const { fail, onLoss } of underWay) fail?.(onLoss());
    void waitUntilReachable();
  }

  function markReachable(): void {
    if (lostAt === null) return;
    const afterMilliseconds = Date.now() - lostAt;
    lostAt = null;
    if (isReported) onChange({ isAvailable: true, afterMilliseconds });
    isReported = false;
  }

  async function waitUntilReachable(): Promise<void> {
    do await delay(RETRY_MILLISECONDS, undefined, { ref: false });
    while (!isClosed && !(await check()));
  }

  return {
    check,

    async during<Result>(work: () => Promise<Result>, onLoss: () => Error) {
      if (lostAt !== null) throw new ServiceUnavailable("The database is away");
      const doubt = setTimeout(() => void check(), SLOW_MILLISECONDS);
      const own: Work = { onLoss, fail: null };
      underWay.add(own);
      try {
        return await new Promise<Result>((resolve, reject) => {
          own.fail = reject;
          work().then(resolve, reject);
        });
      } catch (error) {
        if (OUTAGE.has(databaseErrorKind(error))) void check();
        throw error;
      } finally {
        clearTimeout(doubt);
        own.fail = null;
        underWay.delete(own);
      }
    },

    unreachableSince: () => lostAt,

    close() {
      isClosed = true;
    },
  };
}

type Probed = { answers: true } | { answers: false; cause: unknown };

/**
 * Whether the tables can be read. A node that is cut off from its cluster still answers `SELECT 1`, and
 * a server that hangs accepts connections without a word.
 */
async function probe(url: string): Promise<Probed> {
  const over = new AbortController();
  try {
    return await Promise.race([readTables(url), probeTimeout(over.signal)]);
  } finally {
    over.abort();
  }
}

/**
 * Waits in small steps: a process that got no time on its machine could not hear the answer meanwhile either, and
 * that time counts as one step.
 */
async function probeTimeout(over: AbortSignal): Promise<Probed> {
  for (let step = 0; step < PROBE_STEPS && !over.aborted; step += 1) await delay(STEP_MILLISECONDS);
  const cause = Object.assign(new Error("The database does not answer"), { code: "ETIMEDOUT" });
  return { answers: false, cause };
}

async function readTables(url: string): Promise<Probed> {
  try {
    const connection = await mariadb.createConnection({
      // The server forgets it then, too: a table that is locked would collect these questions.
      ...connectionOptions(url, { select: 1, statement: 1 }),
      connectTimeout: PROBE_TIMEOUT_MILLISECONDS,
      socketTimeout: PROBE_TIMEOUT_MILLISECONDS,
    });
    try {
      await connection.query(PROBE);
      return { answers: true };
    } finally {
      connection.destroy();
    }
  } catch (cause) {
    return TOO_MANY_CONNECTIONS.has((cause as SqlError).errno)
      ? { answers: true }
      : { answers: false, cause };
  }
}
