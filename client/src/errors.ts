/** An entry of the top-level `errors` of a response. */
export interface GraphqlErrorEntry {
  message: string;
  path?: readonly (string | number)[];
  extensions?: {
    code?: string;
    requestId?: string;
    inputPath?: readonly (string | number)[];
  } & Record<string, unknown>;
}

/** The status of a response, and how long it asks to wait before the next attempt. */
export interface AnswerDetails {
  status: number;
  retryAfterMilliseconds: number | null;
}

/** A request did not return data. Each cause has its own class. */
export abstract class RequestError extends Error {
  /** How long the server asked to wait, if it did. */
  readonly retryAfterMilliseconds: number | null = null;
}

/** There was no response: the server could not be reached, or the connection was lost. */
export class NetworkError extends RequestError {
  override readonly name = "NetworkError";
}

/** There was no response in time. */
export class TimeoutError extends RequestError {
  override readonly name = "TimeoutError";
}

/** The response is not from a GraphQL server; most likely it is an error page of a gateway. */
export class UnexpectedAnswerError extends RequestError {
  override readonly name = "UnexpectedAnswerError";
  override readonly retryAfterMilliseconds: number | null;
  readonly status: number;

  constructor({ status, retryAfterMilliseconds }: AnswerDetails) {
    super(`The response (status ${status}) is not a GraphQL response.`);
    this.status = status;
    this.retryAfterMilliseconds = retryAfterMilliseconds;
  }
}

/** The response has top-level errors: the request is invalid or too large, or the server failed. */
export class GraphqlError extends RequestError {
  override readonly name: string = "GraphqlError";
  override readonly retryAfterMilliseconds: number | null;
  readonly status: number;
  /** The code of the first error: `BAD_USER_INPUT`, `QUERY_TOO_COMPLEX`, `INTERNAL_SERVER_ERROR`. */
  readonly code: string | undefined;
  /** Identifies a server error in the server's log; include it in a report. */
  readonly requestId: string | undefined;

  /** @param data the data that was returned in spite of the errors. */
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
 * It is unknown whether a mutation was done: the connection was lost, or there was no response in time. Check before you
 * send it again; if there is an `idempotencyKey`, just send it again with this key in its input.
 */
export class OutcomeUnknownError extends RequestError {
  override readonly name = "OutcomeUnknownError";

  /** @param idempotencyKey the key that was sent, if the mutation takes one. */
  constructor(
    override readonly cause: RequestError,
    readonly idempotencyKey: string | null,
  ) {
    super(`It is unknown whether this was done: ${cause.message}`);
  }
}
