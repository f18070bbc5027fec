import { createConnection, type Connection, type Prepare } from "mariadb";
import { connectionOptions } from "./connection-options.js";
import { ROWS, toDriver, type SqlValue } from "./statement.js";

/**
 * Connections over which short SELECTs are sent one behind the other, without waiting for the answers to
 * those before, and prepared: that takes less than a connection of the pool for each of them (bench/NOTES.md).
 */
export interface Pipelines {
  /**
   * Sends a SELECT; rows come as ROWS says. Null if none of the connections has answered lately: what is
   * sent behind a slow statement would wait for it.
   */
  send(sql: string, values: readonly SqlValue[]): Promise<unknown[][]> | null;

  /** Gives up the connections, and what is under way on them; new ones are opened when they are needed. */
  reset(): void;

  close(): Promise<void>;
}

/** What an index answers at once takes less. */
const LONGEST_SILENCE_MILLISECONDS = 20;

/** A connection keeps so many statements, none of which is longer: they take memory on the server. */
const MOST_PREPARED = 100;
const LONGEST_PREPARED = 8_000;

/** Pipelines to the database that `url` names; the first use of each connects. */
export function openPipelines(url: string, count: number): Pipelines {
  const pipelines = Array.from({ length: count }, () => new Pipeline(url));
  return {
    send(sql, values) {
      const now = performance.now();
      const best = pipelines
        .filter((pipeline) => !pipeline.isSilent(now))
        .reduce<Pipeline | null>(
          (least, each) => (least && least.underWay <= each.underWay ? least : each),
          null,
        );
      return best && best.send(sql, toDriver(values));
    },
    reset() {
      for (const pipeline of pipelines) pipeline.reset();
    },
    async close() {
      await Promise.all(pipelines.map((pipeline) => pipeline.close()));
    },
  };
}

class Pipeline {
  readonly #url: string;
  #connection: Promise<Connection> | null = null;
  /** Null for what can't be prepared (any more). */
  readonly #prepared = new Map<string, Promise<Prepare | null>>();
  #underWay = 0;
  #lastSign = 0;

  constructor(url: string) {
    this.#url = url;
  }

  /** How many statements have not been answered yet. */
  get underWay(): number {
    return this.#underWay;
  }

  /** Whether there was no answer for some time, although one is due. */
  isSilent(now: number): boolean {
    return this.#underWay > 0 && now - this.#lastSign > LONGEST_SILENCE_MILLISECONDS;
  }

  async send(sql: string, values: unknown[]): Promise<unknown[][]> {
    if (this.#underWay === 0) this.#lastSign = performance.now();
    this.#underWay += 1;
    try {
      const connection = await (this.#connection ??= this.#open());
      const prepared = await this.#prepare(connection, sql);
      return await (prepared
        ? prepared.execute<unknown[][]>(values)
        : connection.query<unknown[][]>(sql, values));
    } finally {
      this.#underWay -= 1;
      this.#lastSign = performance.now();
    }
  }

  reset(): void {
    const given = this.#connection;
    this.#forget();
    given?.then(
      (connection) => {
        connection.destroy();
      },
      () => undefined,
    );
  }

  async close(): Promise<void> {
    const connection = await this.#connection?.catch(() => null);
    this.#forget();
    await connection?.end();
  }

  #open(): Promise<Connection> {
    const opening = createConnection({ ...connectionOptions(this.#url), ...ROWS });
    const forget = () => {
      if (this.#connection === opening) this.#forget();
    };
    opening.then((connection) => {
      connection.on("error", forget);
      connection.on("end", forget);
    }, forget);
    return opening;
  }

  #forget(): void {
    this.#connection = null;
    this.#prepared.clear();
  }

  #prepare(connection: Connection, sql: string): Promise<Prepare | null> | null {
    const known = this.#prepared.get(sql);
    if (known) return known;
    if (this.#prepared.size >= MOST_PREPARED || sql.length > LONGEST_PREPARED) return null;
    // What can't be prepared is sent as it is, and tells itself what is wrong with it.
    const preparing = connection.prepare(sql).catch(() => null);
    this.#prepared.set(sql, preparing);
    return preparing;
  }
}
