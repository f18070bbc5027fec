import { ownKey } from "../permissions/keys.js";
import type { Caller } from "../caller.js";
import { HOLD_MINUTES, MAXIMUM_LENGTH } from "../limits.js";
import type { Refusal } from "../refusals.js";
import { checkText, type TextRule } from "../text.js";

const PATH = ["holdKey"];
const KEY: TextRule = { maximumLength: MAXIMUM_LENGTH.holdKey, kind: "opaque" };

/** The key of a caller's hold as it is kept; null if there is none, or no valid one. */
export function checkHoldKey(
  caller: Caller,
  key: string | null | undefined,
): {
  holdKey: string | null;
  refusals: Refusal[];
} {
  if (key == null) return { holdKey: null, refusals: [] };
  const { text, refusals } = checkText(key, PATH, KEY);
  return { holdKey: refusals.length > 0 ? null : ownKey(caller, text), refusals };
}

/** Whether a time can be held for so long. */
export const checkMinutes = (minutes: number): Refusal[] =>
  minutes >= HOLD_MINUTES.minimum && minutes <= HOLD_MINUTES.maximum
    ? []
    : [{ code: "NUMBER_OUT_OF_RANGE", path: ["minutes"], ...HOLD_MINUTES }];
