/**
 * One fault of a request in the form of pydantic 2, which the earlier FastAPI service answered with;
 * types and messages are those of pydantic-core, "Validation Errors".
 */
export interface ValidationError {
  type: string;
  loc: readonly (string | number)[];
  msg: string;
  input: unknown;
  ctx?: Record<string, unknown>;
}

export type Fault = Pick<ValidationError, "type" | "msg" | "ctx">;

/** What a value was read as, or why it can't be read. */
export type Reading = { value: unknown } | { fault: Fault };

export function fault(type: string, msg: string, ctx?: Record<string, unknown>): { fault: Fault } {
  return { fault: { type, msg, ...(ctx && { ctx }) } };
}

/** A fault of what stands at `loc`, its keys in the order in which the earlier system wrote them. */
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
