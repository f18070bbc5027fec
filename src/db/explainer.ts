import type { Pool, PoolConnection } from "mariadb";
import pLimit from "p-limit";
import { StatementLog, sqlOf, type LogStatement } from "./statement-log.js";
import { openDatabase, type Database } from "./database.js";
import { openPool } from "./pool.js";
import { dryRunPool } from "./dry-run.js";

/** A database whose statements are noted while one piece of work uses it. */
export interface ObservedDatabase {
  db: Database;
  /** Every statement that was sent, BEGIN and COMMIT among them, in order. */
  statements: readonly string[];
  /** How long at least one of them was under way. */
  milliseconds: () => number;
  /** To be called when the work is done: the next one waits for that. */
  end: () => void;
}

/**
 * Finds out what work asks of the database. Such work has a pool of its own and is done one piece at a time,
 * so that each statement is that work's; no other work has anything to do with it.
 */
export interface Explainer {
  /** For work that is done. What it takes to connect is not noted. */
  observe: () => Promise<ObservedDatabase>;
  /** For work that is not done: nothing is sent; rehearsal.ts says what is answered. */
  dryRun: () => Promise<ObservedDatabase>;
  close: () => Promise<void>;
}

/**
 * An explainer for the database that `url` names; the first use connects.
 *
 * @param readSeconds how long a read may take; READ_SECONDS if left out.
 */
export function openExplainer(url: string, readSeconds?: number): Explainer {
  const inTurn = pLimit(1);
  let notes = new StatementLog();
  const noted: LogStatement = (sql, send) => notes.record(sql, send);

  const open = async (pool: Pool) => {
    const db = openDatabase(url, { connectionLimit: CONNECTIONS, pool });
    // Prisma asks a new pool for its version.
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

/** Enough for a transaction beside reads. */
const CONNECTIONS = 2;

/** Makes something when it is first asked for, and again if that failed. */
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

/** What sends SQL, by name; the driver's own words for a transaction send SQL without being given it. */
const SENDERS: Readonly<Record<string, string | null>> = {
  query: null,
  execute: null,
  beginTransaction: "START TRANSACTION",
  commit: "COMMIT",
  rollback: "ROLLBACK",
};

/** A pool that notes what is sent through it and its connections. */
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
