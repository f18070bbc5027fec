import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Connection, SqlError } from "mariadb";
import { projectRoot } from "../../common/project-root.js";
import { DatabaseSetupError } from "./setup-error.js";

type Sql = Pick<Connection, "query">;

/**
 * Creates triggers that refuse overlaps, and appointments with inactive doctors, from any client. Existing ones are
 * replaced. `connection` must allow several statements in one message.
 *
 * @throws DatabaseSetupError that says what to do, if this user may not create triggers.
 */
export async function createOverlapTriggers(connection: Sql): Promise<void> {
  await removeOverlapTriggers(connection);
  await run(connection, "create.sql");
}

/** Drops the triggers, if they exist. */
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
    "The server writes a binary log and lets only administrators create triggers (error 1419). " +
      "Have an administrator run `SET GLOBAL log_bin_trust_function_creators = 1` and add the " +
      "setting to the server's configuration, or run this once with an administrator's DATABASE_URL.",
  ],
  [
    1142,
    "The user of DATABASE_URL may not create triggers (error 1142). Have an administrator run " +
      "`GRANT TRIGGER` on this database for it, or run this once with an administrator's DATABASE_URL.",
  ],
  [1146, "There are no tables yet. Run `npm run db:migrate` to create them."],
]);
