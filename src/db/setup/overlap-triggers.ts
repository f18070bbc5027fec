import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Connection, SqlError } from "mariadb";
import { projectRoot } from "../../common/project-root.js";
import { DatabaseSetupError } from "./setup-error.js";

type Sql = Pick<Connection, "query">;

/**
 * Puts triggers into the database of `connection` (which must allow several statements at once) that
 * refuse overlaps and bookings with inactive doctors to any client; those that are there are renewed.
 *
 * @throws DatabaseSetupError with what to do if the server does not let this user make triggers.
 */
export async function createOverlapTriggers(connection: Sql): Promise<void> {
  await removeOverlapTriggers(connection);
  await run(connection, "create.sql");
}

/** Takes the triggers away, if they are there. */
export const removeOverlapTriggers = (connection: Sql): Promise<void> =>
  run(connection, "remove.sql");

async function run(connection: Sql, file: string): Promise<void> {
  const sql = await readFile(join(projectRoot, "prisma", "overlap-triggers", file), "utf8");
  try {
    await connection.query(sql);
  } catch (error) {
    const advice = ADVICE.get((error as SqlError).errno);
    if (advice === undefined) throw error;
    throw new DatabaseSetupError(advice, { cause: error });
  }
}

const ADVICE: ReadonlyMap<number, string> = new Map([
  [
    1419,
    "The server writes a binary log and lets only administrators make triggers (error 1419). " +
      "Let its administrator run `SET GLOBAL log_bin_trust_function_creators = 1` and put the " +
      "same into the server's configuration, or run this once with an administrator's DATABASE_URL.",
  ],
  [
    1142,
    "The user of DATABASE_URL may not make triggers (error 1142). Let an administrator run " +
      "`GRANT TRIGGER` on this database for it, or run this once with an administrator's DATABASE_URL.",
  ],
  [1146, "There are no tables yet. `npm run db:migrate` makes them."],
]);
