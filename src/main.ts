import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import closeWithGrace from "close-with-grace";
import type { Logger } from "pino";
import { createApp } from "./app.js";
import { openDatabase } from "./db/database.js";
import { openExplainer } from "./db/explainer.js";
import { prepareDatabase } from "./db/prepare.js";
import { DatabaseSetupError } from "./db/setup-error.js";
import { createDomain, isLostConnection, loggableError, type Domain } from "./domain/index.js";
import { EnvironmentError, readEnvironment } from "./env.js";
import { exposes, type Exposure } from "./exposure.js";
import { ManifestError } from "./graphql/trusted-documents.js";
import { createLogger } from "./logger.js";

/** How long requests that are under way may take when the server is closed. */
const CLOSING_MILLISECONDS = 15_000;
const PURGE_INTERVAL_MILLISECONDS = 60 * 60 * 1_000;

/** Environment, database, application, port: up in this order, and down in the opposite one. */
async function main(): Promise<void> {
  const environment = readEnvironment();
  const logger = createLogger(environment.LOG_LEVEL);
  const migrations = await prepareDatabase(environment.DATABASE_URL);
  if (migrations.length > 0) logger.info({ migrations }, "migrations applied");

  const db = openDatabase(environment.DATABASE_URL, {
    connectionLimit: environment.DATABASE_CONNECTIONS,
    readSeconds: environment.READ_TIMEOUT_SECONDS,
  });
  const domain = createDomain({ db });
  if (environment.SEED) await seed(environment.DATABASE_URL);
  const explainer = exposes(environment.EXPOSE, "costs")
    ? openExplainer(environment.DATABASE_URL, environment.READ_TIMEOUT_SECONDS)
    : undefined;
  const stopping = new AbortController();
  const app = await createApp({
    domain,
    logger,
    exposure: environment.EXPOSE,
    explainer,
    trustedDocuments: {
      trust: environment.TRUSTED_DOCUMENTS,
      manifests: environment.TRUSTED_MANIFESTS,
    },
    corsOrigins: environment.CORS_ORIGINS,
    restDeprecatedSince: environment.REST_DEPRECATED_SINCE ?? null,
    restSunset: environment.REST_SUNSET ?? null,
    maxConcurrentRequests: environment.MAX_CONCURRENT_REQUESTS,
    stopping: stopping.signal,
  });
  const purging = setInterval(() => void purge(domain), PURGE_INTERVAL_MILLISECONDS);

  const draining = environment.DRAIN_SECONDS * 1_000;
  const delay = draining + CLOSING_MILLISECONDS;
  surviveLostConnections(logger);
  const skip = ["uncaughtException" as const];
  closeWithGrace({ delay, logger: false, skip }, async ({ err, signal }) => {
    if (err) logger.fatal({ fault: loggableError(err) }, "the server ends");
    clearInterval(purging);
    stopping.abort();
    if (signal === "SIGTERM") await sleep(draining);
    await app.close();
    await explainer?.close();
    await db.close();
  });

  await app.listen({ port: environment.PORT, host: environment.HOST });
  welcome(app.server.address() as AddressInfo, environment.EXPOSE);

  async function purge({ idempotencyKeys }: Domain): Promise<void> {
    try {
      const count = await idempotencyKeys.purgeExpired();
      if (count > 0) logger.info({ count }, "expired idempotency keys removed");
    } catch (error) {
      logger.warn({ fault: loggableError(error) }, "expired idempotency keys could not be removed");
    }
  }
}

/**
 * The driver (mariadb 3.5.4) throws the loss of some connections where nobody can catch it, after it has
 * told all who were waiting for an answer. Any other exception ends the server, as a rejection does that
 * nobody handles.
 */
function surviveLostConnections(logger: Logger): void {
  process.on("uncaughtException", (error) => {
    if (!isLostConnection(error)) void Promise.reject(error);
    else logger.warn({ fault: loggableError(error) }, "a connection to the database was lost");
  });
}

/** Fills an empty database with the demo clinic, whose code is not loaded otherwise. */
async function seed(url: string): Promise<void> {
  const { seedIfEmpty } = await import("../prisma/seed.js");
  await seedIfEmpty(url);
}

function welcome({ address, port, family }: AddressInfo, exposure: Exposure): void {
  const host = family === "IPv6" ? `[${address}]` : address;
  const url = `http://${host === "0.0.0.0" || host === "[::]" ? "localhost" : host}:${port}`;
  const lines = [
    "",
    `  Patient Encounter System is up at ${url}`,
    "",
    `    GraphQL   ${url}/graphql`,
    ...(exposes(exposure, "explorers")
      ? [
          `    Explorer  ${url}/graphiql   (with examples of everything)`,
          `    Example   ${url}/examples/doctors-day/   (a page made with the client)`,
        ]
      : []),
    `    REST      ${url}/docs   (the endpoints of the earlier service)`,
    `    Health    ${url}/livez   ${url}/readyz   ${url}/metrics`,
    "",
    "  Try it:",
    "",
    `    curl -s ${url}/graphql -H 'content-type: application/json' \\`,
    `      -d '{"query":"{ doctors(first: 3) { nodes { id fullName specialty } } }"}'`,
    "",
    "  Ctrl-C stops it.",
    "",
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}

/** What an operator can act on, in a sentence; the stack only of what is a defect of ours. */
function explain(error: unknown): string {
  const explained = [EnvironmentError, DatabaseSetupError, ManifestError];
  if (error instanceof Error && explained.some((kind) => error instanceof kind)) {
    return error.message;
  }
  if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") {
    return "The port is taken by another program. Choose another one: PORT=4001 npm start";
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}
