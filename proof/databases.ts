import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import type { Connection } from "mariadb";
import { connect } from "../src/db/setup/ensure-schema.js";
import { crashableServer } from "../scripts/lib/private-server.mjs";

/** A fault of a database node, and how to undo it. */
export interface Accident {
  name: "kill" | "pause" | "partition";
  /** Causes the fault on a node for a while, and undoes it; resolves when the node serves again. */
  happen(node: number, milliseconds: number): Promise<void>;
}

/** The database of the API: one server, or the nodes of a cluster. */
export interface Databases {
  /** `MariaDB 10.11.19`. */
  description: string;
  /** One URL for each node; all name the same, empty database. */
  urls: string[];
  /** The faults that can be caused; empty if the database is not under the control of this machine. */
  accidents: Accident[];
  /** Runs SQL on the first node, bypassing the API. */
  sql<Row>(text: string, values?: unknown[]): Promise<Row[]>;
  release(): Promise<void>;
}

/** A private server, on which faults can be caused. */
export async function ownDatabase(say: (doing: string) => void): Promise<Databases> {
  const server = await crashableServer(say);
  const undone = (
    name: Accident["name"],
    begin: () => Promise<void>,
    end: () => Promise<void>,
  ): Accident => ({
    name,
    async happen(_node, milliseconds) {
      await begin();
      await delay(milliseconds);
      await end();
    },
  });
  return {
    description: server.description.replace(/ of its own.*/, ""),
    urls: [server.url],
    accidents: [
      undone("kill", server.kill, server.start),
      undone("pause", server.pause, server.resume),
    ],
    sql: sqlOn(server.url),
    release: server.stop,
  };
}

/**
 * A new database on the servers that `urls` name, which is dropped at the end.
 *
 * @param control a program that causes faults on these servers, called as `control kill`, `start`,
 *   `pause`, `resume`; with a cluster, the number of the node follows, and there are `partition`,
 *   `heal`, and `wait`, which ends when all nodes serve. The others end when they are done.
 */
export async function givenDatabases(
  urls: readonly string[],
  control: string | undefined,
): Promise<Databases> {
  const [first = ""] = urls;
  const name = `${new URL(first).pathname.slice(1)}_proof_${randomBytes(4).toString("hex")}`;
  await sqlOn(first)(`CREATE DATABASE \`${name}\``);
  const own = urls.map((url) => Object.assign(new URL(url), { pathname: `/${name}` }).href);
  const sql = sqlOn(own[0] ?? "");
  const [version] = await sql<{ version: string }>("SELECT VERSION() AS version");
  return {
    description: describe(version?.version ?? ""),
    urls: own,
    accidents: control === undefined ? [] : accidentsBy(control, urls.length > 1),
    sql,
    release: async () => {
      await sqlOn(first)(`DROP DATABASE \`${name}\``);
    },
  };
}

const describe = (version: string): string =>
  `${version.includes("MariaDB") ? "MariaDB" : "MySQL"} ${/^[\d.]+/.exec(version)?.[0] ?? ""}`;

function accidentsBy(control: string, isCluster: boolean): Accident[] {
  const run = (...args: string[]) => promisify(execFile)(control, args);
  const call = async (verb: string, node: number) => {
    await run(verb, ...(isCluster ? [String(node + 1)] : []));
  };
  const accident = (name: Accident["name"], undo: string): Accident => ({
    name,
    async happen(node, milliseconds) {
      await call(name, node);
      await delay(milliseconds);
      await call(undo, node);
      // A node that was down for long must catch up before it serves again.
      if (isCluster) await run("wait");
    },
  });
  const alone = [accident("kill", "start"), accident("pause", "resume")];
  return isCluster ? [...alone, accident("partition", "heal")] : alone;
}

/** Opens a connection for each statement, because the server may have been down in between. */
const sqlOn =
  (url: string) =>
  async <Row>(text: string, values: unknown[] = []): Promise<Row[]> => {
    const connection: Connection = await connect(url);
    try {
      return await connection.query<Row[]>({ sql: text, bigIntAsNumber: true }, values);
    } finally {
      await connection.end();
    }
  };
