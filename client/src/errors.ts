/** An entry of the top-level `errors` of an answer. */
export interface GraphqlErrorEntry {
  message: string;
  path?: readonly (string | number)[];
  extensions?: {
    code?: string;
    requestId?: string;
    inputPath?: readonly (string | number)[];
  } & Record<string, unknown>;
}

/** How an answer came: its status, and how long it asked to wait before the next attempt. */
export interface AnswerDetails {
  status: number;
  retryAfterMilliseconds: number | null;
}

/** A request has not been answered with its data. Each cause has a class of its own. */
export abstract class RequestError extends Error {
  /** How long the server asked to wait, if it did. */
  readonly retryAfterMilliseconds: number | null = null;
}

/** No answer came: the server could not be reached, or the connection broke. */
export class NetworkError extends RequestError {
  override readonly name = "NetworkError";
}

/** No answer came in time. */
export class TimeoutError extends RequestError {
  override readonly name = "TimeoutError";
}

/** What answered was no GraphQL server: a gateway's page, most likely. */
export class UnexpectedAnswerError extends RequestError {
  override readonly name = "UnexpectedAnswerError";
  override readonly retryAfterMilliseconds: number | null;
  readonly status: number;

  constructor({ status, retryAfterMilliseconds }: AnswerDetails) {
    super(`The answer, with status ${status}, is no GraphQL.`);
    this.status = status;
    this.retryAfterMilliseconds = retryAfterMilliseconds;
  }
}

/** The answer has top-level errors: the request is malformed or too large, or there was a fault. */
export class GraphqlError extends RequestError {
  override readonly name: string = "GraphqlError";
  override readonly retryAfterMilliseconds: number | null;
  readonly status: number;
  /** The first error's code: `BAD_USER_INPUT`, `QUERY_TOO_COMPLEX`, `INTERNAL_SERVER_ERROR`. */
  readonly code: string | undefined;
  /** What the server's log knows a fault by; say it when you report one. */
  readonly requestId: string | undefined;

  /** @param data what could be answered in spite of the errors. */
  constructor(
    readonly errors: readonly GraphqlErrorEntry[],
    readonly data: unknown,
    { status, retryAfterMilliseconds }: AnswerDetails,
  ) {
    super(errors.map(({ message }) => message).join("\n"));
    this.status = status;
    this.retryAfterMilliseconds = retryAfterMilliseconds;
    this.code = errors[0]?.extensions?.code;
    this.requestId = errors.find(({ extensions }) => extensions?.requestId)?.extensions?.requestId;
  }
}

/** The server was too busy, or its database unreachable. Nothing was written. */
export class ServiceUnavailableError extends GraphqlError {
  override readonly name = "ServiceUnavailableError";
}

/**
 * A mutation may have been done or not: the connection broke, or no answer came in time. Look before
 * you send it again; with `idempotencyKey`, just send it again with that key in its input.
 */
export class OutcomeUnknownError extends RequestError {
  override readonly name = "OutcomeUnknownError";

  /** @param idempotencyKey the key that was sent, if the mutation takes one. */
  constructor(
    override readonly cause: RequestError,
    readonly idempotencyKey: string | null,
  ) {
    super(`This may have been done or not: ${cause.message}`);
  }
}
