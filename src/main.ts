import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import closeWithGrace from "close-with-grace";
import type { FastifyInstance } from "fastify";
import { pino, type Logger } from "pino";
import { createApp } from "./http/app.js";
import { openDatabase, type OnAvailabilityChange } from "./db/database.js";
import { openExplainer } from "./db/explainer.js";
import { ensureSchema } from "./db/setup/ensure-schema.js";
import { DatabaseSetupError } from "./db/setup/setup-error.js";
import { whyUnusable } from "./db/setup/why-unusable.js";
import {
  createDomain,
  isLostConnection,
  loggableError,
  ServiceUnavailable,
  type Domain,
} from "./domain/index.js";
import { EnvironmentError, isInProduction, readEnvironment, type Environment } from "./env.js";
import { isExposed, type Exposure } from "./common/exposure.js";
import { ManifestError } from "./graphql/trusted-documents.js";
import { limitsOf } from "./http/limits.js";
import { createMetricsApp } from "./http/metrics.js";
import { createLogger } from "./logger.js";

/** How long requests that are under way may take when the server is closed. */
const CLOSING_MILLISECONDS = 15_000;
const PURGE_INTERVAL_MILLISECONDS = 60 * 60 * 1_000;

/** Environment, database, application, port: up in this order, and down in the opposite one. */
async function main(): Promise<void> {
  const environment = readEnvironment();
  const isProduction = environment.NODE_ENV === "production";
  const logger = createLogger(environment.LOG_LEVEL, !isProduction && process.stdout.isTTY);
  const migrations = await ensureSchema(environment.DATABASE_URL);
  if (migrations.length > 0) logger.info({ migrations }, "migrations applied");

  const db = openDatabase(environment.DATABASE_URL, {
    connectionLimit: environment.DATABASE_CONNECTIONS,
    readSeconds: environment.READ_TIMEOUT_SECONDS,
    onAvailabilityChange: reportTo(logger, environment.DATABASE_URL),
  });
  const domain = createDomain({ db });
  if (environment.SEED) await seed(environment.DATABASE_URL, logger);
  const explainer = isExposed(environment.EXPOSE, "costs")
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
    isRestLenient: environment.REST_LENIENT_CONTENT_TYPE,
    allowedHosts: environment.ALLOWED_HOSTS,
    servesMetrics: environment.METRICS_PORT === undefined,
    limits: limitsOf(environment),
    stopping: stopping.signal,
  });
  const metrics = environment.METRICS_PORT === undefined ? undefined : createMetricsApp(logger);
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
    await metrics?.close();
    await explainer?.close();
    await db.close();
  });

  await listen(app, environment);
  if (metrics) {
    const { HOST, METRICS_PORT = 0 } = environment;
    await listen(metrics, { HOST, PORT: METRICS_PORT }, "METRICS_PORT");
  }
  const url = urlOf(app.server.address() as AddressInfo);
  if (isProduction) createLogger("info", false).info({ url }, `${NAME} is up at ${url}`);
  else welcome(url, environment.EXPOSE);

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

/** Logs once that the database has become unusable and why, and once that it is back. */
const reportTo =
  (logger: Logger, url: string): OnAvailabilityChange =>
  (change) => {
    if (change.isAvailable) {
      const { afterMilliseconds } = change;
      logger.info({ afterMilliseconds }, "the database is back");
    } else {
      const { cause } = change;
      logger.error(
        { reason: whyUnusable(cause, url), fault: loggableError(cause) },
        "the database is lost: requests are answered with 503 until it is back",
      );
    }
  };

/** Fills an empty database with the demo clinic, whose code is not loaded otherwise. */
async function seed(url: string, logger: Logger): Promise<void> {
  const { seedIfEmpty } = await import("../prisma/seed.js");
  const isFilled = await seedIfEmpty(url).catch((cause: unknown) => {
    if (!(cause instanceof ServiceUnavailable)) throw cause;
    throw new DatabaseSetupError(
      "The database could not take the demo clinic in time: it is busy, or was lost. Start again.",
      { cause },
    );
  });
  if (isFilled) logger.info("the demo clinic was put into the empty database (SEED=true)");
}

/** @throws EnvironmentError if HOST and PORT can't be listened on, with what to do. */
async function listen(
  app: FastifyInstance,
  { HOST, PORT }: Pick<Environment, "HOST" | "PORT">,
  setting: "PORT" | "METRICS_PORT" = "PORT",
): Promise<void> {
  try {
    await app.listen({ port: PORT, host: HOST });
  } catch (error) {
    const advice = LISTEN_ADVICE[String((error as NodeJS.ErrnoException).code)];
    if (advice === undefined) throw error;
    throw new EnvironmentError(advice(HOST, PORT, setting), { cause: error });
  }
}

const unknownHost = (host: string): string =>
  `HOST=${host} is no name or address of this machine. Set HOST to 127.0.0.1 for callers on this machine ` +
  "alone, or to 0.0.0.0 for all.";

/** What to do where a place can't be listened on, by the system's name of the error. */
const LISTEN_ADVICE: Readonly<
  Record<string, (host: string, port: number, setting: string) => string>
> = {
  EADDRINUSE: (_host, port, setting) =>
    `Port ${port} is taken. Choose another one: ${setting}=${(port % 65_535) + 1} npm start`,
  EACCES: (_host, port, setting) =>
    `The system does not let this user listen on port ${port}. Choose one from 1024 on: ${setting}=4000 npm start`,
  EADDRNOTAVAIL: unknownHost,
  EINVAL: unknownHost,
  ENOTFOUND: unknownHost,
  EAI_AGAIN: unknownHost,
  EAFNOSUPPORT: unknownHost,
};

const NAME = "Patient Encounter System";

/** Where a caller on this machine finds the server. */
function urlOf({ address, port, family }: AddressInfo): string {
  const host = family === "IPv6" ? `[${address}]` : address;
  return `http://${host === "0.0.0.0" || host === "[::]" ? "localhost" : host}:${port}`;
}

function welcome(url: string, exposure: Exposure): void {
  const lines = [
    "",
    `  ${NAME} is up at ${url}`,
    "",
    `    GraphQL   ${url}/graphql`,
    ...(isExposed(exposure, "explorers")
      ? [
          `    Explorer  ${url}/graphiql   (with examples of everything)`,
          `    Example   ${url}/examples/doctors-day/   (a page made with the client)`,
        ]
      : []),
    ...(isExposed(exposure, "schema")
      ? [`    REST      ${url}/docs   (the endpoints of the earlier service)`]
      : []),
    `    Health    ${url}/livez   ${url}/readyz`,
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
function explain(error: unknown): string | null {
  const explained = [EnvironmentError, DatabaseSetupError, ManifestError];
  return error instanceof Error && explained.some((kind) => error instanceof kind)
    ? error.message
    : null;
}

/** Says on standard error why the server could not start: in production as a line of JSON, like the log. */
function reportFailure(error: unknown): void {
  const explanation = explain(error);
  if (isInProduction()) {
    const log = pino({ base: null }, pino.destination({ dest: 2, sync: true }));
    const fault = explanation === null ? { fault: loggableError(error) } : {};
    log.fatal({ reason: explanation, ...fault }, "the server can't start");
    return;
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${explanation ?? stack}\n`);
}

try {
  await main();
} catch (error) {
  reportFailure(error);
  process.exit(1);
}
