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
import { inSqlTransaction, type SqlReader, type SqlTransaction } from "./sql-transaction.js";
import { sendStatement, type OnStatement, type Recipient, type SqlValue } from "./statement.js";

export { Prisma };
export type { OnAvailabilityChange, SqlReader, SqlTransaction, SqlValue };

/** How long to retry after the first failure. Conflicts end soon; outages may not. */
const CONFLICT_RETRY_MILLISECONDS = 6_000;
const OUTAGE_RETRY_MILLISECONDS = 1_000;

/** One of this many connections is a pipeline. */
const PIPELINE_SHARE = 4;

/** Prisma's models, and raw SQL for what they cannot express. */
export type PrismaTransaction = Pick<
  Client,
  | "patient"
  | "doctor"
  | "appointment"
  | "schedule"
  | "scheduleException"
  | "idempotencyKey"
  | "$queryRaw"
>;

export interface TransactionOptions<Result> {
  /** Whether to commit, given the result of the work; if false, the transaction is rolled back. */
  commitIf?: (result: Result) => boolean;
  /**
   * Whether the work may run again after a COMMIT with an unknown outcome, because it looks up its own idempotency key
   * first.
   */
  idempotent?: boolean;
  /** Whether to run the work again after a conflict or a lost connection; true by default. */
  retry?: boolean;
}

export interface Database {
  /**
   * Reads outside a transaction; retries if the connection is lost.
   *
   * @throws ServiceUnavailable if the database is unreachable.
   * @throws StatementTimeout if a statement exceeds the time limit of reads.
   */
  read<Result>(work: (tables: PrismaTransaction) => Promise<Result>): Promise<Result>;

  /**
   * Like `read`, for one SELECT without Prisma. ROWS describes the format of the rows.
   *
   * @param values the values of the question marks.
   */
  select(sql: string, values: readonly SqlValue[]): Promise<unknown[][]>;

  /**
   * Like `select`, at a lower cost, for SELECTs that an index answers immediately: other statements may have to wait
   * behind this one.
   */
  selectPipelined(sql: string, values: readonly SqlValue[]): Promise<unknown[][]>;

  /**
   * Runs `work` in one READ COMMITTED transaction and returns its result. After a conflict with another transaction, or a
   * connection lost before the COMMIT, it rolls back and runs `work` again from the beginning, until a deadline.
   * Therefore `work` must have no effects outside the database. It must also let every database error pass: after some
   * of them the transaction no longer exists, and each later statement would be committed by itself.
   *
   * @throws ServiceUnavailable if it could not be done in time; nothing was written.
   * @throws StatementTimeout if a statement took too long; nothing was written.
   * @throws OutcomeUnknown if the connection was lost during the COMMIT and the work is not idempotent.
   */
  transaction<Result>(
    work: (tables: PrismaTransaction) => Promise<Result>,
    options?: TransactionOptions<Result>,
  ): Promise<Result>;

  /** Like `transaction`, without Prisma, whose overhead for a transaction is far longer than the database's work. */
  sqlTransaction<Result>(
    work: (tx: SqlTransaction) => Promise<Result>,
    options?: TransactionOptions<Result>,
  ): Promise<Result>;

  /** Checks whether the tables can be read; takes at most a second. */
  isReachable(): Promise<boolean>;

  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** The maximum of open connections, at least 2; 10 by default. */
  connectionLimit?: number;
  /** The time limit of a read, in seconds; 0 for none, as for a scan of all rows; READ_SECONDS by default. */
  readSeconds?: number;
  /** Called when the database becomes unreachable, and when it is reachable again. */
  onAvailabilityChange?: OnAvailabilityChange;
  /** Called with every SQL statement that is sent, and its values. */
  onStatement?: OnStatement;
  /** A pool to use instead of one of its own; it is closed with the database. */
  pool?: Pool;
}

/**
 * Opens a pool of connections to the database that `url` names. It connects at the first use.
 *
 * @throws DatabaseSetupError if the URL is invalid.
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

  // The pool hands out connections in no particular order: under load, some callers would wait until they time
  // out. This queue is first come, first served, and leaves one connection for reads.
  const queued = pLimit(Math.max(1, poolSize - 1));

  const reachability = watchReachability(url, onAvailabilityChange);

  /** Retries `attempt` with growing random pauses while its errors are retryable. */
  async function retryUntilDeadline<Result>(
    attempt: () => Promise<Result>,
    isRetryable: (kind: DatabaseErrorKind) => boolean,
  ): Promise<Result> {
    // The time of the first failure: waiting in the queue does not count.
    let since = Infinity;
    // Once the outcome of an attempt is unknown, a failure of a later attempt does not make it known.
    let unknown: OutcomeUnknown | undefined;
    for (let failures = 0; ; failures += 1) {
      try {
        return await attempt();
      } catch (error) {
        if (error instanceof OutcomeUnknown) unknown ??= error;
        const kind = databaseErrorKind(error);
        if (!isRetryable(kind)) throw unknown ?? (kind === "timeout" ? tookTooLong(error) : error);
        // An outage that began earlier counts from its beginning.
        since = Math.min(since, reachability.unreachableSince() ?? Date.now());
        const limit = kind === "conflict" ? CONFLICT_RETRY_MILLISECONDS : OUTAGE_RETRY_MILLISECONDS;
        const pause = Math.random() * Math.min(300, 4 * 2 ** failures);
        if (Date.now() + pause > since + limit) {
          throw (
            unknown ??
            new ServiceUnavailable("The database could not do this in time", { cause: error })
          );
        }
        await delay(pause);
      }
    }
  }

  /** Makes a function that runs work in a transaction that `begin` opens. */
  const runTransactions =
    <Handle>(begin: Begin<Handle>) =>
    <Result>(
      work: (handle: Handle) => Promise<Result>,
      { commitIf = () => true, idempotent = false, retry = true }: TransactionOptions<Result> = {},
    ): Promise<Result> => {
      const attempt = () => {
        const { run, abandon } = makeTransaction(begin, work, commitIf);
        return queued(() => reachability.during(run, abandon));
      };
      if (!retry) return attempt();
      return retryUntilDeadline(attempt, (kind) =>
        kind === "unknown" ? idempotent : !NOT_RETRYABLE.has(kind),
      );
    };

  const readWithRetries = <Result>(
    work: () => Promise<Result>,
    onLoss: () => Error = connectionLost,
  ): Promise<Result> =>
    retryUntilDeadline(
      () => reachability.during(work, onLoss),
      (kind) => RETRYABLE.has(kind),
    );

  const send = (recipient: Recipient, sql: string, values: readonly SqlValue[]) =>
    sendStatement<unknown[][]>(recipient, sql, values, onStatement);

  const pipelinesLost = () => {
    // Otherwise they would stay unresponsive until the network reports the failure.
    pipelines.reset();
    return connectionLost();
  };

  return {
    read: (work) => readWithRetries(() => work(prisma)),

    select: (sql, values) => readWithRetries(() => send(pool, sql, values)),

    selectPipelined: (sql, values) =>
      readWithRetries(() => send(pipelines, sql, values), pipelinesLost),

    transaction: runTransactions<PrismaTransaction>((work, committing) =>
      prisma.$transaction(async (tables) => {
        const result = await work(tables);
        committing();
        return result;
      }),
    ),

    sqlTransaction: runTransactions<SqlTransaction>((work, committing) =>
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

/** Errors of a transaction that no retry can fix. */
const NOT_RETRYABLE: ReadonlySet<DatabaseErrorKind> = new Set(["timeout", "other"]);

const tookTooLong = (cause: unknown): Error =>
  new StatementTimeout("A statement was ended before it completed", { cause });

const connectionLost = (): Error =>
  new ServiceUnavailable("The connection to the database was lost");

/**
 * Opens a transaction, does the work in it and commits. Rolls back if the work throws, or if `committing` does, which
 * is called right before the COMMIT is sent.
 */
type Begin<Handle> = <Result>(
  work: (handle: Handle) => Promise<Result>,
  committing: () => void,
) => Promise<Result>;

/**
 * One transaction around the work, up to COMMIT or ROLLBACK. `abandon` gives up the transaction while it runs, and
 * returns the error that describes its outcome.
 */
function makeTransaction<Handle, Result>(
  begin: Begin<Handle>,
  work: (handle: Handle) => Promise<Result>,
  commitIf: (result: Result) => boolean,
) {
  let state: "open" | "committing" | "abandoned" = "open";
  let rolledBack: RollBack<Result> | undefined;

  const committing = () => {
    // A database that resumes after a hang must not commit what was already reported as failed.
    if (state === "abandoned") throw connectionLost();
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
    return connectionLost();
  };

  return { run, abandon };
}

/** After these errors, a COMMIT that was being sent may have succeeded. */
const LEAVES_COMMIT_OPEN: ReadonlySet<DatabaseErrorKind> = new Set(["disconnected", "timeout"]);

const commitLost = (cause?: unknown): Error =>
  new OutcomeUnknown("The connection was lost during a COMMIT", { cause });

/** Thrown to roll back the transaction; carries the result to the caller. */
class RollBack<Result> extends Error {
  constructor(readonly result: Result) {
    super("The transaction is rolled back, as commitIf demands");
  }
}
