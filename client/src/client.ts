import { readAnswer } from "./answer.js";
import { NetworkError, OutcomeUnknownError, RequestError, TimeoutError } from "./errors.js";
import { withIdempotencyKey } from "./idempotency.js";
import {
  DEFAULT_RETRIES,
  delayAfter,
  isOutcomeUnknown,
  isWorthRepeating,
  sleep,
  type RetryOptions,
} from "./retries.js";
import type { TypedDocument } from "./typed-document.js";

export interface ClientOptions {
  /** The URL of the API: `https://clinic.example/graphql`, or `/graphql` on a page of the same host. */
  url: string;
  /** Headers for each request, or a function that returns them for each attempt. */
  headers?: HeaderFields | (() => HeaderFields | Promise<HeaderFields>);
  /** The time limit of an attempt; 10,000 by default. */
  timeoutMilliseconds?: number;
  /** How often to retry a request if that is safe; see the README. */
  retries?: Partial<RetryOptions>;
  /** A replacement of the global `fetch`. */
  fetch?: typeof fetch;
}

type HeaderFields = Readonly<Record<string, string>>;

export interface RequestOptions {
  /** Aborts the request, which then throws the signal's reason. */
  signal?: AbortSignal;
  /** Replaces that of the client. */
  timeoutMilliseconds?: number;
  /** Additional headers. */
  headers?: HeaderFields;
}

/** Sends typed documents and returns their data. */
export interface Client {
  /**
   * Sends an operation and returns its data. Refusals are part of the data: see `matchUserErrors`.
   *
   * @throws RequestError after the last attempt; its class says why there is no data.
   */
  request: <Result, Variables>(
    document: TypedDocument<Result, Variables>,
    ...rest: Partial<Variables> extends Variables
      ? [variables?: Variables, options?: RequestOptions]
      : [variables: Variables, options?: RequestOptions]
  ) => Promise<Result>;
}

/** Creates a client of the API at `url`, which uses only `fetch`. */
export function createClient(options: ClientOptions): Client {
  const retries = { ...DEFAULT_RETRIES, ...options.retries };
  return {
    async request(document, ...[given, requestOptions = {}]) {
      const { variables, key } = withIdempotencyKey(document, given);
      const isRepeatable = document.kind === "query" || key !== null;
      const { name: operationName, text: query } = document;
      const body = JSON.stringify({ operationName, query, variables });
      let wasOutcomeUnknown = false;
      for (let attempt = 1; ; attempt += 1) {
        try {
          return (await send(body, options, requestOptions)) as never;
        } catch (error) {
          if (!(error instanceof RequestError)) throw error;
          wasOutcomeUnknown ||= document.kind === "mutation" && isOutcomeUnknown(error);
          const isLast = attempt >= retries.attempts || !isWorthRepeating(error, isRepeatable);
          const delay = isLast ? null : delayAfter(attempt, error, retries);
          if (delay === null) {
            throw wasOutcomeUnknown ? new OutcomeUnknownError(error, key) : error;
          }
          await sleep(delay, requestOptions.signal);
        }
      }
    },
  };
}

/** One attempt. */
async function send(
  body: string,
  client: ClientOptions,
  request: RequestOptions,
): Promise<unknown> {
  const { url, fetch: doFetch = fetch } = client;
  const given = typeof client.headers === "function" ? await client.headers() : client.headers;
  const headers = {
    accept: "application/graphql-response+json, application/json;q=0.9",
    "content-type": "application/json",
    ...given,
    ...request.headers,
  };
  const milliseconds = request.timeoutMilliseconds ?? client.timeoutMilliseconds ?? 10_000;
  const timeout = AbortSignal.timeout(milliseconds);
  const signal = request.signal ? AbortSignal.any([request.signal, timeout]) : timeout;
  try {
    return await readAnswer(await doFetch(url, { method: "POST", headers, body, signal }));
  } catch (error) {
    if (error instanceof RequestError) throw error;
    request.signal?.throwIfAborted();
    if (timeout.aborted) {
      throw new TimeoutError(`No answer came within ${milliseconds} ms.`, { cause: error });
    }
    throw new NetworkError("The server could not be reached, or the connection broke.", {
      cause: error,
    });
  }
}
