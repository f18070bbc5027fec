import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import closeWithGrace from "close-with-grace";
import type { FastifyInstance } from "fastify";
import { pino, type Logger } from "pino";
import { openDevIssuer } from "./access/dev-issuer.js";
import { createAccess } from "./access/index.js";
import type { AuthMode } from "./access/settings.js";
import { createApp } from "./http/app.js";
import { openDatabase, type OnAvailabilityChange } from "./db/database.js";
import { openExplainer } from "./db/explainer.js";
import { ensureSchema } from "./db/setup/ensure-schema.js";
import { DatabaseSetupError } from "./db/setup/setup-error.js";
import { whyUnusable } from "./db/setup/why-unusable.js";
import {
  createDomain,
  isLostConnection,
  isZoneDataOld,
  loggableError,
  ServiceUnavailable,
  ZONE_DATA,
  type Domain,
} from "./domain/index.js";
import {
  EnvironmentError,
  isInProduction,
  readAccessSettings,
  readEnvironment,
  type Environment,
} from "./env.js";
import { isExposed, type Exposure } from "./common/exposure.js";
import { ManifestError } from "./graphql/trusted-documents.js";
import { limitsOf } from "./http/limits.js";
import { createMetricsApp } from "./http/metrics.js";
import { createLogger } from "./logger.js";

/** How long pending requests may take when the server closes. */
const CLOSING_MILLISECONDS = 15_000;
const PURGE_INTERVAL_MILLISECONDS = 60 * 60 * 1_000;

/** Starts the environment, the database, the app and the port, in this order; they are closed in reverse. */
async function main(): Promise<void> {
  const environment = readEnvironment();
  const settings = readAccessSettings(environment);
  const isProduction = environment.NODE_ENV === "production";
  const isTerminal = !isProduction && process.stdout.isTTY;
  const logger = createLogger(environment.LOG_LEVEL, isTerminal);
  const migrations = await ensureSchema(environment.DATABASE_URL);
  if (migrations.length > 0) logger.info({ migrations }, "migrations applied");
  reportZones(logger, environment.CLINIC_TIME_ZONE);

  const db = openDatabase(environment.DATABASE_URL, {
    connectionLimit: environment.DATABASE_CONNECTIONS,
    readSeconds: environment.READ_TIMEOUT_SECONDS,
    onAvailabilityChange: reportTo(logger, environment.DATABASE_URL),
  });
  const domain = createDomain({ db, timeZone: environment.CLINIC_TIME_ZONE });
  if (environment.SEED) await seed(environment.DATABASE_URL, logger);
  const explainer = isExposed(environment.EXPOSE, "costs")
    ? openExplainer(environment.DATABASE_URL, environment.READ_TIMEOUT_SECONDS)
    : undefined;
  const access = createAccess({ settings, db, report: reportIssuer(logger) });
  const stopping = new AbortController();
  const app = await createApp({
    domain,
    logger,
    access,
    devIssuer: settings.mode === "dev" ? await openDevIssuer() : undefined,
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
    if (err)
      logger.fatal({ fault: loggableError(err) }, "the server is shutting down after an error");
    clearInterval(purging);
    stopping.abort();
    if (signal === "SIGTERM" && draining > 0) {
      announce({ seconds: draining / 1_000 }, DRAINING);
      await sleep(draining);
    }
    access.close();
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
  access.start(url);
  if (isProduction) announce({ url }, `${NAME} is up at ${url}`);
  else welcome(url, environment.EXPOSE, settings.mode);

  /** Logs what an operator must see at any LOG_LEVEL. */
  function announce(facts: object, message: string): void {
    createLogger("info", isTerminal).info(facts, message);
  }

  async function purge({ purgeExpiredKeys, purgeExpiredHolds }: Domain): Promise<void> {
    try {
      const keys = await purgeExpiredKeys();
      const holds = await purgeExpiredHolds();
      if (keys + holds > 0)
        logger.info({ keys, holds }, "expired idempotency keys and holds removed");
    } catch (error) {
      logger.warn({ fault: loggableError(error) }, "expired rows could not be removed");
    }
  }
}

/**
 * Keeps the server running when the driver (mariadb 3.5.4) reports a lost connection as an uncaught exception, which it does
 * after it has rejected all pending statements. Any other exception ends the server, as an unhandled rejection.
 */
function surviveLostConnections(logger: Logger): void {
  process.on("uncaughtException", (error) => {
    if (!isLostConnection(error)) void Promise.reject(error);
    else logger.warn({ fault: loggableError(error) }, "a connection to the database was lost");
  });
}

/** Logs by which zone data hours are judged. */
function reportZones(logger: Logger, timeZone: string): void {
  const facts = { zoneData: ZONE_DATA, timeZone };
  logger.info(facts, "doctors' hours are in the time zone of the clinic unless they have another");
  if (isZoneDataOld(ZONE_DATA, new Date())) {
    logger.warn(
      facts,
      "the zone data is older than a year: hours may be an hour off where clocks follow newer rules (docs/availability.md)",
    );
  }
}

/** Logs that the database has become unreachable and why, and that it is reachable again. */
const reportTo =
  (logger: Logger, url: string): OnAvailabilityChange =>
  (change) => {
    if (change.isAvailable) {
      const { outages, afterMilliseconds } = change;
      logger.info({ outages, afterMilliseconds }, "the database is reachable again");
    } else {
      const { cause } = change;
      logger.error(
        { reason: whyUnusable(cause, url), fault: loggableError(cause) },
        "the database is unreachable: requests are answered with 503 until it is reachable again",
      );
    }
  };

/** Logs that the keys of the issuer could not be loaded and why, and that they were loaded. */
const reportIssuer =
  (logger: Logger) =>
  (error: unknown): void => {
    if (error === null) logger.info("the keys of the issuer were loaded");
    else {
      logger.warn(
        { fault: loggableError(error) },
        "the keys of the issuer could not be loaded: known keys still count, for a day",
      );
    }
  };

/** Adds the demo clinic to an empty database. Its code is only loaded here. */
async function seed(url: string, logger: Logger): Promise<void> {
  const { seedIfEmpty } = await import("../prisma/seed.js");
  const isFilled = await seedIfEmpty(url).catch((cause: unknown) => {
    if (!(cause instanceof ServiceUnavailable)) throw cause;
    throw new DatabaseSetupError(
      "The demo clinic could not be added in time, because the database is busy or unreachable. Start again.",
      { cause },
    );
  });
  if (isFilled) logger.info("the demo clinic was added to the empty database (SEED=true)");
}

/** @throws EnvironmentError that says what to do, if the server cannot listen on HOST and PORT. */
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
  `HOST=${host} is not a name or address of this machine. Set HOST to 127.0.0.1 for callers on this machine ` +
  "only, or to 0.0.0.0 for all.";

/** What to do if the server cannot listen, by system error. */
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

const DRAINING =
  "the server is stopping: it still handles requests, so that load balancers notice; a second signal ends it at once";

const NAME = "Patient Encounter System";

/** The URL of the server for callers on this machine. */
function urlOf({ address, port, family }: AddressInfo): string {
  const host = family === "IPv6" ? `[${address}]` : address;
  return `http://${host === "0.0.0.0" || host === "[::]" ? "localhost" : host}:${port}`;
}

function welcome(url: string, exposure: Exposure, mode: AuthMode): void {
  const { port } = new URL(url);
  const token = `${port === "4000" ? "" : `PORT=${port} `}npm run -s token -- receptionist`;
  const lines = [
    "",
    `  ${NAME} is up at ${url}`,
    "",
    `    GraphQL   ${url}/graphql`,
    ...(isExposed(exposure, "explorers")
      ? [
          `    Explorer  ${url}/graphiql   (GraphiQL, with examples)`,
          `    Example   ${url}/examples/booking/   (a page that uses the client)`,
        ]
      : []),
    ...(isExposed(exposure, "schema") ? [`    REST      ${url}/docs   (the REST endpoints)`] : []),
    `    Health    ${url}/livez   ${url}/readyz`,
    "",
    "  Try it:",
    "",
    `    curl -s ${url}/graphql -H 'content-type: application/json' \\`,
    ...(mode === "dev" ? [`      -H "authorization: Bearer $(${token})" \\`] : []),
    `      -d '{"query":"{ doctors(first: 3) { nodes { id fullName specialty } } }"}'`,
    "",
    "  Ctrl-C stops it.",
    "",
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}

/** The message of an error that the operator can fix; null for defects, whose stack is needed. */
function explain(error: unknown): string | null {
  const explained = [EnvironmentError, DatabaseSetupError, ManifestError];
  return error instanceof Error && explained.some((kind) => error instanceof kind)
    ? error.message
    : null;
}

/** Reports on standard error why the server could not start; in production as a line of JSON, like the log. */
function reportFailure(error: unknown): void {
  const explanation = explain(error);
  if (isInProduction()) {
    const log = pino({ base: null }, pino.destination({ dest: 2, sync: true }));
    const fault = explanation === null ? { fault: loggableError(error) } : {};
    log.fatal({ reason: explanation, ...fault }, "the server could not start");
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
