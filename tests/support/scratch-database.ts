import { randomBytes } from "node:crypto";
import { connect } from "../../src/db/setup/ensure-schema.js";
import { databaseUrl } from "./environment.js";

export interface ScratchDatabase {
  url: string;
  drop: () => Promise<void>;
}

/** A new, empty database beside that of the tests. */
export async function makeScratchDatabase(): Promise<ScratchDatabase> {
  const url = new URL(databaseUrl);
  const name = `${decodeURIComponent(url.pathname.slice(1))}_${randomBytes(4).toString("hex")}`;
  url.pathname = `/${name}`;
  await execute(databaseUrl, `CREATE DATABASE \`${name}\``);
  const drop = async () => {
    await execute(databaseUrl, `DROP DATABASE \`${name}\``);
  };
  return { url: url.href, drop };
}

/** Runs the work with the URL of a new, empty database, which is dropped afterwards. */
export async function withScratchDatabase(work: (url: string) => Promise<void>): Promise<void> {
  const { url, drop } = await makeScratchDatabase();
  try {
    await work(url);
  } finally {
    await drop();
  }
}

/** Sends SQL on a connection of its own. */
export async function execute<Row = unknown>(
  url: string,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const connection = await connect(url);
  try {
    return await connection.query<Row[]>(sql, values);
  } finally {
    await connection.end();
  }
}
