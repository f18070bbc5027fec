import type { Pool, PoolConnection } from "mariadb";
import pLimit from "p-limit";
import { StatementLog, sqlOf, type LogStatement } from "./statement-log.js";
import { openDatabase, type Database } from "./database.js";
import { openPool } from "./pool.js";
import { dryRunPool } from "./dry-run.js";

/** A database whose statements are recorded while one piece of work uses it. */
export interface ObservedDatabase {
  db: Database;
  /** Every statement that was sent, BEGIN and COMMIT included, in order. */
  statements: readonly string[];
  /** The time during which at least one of them was running. */
  milliseconds: () => number;
  /** Must be called when the work is done, because the next piece of work waits for it. */
  end: () => void;
}

/**
 * Records which statements a piece of work sends to the database. Such work runs one piece at a time over a pool of its
 * own, so that no statement of other work is recorded.
 */
export interface Explainer {
  /** For work that is executed. Connecting is not recorded. */
  observe: () => Promise<ObservedDatabase>;
  /** For work that is not executed: nothing is sent; dry-run.ts makes up the results. */
  dryRun: () => Promise<ObservedDatabase>;
  close: () => Promise<void>;
}

/**
 * Opens an explainer for the database that `url` names. It connects at the first use.
 *
 * @param readSeconds the time limit of a read; READ_SECONDS by default.
 */
export function openExplainer(url: string, readSeconds?: number): Explainer {
  const inTurn = pLimit(1);
  let notes = new StatementLog();
  const noted: LogStatement = (sql, send) => notes.record(sql, send);

  const open = async (pool: Pool) => {
    const db = openDatabase(url, { connectionLimit: CONNECTIONS, pool });
    // With a new pool, Prisma first queries the version of the server.
    await db.read(({ doctor }) => doctor.findFirst({ select: { id: true } }));
    return db;
  };
  const real = once(() => open(observedPool(openPool(url, CONNECTIONS, readSeconds), noted)));
  const rehearsed = once(() => open(dryRunPool(noted)));

  /** Lends a database until the work with it has ended. */
  const lend = async (
    database: () => Promise<Database>,
    to: (observed: ObservedDatabase) => void,
  ) => {
    const db = await database();
    const own = (notes = new StatementLog());
    await new Promise<void>((end) => {
      to({ db, statements: own.statements, milliseconds: () => own.milliseconds, end });
    });
  };
  const take = (database: () => Promise<Database>) =>
    new Promise<ObservedDatabase>((resolve, reject) => {
      inTurn(() => lend(database, resolve)).catch(reject);
    });

  return {
    observe: () => take(real.get),
    dryRun: () => take(rehearsed.get),
    async close() {
      for (const database of [real, rehearsed]) await (await database.made())?.close();
    },
  };
}

/** Enough for a transaction and concurrent reads. */
const CONNECTIONS = 2;

/** Creates something at the first use, and again if that failed. */
function once<Thing>(make: () => Promise<Thing>) {
  let making: Promise<Thing> | undefined;
  return {
    get: (): Promise<Thing> =>
      (making ??= make().catch((error: unknown) => {
        making = undefined;
        throw error;
      })),
    made: async (): Promise<Thing | undefined> => making,
  };
}

/** The driver's methods that send SQL, with their SQL if it is fixed. */
const SENDERS: Readonly<Record<string, string | null>> = {
  query: null,
  execute: null,
  beginTransaction: "START TRANSACTION",
  commit: "COMMIT",
  rollback: "ROLLBACK",
};

/** Wraps a pool to record the statements that are sent through it and its connections. */
function observedPool(pool: Pool, noted: LogStatement): Pool {
  return observed(pool, noted, {
    getConnection: async () => observed(await pool.getConnection(), noted, {}),
  });
}

function observed<Target extends Pool | PoolConnection>(
  target: Target,
  noted: LogStatement,
  others: Partial<Target>,
): Target {
  return new Proxy(target, {
    get(_, name) {
      const value: unknown = Reflect.get(name in others ? others : target, name);
      if (typeof value !== "function") return value;
      const call = value as (...args: unknown[]) => unknown;
      const fixed = typeof name === "string" ? SENDERS[name] : undefined;
      if (fixed === undefined) return call.bind(target);
      return (...args: unknown[]) =>
        noted(fixed ?? sqlOf(args[0]), async () => call.apply(target, args));
    },
  });
}
