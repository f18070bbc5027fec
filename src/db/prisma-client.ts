import { PrismaMariaDb } from "@prisma/adapter-mariadb";
import mariadb from "mariadb";
import { Prisma, PrismaClient } from "./__generated__/prisma/client.js";
import { connectionOptions } from "./connection-options.js";

export interface PrismaClientOptions {
  /** The most connections that are open at once. */
  connectionLimit: number;
  /** Called with the text of every SQL statement that Prisma sends, without its values. */
  onStatement?: ((sql: string) => void) | undefined;
}

/**
 * The Prisma client, on a pool of connections to the database that `url` names. Columns that serve
 * only the database (the key of an email, the lock of a doctor) are left out of what it reads.
 */
export function createPrismaClient(
  url: string,
  { connectionLimit, onStatement }: PrismaClientOptions,
) {
  const session = connectionOptions(url);
  const pool = mariadb.createPool({
    ...session,
    connectionLimit,
    acquireTimeout: 4_000,
    // Prisma's statements have many texts and few repetitions: preparing them costs more than it saves.
    prepareCacheLength: 0,
  });
  const prisma = new PrismaClient({
    adapter: new PrismaMariaDb(pool, { database: session.database, disposeExternalPool: true }),
    omit: { patient: { emailKey: true }, doctor: { bookingLock: true } },
    transactionOptions: {
      isolationLevel: Prisma.TransactionIsolationLevel.ReadCommitted,
      maxWait: 5_000,
      timeout: 10_000,
    },
    log: onStatement ? [{ emit: "event", level: "query" }] : [],
  });
  if (onStatement) {
    prisma.$on("query", (event) => {
      onStatement(event.query);
    });
  }
  return prisma;
}

export type Client = ReturnType<typeof createPrismaClient>;
