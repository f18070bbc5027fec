import {
  Forbidden,
  OutcomeUnknown,
  ServiceUnavailable,
  StatementTimeout,
  type Refusal,
} from "../domain/index.js";
import { firstByPrecedence, toAnswer, wireName } from "./refusals.js";
import { validationError, type ValidationError } from "./reading.js";

/** An error response of the REST API. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly body: { detail: string | readonly ValidationError[]; code?: string },
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(`HTTP ${status}`);
  }

  /** The body as JSON; without the input if that is nested too deeply to be serialised. */
  toJson(): string {
    try {
      return JSON.stringify(this.body);
    } catch {
      return JSON.stringify(this.body, (key, value: unknown) => (key === "input" ? null : value));
    }
  }
}

export const detailed = (status: number, detail: string): Problem =>
  new Problem(status, { detail });

export const invalid = (errors: readonly ValidationError[]): Problem =>
  new Problem(422, { detail: errors });

/** The error of a body that is not an object. */
export const notAnObject = (input: unknown): Problem =>
  invalid([
    {
      type: "model_attributes_type",
      loc: ["body"],
      msg: "Input should be a valid dictionary or object to extract fields from",
      input,
    },
  ]);

/** The response to an error that is not a refusal: of Fastify's parser, of the database, or a defect. */
export function faultProblem(error: unknown): Problem {
  if (error instanceof ServiceUnavailable) {
    const problem = "The service can't do this at the moment. Nothing was written; try again.";
    return new Problem(503, { detail: problem }, { "retry-after": "1" });
  }
  if (error instanceof StatementTimeout) {
    const problem =
      "This took longer than it may. Nothing was written; ask for less, or try again.";
    return new Problem(503, { detail: problem }, { "retry-after": "1" });
  }
  if (error instanceof OutcomeUnknown) {
    return detailed(
      500,
      "This may have been done or not. Look before you try again; with an Idempotency-Key, just try again.",
    );
  }
  if (error instanceof Forbidden) return detailed(403, "Not allowed");
  const status = (error as { statusCode?: unknown }).statusCode;
  if (status === 415) return notAnObject(null);
  if (status === 413) {
    return new Problem(413, { detail: "Request body is too large", code: "BAD_REQUEST" });
  }
  if (status === 400) return detailed(400, "There was an error parsing the body");
  return detailed(500, "Internal Server Error");
}

/** Those of the refusals that concern fields of the body, in pydantic's format. */
export function toValidationErrors(
  refusals: readonly Refusal[],
  input: Readonly<Record<string, unknown>>,
): ValidationError[] {
  return refusals.flatMap((refusal) => {
    const answer = toAnswer(refusal);
    if (answer.kind === "detail") return [];
    const name = wireName(refusal.path);
    const fault = { type: "value_error", msg: answer.message, ctx: answer.ctx ?? { error: {} } };
    return [validationError(fault, ["body", name], input[name] ?? null)];
  });
}

/**
 * The response to the refusals of a use case.
 *
 * @param isReference whether a missing object was referenced in the body (409), not in the path (404).
 */
export function toProblem(
  refusals: readonly Refusal[],
  input: Readonly<Record<string, unknown>>,
  isReference: boolean,
): Problem {
  const errors = toValidationErrors(refusals, input);
  if (errors.length > 0) return invalid(errors);
  const refusal = firstByPrecedence(refusals);
  const answer = refusal && toAnswer(refusal);
  if (answer?.kind !== "detail") throw new Error("A request was refused without a reason");
  const status = answer.status === 404 && isReference ? 409 : answer.status;
  return detailed(status, answer.detail);
}
