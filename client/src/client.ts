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
  /** Where the API is: `https://clinic.example/graphql`, or `/graphql` on a page of the same host. */
  url: string;
  /** Headers for each request, or what makes them anew for each attempt. */
  headers?: HeaderFields | (() => HeaderFields | Promise<HeaderFields>);
  /** How long an attempt may take: 10,000. */
  timeoutMilliseconds?: number;
  /** How often a request is sent again where that is safe; see the README. */
  retries?: Partial<RetryOptions>;
  /** Instead of the global `fetch`. */
  fetch?: typeof fetch;
}

type HeaderFields = Readonly<Record<string, string>>;

export interface RequestOptions {
  /** Ends the request; it then throws the signal's reason. */
  signal?: AbortSignal;
  /** Instead of the client's. */
  timeoutMilliseconds?: number;
  /** Beside the client's. */
  headers?: HeaderFields;
}

/** Sends typed documents and returns their data. */
export interface Client {
  /**
   * The data that the operation is answered with. Refusals are part of it: see `matchUserErrors`.
   *
   * @throws RequestError of the class that says why there is no data, after the last attempt.
   */
  request: <Result, Variables>(
    document: TypedDocument<Result, Variables>,
    ...rest: Partial<Variables> extends Variables
      ? [variables?: Variables, options?: RequestOptions]
      : [variables: Variables, options?: RequestOptions]
  ) => Promise<Result>;
}

/** A client of the API at `url`, with nothing but `fetch`. */
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
