import { createConnection, type Connection, type Prepare } from "mariadb";
import { connectionOptions, type StatementSeconds } from "./connection-options.js";
import { ServiceUnavailable } from "./errors.js";
import { ROWS, type Recipient } from "./statement.js";

/**
 * Connections that pipeline short, prepared SELECTs: each is sent without waiting for the results of those before. This
 * costs less than a pooled connection for each SELECT (bench/NOTES.md).
 */
export interface Pipelines extends Recipient {
  /** Drops the connections and their pending statements; new connections are opened when needed. */
  reset(): void;

  close(): Promise<void>;
}

/** A SELECT that an index answers immediately takes less time. */
const MAX_SILENCE_MILLISECONDS = 20;

/** The maximum of prepared statements on a connection, and of their length: they occupy memory on the server. */
const MAX_PREPARED = 100;
const MAX_PREPARED_LENGTH = 8_000;

/**
 * Opens pipelines to the database that `url` names. Each connects at its first use.
 *
 * @param seconds the time limit of a SELECT.
 * @param pool used instead while no pipeline has responded recently, because statements behind a slow one would
 *   wait for it.
 */
export function openPipelines(
  url: string,
  count: number,
  seconds: number,
  pool: Recipient,
): Pipelines {
  // Only SELECTs are sent over pipelines.
  const limits: StatementSeconds = { select: seconds, statement: seconds };
  const pipelines = Array.from({ length: count }, () => new Pipeline(url, limits));
  return {
    query(statement, values) {
      const now = performance.now();
      const best = pipelines
        .filter((pipeline) => !pipeline.isSilent(now))
        .reduce<Pipeline | null>(
          (least, each) => (least && least.underWay <= each.underWay ? least : each),
          null,
        );
      return (best ?? pool).query(statement, values);
    },
    reset() {
      for (const pipeline of pipelines) pipeline.reset();
    },
    async close() {
      await Promise.all(pipelines.map((pipeline) => pipeline.close()));
    },
  };
}

/** A connection and its prepared statements; null for statements that cannot be prepared. */
interface PreparedConnection {
  connection: Connection;
  prepared: Map<string, Promise<Prepare | null>>;
}

class Pipeline implements Recipient {
  readonly #url: string;
  readonly #limits: StatementSeconds;
  #line: Promise<PreparedConnection> | null = null;
  #underWay = 0;
  #lastSign = 0;

  constructor(url: string, limits: StatementSeconds) {
    this.#url = url;
    this.#limits = limits;
  }

  /** The number of pending statements. */
  get underWay(): number {
    return this.#underWay;
  }

  /** Whether statements are pending but no result has arrived for some time. */
  isSilent(now: number): boolean {
    return this.#underWay > 0 && now - this.#lastSign > MAX_SILENCE_MILLISECONDS;
  }

  async query<Answer>({ sql }: { sql: string }, values: unknown[]): Promise<Answer> {
    if (this.#underWay === 0) this.#lastSign = performance.now();
    this.#underWay += 1;
    try {
      const line = await (this.#line ??= this.#open());
      const prepared = await prepare(line, sql);
      return await (prepared
        ? prepared.execute<Answer>(values)
        : line.connection.query<Answer>(sql, values));
    } finally {
      this.#underWay -= 1;
      this.#lastSign = performance.now();
    }
  }

  reset(): void {
    const dropped = this.#line;
    this.#line = null;
    dropped?.then(
      ({ connection }) => {
        connection.destroy();
      },
      () => undefined,
    );
  }

  async close(): Promise<void> {
    const line = await this.#line?.catch(() => null);
    this.#line = null;
    await line?.connection.end();
  }

  #open(): Promise<PreparedConnection> {
    const options = { ...connectionOptions(this.#url, this.#limits), ...ROWS };
    const opening = createConnection(options).then(
      (connection): PreparedConnection => {
        connection.on("error", forget);
        connection.on("end", forget);
        return { connection, prepared: new Map() };
      },
      (cause: unknown) => {
        throw new ServiceUnavailable("No connection to the database could be opened", { cause });
      },
    );
    const forget = () => {
      if (this.#line === opening) this.#line = null;
    };
    opening.catch(forget);
    return opening;
  }
}

function prepare(
  { connection, prepared }: PreparedConnection,
  sql: string,
): Promise<Prepare | null> | null {
  const known = prepared.get(sql);
  if (known) return known;
  if (prepared.size >= MAX_PREPARED || sql.length > MAX_PREPARED_LENGTH) return null;
  // A statement that cannot be prepared is sent unprepared, so that its own error is reported.
  const preparing = connection.prepare(sql).catch(() => null);
  prepared.set(sql, preparing);
  return preparing;
}
