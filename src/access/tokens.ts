import { errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from "jose";
import type { Account } from "./accounts.js";
import { CredentialsRefused, IssuerUnavailable } from "./errors.js";
import { callersOf, isGrantedRole, type GrantedRole } from "./roles.js";
import type { Verified } from "./verified-credentials.js";

/** The signature algorithms that may be accepted: those with a public key. */
export const ALGORITHMS = [
  ...["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"],
  ...["ES256", "ES384", "ES512", "EdDSA"],
] as const;

/** `at+jwt`: access tokens that say so (RFC 9068). `any`: for issuers whose access tokens do not. */
export const TOKEN_TYPES = ["at+jwt", "any"] as const;

const CLOCK_TOLERANCE_SECONDS = 5;
/** Also limits the age of tokens that expire later. */
const MAX_TOKEN_AGE = "24h";
/** Subjects are compared by the database, which ignores trailing spaces. OpenID Connect allows 255 ASCII characters. */
const SUBJECT = /^[!-~]{1,255}$/;

/** Whether the text can be the subject of a token. */
export const isSubject = (text: string): boolean => SUBJECT.test(text);

/** What is required of access tokens. */
export interface TokenRules {
  issuer: string;
  audience: string;
  algorithms: readonly string[];
  tokenType: (typeof TOKEN_TYPES)[number];
  /** The claim with the roles: its name, or a path such as `realm_access.roles`. */
  rolesClaim: string;
}

export interface TokenVerifierOptions extends TokenRules {
  findKey: JWTVerifyGetKey;
  findAccount: (issuer: string, subject: string) => Promise<Account | null>;
  /** In milliseconds since 1970. */
  now: () => number;
}

/**
 * Creates the check of access tokens. The defaults of jose also accept tokens that never expire, have no subject, are ID tokens,
 * or were issued in the future.
 *
 * @throws CredentialsRefused, or IssuerUnavailable.
 */
export const createTokenVerifier =
  (options: TokenVerifierOptions) =>
  async (token: string): Promise<Verified> => {
    const { exp, sub, ...claims } = await readClaims(token, options);
    if (sub === undefined || !isSubject(sub)) throw new CredentialsRefused("INVALID_SUBJECT");
    const account = await options.findAccount(options.issuer, sub);
    if (account?.isDisabled) throw new CredentialsRefused("ACCOUNT_DISABLED");
    const callers = callersOf({
      kind: "user",
      name: `user:${options.issuer}#${sub}`,
      roles: account?.role ? new Set([account.role]) : rolesIn(claims, options.rolesClaim),
      patientId: account?.patientId ?? idIn(claims["patient_id"]),
      doctorId: account?.doctorId ?? idIn(claims["doctor_id"]),
    });
    return { callers, expiresAt: (exp ?? 0) * 1_000 };
  };

async function readClaims(token: string, options: TokenVerifierOptions): Promise<JWTPayload> {
  const { issuer, audience, algorithms, tokenType, findKey, now } = options;
  try {
    const { payload } = await jwtVerify(token, findKey, {
      issuer,
      audience,
      algorithms: [...algorithms],
      ...(tokenType === "at+jwt" && { typ: tokenType }),
      requiredClaims: ["exp", "iat", "sub"],
      maxTokenAge: MAX_TOKEN_AGE,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      currentDate: new Date(now()),
    });
    return payload;
  } catch (cause) {
    if (cause instanceof IssuerUnavailable) throw cause;
    throw new CredentialsRefused(reasonOf(cause), { cause });
  }
}

/** For example `ERR_JWT_CLAIM_VALIDATION_FAILED aud check_failed`. */
function reasonOf(error: unknown): string {
  if (!(error instanceof errors.JOSEError)) return error instanceof Error ? error.name : "UNKNOWN";
  const isOfClaim =
    error instanceof errors.JWTClaimValidationFailed || error instanceof errors.JWTExpired;
  return isOfClaim ? `${error.code} ${error.claim} ${error.reason}` : error.code;
}

/** The roles in a claim: a list, or a text with spaces. Other systems' roles are ignored. */
function rolesIn(claims: Readonly<Record<string, unknown>>, claim: string): Set<GrantedRole> {
  const value = claims[claim] ?? valueAt(claims, claim.split("."));
  const names: unknown[] =
    typeof value === "string" ? value.split(" ") : Array.isArray(value) ? value : [];
  const roles = names.map((name) => (typeof name === "string" ? name.toUpperCase() : ""));
  return new Set(roles.filter(isGrantedRole));
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (parent, name) =>
      typeof parent === "object" && parent !== null && Object.hasOwn(parent, name)
        ? (parent as Record<string, unknown>)[name]
        : undefined,
    value,
  );
}

/** The id of a row in a claim: a number, as a number or in digits. */
function idIn(value: unknown): number | null {
  const id = typeof value === "string" && /^\d{1,10}$/.test(value) ? Number(value) : value;
  return typeof id === "number" && Number.isInteger(id) && id > 0 ? id : null;
}
