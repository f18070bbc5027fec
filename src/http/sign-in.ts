import type { FastifyRequest } from "fastify";
import { CredentialsRefused, IssuerUnavailable, RoleNotHeld } from "../access/errors.js";
import type { Access } from "../access/index.js";
import { NOBODY } from "../access/nobody.js";
import { HttpProblem } from "../common/http-problem.js";
import { ANYONE, LEGACY_REST, type Caller } from "../domain/caller.js";
import { loggableError, ServiceUnavailable, StatementTimeout } from "../domain/index.js";
import { addresses, type Addresses } from "./addresses.js";
import { lastUntrusted } from "./clients.js";

/** Who sends a request. Throws or rejects with an HttpProblem if that cannot be known, or is not who they say. */
type CallerOf = (request: FastifyRequest) => Caller | Promise<Caller>;

export interface SignIn {
  /** The sender of a GraphQL request; NOBODY if credentials are required and missing. */
  ofGraphql: CallerOf;
  /** The sender of a REST request. */
  ofRest: CallerOf;
}

/** Everyone may call, and credentials are not read. */
export const NO_SIGN_IN: SignIn = { ofGraphql: () => ANYONE, ofRest: () => LEGACY_REST };

/**
 * Finds out who sends a request: by the access token or API key in its `Authorization` header, for REST also by the key in
 * `X-API-Key`; never by cookies, so that no page can make a browser send them. Credentials that are sent are checked and obeyed
 * in every mode. What is said without credentials depends on the mode only.
 *
 * @param isTrustedProxy whether the `X-Forwarded-For` header of this proxy is trusted.
 */
export function createSignIn(access: Access, isTrustedProxy: Addresses): SignIn {
  const { mode, rest, restNetworks } = access.settings;
  const isRestNetwork = restNetworks && addresses(restNetworks);
  const withoutCredentials = mode === "open" ? ANYONE : NOBODY;

  const identify = (
    { headers, log }: FastifyRequest,
    credential: string,
    refused: HttpProblem,
  ): Caller | Promise<Caller> => {
    const fail = (error: unknown): never => {
      if (error instanceof CredentialsRefused) {
        log.info({ reason: error.reason }, "credentials refused");
        throw refused;
      }
      throw problemOf(error, log);
    };
    try {
      const role = headers["x-role"];
      const caller = access.callerWith(credential, role === undefined ? undefined : String(role));
      return caller instanceof Promise ? caller.catch(fail) : caller;
    } catch (error) {
      return fail(error);
    }
  };

  const isAnsweredWithout = (request: FastifyRequest): boolean => {
    if (rest === "key") return false;
    if (!isRestNetwork) return true;
    const address = addressOf(request, isTrustedProxy);
    return address !== null && isRestNetwork(address);
  };

  return {
    ofGraphql(request) {
      const token = bearerIn(request.headers.authorization);
      return token === null ? withoutCredentials : identify(request, token, INVALID_TOKEN);
    },

    ofRest(request) {
      const { authorization, "x-api-key": key } = request.headers;
      const credential = bearerIn(authorization) ?? (key === undefined ? null : String(key));
      if (credential !== null) return identify(request, credential, INVALID_TOKEN_OF_REST);
      // Whoever sends credentials must not be taken for somebody without any.
      if (mode !== "open" && authorization !== undefined) throw INVALID_TOKEN_OF_REST;
      if (isAnsweredWithout(request)) return LEGACY_REST;
      throw NOT_AUTHENTICATED;
    },
  };
}

/**
 * The token of a Bearer header, empty if it has none; null for no header and for other schemes, which may be meant for a proxy in
 * front.
 */
function bearerIn(authorization: string | undefined): string | null {
  if (authorization === undefined || !/^bearer(?:\s|$)/i.test(authorization)) return null;
  return authorization.slice("bearer".length).trim();
}

/** The address of a client; null if a proxy that is not trusted has forwarded its request. */
function addressOf({ raw }: FastifyRequest, isTrustedProxy: Addresses): string | null {
  const { headers, socket } = raw;
  const peer = socket.remoteAddress?.replace(/^::ffff:(?=\d+\.)/i, "") ?? "";
  const forwarded = headers["x-forwarded-for"];
  if (forwarded === undefined && headers["forwarded"] === undefined) return peer;
  if (forwarded === undefined || !isTrustedProxy(peer)) return null;
  return lastUntrusted(String(forwarded), isTrustedProxy);
}

const BEARER = { "www-authenticate": "Bearer" };
const BEARER_INVALID = { "www-authenticate": 'Bearer error="invalid_token"' };

const NOT_AUTHENTICATED = new HttpProblem(401, "Not authenticated", BEARER);
const INVALID_TOKEN_OF_REST = new HttpProblem(401, "Not authenticated", BEARER_INVALID);
const INVALID_TOKEN = new HttpProblem(
  401,
  "The access token or API key is not valid here. Sign in again, or send a valid one.",
  BEARER_INVALID,
);
const ROLE_NOT_HELD = new HttpProblem(
  403,
  "You do not have this role here. The header X-Role names one of your roles.",
);
const CANNOT_VERIFY = new HttpProblem(
  503,
  "Your credentials cannot be verified at the moment. Nothing was done; try again.",
  { "retry-after": "5" },
);

/** The answer to an error that says nothing against the credentials. */
function problemOf(error: unknown, log: FastifyRequest["log"]): unknown {
  if (error instanceof RoleNotHeld) return ROLE_NOT_HELD;
  const isTemporary =
    error instanceof IssuerUnavailable ||
    error instanceof ServiceUnavailable ||
    error instanceof StatementTimeout;
  if (!isTemporary) return error;
  log.error({ fault: loggableError(error) }, "credentials cannot be verified");
  return CANNOT_VERIFY;
}
