import { ALGORITHMS, type TokenRules } from "./tokens.js";

/** Who may call: everyone; those whom the demo issuer knows; those whom an OpenID Connect issuer knows. */
export const AUTH_MODES = ["open", "dev", "issuer"] as const;
export type AuthMode = (typeof AUTH_MODES)[number];

/** Whether the REST endpoints also answer callers without credentials, as the earlier service did. */
export const REST_ACCESS = ["compatible", "key"] as const;
export type RestAccess = (typeof REST_ACCESS)[number];

/** The algorithms that are accepted unless OIDC_ALGORITHMS names others. */
export const DEFAULT_ALGORITHMS = "RS256,PS256,ES256,EdDSA";

/** The settings of the environment that say who may call. */
export interface AccessEnvironment {
  NODE_ENV: "development" | "test" | "production";
  AUTH: AuthMode;
  OIDC_ISSUER?: string | undefined;
  OIDC_AUDIENCE?: string | undefined;
  OIDC_ALGORITHMS: readonly string[];
  OIDC_TOKEN_TYPE: TokenRules["tokenType"];
  OIDC_ROLES_CLAIM: string;
  REST_ACCESS?: RestAccess | undefined;
  REST_NETWORKS: readonly string[];
}

/** Who may call this server. */
export interface AccessSettings {
  mode: AuthMode;
  /** Whose access tokens are accepted; null if nobody's are. The demo issuer is only known when the server listens. */
  tokens: TokenRules | null;
  rest: RestAccess;
  /** From where REST callers without credentials are answered; null for from anywhere. */
  restNetworks: readonly string[] | null;
}

/** The rules for the tokens of the demo issuer at this URL. */
export const demoRules = (issuer: string): TokenRules => ({
  issuer,
  audience: "patient-encounter-system",
  algorithms: ["ES256"],
  tokenType: "at+jwt",
  rolesClaim: "roles",
});

/**
 * Who may call a server with these settings.
 *
 * @param isOnLoopback whether it listens on loopback only.
 * @returns the settings; or, as sentences, why the server must not start.
 */
export function planAccess(
  environment: AccessEnvironment,
  isOnLoopback: boolean,
): AccessSettings | { faults: string[] } {
  const { AUTH: mode, REST_NETWORKS: networks } = environment;
  const rest = environment.REST_ACCESS ?? (mode === "issuer" ? "key" : "compatible");
  const isPrivate = isOnLoopback && environment.NODE_ENV !== "production";
  const faults = [
    ...(mode === "open" && !isPrivate ? [OPEN_REFUSED] : []),
    ...(mode === "dev" && !isPrivate ? [DEV_REFUSED] : []),
    ...(mode === "issuer" ? missingOf(environment) : []),
    ...(mode === "issuer" && rest === "compatible" && !isOnLoopback && networks.length === 0
      ? [NETWORKS_MISSING]
      : []),
  ];
  if (faults.length > 0) return { faults };
  const restNetworks = networks.length > 0 ? networks : mode === "open" ? null : ["loopback"];
  return { mode, tokens: rulesOf(environment), rest, restNetworks };
}

/** The rules for tokens; also on an open server, which obeys the tokens that are sent. */
function rulesOf(environment: AccessEnvironment): TokenRules | null {
  const { AUTH, OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience } = environment;
  if (AUTH === "dev" || issuer === undefined || audience === undefined) return null;
  return {
    issuer,
    audience,
    algorithms: environment.OIDC_ALGORITHMS,
    tokenType: environment.OIDC_TOKEN_TYPE,
    rolesClaim: environment.OIDC_ROLES_CLAIM,
  };
}

const missingOf = (environment: AccessEnvironment): string[] =>
  (["OIDC_ISSUER", "OIDC_AUDIENCE"] as const)
    .filter((name) => environment[name] === undefined)
    .map((name) => `${name} must be set with AUTH=issuer.`);

const OPEN_REFUSED =
  "With AUTH=open, whoever reaches the server may read and change everything, so it does not start beyond loopback or in " +
  "production. There are three ways out:\n" +
  "    for this machine only: HOST=127.0.0.1, without NODE_ENV=production;\n" +
  "    to try signing in, on this machine only: AUTH=dev, with the same HOST and NODE_ENV;\n" +
  "    for others: AUTH=issuer, with OIDC_ISSUER and OIDC_AUDIENCE (docs/access.md).";

const DEV_REFUSED =
  "With AUTH=dev, whoever reaches the server can sign in as anybody, so it does not start beyond loopback or in production. " +
  "Set HOST=127.0.0.1, without NODE_ENV=production; or AUTH=issuer, with OIDC_ISSUER and OIDC_AUDIENCE (docs/access.md).";

const NETWORKS_MISSING =
  "REST_ACCESS=compatible answers REST callers without credentials. Beyond loopback, REST_NETWORKS must say from which " +
  "networks, for example 10.20.0.0/16; or set REST_ACCESS=key.";

/** Explains why an entry of OIDC_ALGORITHMS is invalid; returns null if it may be accepted. */
export const describeInvalidAlgorithm = (name: string): string | null =>
  (ALGORITHMS as readonly string[]).includes(name)
    ? null
    : `${name} is not an algorithm with a public key. Use some of ${ALGORITHMS.join(", ")}.`;
