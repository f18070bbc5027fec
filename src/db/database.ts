import { Prisma } from "./__generated__/prisma/client.js";
import { setTimeout as delay } from "node:timers/promises";
import type { Pool } from "mariadb";
import pLimit from "p-limit";
import { READ_SECONDS } from "./connection-options.js";
import {
  databaseErrorKind,
  RETRYABLE,
  OutcomeUnknown,
  ServiceUnavailable,
  StatementTimeout,
  type DatabaseErrorKind,
} from "./errors.js";
import { openPipelines } from "./pipelines.js";
import { createPrismaClient, type Client } from "./prisma-client.js";
import { openPool } from "./pool.js";
import { watchReachability, type OnAvailabilityChange } from "./reachability.js";
import { inSqlTransaction, type SqlTransaction } from "./sql-transaction.js";
import { sendStatement, type OnStatement, type Recipient, type SqlValue } from "./statement.js";

export { Prisma };
export type { OnAvailabilityChange, SqlTransaction, SqlValue };

/** How long work is tried again after its first failure: others' transactions end, outages may not. */
const CONFLICT_PATIENCE_MILLISECONDS = 6_000;
const OUTAGE_PATIENCE_MILLISECONDS = 1_000;

/** One of so many connections is a pipeline. */
const PIPELINE_SHARE = 4;

/** The tables as Prisma shows them, and SQL where Prisma's language does not reach. */
export type PrismaTransaction = Pick<
  Client,
  "patient" | "doctor" | "appointment" | "idempotencyKey" | "$queryRaw"
>;

export interface TransactionOptions<Result> {
  /** Whether what the work returned is to be committed; if not, everything is rolled back. */
  commitIf?: (result: Result) => boolean;
  /**
   * Whether running the work again after it may already have been committed does no harm, because
   * it looks up its own idempotency key first.
   */
  idempotent?: boolean;
  /** Whether a failure is told at once instead of the work's being run again. */
  once?: boolean;
}

export interface Database {
  /**
   * Reads outside a transaction; repeated if the connection was lost.
   *
   * @throws ServiceUnavailable if the database can't be reached.
   * @throws StatementTimeout if a statement takes longer than a read may.
   */
  read<Result>(work: (tables: PrismaTransaction) => Promise<Result>): Promise<Result>;

  /**
   * Sends one SELECT as `read` does, but past Prisma. Rows come as ROWS says.
   *
   * @param values what the question marks stand for.
   */
  select(sql: string, values: readonly SqlValue[]): Promise<unknown[][]>;

  /**
   * Does the same for a SELECT that an index answers at once, at less cost; others that are asked for at the
   * same time may have to wait for it.
   */
  selectPipelined(sql: string, values: readonly SqlValue[]): Promise<unknown[][]>;

  /**
   * Runs `work` in one READ COMMITTED transaction and returns what it returns. Conflicts with other
   * transactions, and connections lost before the COMMIT, roll it back and run it again from its
   * beginning until a deadline, so `work` must do nothing but talk to the database, and must let
   * every error of the database pass: after some of them the transaction is gone, and what would
   * follow would be committed by itself.
   *
   * @throws ServiceUnavailable if it could not be done in time; nothing was written.
   * @throws StatementTimeout if a statement took too long; nothing was written.
   * @throws OutcomeUnknown if the answer to the COMMIT was lost and the work is not repeatable.
   */
  transaction<Result>(
    work: (tables: PrismaTransaction) => Promise<Result>,
    options?: TransactionOptions<Result>,
  ): Promise<Result>;

  /** Does the same past Prisma, whose own work on a transaction takes far longer than the database's. */
  sqlTransaction<Result>(
    work: (tx: SqlTransaction) => Promise<Result>,
    options?: TransactionOptions<Result>,
  ): Promise<Result>;

  /** Whether the tables can be read, found out now, within a second. */
  isReachable(): Promise<boolean>;

  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** The most connections that are open at once, at least 2; 10 if left out. */
  connectionLimit?: number;
  /** How long a read may take; 0 for as long as it does, as in a look through all rows; READ_SECONDS if left out. */
  readSeconds?: number;
  /** Called when the database becomes unusable, and when it is usable again. */
  onAvailabilityChange?: OnAvailabilityChange;
  /** Called with every SQL statement that is sent, and its values. */
  onStatement?: OnStatement;
  /** The only connections to use, which are closed with it; its own if left out. */
  pool?: Pool;
}

/**
 * Opens a pool of connections to the database that `url` names; the first use connects.
 *
 * @throws DatabaseSetupError if the URL is unusable.
 */
export function openDatabase(
  url: string,
  {
    connectionLimit = 10,
    readSeconds = READ_SECONDS,
    onAvailabilityChange,
    onStatement,
    pool: externalPool,
  }: DatabaseOptions = {},
): Database {
  const pipelineCount = externalPool ? 0 : Math.floor(connectionLimit / PIPELINE_SHARE);
  const poolSize = connectionLimit - pipelineCount;
  const pool = externalPool ?? openPool(url, poolSize, readSeconds);
  const pipelines = openPipelines(url, pipelineCount, readSeconds, pool);
  const prisma = createPrismaClient(pool, onStatement);

  // The pool hands connections to transactions in no order: under load some callers would wait
  // until they time out. This queue is first come, first served, and leaves one connection to reads.
  const inQueue = pLimit(Math.max(1, poolSize - 1));

  const reachability = watchReachability(url, onAvailabilityChange);

  /** Runs `attempt` again, with growing random pauses, while it fails in a way that may pass. */
  async function retryUntilDeadline<Result>(
    attempt: () => Promise<Result>,
    isRetryable: (kind: DatabaseErrorKind) => boolean,
  ): Promise<Result> {
    // From the first failure on: waiting for one's turn is no failure.
    let since = Infinity;
    // Once an outcome is unknown, no later failure of a repetition makes it known.
    let unknown: OutcomeUnknown | undefined;
    for (let failures = 0; ; failures += 1) {
      try {
        return await attempt();
      } catch (error) {
        if (error instanceof OutcomeUnknown) unknown ??= error;
        const kind = databaseErrorKind(error);
        if (!isRetryable(kind)) throw unknown ?? (kind === "timeout" ? tookTooLong(error) : error);
        // Nobody waits for a database that has been away for longer than one would wait.
        since = Math.min(since, reachability.unreachableSince() ?? Date.now());
        const patience =
          kind === "conflict" ? CONFLICT_PATIENCE_MILLISECONDS : OUTAGE_PATIENCE_MILLISECONDS;
        const pause = Math.random() * Math.min(300, 4 * 2 ** failures);
        if (Date.now() + pause > since + patience) {
          throw (
            unknown ??
            new ServiceUnavailable("The database could not do this in time", { cause: error })
          );
        }
        await delay(pause);
      }
    }
  }

  /** A transaction that `begin` opens around its work. */
  const transactional =
    <Handle>(begin: Begin<Handle>) =>
    <Result>(
      work: (handle: Handle) => Promise<Result>,
      { commitIf = () => true, idempotent = false, once = false }: TransactionOptions<Result> = {},
    ): Promise<Result> => {
      const attempt = () => {
        const { run, abandon } = makeTransaction(begin, work, commitIf);
        return inQueue(() => reachability.during(run, abandon));
      };
      if (once) return attempt();
      return retryUntilDeadline(attempt, (kind) =>
        kind === "unknown" ? idempotent : !NOT_RETRYABLE.has(kind),
      );
    };

  const reads = <Result>(
    work: () => Promise<Result>,
    onLoss: () => Error = databaseLost,
  ): Promise<Result> =>
    retryUntilDeadline(
      () => reachability.during(work, onLoss),
      (kind) => RETRYABLE.has(kind),
    );

  const ask = (recipient: Recipient, sql: string, values: readonly SqlValue[]) =>
    sendStatement<unknown[][]>(recipient, sql, values, onStatement);

  const pipelinesLost = () => {
    // They would be silent for as long as the network takes to find out.
    pipelines.reset();
    return databaseLost();
  };

  return {
    read: (work) => reads(() => work(prisma)),

    select: (sql, values) => reads(() => ask(pool, sql, values)),

    selectPipelined: (sql, values) => reads(() => ask(pipelines, sql, values), pipelinesLost),

    transaction: transactional<PrismaTransaction>((work, committing) =>
      prisma.$transaction(async (tables) => {
        const result = await work(tables);
        committing();
        return result;
      }),
    ),

    sqlTransaction: transactional<SqlTransaction>((work, committing) =>
      inSqlTransaction(pool, onStatement, work, committing),
    ),

    isReachable: () => reachability.check(),

    async close() {
      reachability.close();
      await prisma.$disconnect();
      await pipelines.close();
      await pool.end();
    },
  };
}

/** What no repetition of a transaction mends. */
const NOT_RETRYABLE: ReadonlySet<DatabaseErrorKind> = new Set(["timeout", "other"]);

const tookTooLong = (cause: unknown): Error =>
  new StatementTimeout("A statement was ended before it was done", { cause });

const databaseLost = (): Error => new ServiceUnavailable("The database was lost");

/**
 * Opens a transaction, does the work in it and commits it; or rolls it back, if the work throws, or
 * `committing`, which is called right before the COMMIT is sent.
 */
type Begin<Handle> = <Result>(
  work: (handle: Handle) => Promise<Result>,
  committing: () => void,
) => Promise<Result>;

/**
 * One transaction around the work, to its COMMIT or, if the result is not to be kept, ROLLBACK.
 * `abandon` gives it up while it runs, and returns what is known of its outcome then.
 */
function makeTransaction<Handle, Result>(
  begin: Begin<Handle>,
  work: (handle: Handle) => Promise<Result>,
  commitIf: (result: Result) => boolean,
) {
  let state: "open" | "committing" | "abandoned" = "open";
  let rolledBack: RollBack<Result> | undefined;

  const committing = () => {
    // A database that hung and goes on must not commit what its caller was told has failed.
    if (state === "abandoned") throw databaseLost();
    state = "committing";
  };

  const run = async (): Promise<Result> => {
    try {
      return await begin(async (handle) => {
        const result = await work(handle);
        if (!commitIf(result)) throw (rolledBack = new RollBack(result));
        return result;
      }, committing);
    } catch (error) {
      if (rolledBack && error === rolledBack) return rolledBack.result;
      if (state === "committing" && LEAVES_COMMIT_OPEN.has(databaseErrorKind(error))) {
        throw commitLost(error);
      }
      throw error;
    }
  };

  const abandon = (): Error => {
    if (state === "committing") return commitLost();
    state = "abandoned";
    return databaseLost();
  };

  return { run, abandon };
}

/** After these, a COMMIT that was under way may have been carried out. */
const LEAVES_COMMIT_OPEN: ReadonlySet<DatabaseErrorKind> = new Set(["disconnected", "timeout"]);

const commitLost = (cause?: unknown): Error =>
  new OutcomeUnknown("The answer to a COMMIT was lost", { cause });

/** Makes the transaction roll back, and carries the result out. */
class RollBack<Result> extends Error {
  constructor(readonly result: Result) {
    super("The result of this transaction is not to be kept");
  }
}
