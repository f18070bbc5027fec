import type { Connection } from "mariadb";
import { createOverlapTriggers, removeOverlapTriggers } from "../db/setup/overlap-triggers.js";
import { databaseErrorKind, loggableError, RETRYABLE } from "../db/errors.js";
import { dropOwnTables } from "../db/setup/migrations.js";
import { connect, ensureSchema } from "../db/setup/ensure-schema.js";
import { DatabaseSetupError } from "../db/setup/setup-error.js";
import { whyUnusable } from "../db/setup/why-unusable.js";
import { EnvironmentError, readEnvironment } from "../env.js";

/** The commands of `npm run db:…`, for the database that DATABASE_URL names. They do not ask for confirmation. */
const COMMANDS: Record<string, (url: string, flags: string[]) => Promise<string>> = {
  migrate: async (url) => {
    const applied = await ensureSchema(url);
    return applied.length === 0 ? "The tables are up to date." : `Applied: ${applied.join(", ")}`;
  },
  seed: async (url) => {
    await ensureSchema(url);
    const { seedIfEmpty } = await import("../../prisma/seed.js");
    return (await seedIfEmpty(url))
      ? "The demo clinic is in the database."
      : "The database already contains patients or doctors; nothing was added. `npm run db:reset` empties it.";
  },
  reset: async (url) => {
    await dropTables(url);
    await ensureSchema(url);
    return "All tables were created anew, without data. `npm run db:seed` adds the demo clinic.";
  },
  drop: async (url) => {
    await dropTables(url);
    return "All tables were dropped. A server that uses them returns 503 until `npm run db:migrate` creates them again.";
  },
  audit: async (url) => {
    const { audit } = await import("./audit.js");
    const { summary, isClean } = await audit(url, (line) => process.stdout.write(`${line}\n`));
    if (!isClean) process.exitCode = 1;
    return summary;
  },
  generate: async (url, flags) => {
    const appointments = readNumber(flags, "appointments") ?? 10_000;
    const size = {
      appointments,
      doctors: readNumber(flags, "doctors"),
      patients: readNumber(flags, "patients"),
      seed: readNumber(flags, "seed"),
      hours: flags.includes("--hours"),
    };
    const { generateClinic } = await import("./generate.js");
    await generateClinic(url, size, progress(appointments));
    return `A clinic with ${appointments} appointments is in the database.`;
  },
  "overlap-triggers": async (url, flags) => {
    const isRemoval = flags.includes("--remove");
    await onConnection(url, isRemoval ? removeOverlapTriggers : createOverlapTriggers);
    return isRemoval
      ? "The overlap triggers were removed. The rules of the API still apply."
      : "The database itself now refuses overlaps. `npm run db:overlap-triggers -- --remove` removes the triggers.";
  },
};

/** Reports the progress in tenths. */
function progress(total: number): (count: number) => void {
  let said = 0;
  return (count) => {
    const tenths = Math.floor((10 * count) / total);
    if (tenths > said) process.stdout.write(`${count} of ${total}\n`);
    said = tenths;
  };
}

/** The number after `--name`; undefined if there is no such flag. */
function readNumber(flags: string[], name: string): number | undefined {
  const index = flags.indexOf(`--${name}`);
  if (index < 0) return undefined;
  const number = Number(flags[index + 1]);
  if (Number.isInteger(number) && number > 0) return number;
  throw new EnvironmentError(`--${name} must be a whole number above zero.`);
}

const dropTables = (url: string): Promise<void> => onConnection(url, dropOwnTables);

async function onConnection(
  url: string,
  work: (connection: Connection) => Promise<void>,
): Promise<void> {
  const connection = await connect(url);
  try {
    await work(connection);
  } finally {
    await connection.end();
  }
}

async function main(): Promise<void> {
  const [verb = "", ...flags] = process.argv.slice(2);
  const command = COMMANDS[verb];
  if (!command) throw new EnvironmentError(`Usage: database ${Object.keys(COMMANDS).join("|")}`);
  const url = readEnvironment().DATABASE_URL;
  try {
    process.stdout.write(`${await command(url, flags)}\n`);
  } catch (error) {
    if (!isDatabaseProblem(error)) throw error;
    throw new DatabaseSetupError(whyUnusable(error, url), { cause: error });
  }
}

/** Whether the database caused the error, not a defect of this program. */
const isDatabaseProblem = (error: unknown): boolean =>
  !(error instanceof DatabaseSetupError) && RETRYABLE.has(databaseErrorKind(error));

try {
  await main();
} catch (error) {
  const isExplained = error instanceof EnvironmentError || error instanceof DatabaseSetupError;
  const fault = isExplained ? error.message : JSON.stringify(loggableError(error));
  process.stderr.write(`${fault}\n`);
  process.exitCode = 1;
}
