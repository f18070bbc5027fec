import { sha256 } from "../common/sha256.js";
import type { Callers } from "./roles.js";

/** Valid credentials: who can call with them, and until when; in milliseconds since 1970. */
export interface Verified {
  callers: Callers;
  expiresAt: number;
}

/** How long credentials count as valid after they were verified: so long a revocation may take to have an effect. */
const MAX_AGE_MILLISECONDS = 60_000;
const MAX_ENTRIES = 10_000;

export interface VerifiedCredentialsOptions {
  /** @throws CredentialsRefused or IssuerUnavailable. */
  verify: (credential: string) => Promise<Verified>;
  /** In milliseconds since 1970. */
  now: () => number;
  maxEntries?: number;
}

/**
 * A cache of verified credentials: the verification of a token costs more than a small query. The key is the hash of the whole
 * credential, because a key made of parts can give a caller the identity of another one. Refusals are not cached.
 */
export class VerifiedCredentials {
  readonly #options: VerifiedCredentialsOptions;
  readonly #entries = new Map<string, Verified>();
  readonly #pending = new Map<string, Promise<Callers>>();

  constructor(options: VerifiedCredentialsOptions) {
    this.#options = options;
  }

  /**
   * Who can call with these credentials; at once if they were verified less than a minute ago. Each call gives the same callers
   * until the credentials are verified again. Concurrent calls share one verification.
   *
   * @throws what `verify` throws.
   */
  callersWith(credential: string): Callers | Promise<Callers> {
    const key = sha256(credential);
    const known = this.#entries.get(key);
    if (known && this.#options.now() < known.expiresAt) return known.callers;
    const pending = this.#pending.get(key);
    if (pending) return pending;
    const verifying = this.#verify(key, credential).finally(() => this.#pending.delete(key));
    this.#pending.set(key, verifying);
    return verifying;
  }

  async #verify(key: string, credential: string): Promise<Callers> {
    try {
      const { verify, now, maxEntries = MAX_ENTRIES } = this.#options;
      const since = now();
      const { callers, expiresAt } = await verify(credential);
      this.#entries.delete(key);
      if (this.#entries.size >= maxEntries) this.#deleteOldest();
      const until = Math.min(expiresAt, since + MAX_AGE_MILLISECONDS);
      this.#entries.set(key, { callers, expiresAt: until });
      return callers;
    } catch (error) {
      this.#entries.delete(key);
      throw error;
    }
  }

  #deleteOldest(): void {
    const [oldest] = this.#entries.keys();
    if (oldest !== undefined) this.#entries.delete(oldest);
  }
}
