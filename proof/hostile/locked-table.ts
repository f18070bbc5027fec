import { join } from "node:path";
import { projectRoot } from "../../scripts/lib/processes.mjs";
import { connect } from "../../src/db/setup/ensure-schema.js";
import { startApiServer } from "../site.js";
import { send } from "../apis/http.js";
import type { Stage } from "../stage.js";

export const LOCKED_TABLE = "a table that others have locked";

/** The read timeout of a separate server: below the second after which a server probes its database. */
const READ_TIMEOUT_SECONDS = "0.5";
/** The time within which an aborted read must be answered, also on a busy machine. */
const MAX_MILLISECONDS = 900;
const QUERY = "{ patients(first: 1) { nodes { id } } doctors(first: 1) { nodes { id } } }";

/**
 * Reads two tables, one of which is locked: its statement must be aborted in time, and the error must not cause
 * anything to be run again.
 *
 * @param url of the clinic's database.
 * @returns the contradictions.
 */
export async function tryLockedTable({ clock, main }: Stage, url: string): Promise<string[]> {
  const log = join(projectRoot, ".local", "proof", "server-locked.log");
  const settings = { EXPOSE: "costs", READ_TIMEOUT_SECONDS };
  const server = await startApiServer("locked", main, url, log, clock.now, settings);
  const locking = await connect(url);
  const ask = async () => {
    const since = performance.now();
    const { body } = await send(
      server.address,
      "POST",
      "/graphql",
      { query: QUERY },
      { "x-explain-cost": "true" },
    );
    return { text: JSON.stringify(body), milliseconds: performance.now() - since };
  };
  try {
    // A query is compiled at its second use.
    await ask();
    const free = await ask();
    await locking.query("LOCK TABLES doctors WRITE");
    const locked = await ask();
    await locking.query("UNLOCK TABLES");
    return judge(free.text, locked);
  } finally {
    await locking.end();
    await server.kill();
  }
}

function judge(free: string, locked: { text: string; milliseconds: number }): string[] {
  const violations: string[] = [];
  const code = /"code":"(\w+)"/.exec(locked.text)?.[1] ?? "no error";
  if (code !== "TIMEOUT") violations.push(`a read that has to wait was answered with ${code}`);
  if (locked.milliseconds > MAX_MILLISECONDS) {
    violations.push(`a read that has to wait took ${Math.round(locked.milliseconds)} ms`);
  }
  const [before, after] = [statementsOf(free), statementsOf(locked.text)];
  if (before !== after) {
    violations.push(`an operation of ${before} statements sent ${after} when one of them failed`);
  }
  return violations.map((violation) => `${LOCKED_TABLE}: ${violation}`);
}

const statementsOf = (text: string): string => /"statements":(\d+)/.exec(text)?.[1] ?? "unknown";
