import {
  GraphqlError,
  ServiceUnavailableError,
  UnexpectedAnswerError,
  type AnswerDetails,
  type GraphqlErrorEntry,
} from "./errors.js";

/**
 * The data of a GraphQL response.
 *
 * @throws GraphqlError if it has errors, UnexpectedAnswerError if it is not a GraphQL response.
 */
export async function readAnswer(response: Response): Promise<unknown> {
  const details: AnswerDetails = {
    status: response.status,
    retryAfterMilliseconds: readRetryAfter(response.headers.get("retry-after")),
  };
  const answer = parse(await response.text());
  if (answer?.errors) {
    const isUnavailable = answer.errors.every(
      ({ extensions }) => extensions?.code === "SERVICE_UNAVAILABLE",
    );
    const Fault = isUnavailable ? ServiceUnavailableError : GraphqlError;
    throw new Fault(answer.errors, answer.data, details);
  }
  if (!answer?.data) throw new UnexpectedAnswerError(details);
  return answer.data;
}

interface Answer {
  data?: unknown;
  errors?: readonly [GraphqlErrorEntry, ...GraphqlErrorEntry[]];
}

function parse(text: string): Answer | null {
  try {
    const answer = JSON.parse(text) as Answer | null;
    const { data, errors } = answer ?? {};
    return {
      data: typeof data === "object" ? data : null,
      ...(Array.isArray(errors) && errors.length > 0 && { errors }),
    };
  } catch {
    return null;
  }
}

/** Parses Retry-After, which is a number of seconds or a date; returns null if it is neither. */
export function readRetryAfter(header: string | null, now = Date.now()): number | null {
  if (header === null) return null;
  const milliseconds = /^\d+$/.test(header.trim())
    ? Number(header) * 1_000
    : Date.parse(header) - now;
  return Number.isNaN(milliseconds) ? null : Math.max(milliseconds, 0);
}
