/**
 * A validation error in the format of pydantic 2, as in the earlier FastAPI service. Types and messages are those of
 * pydantic-core, "Validation Errors".
 */
export interface ValidationError {
  type: string;
  loc: readonly (string | number)[];
  msg: string;
  input: unknown;
  ctx?: Record<string, unknown>;
}

export type Fault = Pick<ValidationError, "type" | "msg" | "ctx">;

/** The coerced value, or the reason why it is invalid. */
export type Reading = { value: unknown } | { fault: Fault };

export function fault(type: string, msg: string, ctx?: Record<string, unknown>): { fault: Fault } {
  return { fault: { type, msg, ...(ctx && { ctx }) } };
}

/** The validation error of the value at `loc`; its keys are in the same order as in the earlier service. */
export const validationError = (
  { type, msg, ctx }: Fault,
  loc: readonly (string | number)[],
  input: unknown,
): ValidationError => ({ type, loc, msg, input, ...(ctx && { ctx }) });

export const missing = (loc: readonly string[], input: unknown): ValidationError => ({
  type: "missing",
  loc,
  msg: "Field required",
  input,
});
