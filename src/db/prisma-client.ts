import { PrismaMariaDb } from "@prisma/adapter-mariadb";
import type { Pool } from "mariadb";
import { Prisma, PrismaClient } from "./__generated__/prisma/client.js";

/**
 * The Prisma client on a pool of connections, which it does not close. Columns that serve only the
 * database (the key of an email, the lock of a doctor) are left out of what it reads.
 *
 * @param onStatement called with every SQL statement that Prisma sends, and its values.
 */
export function createPrismaClient(
  pool: Pool,
  onStatement?: (sql: string, values: unknown[]) => void,
) {
  const prisma = new PrismaClient({
    adapter: new PrismaMariaDb(pool),
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
      onStatement(event.query, JSON.parse(event.params) as unknown[]);
    });
  }
  return prisma;
}

export type Client = ReturnType<typeof createPrismaClient>;
