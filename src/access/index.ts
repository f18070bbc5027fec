import type { Caller } from "../domain/caller.js";
import type { Database } from "../db/database.js";
import { findAccount } from "./accounts.js";
import { createKeyVerifier, isApiKey } from "./api-keys.js";
import { CredentialsRefused } from "./errors.js";
import { createIssuerKeys, type IssuerKeys } from "./issuer-keys.js";
import { chooseCaller } from "./roles.js";
import { demoRules, type AccessSettings } from "./settings.js";
import { createTokenVerifier, type TokenRules } from "./tokens.js";
import { VerifiedCredentials, type Verified } from "./verified-credentials.js";

/** Finds out who calls. */
export interface Access {
  settings: AccessSettings;
  /**
   * Who calls with this access token or API key; at once if it was verified less than a minute ago.
   *
   * @param role the role in which they want to act; by default, the least powerful that they have.
   * @throws CredentialsRefused, RoleNotHeld or IssuerUnavailable, also as a rejection; ServiceUnavailable or StatementTimeout
   *   as a rejection.
   */
  callerWith: (credential: string, role: string | undefined) => Caller | Promise<Caller>;
  /** Whether tokens can be verified, as far as the mode requires it. */
  isReady: () => boolean;
  /** Begins to load the keys of the issuer. @param origin the URL of this server, where the demo issuer is. */
  start: (origin: string) => void;
  /** The URL of the issuer; null if no tokens are accepted, or before `start` if it is the demo issuer. */
  issuer: () => string | null;
  close: () => void;
}

export interface AccessOptions {
  settings: AccessSettings;
  /** Where accounts and API keys are. */
  db: Database;
  /** Called when the keys of the issuer were loaded for the first time or after a failure (null), and when they could not be. */
  report: (error: unknown) => void;
  /** The current time, in milliseconds since 1970. */
  now?: () => number;
}

/** The path of the demo issuer on a server with AUTH=dev. */
export const DEV_ISSUER_PATH = "/dev";

/** Creates the check of credentials. */
export function createAccess({ settings, db, report, now = Date.now }: AccessOptions): Access {
  let issuer: { rules: TokenRules; keys: IssuerKeys } | null = null;
  let verifyToken = async (_token: string): Promise<Verified> => {
    throw new CredentialsRefused("NO_TOKENS_ACCEPTED");
  };
  const verifyKey = createKeyVerifier(db, now);
  const verified = new VerifiedCredentials({
    now,
    verify: (credential) => (isApiKey(credential) ? verifyKey : verifyToken)(credential),
  });

  const accept = (rules: TokenRules) => {
    const keys = createIssuerKeys({ issuer: rules.issuer, now, report });
    issuer = { rules, keys };
    verifyToken = createTokenVerifier({
      ...rules,
      findKey: keys.find,
      findAccount: (name, subject) => findAccount(db, { issuer: name, subject }),
      now,
    });
  };
  if (settings.tokens) accept(settings.tokens);

  return {
    settings,

    callerWith(credential, role) {
      const callers = verified.callersWith(credential);
      return callers instanceof Promise
        ? callers.then((found) => chooseCaller(found, role))
        : chooseCaller(callers, role);
    },

    isReady: () => settings.mode === "open" || (issuer?.keys.haveBeenLoaded() ?? false),

    start(origin) {
      if (settings.mode === "dev") accept(demoRules(`${origin}${DEV_ISSUER_PATH}`));
      issuer?.keys.start();
    },

    issuer: () => issuer?.rules.issuer ?? null,

    close: () => issuer?.keys.close(),
  };
}
