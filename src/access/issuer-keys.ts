import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from "jose";
import { IssuerUnavailable } from "./errors.js";
import { isSafeUrl } from "./safe-url.js";

/** The keys are loaded again after this time. */
const MAX_AGE_MILLISECONDS = 10 * 60_000;
/** While the issuer is unreachable, its known keys count for so long. */
const MAX_OUTAGE_MILLISECONDS = 24 * 60 * 60_000;
/** The keys are loaded at most once in this time, whether that succeeds or fails. */
const MIN_INTERVAL_MILLISECONDS = 30_000;
/** Until the keys have been loaded once, the pause between two attempts grows from the first to the second. */
const FIRST_PAUSE_MILLISECONDS = 500;
const FETCH_TIMEOUT_MILLISECONDS = 5_000;
const MAX_DOCUMENT_LENGTH = 1_000_000;

export interface IssuerKeysOptions {
  /** The URL of the issuer, which its discovery document must repeat exactly. */
  issuer: string;
  /** In milliseconds since 1970. */
  now: () => number;
  /** Called when the keys were loaded for the first time or after a failure (null), and when they could not be loaded. */
  report: (error: unknown) => void;
}

export interface IssuerKeys {
  /**
   * The key that has signed a token. Rejects with an error of jose if the issuer has no such key.
   *
   * @throws IssuerUnavailable if no keys are known.
   */
  find: JWTVerifyGetKey;
  /** Whether the keys have been loaded once. */
  haveBeenLoaded: () => boolean;
  /** Loads the keys in the background, and tries again until that succeeds. */
  start: () => void;
  close: () => void;
}

/**
 * The public keys of an issuer. The remote key set of jose refuses all tokens when its cache has expired while the issuer is
 * unreachable, and fetches at each of them; here the known keys count on, and callers cannot cause more than one request in 30
 * seconds, with any number of tokens.
 */
export function createIssuerKeys({ issuer, now, report }: IssuerKeysOptions): IssuerKeys {
  let known: { find: JWTVerifyGetKey; at: number } | null = null;
  let hasFailed = true;
  let lastAttempt = -Infinity;
  let pending: Promise<boolean> | null = null;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  const attempt = async (): Promise<boolean> => {
    lastAttempt = now();
    try {
      known = { find: await loadKeys(issuer), at: now() };
      if (hasFailed) report(null);
      hasFailed = false;
      return true;
    } catch (error) {
      hasFailed = true;
      report(error);
      return false;
    } finally {
      pending = null;
    }
  };

  /** Loads the keys, unless that was tried recently; answers whether there are new ones. */
  const reload = (): Promise<boolean> => {
    if (pending) return pending;
    if (now() - lastAttempt < MIN_INTERVAL_MILLISECONDS) return Promise.resolve(false);
    return (pending = attempt());
  };

  const current = () => (known && now() - known.at < MAX_OUTAGE_MILLISECONDS ? known : null);

  const keepTrying = async (pause: number): Promise<void> => {
    if (isClosed || (await (pending ??= attempt()))) return;
    timer = setTimeout(
      () => void keepTrying(Math.min(2 * pause, MIN_INTERVAL_MILLISECONDS)),
      pause,
    );
    timer.unref();
  };

  return {
    async find(header, token) {
      if (!current()) await reload();
      const keys = current();
      if (!keys) throw new IssuerUnavailable("The keys of the issuer are not known");
      if (now() - keys.at > MAX_AGE_MILLISECONDS) void reload();
      try {
        return await keys.find(header, token);
      } catch (error) {
        // The issuer may have a new key.
        if (!(error instanceof errors.JWKSNoMatchingKey) || !(await reload())) throw error;
        return await (current() ?? keys).find(header, token);
      }
    },
    haveBeenLoaded: () => known !== null,
    start: () => void keepTrying(FIRST_PAUSE_MILLISECONDS),
    close() {
      isClosed = true;
      clearTimeout(timer);
    },
  };
}

/** Reads the keys that the discovery document of the issuer names. */
async function loadKeys(issuer: string): Promise<JWTVerifyGetKey> {
  const url = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
  const { issuer: named, jwks_uri: keys } = (await readJson(url)) as Record<string, unknown>;
  if (named !== issuer) throw new Error(`${url} is the discovery document of another issuer`);
  if (typeof keys !== "string" || !isSafeUrl(keys)) {
    throw new Error(`${url} does not name the issuer's keys (jwks_uri) with https`);
  }
  return createLocalJWKSet((await readJson(keys)) as JSONWebKeySet);
}

async function readJson(url: string): Promise<unknown> {
  const signal = AbortSignal.timeout(FETCH_TIMEOUT_MILLISECONDS);
  const headers = { accept: "application/json" };
  const response = await fetch(url, { signal, headers, redirect: "error" });
  if (response.status !== 200) throw new Error(`${url} answers with status ${response.status}`);
  const text = await response.text();
  if (text.length > MAX_DOCUMENT_LENGTH) throw new Error(`${url} is larger than a megabyte`);
  const value: unknown = JSON.parse(text);
  if (typeof value !== "object" || value === null) throw new Error(`${url} is not a JSON object`);
  return value;
}
