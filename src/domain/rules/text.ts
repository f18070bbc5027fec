import type { Refusal } from "../refusals.js";

const CONTROL_CHARACTERS = /\p{Cc}/u;
/** Line breaks and tabs are at home in prose, not in a name. */
const CONTROL_CHARACTERS_IN_PROSE = /[^\P{Cc}\n\r\t]/u;

export interface TextRule {
  /** The most characters (Unicode code points, as the database counts them). */
  maximumLength: number;
  /** Whether line breaks and tabs may stand in it. */
  prose?: boolean;
}

/** A text as it is kept: trimmed and in Unicode's composed form (NFC); or why it can't be. */
export function checkText(
  text: string | null,
  path: readonly string[],
  { maximumLength, prose = false }: TextRule,
): { text: string; refusals: Refusal[] } {
  const clean = (text ?? "").normalize("NFC").trim();
  const refusals: Refusal[] = [];
  if (clean === "") refusals.push({ code: "REQUIRED", path });
  if (characters(clean) > maximumLength) refusals.push({ code: "TOO_LONG", path, maximumLength });
  const forbidden = prose ? CONTROL_CHARACTERS_IN_PROSE : CONTROL_CHARACTERS;
  if (forbidden.test(clean) || !clean.isWellFormed()) {
    refusals.push({ code: "INVALID_CHARACTERS", path });
  }
  return { text: clean, refusals };
}

const characters = (text: string): number => Array.from(text).length;
