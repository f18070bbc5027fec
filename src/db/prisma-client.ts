import { PrismaMariaDb } from "@prisma/adapter-mariadb";
import type { Pool } from "mariadb";
import { PrismaClient } from "./__generated__/prisma/client.js";
import type { OnStatement } from "./statement.js";

/**
 * Creates a Prisma client on a pool, which it does not close. It does not read columns that only the database needs (the
 * key of an email address, the lock of a doctor).
 *
 * @param onStatement called with every SQL statement that Prisma sends, and its values.
 */
export function createPrismaClient(pool: Pool, onStatement?: OnStatement) {
  const prisma = new PrismaClient({
    // One message for each statement. The binary protocol also sends COM_STMT_CLOSE, which has no response: if a
    // Galera node has just rolled the transaction back (lost certification), that error is lost, and the rest of the
    // transaction is committed statement by statement, without its lock. `npm run prove` on a cluster shows this.
    adapter: new PrismaMariaDb(pool, { useTextProtocol: true }),
    omit: { patient: { emailKey: true }, doctor: { bookingLock: true } },
    transactionOptions: {
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
