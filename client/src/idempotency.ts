import type { TypedDocument } from "./typed-document.js";

/** A key that nobody else will choose. */
export function newIdempotencyKey(): string {
  // Not randomUUID, which pages that came over plain HTTP do not have.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The variables with a key in their input, where it takes one; a key of the caller's own is kept. */
export function withIdempotencyKey<Variables>(
  { takesIdempotencyKey }: Pick<TypedDocument<unknown, Variables>, "takesIdempotencyKey">,
  variables: Variables,
): { variables: Variables; key: string | null } {
  if (!takesIdempotencyKey) return { variables, key: null };
  const { input } = variables as { input: { idempotencyKey?: string | null } };
  const key = input.idempotencyKey ?? newIdempotencyKey();
  return { variables: { ...variables, input: { ...input, idempotencyKey: key } }, key };
}
