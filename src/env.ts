import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { describeInvalidIssuer } from "./access/safe-url.js";
import {
  AUTH_MODES,
  DEFAULT_ALGORITHMS,
  describeInvalidAlgorithm,
  planAccess,
  REST_ACCESS,
  type AccessSettings,
} from "./access/settings.js";
import { TOKEN_TYPES } from "./access/tokens.js";
import { READ_SECONDS } from "./db/connection-options.js";
import { isTimeZone } from "./domain/index.js";
import { EXPOSURES } from "./common/exposure.js";
import { OWN_MANIFEST, TRUST } from "./graphql/trusted-documents.js";
import { addresses } from "./http/addresses.js";
import { DEFAULT_LOAD_LIMITS } from "./http/load-limit.js";
import { describeInvalidHost, isLoopbackName } from "./http/hosts.js";
import { describeInvalidOrigin } from "./http/origins.js";
import { projectRoot } from "./common/project-root.js";

const yesOrNo = z.enum(["true", "false"]).transform((value) => value === "true");

const listOf = (text: string): string[] =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);

/** A list whose entries are all valid. @param faultOf explains in a sentence why an entry is invalid; null if it is valid. */
const checkedList = (faultOf: (entry: string) => string | null, unless = "") =>
  z
    .string()
    .default(unless)
    .transform(listOf)
    .superRefine((entries, context) => {
      const faults = entries.map(faultOf).filter((fault) => fault !== null);
      for (const message of faults) context.addIssue({ code: "custom", message });
    });

/** A text for which `faultOf` finds no fault. */
const checkedText = (faultOf: (text: string) => string | null) =>
  z.string().superRefine((text, context) => {
    const message = faultOf(text);
    if (message !== null) context.addIssue({ code: "custom", message });
  });

function describeInvalidAddresses(entry: string): string | null {
  try {
    addresses([entry]);
    return null;
  } catch (error) {
    return `${(error as Error).message}.`;
  }
}

const day = z.iso
  .date()
  .transform((text) => new Date(`${text}T00:00:00Z`))
  .optional();

const schema = z
  .object({
    NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
    PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
    HOST: z.string().min(1).default("127.0.0.1"),
    DATABASE_URL: z.string({
      error:
        "must be set, for example to mysql://user:password@host:3306/database (`npm start` sets it itself)",
    }),
    DATABASE_CONNECTIONS: z.coerce.number().int().min(2).max(1_000).default(10),
    // Less than the socketTimeout of connections, 20 s.
    READ_TIMEOUT_SECONDS: z.coerce.number().min(0.1).max(15).default(READ_SECONDS),
    MAX_CONCURRENT_REQUESTS: z.coerce.number().int().min(1).default(DEFAULT_LOAD_LIMITS.requests),
    MAX_STREAMS: z.coerce.number().int().min(1).default(DEFAULT_LOAD_LIMITS.streams.most),
    MAX_CONNECTIONS: z.coerce.number().int().min(1).default(DEFAULT_LOAD_LIMITS.connections),
    CLIENT_SHARE: z.coerce.number().gt(0).max(1).default(DEFAULT_LOAD_LIMITS.share),
    TRUST_PROXY: checkedList(describeInvalidAddresses),
    ALLOWED_HOSTS: checkedList(describeInvalidHost),
    AUTH: z.enum(AUTH_MODES).default("open"),
    OIDC_ISSUER: checkedText(describeInvalidIssuer).optional(),
    OIDC_AUDIENCE: z.string().optional(),
    OIDC_ALGORITHMS: checkedList(describeInvalidAlgorithm, DEFAULT_ALGORITHMS),
    OIDC_TOKEN_TYPE: z.enum(TOKEN_TYPES).default("at+jwt"),
    OIDC_ROLES_CLAIM: z.string().default("roles"),
    REST_ACCESS: z.enum(REST_ACCESS).optional(),
    REST_NETWORKS: checkedList(describeInvalidAddresses),
    METRICS_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
    DRAIN_SECONDS: z.coerce.number().min(0).max(300).optional(),
    CLINIC_TIME_ZONE: z
      .string()
      .refine(isTimeZone, "must be the name of an IANA time zone, for example Europe/Berlin")
      .default("UTC"),
    SEED: yesOrNo.default(false),
    EXPOSE: z.enum(EXPOSURES).optional(),
    TRUSTED_DOCUMENTS: z.enum(TRUST).default("off"),
    TRUSTED_MANIFESTS: z.string().default(OWN_MANIFEST),
    CORS_ORIGINS: checkedList(describeInvalidOrigin),
    REST_LENIENT_CONTENT_TYPE: yesOrNo.default(false),
    REST_DEPRECATED_SINCE: day,
    REST_SUNSET: day,
    LOG_LEVEL: z
      .enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"])
      .default("info"),
  })
  .transform(({ EXPOSE, TRUSTED_MANIFESTS, DRAIN_SECONDS, ...rest }) => ({
    ...rest,
    DRAIN_SECONDS: DRAIN_SECONDS ?? (rest.NODE_ENV === "production" ? 5 : 0),
    EXPOSE: EXPOSE ?? (rest.NODE_ENV === "production" ? "nothing" : "costs"),
    TRUSTED_MANIFESTS: listOf(TRUSTED_MANIFESTS),
  }));

export type Environment = z.infer<typeof schema>;

/** The environment is invalid; the message lists all faults, one per line. */
export class EnvironmentError extends Error {
  override readonly name = "EnvironmentError";
}

/**
 * Reads the settings of this process from its environment and, for variables that are not set, from the file `.env`.
 * `.env.example` explains them. Nothing else reads process.env.
 *
 * @throws EnvironmentError that lists all faults.
 */
export function readEnvironment(variables: NodeJS.ProcessEnv = withEnvFile()): Environment {
  const set = Object.entries(variables).filter(([, value]) => value !== "");
  const result = schema.safeParse(Object.fromEntries(set));
  if (result.success) return result.data;
  throw invalid(result.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`));
}

/**
 * Who may call a server with these settings. Commands that serve nobody do not need it.
 *
 * @throws EnvironmentError if the server must not start, because others could do what they are not meant to.
 */
export function readAccessSettings(environment: Environment): AccessSettings {
  const planned = planAccess(environment, isLoopbackName(environment.HOST));
  if ("faults" in planned) throw invalid(planned.faults);
  return planned;
}

const invalid = (faults: readonly string[]): EnvironmentError =>
  new EnvironmentError(`The environment is invalid:\n  ${faults.join("\n  ")}`);

/** Whether this is a server in production; also works if the settings are invalid. */
export const isInProduction = (): boolean => process.env["NODE_ENV"] === "production";

function withEnvFile(): NodeJS.ProcessEnv {
  const file = join(projectRoot, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
  return process.env;
}
