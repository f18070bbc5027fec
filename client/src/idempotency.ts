import type { TypedDocument } from "./typed-document.js";

/** Generates a unique key. */
export function newIdempotencyKey(): string {
  // Not randomUUID, which is not available on pages over plain HTTP.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Adds a key to the input, if the operation takes one and the caller has not set it. */
export function withIdempotencyKey<Variables>(
  { takesIdempotencyKey }: Pick<TypedDocument<unknown, Variables>, "takesIdempotencyKey">,
  variables: Variables,
): { variables: Variables; key: string | null } {
  if (!takesIdempotencyKey) return { variables, key: null };
  const { input } = variables as { input: { idempotencyKey?: string | null } };
  const key = input.idempotencyKey ?? newIdempotencyKey();
  return { variables: { ...variables, input: { ...input, idempotencyKey: key } }, key };
}
