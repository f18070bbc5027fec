import { PrismaMariaDb } from "@prisma/adapter-mariadb";
import type { Pool } from "mariadb";
import { PrismaClient } from "./__generated__/prisma/client.js";
import type { OnStatement } from "./statement.js";

/**
 * The Prisma client on a pool of connections, which it does not close. Columns that serve only the
 * database (the key of an email, the lock of a doctor) are left out of what it reads.
 *
 * @param onStatement called with every SQL statement that Prisma sends, and its values.
 */
export function createPrismaClient(pool: Pool, onStatement?: OnStatement) {
  const prisma = new PrismaClient({
    // One message for each statement. The other protocol sends a COM_STMT_CLOSE after it, to which there
    // is no answer: a Galera node that has just taken the transaction away (a lost certification) loses
    // that error with it, and the rest of the transaction is committed statement by statement, without
    // its lock. `npm run prove` on a cluster shows it.
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
