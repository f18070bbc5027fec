import { sha256 } from "../../common/sha256.js";
import type { Caller } from "../caller.js";

/**
 * A caller's idempotency key or hold key as it is kept: the same key of another caller is another key. Of callers who are
 * not told apart it stays as they send it.
 *
 * @param key without control characters, so that no other name and key make the same text.
 */
export const ownKey = ({ kind, name }: Caller, key: string): string =>
  kind === "local" || kind === "legacy" ? key : sha256(`${name}\0${key}`);
