import { createConnection, type Connection, type Prepare } from "mariadb";
import { connectionOptions, type StatementSeconds } from "./connection-options.js";
import { ServiceUnavailable } from "./errors.js";
import { ROWS, type Recipient } from "./statement.js";

/**
 * Connections over which short SELECTs are sent one behind the other, without waiting for the answers to
 * those before, and prepared: that takes less than a connection of the pool for each of them (bench/NOTES.md).
 */
export interface Pipelines extends Recipient {
  /** Gives up the connections, and what is under way on them; new ones are opened when they are needed. */
  reset(): void;

  close(): Promise<void>;
}

/** What an index answers at once takes less. */
const MAX_SILENCE_MILLISECONDS = 20;

/** A connection keeps so many statements, none of which is longer: they take memory on the server. */
const MAX_PREPARED = 100;
const MAX_PREPARED_LENGTH = 8_000;

/**
 * Pipelines to the database that `url` names; the first use of each connects.
 *
 * @param seconds how long a SELECT may take.
 * @param pool is asked instead while none of them has answered lately: what is sent behind a slow statement
 *   would wait for it.
 */
export function openPipelines(
  url: string,
  count: number,
  seconds: number,
  pool: Recipient,
): Pipelines {
  // Nothing else is sent over them.
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

/** A connection, and what has been prepared on it; null for what can't be. */
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

  /** How many statements have not been answered yet. */
  get underWay(): number {
    return this.#underWay;
  }

  /** Whether there was no answer for some time, although one is due. */
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
    const given = this.#line;
    this.#line = null;
    given?.then(
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
  // What can't be prepared is sent as it is, and tells itself what is wrong with it.
  const preparing = connection.prepare(sql).catch(() => null);
  prepared.set(sql, preparing);
  return preparing;
}
