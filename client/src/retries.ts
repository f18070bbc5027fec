import {
  GraphqlError,
  NetworkError,
  ServiceUnavailableError,
  TimeoutError,
  UnexpectedAnswerError,
  type RequestError,
} from "./errors.js";

/** How often, and after which waits, a request is sent again. */
export interface RetryOptions {
  /** How often a request is sent at most, the first time included: 4. 1 for no retries. */
  attempts: number;
  /** The longest wait before the second attempt; it doubles for each one after it: 200. */
  firstDelayMilliseconds: number;
  /** The longest wait of all, also where the server asks for a longer one: 10,000. */
  longestDelayMilliseconds: number;
}

export const DEFAULT_RETRIES: RetryOptions = {
  attempts: 4,
  firstDelayMilliseconds: 200,
  longestDelayMilliseconds: 10_000,
};

/** What gateways answer with when the server behind them has not. */
const GATEWAY_STATUSES = new Set([502, 503, 504]);

/** Whether the server may have done what was asked, though no answer says so. */
export function isOutcomeUnknown(error: RequestError): boolean {
  if (error instanceof GraphqlError) {
    return error.errors.some(({ extensions }) => extensions?.code === "OUTCOME_UNKNOWN");
  }
  return (
    error instanceof NetworkError ||
    error instanceof TimeoutError ||
    (error instanceof UnexpectedAnswerError && GATEWAY_STATUSES.has(error.status))
  );
}

/**
 * Whether to send a request again. Where the server says that nothing was written, whatever it was;
 * where nobody knows what was done, only what may be done twice.
 *
 * @param isRepeatable whether a repeat of what was done already does no harm.
 */
export function isWorthRepeating(error: RequestError, isRepeatable: boolean): boolean {
  if (error instanceof ServiceUnavailableError) return isRepeatable || wasNothingDone(error.data);
  return isRepeatable && isOutcomeUnknown(error);
}

/** A document may have several mutations, of which the others were done. */
function wasNothingDone(data: unknown): boolean {
  return Object.values(data ?? {}).every((payload) => payload === null);
}

/**
 * How long to wait before the next attempt: a random time, so that those who were turned away together
 * do not come back together, after what the server asked for. Null if it asked for too long.
 *
 * @param attempt the number of the attempt that failed, from 1.
 */
export function delayAfter(
  attempt: number,
  { retryAfterMilliseconds }: Pick<RequestError, "retryAfterMilliseconds">,
  { firstDelayMilliseconds, longestDelayMilliseconds }: RetryOptions,
  random: () => number = Math.random,
): number | null {
  const asked = retryAfterMilliseconds ?? 0;
  if (asked > longestDelayMilliseconds) return null;
  const longest = Math.min(firstDelayMilliseconds * 2 ** (attempt - 1), longestDelayMilliseconds);
  return asked + random() * longest;
}

/** Waits, unless it is aborted meanwhile: then it throws the signal's reason. */
export function sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", end);
      if (signal?.aborted) reject(signal.reason as Error);
      else resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal?.addEventListener("abort", end);
    if (signal?.aborted) end();
  });
}
