import {
  GraphqlError,
  NetworkError,
  ServiceUnavailableError,
  TimeoutError,
  UnexpectedAnswerError,
  type RequestError,
} from "./errors.js";

/** How often, and after which waits, a request is retried. */
export interface RetryOptions {
  /** The maximum of attempts, including the first one; 4 by default; 1 for no retries. */
  attempts: number;
  /** The maximum wait before the second attempt; it doubles for each further one; 200 by default. */
  firstDelayMilliseconds: number;
  /** The maximum of all waits, even if the server asks for a longer one; 10,000 by default. */
  longestDelayMilliseconds: number;
}

export const DEFAULT_RETRIES: RetryOptions = {
  attempts: 4,
  firstDelayMilliseconds: 200,
  longestDelayMilliseconds: 10_000,
};

/** The statuses of gateways whose server has not responded. */
const GATEWAY_STATUSES = new Set([502, 503, 504]);

/** Whether the server may have done what was requested, although no response says so. */
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
 * Whether to retry a request: always, if the server reports that nothing was written; if the outcome is unknown, only if
 * the request is idempotent.
 *
 * @param isRepeatable whether the request is idempotent.
 */
export function isWorthRepeating(error: RequestError, isRepeatable: boolean): boolean {
  if (error instanceof ServiceUnavailableError) return isRepeatable || wasNothingDone(error.data);
  return isRepeatable && isOutcomeUnknown(error);
}

/** A document may contain several mutations, of which others may have succeeded. */
function wasNothingDone(data: unknown): boolean {
  return Object.values(data ?? {}).every((payload) => payload === null);
}

/**
 * How long to wait before the next attempt: a random time, so that clients that were refused together do not return
 * together, but at least what the server asks for. Null if it asks for too long.
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

/** Waits. @throws the reason of the signal, if it is aborted meanwhile. */
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
