import { setTimeout as delay } from "node:timers/promises";
import mariadb, { type SqlError } from "mariadb";
import { connectionOptions } from "./connection-options.js";
import { TABLES } from "./tables.js";
import { databaseErrorKind, ServiceUnavailable, type DatabaseErrorKind } from "./errors.js";

/** After this time without a result, the database is probed. */
const SLOW_MILLISECONDS = 1_000;
/** The time limit of a probe, in steps. */
const PROBE_STEPS = 9;
const STEP_MILLISECONDS = 100;
/** When the driver closes the connection of a probe that has timed out. */
const PROBE_TIMEOUT_MILLISECONDS = 3_000;
/** The interval of probes while the database is unreachable. */
const RETRY_MILLISECONDS = 100;

/** Errors that cause a probe. */
const OUTAGE: ReadonlySet<DatabaseErrorKind> = new Set(["unavailable", "disconnected"]);

const PROBE = `SELECT ${TABLES.map((table) => `EXISTS (SELECT 1 FROM ${table})`).join(", ")}`;

/** The server is reachable, but has no connection left for the probe. */
const TOO_MANY_CONNECTIONS = new Set([1040, 1203, 1226]);

/**
 * The database has become unreachable, or is reachable again: `outages` is the number of outages that have ended since the
 * last such report, and `afterMilliseconds` is their total time.
 */
export type AvailabilityChange =
  | { isAvailable: false; cause: unknown }
  | { isAvailable: true; outages: number; afterMilliseconds: number };

/**
 * Called at each change. If the database keeps coming and going, a loss is reported at most once in REPORT_MILLISECONDS,
 * and the outages that were over before are reported together.
 */
export type OnAvailabilityChange = (change: AvailabilityChange) => void;

const REPORT_MILLISECONDS = 10_000;

/** Tracks whether the database is reachable, so that no request waits for an unreachable one. */
export interface Reachability {
  /**
   * Probes the database over a connection of its own, within a second of this process's time. Concurrent calls share one
   * probe. If it fails, probes continue in the background until one succeeds.
   */
  check(): Promise<boolean>;

  /**
   * Does the work, and gives it up as soon as the database is found unreachable.
   *
   * @param onLoss called when the database becomes unreachable while the work is running; returns the error to
   *   throw.
   * @throws ServiceUnavailable if the database is already unreachable.
   */
  during<Result>(work: () => Promise<Result>, onLoss: () => Error): Promise<Result>;

  /** The time since when the database has been unreachable, in milliseconds since 1970; null if it is reachable. */
  unreachableSince(): number | null;

  /** Stops probing. */
  close(): void;
}

/**
 * Work in progress. `Promise.race`, or a closure that rejects, would keep the result in memory until the next full garbage
 * collection, for reasons internal to V8; this took a quarter of the time of a list (bench/NOTES.md).
 */
interface Work {
  onLoss: () => Error;
  /** Rejects the work with an error; null before it begins and after it ends. */
  fail: ((error: Error) => void) | null;
}

/** Watches the database that `url` names. It sends no probes while there are no errors. */
export function watchReachability(
  url: string,
  onChange: OnAvailabilityChange = () => undefined,
  reportMilliseconds = REPORT_MILLISECONDS,
): Reachability {
  const underWay = new Set<Work>();
  let lostAt: number | null = null;
  let reportedAt = -Infinity;
  let isReported = false;
  let ended = { outages: 0, afterMilliseconds: 0 };
  let reporting: NodeJS.Timeout | undefined;
  let isClosed = false;
  let checking: Promise<boolean> | undefined;

  const check = (): Promise<boolean> =>
    (checking ??= probeAndReport().finally(() => (checking = undefined)));

  async function probeAndReport(): Promise<boolean> {
    const result = await probe(url);
    if (isClosed) return result.answers;
    if (result.answers) markReachable();
    else markUnreachable(result.cause);
    return result.answers;
  }

  function markUnreachable(cause: unknown): void {
    const isNew = lostAt === null;
    lostAt ??= Date.now();
    if (!isReported && Date.now() - reportedAt >= reportMilliseconds) {
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
    ended.outages += 1;
    ended.afterMilliseconds += Date.now() - lostAt;
    lostAt = null;
    if (isReported) reportEnd();
    else reporting ??= setTimeout(reportEnd, reportedAt + reportMilliseconds - Date.now()).unref();
  }

  function reportEnd(): void {
    clearTimeout(reporting);
    reporting = undefined;
    // It is lost once more: the end of that outage is reported together with these.
    if (lostAt !== null) return;
    const change = { isAvailable: true, ...ended } as const;
    ended = { outages: 0, afterMilliseconds: 0 };
    isReported = false;
    onChange(change);
  }

  async function waitUntilReachable(): Promise<void> {
    do await delay(RETRY_MILLISECONDS, undefined, { ref: false });
    while (!isClosed && !(await check()));
  }

  return {
    check,

    async during<Result>(work: () => Promise<Result>, onLoss: () => Error) {
      if (lostAt !== null) throw new ServiceUnavailable("The database is unreachable");
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
      if (reporting) reportEnd();
    },
  };
}

type Probed = { answers: true } | { answers: false; cause: unknown };

/**
 * Checks whether the tables can be read. `SELECT 1` would not do: a node that is cut off from its cluster still answers
 * it. Neither would connecting: a server that hangs still accepts connections.
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
 * Waits in small steps, so that a period in which this process was not scheduled, and could not receive the response
 * either, counts as only one step.
 */
async function probeTimeout(over: AbortSignal): Promise<Probed> {
  for (let step = 0; step < PROBE_STEPS && !over.aborted; step += 1) await delay(STEP_MILLISECONDS);
  const cause = Object.assign(new Error("The database does not answer"), { code: "ETIMEDOUT" });
  return { answers: false, cause };
}

async function readTables(url: string): Promise<Probed> {
  try {
    const connection = await mariadb.createConnection({
      // The server also ends the statement then; otherwise probes would pile up behind a locked table.
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
